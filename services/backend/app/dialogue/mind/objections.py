"""The life of an objection: raised, acknowledged, explored, resolved; or argued with, or walked past."""
# ruff: noqa: SIM905 - a list of words reads better unquoted

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.dialogue.mind.aims import asks_why_not
from app.dialogue.mind.effects import Effect
from app.dialogue.mind.moment import Moment
from app.dialogue.mind.notes import Note
from app.dialogue.mind.retrieval import Asked
from app.dialogue.mind.subjects import EVERYDAY, stems
from app.dialogue.mind.taking_up import taken_up
from app.dialogue.mind.talk import Talk, of_a_contract
from app.dialogue.mind.unknown import unknown_kind
from app.domain.acts import QUESTION_ACTS, Act
from app.domain.persona import Objection
from app.domain.prospect import OpenObjection
from app.reading import content_words

SURELY, CERTAINLY = 0.7, 0.8
"""Confidence from which a question after an objection is taken to be about it, and when it wants a count or a name."""
_ANSWERS = frozenset({Act.ANSWERS_OBJECTION, Act.VALUE_CLAIM, Act.PROOF, Act.ANSWERS_PRICE})
ASIDE = frozenset(Talk) - {
    Talk.MEANING, Talk.HOLDING, Talk.SOMEBODY, Talk.LATER, Talk.WOULD_CHANGE, Talk.PROOF, Talk.STEPS,
}  # fmt: skip
"""Questions about the talk or the person that are none about an open objection; the others may be."""
_MAY_EXPLORE = frozenset({"why", "what", "how", "would_be", "opinion", "when", "self", "contract", ""})
"""Forms in which people ask what is behind an objection without naming it."""
FRESH = 2
"""Exchanges within which an objection is still what the talk is about."""
_ASKS_OF_IT = _MAY_EXPLORE | frozenset(
    "happened happens did what_did how_did like if what_is was_it yes_no which ever once might".split()
)
"""Forms in which people ask about what an objection names: "What went wrong with them?", "What happens in October?"."""
_OF_OTHERS = re.compile(r"\bwhy (?:(?:are|do|does|did|is|were|was) )?(?:they|he|she|those|these)\b")
"""Why others do something is no question about an objection: "Do you know why they are going up?"."""
_SHORT = 5
"""Words up to which a question right after an objection can hardly be about anything else."""
_RANK = {"raised": 0, "acknowledged": 1, "explored": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling:
    """What a line did with the open objection."""

    how: str
    """`explored`, `resolved`, `answered`, `acknowledged`, `sidestepped`, `argued`, `caved`, `ignored` or `none`."""
    stage: str
    effects: tuple[Effect, ...] = ()

    def applied(self, objections: tuple[OpenObjection, ...], kind: str) -> tuple[OpenObjection, ...]:
        """All objections with the stage of this one brought up to date."""
        return tuple(replace(one, stage=self.stage) if one.kind == kind else one for one in objections)


def handle(moment: Moment) -> Handling:
    """How the open objection fared in this line; `none` when there is none."""
    raised, objection = moment.open_objection, moment.objection
    if raised is None or objection is None:
        return Handling(how="none", stage="")
    kind = raised.kind.replace("_", " ")
    stage = raised.stage
    if moment.has(Act.ARGUES, Act.PRESSURE):
        effect = Effect(what=f'argued with "{kind}"', trust=-0.06, patience=-0.09, resistance=0.06)
        return Handling(how="argued", stage=stage, effects=(effect,))
    effects = tuple(_acknowledged(moment, kind))
    if effects and _RANK.get(stage, 0) == 0:
        stage = "acknowledged"
    if stage != "explored" and _explores(moment, objection.resolved_by):
        effect = Effect(what=f'asked what is behind "{kind}"', trust=0.06, resistance=-0.05, patience=0.02)
        return Handling(how="explored", stage="explored", effects=(*effects, effect))
    if _of_its_own(moment) and not moment.has(*_ANSWERS):
        return Handling(how="none", stage=stage, effects=effects)
    if stage != "explored" and moment.asked is not None and not moment.has(*_ANSWERS):
        stage = "acknowledged" if stage == "raised" else stage
        return Handling(how="sidestepped", stage=stage, effects=effects)
    if moment.has(*_ANSWERS) or _speaks_to(moment, objection.resolved_by):
        return _answered(moment, kind, stage, effects)
    if moment.has(Act.CAVES, Act.SENDS_INFO, Act.GOODBYE):
        return Handling(how="caved", stage=stage, effects=effects)
    if moment.has(Act.ASKS_MEETING) and raised.stage == "raised":
        effect = Effect(what=f'asked for a meeting straight past "{kind}"', patience=-0.1, trust=-0.04, resistance=0.04)
        return Handling(how="ignored", stage=stage, effects=(*effects, effect))
    if effects or stage == "explored" or moment.has(Act.ASKS_PERMISSION, Act.YIELDS, Act.APOLOGISES):
        return Handling(how="acknowledged", stage="acknowledged" if stage == "raised" else stage, effects=effects)
    return _passed_by(moment, kind, stage)


def _passed_by(moment: Moment, kind: str, stage: str) -> Handling:
    """What a line does that takes no notice of the objection."""
    if moment.has(Act.SILENCE, Act.UNCLEAR, Act.ASKS_REPEAT, Act.HOLD, Act.IDENTIFIES_SELF):
        return Handling(how="none", stage=stage)
    if _long_ago(moment) and not moment.has(Act.VALUE_CLAIM, Act.FEATURE_DUMP, Act.JARGON, Act.ASKS_MEETING):
        return Handling(how="none", stage=stage)
    if moment.reading.sentences[-1].is_question and not moment.has(Act.ASKS_MEETING, Act.PROPOSES_TIME):
        return Handling(how="sidestepped", stage=stage)
    effect = Effect(what=f'talked past "{kind}"', patience=-0.07, trust=-0.03)
    return Handling(how="ignored", stage=stage, effects=(effect,))


def _explores(moment: Moment, resolved_by: tuple[str, ...]) -> bool:
    """A question about the objection itself, about nothing else in particular, or about what would settle it."""
    read = moment.act(Act.EXPLORES_OBJECTION)
    asks_more = max(
        (item.confidence for s in moment.reading.sentences for item in s.acts if item.act in QUESTION_ACTS), default=0.0
    )
    if moment.asked is not None and (moment.asked.person is not None or _of_their_pressure(moment)):
        return False
    if moment.asked is not None and moment.objection is not None and takes_it_up(moment.asked, moment.objection):
        return True
    of_itself = moment.asked is None or (asks_why_not(moment.asked.line) and not _OF_OTHERS.search(moment.asked.line))
    if _long_ago(moment) and not (read is not None and read.confidence >= CERTAINLY):
        return False
    short = len(moment.heard.text.split()) <= _SHORT
    wants_a_fact = moment.asked is not None and not of_itself and _wants_a_fact(moment, moment.asked)
    beside = moment.asked is not None and moment.asked.beside and not of_itself
    fact = moment.asked.fact if moment.asked else None
    if beside and (fact is None or fact.topic not in resolved_by):
        return False
    least = SURELY if of_itself or (short and not wants_a_fact) else CERTAINLY
    if read is not None and read.confidence >= least and (of_itself or read.confidence >= asks_more):
        return True
    if not moment.has(*QUESTION_ACTS, Act.EXPLORES_OBJECTION):
        return False
    acts = {str(act) for act in moment.acts}
    if read is not None and read.confidence < CERTAINLY and not of_itself and (wants_a_fact or not short):
        acts.discard(Act.EXPLORES_OBJECTION)
    behind = fact is None and moment.asked is not None and of_itself
    return (
        behind
        or (fact is not None and fact.topic in resolved_by)
        or (not _of_its_own(moment) and not wants_a_fact and bool(acts & set(resolved_by)))
    )


def takes_it_up(asked: Asked, objection: Objection) -> bool:
    """Whether a question names nothing but what the objection named, or little else and no fact is surely its aim."""
    own = stems(asked.text) - EVERYDAY
    if not own or asked.talk not in (None, Talk.HOLDING) or unknown_kind(asked.line) not in _ASKS_OF_IT:
        return False
    elsewhere = own - stems(*objection.stated)
    fact = asked.fact
    surely = fact is not None and not asked.guessed and fact.topic not in objection.resolved_by
    return not elsewhere or (not surely and 2 * len(elsewhere) <= len(own))


def _of_their_pressure(moment: Moment) -> bool:
    """The line takes up what keeps them busy, and asks of that: "New rules, I see. What do you have to change?"."""
    pressure = stems(moment.persona.words.get("pressure", "")) & stems(moment.note(Note.LINE))
    return bool(pressure) and 2 * len(pressure & moment.words) >= len(pressure)


def _long_ago(moment: Moment) -> bool:
    """What it would take, or what worries them, is then no question about the objection any more."""
    raised = moment.open_objection
    return raised is not None and moment.state.exchange - raised.raised_at > FRESH


def _wants_a_fact(moment: Moment, asked: Asked) -> bool:
    """A count, a name or a place is asked for, and no reason; or something that nobody spoke of is named."""
    named = content_words(taken_up(asked.text))
    heard = content_words(" ".join([moment.note(Note.LINE), *moment.state.said[-2:]]))
    return unknown_kind(asked.line) not in _MAY_EXPLORE or bool(named - heard)


def _of_its_own(moment: Moment) -> bool:
    """A question about a contract, or the talk itself, is none about the objection."""
    asked = moment.asked
    return asked is not None and asked.fact is None and (of_a_contract(asked.line) or asked.talk in ASIDE)


def _acknowledged(moment: Moment, kind: str) -> Iterator[Effect]:
    if moment.has(Act.ACKNOWLEDGES_SPECIFIC, Act.REFLECTS):
        yield Effect(what=f'took "{kind}" seriously', trust=0.04, resistance=-0.03)
    elif moment.has(Act.ACKNOWLEDGES_GENERIC, Act.APOLOGISES):
        yield Effect(what=f'nodded at "{kind}"', trust=0.01)


def _answered(moment: Moment, kind: str, stage: str, effects: tuple[Effect, ...]) -> Handling:
    objection = moment.objection
    assert objection is not None
    chance = {"explored": 1.0, "acknowledged": 0.45, "raised": 0.3}[stage] - 0.45 * objection.strength
    chance += 0.5 * (moment.state.trust - 0.4)
    if not moment.repeats and moment.roll("resolve", objection.kind) < chance:
        effect = Effect(
            what=f'answered what was behind "{kind}"', resistance=-0.1, interest=0.05, trust=0.03, patience=0.04
        )
        return Handling(how="resolved", stage="resolved", effects=(*effects, effect))
    if stage == "explored":
        effect = Effect(what=f'answered "{kind}", not quite to the point', resistance=-0.03)
    else:
        effect = Effect(what=f'answered "{kind}" before asking what is behind it', patience=-0.03, resistance=0.01)
    return Handling(how="answered", stage=stage, effects=(*effects, effect))


def _speaks_to(moment: Moment, resolved_by: tuple[str, ...]) -> bool:
    acts = {str(act) for act in moment.acts}
    topics = {item.slots.get("topic", "") for s in moment.reading.sentences for item in s.acts}
    return (
        moment.open_objection is not None
        and moment.open_objection.stage == "explored"
        and bool(set(resolved_by) & (acts | topics))
    )
