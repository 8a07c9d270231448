"""Which fact a question is after, and which of the playbook's problems a line speaks about."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.dialogue.mind.aims import (
    checks_understanding,
    general_aim,
    is_preface,
    is_private,
    offers_a_look,
    points_back,
    side_of,
    unknown_kind,
)
from app.dialogue.mind.notes import Note
from app.domain.acts import QUESTION_ACTS, Act, Reading, Sentence
from app.domain.call import Scene
from app.domain.persona import Fact, Persona
from app.domain.prospect import ProspectState
from app.reading import Reader, content_words, normalise

_ACTS = (Act.ASKS_SITUATION, Act.ASKS_PROBLEM, Act.ASKS_IMPACT, Act.ASKS_PROCESS)
_SIDES = {Act.ASKS_SITUATION: "today", Act.ASKS_PROBLEM: "hurts", Act.ASKS_IMPACT: "costs"}
_NOT_OF_BUSINESS = frozenset({
    Act.ASKS_MEETING, Act.PROPOSES_TIME, Act.ASKS_PERMISSION, Act.ASKS_REFERRAL, Act.ASKS_FOR_PERSON, Act.ASKS_IF_AI,
    Act.SMALL_TALK, Act.FALSE_FAMILIARITY, Act.BAD_TIME, Act.ASKS_REPEAT, Act.CONFIRMS_DETAILS,
    Act.PRESSURE, Act.INSULT, Act.GREETS, Act.HOLD, Act.SENDS_INFO,
    Act.AFFIRMS, Act.THANKS, Act.GOODBYE,
})  # fmt: skip
"""A sentence that asks for one of these asks nothing about the business."""
_OF_THE_PROBLEM = frozenset({"cost.now", "process.flow", "process.break", "tools.gap"})
"""General facts that yield to the problem when the question names it, or leans on what was told about it."""
_NEXT = {
    ("tools.main", "hurts"): "tools.gap",
    ("vendor.current", "hurts"): "vendor.feeling",
    ("team.size", "hurts"): "team.gap",
    ("process.flow", "hurts"): "process.break",
    ("incidents.last", "costs"): "incidents.cost",
    ("growth.plan", "hurts"): "growth.strain",
    ("news", "hurts"): "news.effect",
    ("tools.gap", "costs"): "cost.now",
    ("process.break", "costs"): "cost.now",
    ("vendor.feeling", "matters"): "contract.end",
}
"""What a question that leans on a general fact asks for: the fact told, the side asked for, the fact that answers."""
_AROUND = frozenset({"since", "often", "who", "why", "then"})
_SURELY_MEANT = 0.56
"""Likeness from which a question's meaning is trusted; telling the wrong thing is worse than a hedge."""
_EVERYDAY = content_words(
    "quarter month week wrong people process report number today check cost late see show team time work day find "
    "money year company business handle hand currently moment usually biggest main hardest worst problem challenge "
    "headache issue pain annoying difficult part place end side happen struggle deal manage happy run solve fix "
    "important matter get through lately recently best thing happen go went feel cause causing usual reason end fix "
    "react call next long since often once while every last exactly really guess suppose started ago mostly "
    "talk talking speak"
)
"""Words that name no matter of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a question reaches."""

    fact: Fact | None
    """None when the prospect has nothing on it."""
    act: Act
    follows_up: bool
    """It builds on what the prospect told before."""
    line: str = ""
    """The question in canonical words."""
    private: bool = False
    """It is about something that has nothing to do with work."""
    checks: bool = False
    """It only asks whether the caller has understood."""
    offer: bool = False
    """It asks nothing about the business: it holds out a look at the offer."""


def find_fact(
    reading: Reading,
    persona: Persona,
    state: ProspectState,
    touches: frozenset[int],
    reader: Reader | None = None,
) -> Asked | None:
    """The fact that answers the last question of the line, or None when nothing is asked about the business.

    `touches` are the problems that the whole line speaks about: "… Is that you?" asks about those. With a `reader`
    that has trained heads, questions in words of their own are found by meaning.
    """
    sentence = _question(reading)
    if sentence is None:
        return None
    facts = {fact.id: fact for fact in persona.facts}
    line = normalise(sentence.text)
    last = facts.get(state.notes.get(Note.LAST_FACT, ""))
    acts = {item.act for item in sentence.acts}
    act = next((one for one in _ACTS if one in acts), Act.ASKS_OTHER)
    back = points_back(line)
    words = _stems(sentence.text)
    follows = last is not None and (
        Act.FOLLOW_UP in acts or back or bool(words & _stems(*last.sayings, *last.keywords))
    )
    private, offer = Act.OFF_TOPIC in acts or is_private(line), offers_a_look(line)
    checks = checks_understanding(line) and not _named(words, facts)
    fact = None
    if not (private or offer or checks):
        asking = _Asking(line=line, words=words, side=side_of(line) or _SIDES.get(act, ""), back=back, act=act)
        before = touches if len(reading.sentences) > 1 else frozenset[int]()
        fact = _general(asking, facts, last, state) or _of_problem(asking, facts, last, state, before)
        if fact is None and reader is not None:
            fact = _by_meaning(sentence.text, facts, reader)
        if fact is None and not (words - _EVERYDAY) and act in _SIDES:
            fact = _side(facts, state.notes.get(Note.SUBJECT, ""), asking.side)
    return Asked(
        fact=fact,
        act=act,
        follows_up=follows and fact is not None,
        line=line,
        private=private,
        offer=offer,
        checks=checks,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asking:
    line: str
    words: frozenset[str]
    side: str
    back: bool
    act: Act


def _question(reading: Reading) -> Sentence | None:
    statement = reading.text.rstrip().endswith((".", "!")) and "?" not in reading.text
    if statement and reading.acts & {Act.VALUE_CLAIM, Act.PROOF, Act.ANSWERS_OBJECTION, Act.STATES_REASON}:
        return None
    for sentence in reversed(reading.sentences):
        acts = {item.act for item in sentence.acts}
        asks = bool(acts & QUESTION_ACTS) and not (acts == {Act.ASKS_OTHER} and is_preface(normalise(sentence.text)))
        if asks or (Act.FOLLOW_UP in acts and not acts & _NOT_OF_BUSINESS):
            return sentence
        if sentence.is_question and not acts & _NOT_OF_BUSINESS and not is_preface(normalise(sentence.text)):
            return sentence
    return None


def _general(asking: _Asking, facts: Mapping[str, Fact], last: Fact | None, state: ProspectState) -> Fact | None:
    found = general_aim(asking.line, facts.keys())
    if not found:
        return None
    told_problem = last is not None and last.problem_index is not None
    leans = asking.back and (told_problem or (last is None and bool(state.notes.get(Note.SUBJECT))))
    if found in _OF_THE_PROBLEM and (leans or _named(asking.words, facts)):
        return None
    return facts[found]


def _of_problem(
    asking: _Asking, facts: Mapping[str, Fact], last: Fact | None, state: ProspectState, touches: frozenset[int]
) -> Fact | None:
    subject = state.notes.get(Note.SUBJECT, "")
    named = _named(asking.words, facts)
    if named and not asking.side and unknown_kind(asking.line) == "number":
        return None  # a count that nobody here keeps
    if named:
        return _side(facts, subject if subject in named else named[0], asking.side or "today")
    if not asking.back:
        return None
    if touches:
        return _side(facts, str(min(touches)), asking.side or "hurts")
    if asking.side in _AROUND and last is not None and asking.words - _EVERYDAY - _stems(*last.sayings, *last.keywords):
        return None  # "the ones that leave, why do they go": leans on something else
    if last is not None and last.problem_index is not None:
        return _side(facts, str(last.problem_index), asking.side) if asking.side else None
    if last is not None:
        return facts.get(_NEXT.get((last.id, asking.side), ""))
    return _side(facts, subject or "0", asking.side) if asking.side and state.notes.get(Note.REASON) else None


def _named(words: frozenset[str], facts: Mapping[str, Fact]) -> list[str]:
    """Indices of the problems that the words name, the best first."""
    hits: dict[str, int] = {}
    for fact in facts.values():
        if fact.problem_index is not None:
            hits[str(fact.problem_index)] = len((words & _stems(*fact.keywords)) - _EVERYDAY)
    return sorted((index for index, count in hits.items() if count), key=lambda index: (-hits[index], index))


def _side(facts: Mapping[str, Fact], index: str, side: str) -> Fact | None:
    """The fact of problem `index` that tells this side of it; why it is no problem, where it is none."""
    return facts.get(f"problem.{index}.fine") or facts.get(f"problem.{index}.{side}")


def _by_meaning(question: str, facts: Mapping[str, Fact], reader: Reader) -> Fact | None:
    found = reader.nearest(question, {id_: () for id_, fact in facts.items() if fact.problem_index is None})
    return facts[found[0]] if found and found[1] >= _SURELY_MEANT else None


def names_a_problem(words: frozenset[str], persona: Persona) -> bool:
    """Whether the words of a line name one of the playbook's problems by a word of its own."""
    return bool(_named(words, {fact.id: fact for fact in persona.facts}))


def touched_problems(words: frozenset[str], persona: Persona, scene: Scene) -> frozenset[int]:
    """Indices of problems of which the line uses at least two words."""
    touched = set()
    texts = scene.brief.seller.problems if scene.brief else ()
    indices = {fact.problem_index for fact in persona.facts if fact.problem_index is not None}
    for index in indices:
        known = {stem for f in persona.facts if f.problem_index == index for stem in _stems(*f.keywords)}
        if index < len(texts):
            known |= _stems(texts[index])
        if len(words & known) >= 2:
            touched.add(index)
    return frozenset(touched)


@lru_cache(maxsize=4096)
def _stems(*texts: str) -> frozenset[str]:
    return content_words(" ".join(texts))
