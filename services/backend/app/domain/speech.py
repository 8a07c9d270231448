"""What a recogniser understood, and what a voice has ready."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Transcript:
    """Text of one stretch of speech."""

    text: str
    avg_logprob: float = 0.0
    """Mean log-probability per token; near 0 is sure, below -1 is guesswork."""
    no_speech_prob: float = 0.0
    """Probability that the stretch held no speech at all."""
    voiced_ms: int = 0
    """Voiced part of the stretch as the detector saw it; 0 when unknown."""


@dataclass(frozen=True, slots=True)
class LeadIn:
    """A few words that may open a turn while the rest of it is still being made."""

    text: str
    duration_ms: int | None = None
    """How long it lasts in a voice that has it ready as sound, else None."""
