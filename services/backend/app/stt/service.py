"""The recogniser as the rest of the product sees it, whatever engine is behind it."""

from app.domain.audio import CALL_RATE_HZ
from app.domain.errors import Invalid, ModelMissing
from app.domain.speech import Transcript
from app.stt.ports import SttEngine

SHORTEST_MS = 100
"""No word is shorter; such a clip is answered without running the model."""
_SHORTEST_BYTES = SHORTEST_MS * CALL_RATE_HZ // 1000 * 2


class STTService:
    """Speech to text with one engine, or none until `use` gives it one."""

    def __init__(self, engine: SttEngine | None = None) -> None:
        self._engine = engine

    @property
    def engine(self) -> SttEngine:
        """The engine in use; raises `ModelMissing` when there is none."""
        if self._engine is None:
            raise ModelMissing(
                "No speech recogniser is set up.",
                "Run the set-up to fetch the recogniser's model, then start again.",
            )
        return self._engine

    def use(self, engine: SttEngine) -> None:
        """Work with `engine` from now on."""
        self._engine = engine

    def load(self) -> None:
        """Read and warm the model; raises `ModelMissing` or `EngineFailed`."""
        self.engine.load()

    def transcribe_chunk(self, pcm_bytes: bytes) -> str:
        """Words in int16 mono 16 kHz audio; empty for silence. Errors as `transcribe`."""
        return self.transcribe(pcm_bytes).text

    def transcribe(self, pcm: bytes, prompt: str = "", fast: bool = False) -> Transcript:
        """Recognise int16 mono 16 kHz `pcm` of any length.

        `prompt` holds names likely to occur; `fast` asks for a cheaper pass. A clip under 100 ms has no words.
        Raises `ModelMissing` without an engine or model, `Invalid` for half a sample, `EngineFailed` otherwise.
        """
        engine = self.engine
        if len(pcm) % 2:
            raise Invalid(
                "The audio ends in the middle of a sample.",
                "Send 16-bit mono samples at 16 kHz: an even number of bytes.",
            )
        if len(pcm) < _SHORTEST_BYTES:
            return Transcript("", no_speech_prob=1.0)
        return engine.transcribe(pcm, prompt=prompt, fast=fast)
