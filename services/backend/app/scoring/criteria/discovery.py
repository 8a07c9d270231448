"""Discovery: what the trainee's questions brought out. Facts that were volunteered earn nothing."""

import re
from collections.abc import Iterator
from itertools import product

from app.domain.acts import Act
from app.domain.scorecard import Quote
from app.scoring.criteria.rapport import uptake_of
from app.scoring.evidence import Finding, full, heard, level, penalised, unmet, untested, words
from app.scoring.exchanges import Answered
from app.scoring.graph import ASKS, Call
from app.scoring.memo import once_per_call
from app.scoring.rubric import CriterionSpec
from app.scoring.subjects import depth, shared_words, tie
from app.scoring.turns import Said, Turn
from app.scoring.words import builds_on, normalise

KINDS = {
    "situation": Act.ASKS_SITUATION,
    "problem": Act.ASKS_PROBLEM,
    "consequence": Act.ASKS_IMPACT,
    "process": Act.ASKS_PROCESS,
}
_OPENS = frozenset({Act.ASKS_PERMISSION, Act.BAD_TIME, Act.OWNS_INTERRUPTION, Act.SMALL_TALK})
"""Questions of the opener: what they bring out is a go-ahead and no fact."""
_STEPS = frozenset({*ASKS, Act.ASKS_FOR_PERSON, Act.CONFIRMS_DETAILS, Act.ASKS_REPEAT})
_BUILDS = 0.3
"""`builds_on` from which a question grows out of the answer before it."""
_WHO_OR_WHEN = re.compile(r"\b(who|whose|when|decides?|decision|sign|signs|approve|involved|process|steps?)\b")
_COUNTS = re.compile(r"\bhow (many|often)\b")
_ROW = 4
_CANDIDATES = 4


@once_per_call
def elicited(call: Call) -> dict[str, tuple[str, Answered]]:
    """Which turn earns which kind of fact, and on which rung; one turn earns one kind, chosen for the highest sum."""
    specs = {spec.id: spec for spec in call.rubric.criteria() if spec.id in KINDS}
    options: dict[str, list[tuple[float, str, Answered]]] = {}
    for kind, spec in specs.items():
        best: dict[int, tuple[float, bool, str, Answered]] = {}
        for answered in call.answered:
            rung = _rung(call, kind, answered)
            points = 0.0 if rung is None else spec.max if rung == "met" else spec.levels[rung]
            turn, asked = answered.question.turn.number, KINDS[kind] in _acts(answered)
            # Of several questions in one breath the last one is the one that gets the answer.
            if rung is not None and (points, asked) >= best.get(turn, (0.0, False))[:2]:
                best[turn] = (points, asked, rung, answered)
        ranked = sorted(best.values(), key=lambda item: (-item[0], item[3].question.place))[:_CANDIDATES]
        options[kind] = [(points, rung, answered) for points, _, rung, answered in ranked]
    return _assign(options)


def _acts(answered: Answered) -> frozenset[Act]:
    return frozenset(read.act for read in answered.question.sentence.acts)


def _rung(call: Call, kind: str, answered: Answered) -> str | None:
    """`met`, `loose`, `deflected`, or None when this question is no chance for this kind of fact."""
    if answered.reply is None:
        return None
    acts = _acts(answered)
    asked = KINDS[kind] in acts
    of_problem = kind == "problem" and Act.ASKS_OTHER in acts and kind in depth(answered.question.sentence.text)
    # "How many?" is answered by a number, which then costs nobody anything.
    words_asked = normalise(answered.question.sentence.text)
    counted = kind == "consequence" and bool(_COUNTS.search(words_asked))
    # A quarter or a board in an answer tells of a decision only to somebody who asked about one.
    beside = kind == "process" and not _WHO_OR_WHEN.search(words_asked)
    told = answered.disclosed and not (counted or beside) and (kind in depth(answered.reply.text) or of_problem)
    if told and kind == "consequence" and not asked:
        # Sounding out an objection brings out the objection, not what a problem costs.
        before = call.before(answered.question.turn)
        told = not call.pushes_back(answered.reply) and (before is None or not call.pushes_back(before))
    if asked and answered.disclosed:
        return "met" if answered.fitting else "loose"
    # Whatever a fair question brings out tells at least how things stand.
    stands = kind == "situation" and not acts & _OPENS and answered.disclosed and not call.pushes_back(answered.reply)
    if (told or stands) and answered.fitting:
        return "met"
    return "deflected" if asked else None


def _assign(options: dict[str, list[tuple[float, str, Answered]]]) -> dict[str, tuple[str, Answered]]:
    kinds = list(options)
    best_sum, best = (-1.0, -1), dict[str, tuple[str, Answered]]()
    for choice in product(*([None, *options[kind]] for kind in kinds)):
        taken = [item for item in choice if item is not None]
        turns = {item[2].question.turn.number for item in taken}
        # Of equal sums the one in which questions stand for what they asked about.
        asked = sum(
            item is not None and KINDS[kind] in _acts(item[2]) for kind, item in zip(kinds, choice, strict=True)
        )
        total = (sum(item[0] for item in taken), asked)
        if len(turns) == len(taken) and total > best_sum:
            best_sum = total
            best = {kind: (item[1], item[2]) for kind, item in zip(kinds, choice, strict=True) if item is not None}
    return best


def fact(call: Call, spec: CriterionSpec) -> Finding:
    """One kind of fact, brought out by a question."""
    if not call.conversed:
        return untested("The call never got beyond the opening.")
    hit = elicited(call).get(spec.id)
    if hit is None:
        return unmet(spec, *_chance(call))
    rung, answered = hit
    quotes = [words(answered.question, call.timed)]
    if answered.reply is not None:
        quotes.append(heard(answered.reply, call.timed))
    return full(spec, *quotes) if rung == "met" else level(spec, rung, *quotes)


def follow_up(call: Call, spec: CriterionSpec) -> Finding:
    """A question that depends on the answer before it."""
    if not call.conversed:
        return untested("The call never got beyond the opening.")
    loose: tuple[Said, Turn] | None = None
    for turn in call.mine:
        theirs = call.before(turn)
        if theirs is None or not call.discloses(theirs):
            continue
        for question in turn.questions():
            uptake = builds_on(question.sentence.text, theirs.text)
            if uptake >= _BUILDS and shared_words(question.sentence.text, theirs.text):
                return full(spec, words(question, call.timed), heard(theirs, call.timed))
            if loose is None and (uptake >= _BUILDS or tie(question.sentence.text, theirs.text) > 0):
                loose = (question, theirs)
    if loose:
        return level(spec, "loose", words(loose[0], call.timed), heard(loose[1], call.timed))
    return unmet(spec, *_chance(call))


def interrogation(call: Call, spec: CriterionSpec) -> Finding:
    """Four questions in a row without taking up an answer."""
    row: list[Said] = []
    for turn in call.mine:
        asked = [said for said in turn.questions(repeated=True) if not _for_the_call(said)]
        if not asked or uptake_of(call, turn)[0] > 0:
            row = []
        row += asked
        if len(row) >= _ROW:
            return penalised(spec, *(words(said, call.timed) for said in row[:_ROW]))
    return untested("")


def _for_the_call(said: Said) -> bool:
    """A question that asks for the call itself or its next step interrogates nobody."""
    acts = {read.act for read in said.sentence.acts}
    return bool(acts & (_OPENS | _STEPS)) or len(said.sentence.text.split()) == 1


def _chance(call: Call) -> Iterator[Quote]:
    """The prospect's line at which a question would have been natural: the first that gave something away."""
    lines = [turn for turn in call.theirs if turn.number > 0 and call.after(turn)]
    telling = [turn for turn in lines if call.discloses(turn)]
    yield from (heard(turn, call.timed) for turn in (telling or lines)[:1])
