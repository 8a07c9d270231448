"""Facts of a call in the order they happened; a run is its event list."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class EventKind(StrEnum):
    """What happened."""

    PHASE = "phase"
    """`{phase}`."""
    LINE = "line"
    """`{index, gen, text, kind, refuses}`: a prospect line as it starts, before anything of it was heard."""
    UTTERANCE = "utterance"
    """`{index, speaker, party, text, start_ms, end_ms, heard, kind}`; the last one of an `index` stands; a prospect's
    line that the trainee cut is its heard part with `heard` false."""
    RETRACTED = "retracted"
    """`{index}`: an utterance that a reopen took back."""
    STATE = "state"
    """`{turn, trust, …, causes, snapshot}`: the prospect's state after hearing utterance `turn`."""
    DECISION = "decision"
    """`{turn, reply, moves, causes, facts, objection, stages, ends}`: what hearing utterance `turn` led to."""
    SPEAKING = "speaking"
    """`{who, on, at_ms}`: voice activity of one side."""
    BACKCHANNEL = "backchannel"
    """`{text, turn, speaker, gen?}`: a listener's "uh-huh" over the other's speech; no utterance."""
    METRICS = "metrics"
    """`{turn, v2v_ms, stages}`."""
    FAULT = "fault"
    """`{code, message}`."""
    ENDED = "ended"
    """`{reason, by}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallEvent:
    """One fact; `seq` counts from 0 without gaps within a session."""

    seq: int
    t_ms: int
    """On the call's clock (capture samples), not the wall's."""
    kind: EventKind
    data: dict[str, Any]
