"""From a probability per frame to speech that starts and stops once: two thresholds and two run lengths.

The detector says that somebody spoke; the level says where the sound ended, sooner and more exactly.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.audio import FRAME_SAMPLES, ms_to_samples
from app.turn.state import Voice

OFF_P = 0.35
OFF_SAMPLES = ms_to_samples(160)
PREROLL = ms_to_samples(500)
DETECTOR_LAG = ms_to_samples(48)
"""Silero goes on hearing a voice after its sound is gone: median 88 ms, 5th to 95th percentile 58 to 122 (n = 328).
In a room too loud to hear the end itself, this much is certain."""
DECAY_DB = 22.0
"""A voice this far below its loud parts is gone: -2 ms from the labelled end, -22 to 5 (the same turns)."""
_SINKS_DB = 0.03
"""By so much the loud parts are forgotten with every part of a frame that is voiced: about 4 dB a second."""
_EARLIER, _LATER = ms_to_samples(160), ms_to_samples(96)
"""The end of the sound lies so near the end that the detector hears, or something else makes sound."""


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


def hear(
    voice: Voice, p: float, now: int, onset: Onset = FREE, levels_db: tuple[float, ...] = ()
) -> tuple[Voice, Edge | None]:
    """Take in one frame that ends at sample `now`."""
    voice = _measured(voice, p, now, levels_db)
    if voice.on:
        if p >= OFF_P:
            return voiced_until(replace(voice, falling=0), now), None
        falling = voice.falling + FRAME_SAMPLES
        if falling < OFF_SAMPLES:
            return replace(voice, falling=falling), None
        return _off(voice), Edge.OFF
    stirring = voice.stirring + FRAME_SAMPLES if voice.clear and voice.sounded > now - FRAME_SAMPLES else 0
    rising = voice.rising + FRAME_SAMPLES if p >= onset.p else 0
    if rising < onset.samples:
        return replace(voice, rising=rising, stirring=stirring), None
    return voiced_until(replace(voice, on=True, rising=0, stirring=0, onset=now - rising), now), Edge.ON


def voiced_until(voice: Voice, now: int) -> Voice:
    """Speech up to `now`, as far as is known."""
    return replace(voice, last_voiced=now, ended=now)


def comes_back(voice: Voice) -> bool:
    """Off, but something has begun that may be speech: too little of it yet to say."""
    return voice.rising > 0 or 0 < voice.stirring <= FREE.samples


def silenced(voice: Voice) -> Voice:
    """The same past, but speech has to set in afresh."""
    return _off(voice) if voice.on else replace(voice, rising=0, stirring=0)


def _measured(voice: Voice, p: float, now: int, levels_db: tuple[float, ...]) -> Voice:
    loud, sounded = voice.loud_db, voice.sounded
    begin = now - FRAME_SAMPLES
    for i, level in enumerate(levels_db, start=1):
        if p >= OFF_P:
            loud = max(loud - _SINKS_DB, level)
        if level > loud - DECAY_DB:
            sounded = begin + i * FRAME_SAMPLES // len(levels_db)
    return replace(voice, loud_db=loud, sounded=sounded)


def _off(voice: Voice) -> Voice:
    clear = voice.last_voiced - _EARLIER <= voice.sounded <= voice.last_voiced + _LATER
    ended = voice.sounded if clear else voice.last_voiced - DETECTOR_LAG
    return replace(voice, on=False, rising=0, falling=0, stirring=0, ended=ended, clear=clear)
