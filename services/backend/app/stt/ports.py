"""What a recogniser must offer."""

from typing import Protocol

from app.domain.speech import Transcript


class SttEngine(Protocol):
    """Speech to text; shared between calls, entered by two threads at most."""

    name: str

    def load(self) -> None:
        """Read and warm the model; raises `ModelMissing` or `EngineFailed`."""
        ...

    def transcribe(self, pcm: bytes, *, prompt: str = "", fast: bool = False) -> Transcript:
        """Recognise int16 mono 16 kHz `pcm`.

        `prompt` holds names likely to occur; `fast` asks for a cheaper pass (partials).
        """
        ...
