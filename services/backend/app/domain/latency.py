"""How quick the prospect was: per answer and per call, by stage, computed from the call's events alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from app.domain.events import CallEvent, EventKind
from app.domain.run import standing

SLOW_MS = 1_300
"""An answer that took longer than this by our making is slow: the 95th percentile that a call promises."""

STAGES = ("wait_ms", "stt_ms", "mind_ms", "tts_ms", "transport_ms")
"""Waiting for the end of the turn, recognising, deciding, voicing the first clause, and the way to the ear.

Recognising, deciding and voicing mostly happen inside the waiting: the stages do not add up to the whole.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLatency:
    """One answer of the prospect."""

    turn: int
    """Index of the utterance that was answered."""
    v2v_ms: int | None
    """From the trainee's last voiced sample to the first sample acknowledged; None when a stamp is missing."""
    ours_ms: int | None
    """The same without the silence that the trainee asked for (a patience setting, a held key, "one second")."""
    slow: bool
    stages: dict[str, float | None]
    voice_engine: str | None
    wording: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageLatency:
    """One stage over a call."""

    stage: str
    median_ms: float | None
    worst_ms: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallLatency:
    """All answers of a call that stand; what a reopen took back was never given."""

    slow_after_ms: int
    answers: tuple[AnswerLatency, ...]
    unmeasured: int
    """Answers whose stamps are missing or out of order."""
    median_ms: float | None
    worst_ms: int | None
    slow_turns: tuple[int, ...]
    stages: tuple[StageLatency, ...]
    voice_engines: tuple[str, ...]
    wordings: tuple[str, ...]


def call_latency(events: Sequence[CallEvent]) -> CallLatency:
    """The latency of a whole call."""
    latest = {event.data["turn"]: event.data for event in standing(events) if event.kind is EventKind.METRICS}
    answers = tuple(_answer(latest[turn]) for turn in sorted(latest))
    measured = [answer.v2v_ms for answer in answers if answer.v2v_ms is not None]
    return CallLatency(
        slow_after_ms=SLOW_MS,
        answers=answers,
        unmeasured=len(answers) - len(measured),
        median_ms=median(measured) if measured else None,
        worst_ms=max(measured, default=None),
        slow_turns=tuple(answer.turn for answer in answers if answer.slow),
        stages=tuple(_stage(name, [answer.stages[name] for answer in answers]) for name in STAGES),
        voice_engines=_distinct([answer.voice_engine for answer in answers]),
        wordings=_distinct([answer.wording for answer in answers]),
    )


def _answer(data: Mapping[str, Any]) -> AnswerLatency:
    v2v, stages = data["v2v_ms"], data["stages"]
    ours = None if v2v is None else max(0, round(v2v - (stages.get("asked_ms") or 0)))
    wait, reply = stages.get("wait_ms"), stages.get("reply_ms")
    transport = None if v2v is None or wait is None or reply is None else max(0, v2v - wait - reply)
    return AnswerLatency(
        turn=data["turn"],
        v2v_ms=v2v,
        ours_ms=ours,
        slow=ours is not None and ours > SLOW_MS,
        stages={name: transport if name == "transport_ms" else stages.get(name) for name in STAGES},
        voice_engine=data.get("voice_engine"),
        wording=data.get("wording"),
    )


def _stage(name: str, values: Sequence[float | None]) -> StageLatency:
    known = [value for value in values if value is not None]
    return StageLatency(stage=name, median_ms=median(known) if known else None, worst_ms=max(known) if known else None)


def _distinct(names: Sequence[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
