"""Evidence: quotes that can be found again, and the rule that points need them."""

from dataclasses import dataclass

from app.domain.call import Speaker, Utterance
from app.domain.scorecard import Criterion, Quote, Verdict
from app.scoring.rubric import CriterionSpec
from app.scoring.turns import Said, Turn

LONGEST_QUOTE = 240
"""Characters; a longer sentence is quoted around the words that count."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a criterion found before it is settled: points, the words that show it, and why."""

    points: float
    quotes: tuple[Quote, ...]
    why: str
    tested: bool = True


def words(said: Said, timed: bool) -> Quote:
    """A quote of a trainee's sentence."""
    start, end = said.sentence.start_char, said.sentence.end_char
    if end - start > LONGEST_QUOTE and said.act is not None:
        start = max(start, min(said.act.start_char, end - LONGEST_QUOTE))
        end = max(said.act.end_char, min(end, start + LONGEST_QUOTE))
    return cut(said.line.utterance, start, end, timed)


def act_words(said: Said, timed: bool) -> Quote:
    """A quote of no more than the words of the act itself."""
    if said.act is None:
        return words(said, timed)
    return cut(said.line.utterance, said.act.start_char, said.act.end_char, timed)


def heard(turn: Turn, timed: bool) -> Quote:
    """A quote of a whole line: the last one of the turn, which the other side answers."""
    utterance = turn.lines[-1].utterance
    return cut(utterance, 0, len(utterance.text), timed)


def cut(utterance: Utterance, start: int, end: int, timed: bool) -> Quote:
    """Characters `start:end` of an utterance; times are interpolated by characters, None in an untimed call."""
    span, length = utterance.end_ms - utterance.start_ms, max(1, len(utterance.text))
    return Quote(
        turn=utterance.index,
        speaker=utterance.speaker.value,
        start_char=start,
        end_char=end,
        text=utterance.text[start:end],
        start_ms=utterance.start_ms + span * start // length if timed else None,
        end_ms=utterance.start_ms + span * end // length if timed else None,
    )


def full(spec: CriterionSpec, *quotes: Quote, why: str = "") -> Finding:
    """All points."""
    return Finding(spec.max, quotes, why or spec.met)


def level(spec: CriterionSpec, name: str, *quotes: Quote, why: str = "") -> Finding:
    """The points of a named rung."""
    return Finding(spec.levels[name], quotes, why or spec.anchors.get(name, spec.partial))


def share(spec: CriterionSpec, part: float, *quotes: Quote, why: str = "") -> Finding:
    """A share, in [0, 1], of the points; none at all is `unmet` and keeps only the prospect's words."""
    if part <= 0:
        chance = tuple(quote for quote in quotes if quote.speaker == Speaker.PROSPECT)
        return Finding(0.0, chance[:1], why or spec.unmet)
    return Finding(spec.max * min(1.0, part), quotes, why or (spec.met if part >= 1 else spec.partial))


def unmet(spec: CriterionSpec, *quotes: Quote, why: str = "") -> Finding:
    """No points though the chance was there; the quotes show the moment."""
    return Finding(0.0, quotes, why or spec.unmet)


def penalised(spec: CriterionSpec, *quotes: Quote, why: str = "") -> Finding:
    """Points taken."""
    return Finding(-spec.penalty, quotes, why or spec.unmet)


def untested(why: str) -> Finding:
    """The call gave no chance."""
    return Finding(0.0, (), why, tested=False)


def settle(spec: CriterionSpec, finding: Finding) -> Criterion:
    """The criterion as it stands on the card: rounded, and without points that no trainee quote shows."""
    quotes = tuple(dict.fromkeys(quote for quote in finding.quotes if quote.text.strip()))
    points = round(finding.points, 2)
    if points > 0 and not any(quote.speaker == Speaker.TRAINEE for quote in quotes):
        points = 0.0
    if not finding.tested:
        state = Verdict.NOT_TESTED
    elif spec.penalty:
        state = Verdict.UNMET if points < 0 else Verdict.MET
    elif points >= spec.max:
        state = Verdict.MET
    else:
        state = Verdict.PARTIAL if points > 0 else Verdict.UNMET
    return Criterion(id=spec.id, state=state, points=points, max=spec.max, quotes=quotes, why=finding.why)
