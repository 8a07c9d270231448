"""What a voice engine must offer."""

from typing import Protocol

from app.domain.audio import Clip
from app.domain.persona import Voice


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

    def synthesize(self, text: str, voice: Voice) -> Clip:
        """Speak `text`: mono int16 at `rate_hz`, leading silence of at most 30 ms, loudness normalised."""
        ...
