"""What the two sides' audio says about a call: how fast it answers, how fast it yields, how well it understands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bench.client import CallLog
from bench.script import Pause
from bench.sound import RATE_HZ, first_audible, last_audible
from bench.trainee import Spoken
from bench.wer import Wer, wer

PERCENTILES_FROM = 20
"""Fewest values that a percentile is given for."""
BRIEF_S = 0.4
"""A line that ends by itself within this time of a trainee's onset could not have been interrupted."""
UNDECIDED_S = 0.15
"""Nobody stops for a word in less: a prospect who fell silent sooner was between two clauses."""
RAN_ON_S = 1.0
"""A prospect who can be heard for this long into the trainee's words has not given way."""


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
    pauses: tuple[Pause, ...] = ()
    """Its labelled pauses."""
    listening: bool = False
    """A sign of listening or a noise over the prospect's line: no turn that asks for an answer."""
    gen: int | None = None
    """The reply that stands."""
    v2v_ms: int | None = None
    """Last voiced trainee sample → first audible sample of that reply."""
    over: bool = False
    """The prospect could be heard when it began, and not in its last moment or between two clauses."""
    barge_in_ms: int | None = None
    """Trainee onset → last audible sample of the line it cut; a pause counts as a stop unless the line went on."""
    talked_on: bool = False
    """The prospect spoke on for a second and more, or took the interrupted line up again."""
    stopped: bool = False
    """A line that was audible when the sound began was cut or paused, and neither over nor a question by then."""
    cut_in: bool = False
    """The prospect started a line (not an "mm-hm") before the trainee had finished."""
    cut_in_pause: Pause | None = None
    """The labelled pause in which, or after which, it did; None when there was none yet."""
    taken_back: int = 0
    """Replies that became audible and were cut, by nobody's interruption, before they were over."""
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

    def percentile(q: float) -> float | None:
        return round(float(np.percentile(known, q)), digits or None) if len(known) >= PERCENTILES_FROM else None

    return {
        "p50": percentile(50),
        "p95": percentile(95),
        "n": len(known),
        "missing": len(values) - len(known),
        "min": min(known, default=None),
        "max": max(known, default=None),
    }


def _figures(log: CallLog, lines: list[Line], text: str, i: int) -> TurnFigures:
    spoken = log.spoken[i]
    turn = spoken.turn
    onset_s, end_s = spoken.onset / RATE_HZ, spoken.last_voiced / RATE_HZ
    until_s = log.spoken[i + 1].onset / RATE_HZ if i + 1 < len(log.spoken) else float("inf")
    after = [line for line in lines if end_s <= line.began_s < until_s and _answers(log, line)]
    standing = [line for line in after if line.cleared_s is None or line.cleared_s >= until_s]
    early = [line for line in lines if onset_s < line.began_s < end_s and _answers(log, line)]
    reply = standing[0] if standing and not turn.listening else None
    over = [line for line in lines if line.began_s < onset_s <= line.ended_s]
    stopped = [line for line in over if line.cleared_s is not None and onset_s <= line.cleared_s < until_s]
    resumed = [line for line in lines if onset_s <= line.began_s < until_s and log.kinds and line.gen not in log.kinds]
    last = (stopped + resumed)[-1] if stopped else None
    yielded = last is not None and last.cleared_s is not None
    loud = any(line.ended_s - onset_s >= (BRIEF_S if line.cleared_s is None else UNDECIDED_S) for line in over)
    interrupts = loud and not turn.listening
    return TurnFigures(
        name=turn.name,
        pauses=tuple(turn.pauses),
        listening=turn.listening,
        gen=reply.gen if reply else None,
        v2v_ms=round((reply.began_s - end_s) * 1000) if reply else None,
        over=loud,
        barge_in_ms=round((last.ended_s - onset_s) * 1000) if last and yielded and interrupts else None,
        talked_on=(bool(stopped) and not yielded) or any(_ran_on(line, onset_s) for line in over),
        stopped=loud and any(not _excused(log, line, bool(resumed)) for line in stopped),
        cut_in=bool(early),
        cut_in_pause=_pause_before(spoken, early[0].began_s) if early else None,
        taken_back=len(after) - len(standing) + sum(line.cleared_s is not None for line in early),
        heard=text,
        errors=None if turn.text is None else wer(turn.text, text),
    )


def _ran_on(line: Line, onset_s: float) -> bool:
    return line.cleared_s is None and line.ended_s - onset_s >= RAN_ON_S


def _excused(log: CallLog, line: Line, resumed: bool) -> bool:
    """Whether a cut line was over all the same, or what was heard of it ends with a question, which asks for words."""
    cut_ms = line.ended_s * 1000
    told = [m.data for m in log.of_type("transcript") if m.data["speaker"] == "prospect" and m.data["final"]]
    near = [data for data in told if data["start_ms"] - 100 <= cut_ms <= data["end_ms"] + 500]
    over = any(data.get("heard", False) for data in near) and not resumed
    return over or any(str(data["text"]).rstrip(" —").endswith("?") for data in near)


def _pause_before(spoken: Spoken, at_s: float) -> Pause | None:
    at_ms = (at_s * RATE_HZ - spoken.start) * 1000 / RATE_HZ
    return next((pause for pause in reversed(spoken.turn.pauses) if pause.start_ms <= at_ms), None)


def _answers(log: CallLog, line: Line) -> bool:
    """Whether it is a line of its own: no nudge, no "mm-hm", no line taken up again."""
    return not log.kinds or log.kinds.get(line.gen) == "line"


def _owner(spoken: Sequence[Spoken], start_ms: int, end_ms: int) -> int:
    def fit(i: int) -> float:
        onset, last = spoken[i].onset * 1000 / RATE_HZ, spoken[i].last_voiced * 1000 / RATE_HZ
        return min(end_ms, last) - max(start_ms, onset)

    return max(range(len(spoken)), key=fit)
