"""Feedback: what went best, the three largest chances walked past, and what to say there instead."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.call import Speaker
from app.domain.scorecard import Criterion, Dimension, Miss, Quote, Verdict
from app.scoring.evidence import heard
from app.scoring.graph import Call
from app.scoring.phrasing import stronger_line
from app.scoring.rubric import CriterionSpec

MOST_MISSES = 3
MOST_WINS = 3


@dataclass(frozen=True, slots=True)
class Feedback:
    """The first win and the first miss are the ones to show first."""

    wins: tuple[dict[str, Any], ...]
    misses: tuple[Miss, ...]
    suggestions: tuple[str, ...]


def feedback(call: Call, dimensions: Mapping[str, Dimension]) -> Feedback:
    """Wins and misses in the order of points won and lost; ties keep the order of the sheet."""
    judged = {item.id: item for dimension in dimensions.values() for item in dimension.criteria}
    specs = [spec for spec in call.rubric.criteria() if spec.id in judged]
    won = [spec for spec in specs if judged[spec.id].state is Verdict.MET and spec.kind == "evidence"]
    short = [spec for spec in specs if judged[spec.id].state in (Verdict.PARTIAL, Verdict.UNMET)]
    lost = [spec for spec in short if _lost(spec, judged[spec.id])]
    wins = sorted(won, key=lambda spec: -judged[spec.id].points)[:MOST_WINS]
    worst = sorted(lost, key=lambda spec: -_lost(spec, judged[spec.id]))[:MOST_MISSES]
    misses = tuple(_miss(call, spec, judged[spec.id]) for spec in worst)
    return Feedback(
        wins=tuple(_win(spec, judged[spec.id]) for spec in wins),
        misses=misses,
        suggestions=tuple(dict.fromkeys(miss.suggestion for miss in misses if miss.suggestion)),
    )


def _lost(spec: CriterionSpec, criterion: Criterion) -> float:
    return round(spec.max - criterion.points, 2)


def _win(spec: CriterionSpec, criterion: Criterion) -> dict[str, Any]:
    mine = _of(criterion, Speaker.TRAINEE)
    turn, text = (mine.turn, mine.text) if mine else (None, "")
    return {"criterion": spec.id, "turn": turn, "quote": text, "why": criterion.why, "points": criterion.points}


def _miss(call: Call, spec: CriterionSpec, criterion: Criterion) -> Miss:
    theirs, mine = _of(criterion, Speaker.PROSPECT), _of(criterion, Speaker.TRAINEE)
    turn = mine.turn if mine else _answer_to(call, theirs)
    if criterion.quotes or spec.kind != "absence":
        theirs = theirs or _heard_before(call, turn)
    else:
        turn = max(call.mine, key=lambda longest: len(longest.text)).index if call.mine else None
    suggestion = ""
    if turn is not None:
        suggestion = stronger_line(call, spec, criterion, turn, theirs.text if theirs else "")
    return Miss(
        criterion=spec.id,
        turn=turn,
        chance_turn=theirs.turn if theirs else None,
        quote=theirs.text if theirs else mine.text if mine else _words_at(call, turn),
        why=f"{criterion.why} {spec.advice}".strip(),
        suggestion=suggestion,
    )


def _heard_before(call: Call, index: int | None) -> Quote | None:
    """What the prospect had said when the trainee spoke utterance `index`."""
    turn = next((turn for turn in call.mine if any(line.utterance.index == index for line in turn.lines)), None)
    before = call.before(turn) if turn else None
    return heard(before, call.timed) if before else None


def _words_at(call: Call, index: int | None) -> str:
    spoken = (line.utterance for turn in call.mine for line in turn.lines)
    return next((utterance.text for utterance in spoken if utterance.index == index), "")


def _answer_to(call: Call, chance: Quote | None) -> int | None:
    """The trainee utterance that answered the chance; the first one where there was none."""
    for turn in call.mine:
        if chance is None or turn.index > chance.turn:
            return turn.index
    return call.mine[-1].index if call.mine else None


def _of(criterion: Criterion, speaker: Speaker) -> Quote | None:
    return next((quote for quote in criterion.quotes if quote.speaker == speaker), None)
