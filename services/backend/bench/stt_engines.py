"""The recognisers to compare: ours, the same model in the window it was trained with, and the small model."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.domain.speech import Transcript
from app.stt import SttEngine
from app.stt.engines.whisper import WhisperEngine, _Loaded
from app.stt.engines.window import MAX_WINDOW_S

THREADS = 1
"""As in a call."""


class PaddedWhisper(WhisperEngine):
    """Always 30 s, as Whisper is used everywhere else."""

    def _decode(
        self, loaded: _Loaded, wave: NDArray[np.float32], names: list[int], min_window_s: int
    ) -> tuple[Transcript, bool]:
        return super()._decode(loaded, wave, names, max(min_window_s, MAX_WINDOW_S))


RECOGNISERS: dict[str, Callable[[Path], SttEngine]] = {
    "base": lambda folder: WhisperEngine(folder / "whisper-base", THREADS),
    "base-padded": lambda folder: PaddedWhisper(folder / "whisper-base", THREADS),
    "tiny-en": lambda folder: WhisperEngine(folder / "whisper-tiny-en", THREADS),
}
