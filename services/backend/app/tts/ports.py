"""What a voice engine must offer."""

from dataclasses import dataclass
from typing import Protocol

from app.domain.audio import Clip
from app.domain.persona import Voice


@dataclass(frozen=True, slots=True)
class Casting:
    """Who really speaks for a wanted voice."""

    engine: str
    voice: Voice
    """One of the voices on offer, at the pace it will have."""


class TtsEngine(Protocol):
    """Text to speech; shared between calls, one thread at a time."""

    name: str
    rate_hz: int

    def load(self) -> None:
        """Read and warm the model; raises `ModelMissing` or `EngineFailed`."""
        ...

    def voices(self) -> tuple[Voice, ...]:
        """The voices on offer."""
        ...

    def cast(self, wanted: Voice) -> Casting:
        """Who speaks for `wanted`: a cheap look-up, the same every time."""
        ...

    def synthesize(self, text: str, voice: Voice) -> Clip:
        """Speak `text` as whoever is cast for `voice`: mono int16 at `rate_hz`, lead of at most 30 ms, normalised."""
        ...
