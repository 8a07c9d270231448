"""What the two sides' audio says about a call: how fast it answers, how fast it yields, how well it understands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bench.client import CallLog
from bench.sound import RATE_HZ, first_audible, last_audible
from bench.trainee import Spoken
from bench.wer import Wer, wer

P50_FROM, P95_FROM = 5, 20
"""Fewest values a median and a 95th percentile are given for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One prospect utterance as it sounded, in seconds on the call's clock."""

    gen: int
    began_s: float
    """First sample that can be heard."""
    ended_s: float
    """Last one."""
    cleared_s: float | None
    """When it was cut, if it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnFigures:
    """One trainee turn, measured; None where the call gives no answer."""

    name: str
    gen: int | None = None
    """The reply that stands."""
    v2v_ms: int | None = None
    """Last voiced trainee sample → first audible sample of that reply."""
    barge_in_ms: int | None = None
    """Trainee onset → last audible sample of the line it cut."""
    talked_on: bool = False
    """The prospect played the interrupted line to its end, or took it up again."""
    cut_in: bool = False
    """The prospect started a line (not an "mm-hm") before the trainee had finished."""
    taken_back: int = 0
    """Replies that became audible and were cut though the trainee's turn was over."""
    heard: str = ""
    """The caption."""
    errors: Wer | None = None
    """Against the clip's text, where it is known."""


def prospect_lines(log: CallLog) -> list[Line]:
    """Every prospect utterance with something to hear, in order."""
    found: dict[int, Line] = {}
    for segment in log.segments:
        pcm = log.prospect[segment.start : segment.end]
        first, last = first_audible(pcm), last_audible(pcm)
        if first is None or last is None:
            continue
        cleared = log.cleared.get(segment.gen)
        known = found.get(segment.gen)
        found[segment.gen] = Line(
            gen=segment.gen,
            began_s=known.began_s if known else (segment.start + first) / log.out_rate,
            ended_s=(segment.start + last) / log.out_rate,
            cleared_s=None if cleared is None else cleared / log.out_rate,
        )
    return sorted(found.values(), key=lambda line: line.began_s)


def captions(log: CallLog) -> list[dict[str, Any]]:
    """The trainee's finished utterances as the screen shows them; the last one of a `turn` stands."""
    finals: dict[int, dict[str, Any]] = {}
    for message in log.of_type("transcript"):
        if message.data["speaker"] == "trainee" and message.data["final"]:
            finals[message.data["turn"]] = message.data
    return sorted(finals.values(), key=lambda caption: int(caption["start_ms"]))


def heard_texts(log: CallLog) -> list[str]:
    """Per spoken turn what the server understood: captions go to the turn they overlap most, else the nearest."""
    texts: list[list[str]] = [[] for _ in log.spoken]
    for caption in captions(log):
        if log.spoken:
            texts[_owner(log.spoken, caption["start_ms"], caption["end_ms"])].append(caption["text"])
    return [" ".join(parts) for parts in texts]


def turn_figures(log: CallLog) -> list[TurnFigures]:
    """Every figure of every trainee turn that was spoken."""
    lines, texts = prospect_lines(log), heard_texts(log)
    return [_figures(log, lines, texts[i], i) for i in range(len(log.spoken))]


def summary(values: Sequence[float | None], digits: int = 0) -> dict[str, float | int | None]:
    """Percentiles of the values that exist, `None` below the count that makes them honest."""
    known = [value for value in values if value is not None]

    def percentile(q: float, least: int) -> float | None:
        return round(float(np.percentile(known, q)), digits or None) if len(known) >= least else None

    return {
        "p50": percentile(50, P50_FROM),
        "p95": percentile(95, P95_FROM),
        "n": len(known),
        "min": min(known, default=None),
        "max": max(known, default=None),
    }


def _figures(log: CallLog, lines: list[Line], text: str, i: int) -> TurnFigures:
    spoken = log.spoken[i]
    onset_s, end_s = spoken.onset / RATE_HZ, spoken.last_voiced / RATE_HZ
    until_s = log.spoken[i + 1].onset / RATE_HZ if i + 1 < len(log.spoken) else float("inf")
    after = [line for line in lines if end_s <= line.began_s < until_s and _answers(log, line)]
    standing = [line for line in after if line.cleared_s is None or line.cleared_s >= until_s]
    reply = standing[0] if standing else None
    over = [line for line in lines if line.began_s < onset_s <= line.ended_s]
    stopped = [line for line in over if line.cleared_s is not None and line.cleared_s >= onset_s]
    resumed = bool(log.kinds) and any(line.gen not in log.kinds for line in lines if onset_s <= line.began_s < until_s)
    return TurnFigures(
        name=spoken.turn.name,
        gen=reply.gen if reply else None,
        v2v_ms=round((reply.began_s - end_s) * 1000) if reply else None,
        barge_in_ms=round((stopped[0].ended_s - onset_s) * 1000) if stopped else None,
        talked_on=bool(over) and (not stopped or resumed),
        cut_in=any(onset_s < line.began_s < end_s and _answers(log, line) for line in lines),
        taken_back=len(after) - len(standing),
        heard=text,
        errors=None if spoken.turn.text is None else wer(spoken.turn.text, text),
    )


def _answers(log: CallLog, line: Line) -> bool:
    """Whether it is a line of its own: no nudge, no "mm-hm", no line taken up again."""
    return not log.kinds or log.kinds.get(line.gen) == "line"


def _owner(spoken: Sequence[Spoken], start_ms: int, end_ms: int) -> int:
    def fit(i: int) -> float:
        onset, last = spoken[i].onset * 1000 / RATE_HZ, spoken[i].last_voiced * 1000 / RATE_HZ
        return min(end_ms, last) - max(start_ms, onset)

    return max(range(len(spoken)), key=fit)
