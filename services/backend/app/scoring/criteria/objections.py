"""Objections: heard out, acknowledged, explored, answered, settled; the mean over the first three."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from app.domain.acts import Act
from app.domain.scorecard import Quote
from app.reading.slots import slots_in
from app.scoring.evidence import Finding, heard, share, unmet, untested, words
from app.scoring.exchanges import Raised
from app.scoring.graph import ASKS, Call
from app.scoring.hearing import hearing
from app.scoring.memo import once_per_call
from app.scoring.metrics import gap_before, interruptions
from app.scoring.rubric import CriterionSpec
from app.scoring.subjects import tie
from app.scoring.turns import Said
from app.scoring.words import content_words, normalise, overlap

FIRST = 3
PAUSE_MS = 400
ARGUED, CAVED = 0.2, 0.25
"""The most an objection can earn, of 1, when the trainee argued or gave in."""
_EXPLORING = 0.5
"""Credit for a question about the objection in so many words, not visibly about this one."""
_UNTIED = 0.3
"""Credit for a step of the right kind that is not visibly about this concern."""
_TAKES_UP = 0.7
"""Confidence that a question takes the objection up; any question after one has a little less."""
_POINTS_BACK = re.compile(r"\b(it|that|this|those|these|them|there|why|how come|because|reason|mean)\b")
"""What a question about something else than the objection lacks."""
_SAME = 0.6
"""From this overlap on with an earlier sentence, an answer is nothing new."""
_SURE = 0.8
"""The reader's confidence from which the form of a sentence alone makes it an answer."""
_UNNAMED = 0.8
"""Credit for a statement that is about the concern and adds to it, without the shape of an answer."""
_BREATH = 14
"""Words; a longer sentence that ends in a question says something first, whatever became of its full stop."""
_ADDS = 2
"""Content words a plain statement must add."""
_TELLS = 4
"""The same for one that begins like a reflection ("so there is nothing to build, …")."""
_MAY_ANSWER = frozenset({Act.ANSWERS_QUESTION, Act.AFFIRMS, Act.DENIES, Act.UNCLEAR, Act.RESEARCH})
_ANSWERS = (Act.ANSWERS_OBJECTION, Act.VALUE_CLAIM, Act.PROOF, Act.ANSWERS_PRICE)
_WEIGHTS = {
    "objection_pause": 0.1,
    "objection_acknowledged": 0.2,
    "objection_explored": 0.3,
    "objection_answered": 0.3,
    "objection_closed": 0.1,
}


_REACHES = {
    "objection_acknowledged": frozenset({"acknowledged", "explored", "resolved"}),
    "objection_explored": frozenset({"explored", "resolved"}),
    "objection_answered": frozenset({"resolved"}),
}


@dataclass(frozen=True, slots=True)
class Step:
    """How far one step was taken, in [0, 1], and the sentence that took it."""

    credit: float = 0.0
    said: Said | None = None


@dataclass(frozen=True, slots=True)
class Handled:
    """One objection with its five steps."""

    raised: Raised
    steps: dict[str, Step] = field(default_factory=dict)


@once_per_call
def handled(call: Call) -> list[Handled]:
    """The first three objections, steps scaled down where the trainee argued or caved."""
    found = []
    for raised in call.objections[:FIRST]:
        steps = {name: _known(raised, name, step(call, raised)) for name, step in _STEPS.items()}
        worth = sum(_WEIGHTS[name] * step.credit for name, step in steps.items())
        cap = _cap(raised)
        if worth > cap:
            steps = {name: Step(step.credit * cap / worth, step.said) for name, step in steps.items()}
        found.append(Handled(raised, steps))
    return found


def step(call: Call, spec: CriterionSpec) -> Finding:
    """One of the five steps, averaged over the objections."""
    if spec.id == "objection_pause" and not call.timed:
        return untested("The transcript carries no times.")
    cases = handled(call)
    if not cases:
        return untested("No objection was raised.")
    mean = sum(case.steps[spec.id].credit for case in cases) / len(cases)
    quotes: list[Quote] = []
    for case in cases:
        taken = case.steps[spec.id]
        if taken.credit > 0 and taken.said is not None:
            quotes += [words(taken.said, call.timed), heard(case.raised.turn, call.timed)]
    if mean <= 0 or not quotes:
        return unmet(spec, heard(cases[0].raised.turn, call.timed))
    return share(spec, mean, *quotes)


def _known(raised: Raised, name: str, step: Step) -> Step:
    """A step the trainee visibly took counts in full when the log says that the prospect took it so."""
    reached = raised.stages & _REACHES.get(name, frozenset())
    return Step(1.0, step.said) if reached and step.credit > 0 else step


def _cap(raised: Raised) -> float:
    acts = {read.act for turn in raised.responses for said in turn.said(repeated=True) for read in said.sentence.acts}
    if acts & {Act.ARGUES, Act.INSULT, Act.PRESSURE}:
        return ARGUED
    return CAVED if Act.CAVES in acts and not raised.firm else 1.0


def _pause(call: Call, raised: Raised) -> Step:
    if not call.timed or not raised.responses:
        return Step()
    first = raised.responses[0]
    gap = gap_before(call, first)
    over = any(turn is first for _, turn in interruptions(call))
    said = next(first.said(), None)
    return Step(1.0, said) if said is not None and gap is not None and gap >= PAUSE_MS and not over else Step()


def _acknowledged(call: Call, raised: Raised) -> Step:
    del call
    return Step(*hearing(next(iter(raised.responses), None), raised.turn))


def _explored(call: Call, raised: Raised) -> Step:
    del call
    if raised.busy:
        return _dated(raised)
    questions = [said for turn in raised.responses[:2] for said in turn.questions()]
    questions += [said for turn in raised.responses[:2] for said in turn.said(Act.EXPLORES_OBJECTION)]
    questions = sorted({said.place: said for said in questions}.values(), key=lambda said: said.place)
    answer = next((said.place for turn in raised.responses for said in turn.said(*_ANSWERS)), None)
    early = [said for said in questions if answer is None or said.place < answer]
    step = _best(raised.turn.text, early, explores=True)
    if step.credit:
        return step
    late = _best(raised.turn.text, questions, explores=True)
    return Step(late.credit / 2, late.said)


def _answered(call: Call, raised: Raised) -> Step:
    if raised.busy:
        return _dated(raised)
    # What shows that the objection was heard cannot be the answer to it as well.
    heard_by = _acknowledged(call, raised).said
    mine = (said for turn in raised.responses for said in turn.said(*_ANSWERS) if _is_new(call, said))
    new = [said for said in mine if heard_by is None or said.place != heard_by.place]
    best = _best_answer(raised, new)
    return best if best.credit >= _UNNAMED else _plain_answer(call, raised, best, heard_by)


def _best_answer(raised: Raised, candidates: list[Said]) -> Step:
    best = Step()
    for said in candidates:
        concern = raised.concern(said.turn)
        mine, theirs = content_words(said.sentence.text), content_words(concern)
        if not mine - theirs or not (mine & theirs or _answers_by_form(said)):
            continue
        step = _best(concern, [said])
        best = step if step.credit > best.credit else best
    return best


def _answers_by_form(said: Said) -> bool:
    """Whether a sentence is an answer whatever it is about; a claim must share a word with the concern."""
    sure = (read for read in said.sentence.acts if read.act in (Act.ANSWERS_OBJECTION, Act.ANSWERS_PRICE))
    return any(read.confidence >= _SURE for read in sure)


def _plain_answer(call: Call, raised: Raised, best: Step, heard_by: Said | None) -> Step:
    """A statement that shares a word with the concern and adds to it, when nothing clearer answers it.

    In the first response such a statement may just acknowledge; from the second on it says something about it.
    """
    for place, turn in enumerate(raised.responses):
        allowed = _MAY_ANSWER | {Act.ACKNOWLEDGES_SPECIFIC, Act.REFLECTS} if place else _MAY_ANSWER
        for said in turn.said():
            acts = {read.act for read in said.sentence.acts}
            asks_only = said.sentence.is_question and len(said.sentence.text.split()) <= _BREATH
            acknowledges = heard_by is not None and said.place == heard_by.place
            if acknowledges or asks_only or acts - allowed or not _is_new(call, said):
                continue
            concern = content_words(raised.concern(turn))
            mine = content_words(said.sentence.text)
            adds = _TELLS if Act.REFLECTS in acts else _ADDS
            if mine & concern and len(mine - concern) >= adds:
                return Step(_UNNAMED, said)
    return best


def _closed(call: Call, raised: Raised) -> Step:
    """Checks where the answer leaves the prospect, asks for the next step, or leaves well after a firm no."""
    leaves = (Act.THANKS, Act.GOODBYE, Act.ASKS_REFERRAL, Act.APOLOGISES)
    if raised.firm:
        said = next((said for turn in raised.responses for said in turn.said(*leaves)), None)
        if said is not None:
            return Step(1.0, said)
    if raised.busy:
        return _dated(raised)
    answer = _answered(call, raised).said
    for turn in raised.responses:
        asks = list(turn.said(*ASKS, Act.ASKS_REFERRAL))
        checks = asks if answer is None else [*turn.questions(), *asks]
        after = [said for said in checks if answer is None or said.place > answer.place]
        if after:
            return Step(1.0, min(after, key=lambda said: said.place))
    said_so = (said for turn in raised.responses for said in turn.said())
    dated = next((said for said in said_so if "day" in slots_in(normalise(said.sentence.text))), None)
    return Step(1.0, dated) if answer is None and dated is not None else Step()


def _dated(raised: Raised) -> Step:
    said = next((said for turn in raised.responses for said in turn.said(Act.PROPOSES_TIME)), None)
    return Step(1.0, said) if said else Step()


def _is_new(call: Call, said: Said) -> bool:
    earlier = (other for other in call.said(*_ANSWERS) if other.place < said.place)
    return all(overlap(said.sentence.text, other.sentence.text) < _SAME for other in earlier)


def _best(concern: str, candidates: list[Said], *, explores: bool = False) -> Step:
    best = Step()
    for said in candidates:
        tied = tie(said.sentence.text, concern)
        acts = said.sentence.acts
        sure = explores and any(r.act is Act.EXPLORES_OBJECTION and r.confidence >= _TAKES_UP for r in acts)
        loose = not explores or bool(_POINTS_BACK.search(normalise(said.sentence.text)))
        credit = max(tied, _EXPLORING if sure else _UNTIED if loose else 0.0)
        if credit > best.credit:
            best = Step(credit, said)
    return best


_STEPS: dict[str, Callable[[Call, Raised], Step]] = {
    "objection_pause": _pause,
    "objection_acknowledged": _acknowledged,
    "objection_explored": _explored,
    "objection_answered": _answered,
    "objection_closed": _closed,
}
