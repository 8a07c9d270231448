"""The recognisers to compare: ours, the same model in the window it was trained with, and the small model."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.call.grafting import graft
from app.call.recognition import SHARED_MS
from app.domain.audio import CALL_RATE_HZ
from app.domain.speech import Transcript
from app.stt import SttEngine
from app.stt.engines.moonshine import MoonshineEngine
from app.stt.engines.whisper import WhisperEngine, _Loaded
from app.stt.engines.window import MAX_WINDOW_S

THREADS = 1
"""As in a call."""
SECOND = 2 * CALL_RATE_HZ
"""Bytes."""
SHORTEST_S = 3
TAIL_S = 1 + SHARED_MS / 1000


class PaddedWhisper(WhisperEngine):
    """Always 30 s, as Whisper is used everywhere else."""

    def _decode(
        self, loaded: _Loaded, wave: NDArray[np.float32], names: list[int], min_window_s: int
    ) -> tuple[Transcript, bool]:
        return super()._decode(loaded, wave, names, max(min_window_s, MAX_WINDOW_S))


class Joined:
    """As a turn is heard in a call: the accurate recogniser's look from a second ago, the quick one's last words.

    Its times hold both looks, though a call has the first one made while the trainee still speaks.
    """

    name = "joined"

    def __init__(self, folder: Path) -> None:
        self._accurate = WhisperEngine(folder / "whisper-base", THREADS)
        self._quick = MoonshineEngine(folder / "moonshine-tiny-en", THREADS)

    def load(self) -> None:
        """Read both models."""
        self._accurate.load()
        self._quick.load()

    def transcribe(self, pcm: bytes, *, prompt: str = "", fast: bool = False) -> Transcript:
        """A clip of three seconds and more by both, a shorter one by the accurate recogniser."""
        if len(pcm) >= SHORTEST_S * SECOND:
            known = self._accurate.transcribe(pcm[:-SECOND], prompt=prompt, fast=True)
            tail = self._quick.transcribe(pcm[-round(TAIL_S * SECOND) :])
            if text := graft(known.text, tail.text):
                return replace(tail, text=text)
        return self._accurate.transcribe(pcm, prompt=prompt, fast=fast)


RECOGNISERS: dict[str, Callable[[Path], SttEngine]] = {
    "base": lambda folder: WhisperEngine(folder / "whisper-base", THREADS),
    "base-padded": lambda folder: PaddedWhisper(folder / "whisper-base", THREADS),
    "joined": Joined,
    "tiny-en": lambda folder: WhisperEngine(folder / "whisper-tiny-en", THREADS),
}
