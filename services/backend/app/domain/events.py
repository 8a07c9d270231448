"""Facts of a call in the order they happened; a run is its event list."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class EventKind(StrEnum):
    """What happened."""

    PHASE = "phase"
    """`{phase}`."""
    UTTERANCE = "utterance"
    """`{index, speaker, party, text, start_ms, end_ms, heard, kind}`; the last one of an `index` stands."""
    RETRACTED = "retracted"
    """`{index}`: an utterance that a reopen took back."""
    STATE = "state"
    """`{turn, trust, …, causes, moves, snapshot}`: the prospect's state after hearing utterance `turn`."""
    DECISION = "decision"
    """`{turn, moves, causes, acts}`."""
    SPEAKING = "speaking"
    """`{who, on}`."""
    INTERRUPTION = "interruption"
    """`{gen, at_ms, by, heard_text}`."""
    BACKCHANNEL = "backchannel"
    """`{at_ms, text}`."""
    NUDGE = "nudge"
    """`{text}`."""
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
