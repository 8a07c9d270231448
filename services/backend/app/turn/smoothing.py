"""From a probability per frame to speech that starts and stops once: two thresholds and two run lengths."""

from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.audio import FRAME_SAMPLES, ms_to_samples
from app.turn.state import Voice

OFF_P = 0.35
OFF_SAMPLES = ms_to_samples(160)
PREROLL = ms_to_samples(500)
DETECTOR_LAG_MS = 48
"""Silero goes on hearing a voice after its sound is gone: median 56 ms, 5th to 95th percentile 17 to 92 (n = 129)."""


@dataclass(frozen=True, slots=True)
class Onset:
    """What it takes to count as speech."""

    p: float
    samples: int


FREE = Onset(0.5, ms_to_samples(96))
"""The line is free."""
OVER = Onset(0.65, ms_to_samples(128))
"""The prospect is audible."""
WARY = Onset(0.9, ms_to_samples(128))
"""The prospect's own voice came back a moment ago."""


class Edge(StrEnum):
    """A change of the smoothed state."""

    ON = "on"
    OFF = "off"


def hear(voice: Voice, p: float, now: int, onset: Onset = FREE) -> tuple[Voice, Edge | None]:
    """Take in one frame that ends at sample `now`."""
    if voice.on:
        if p >= OFF_P:
            return Voice(on=True, onset=voice.onset, last_voiced=now), None
        falling = voice.falling + FRAME_SAMPLES
        if falling < OFF_SAMPLES:
            return replace(voice, falling=falling), None
        return Voice(onset=voice.onset, last_voiced=voice.last_voiced), Edge.OFF
    if p < onset.p:
        return (replace(voice, rising=0) if voice.rising else voice), None
    rising = voice.rising + FRAME_SAMPLES
    if rising < onset.samples:
        return replace(voice, rising=rising), None
    return Voice(on=True, onset=now - rising, last_voiced=now), Edge.ON


def silenced(voice: Voice) -> Voice:
    """The same past, but speech has to set in afresh."""
    return Voice(onset=voice.onset, last_voiced=voice.last_voiced)
