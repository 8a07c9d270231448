"""How much audio the recogniser is shown: windows padded just enough, long audio cut where it is quiet."""

import numpy as np
from numpy.typing import NDArray

from app.domain.audio import CALL_RATE_HZ

MIN_WINDOW_S = 8
"""In shorter windows Whisper loops on short clips; from 8 s on it errs no more than in its full window (measured)."""
TAIL_S = 1
MAX_WINDOW_S = 30
"""Length the model was trained on."""
MAX_CLIP_S = MAX_WINDOW_S - TAIL_S
_QUIET_SAMPLES = CALL_RATE_HZ // 5


def window_samples(clip_samples: int, min_window_s: int = MIN_WINDOW_S) -> int:
    """Padded length for a clip: `max(min_window_s, clip + 1 s)`, at most 30 s."""
    wanted = max(min_window_s * CALL_RATE_HZ, clip_samples + TAIL_S * CALL_RATE_HZ)
    return min(wanted, MAX_WINDOW_S * CALL_RATE_HZ)


def split_quietly(wave: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    """Pieces of at most 29 s, each cut in the middle of the quietest 200 ms of its second half."""
    pieces = []
    most = MAX_CLIP_S * CALL_RATE_HZ
    while len(wave) > most:
        start = most // 2
        energy = np.concatenate(([0.0], np.cumsum(np.square(wave[start:most], dtype=np.float64))))
        sums = energy[_QUIET_SAMPLES:] - energy[:-_QUIET_SAMPLES]
        cut = start + int(np.argmin(sums)) + _QUIET_SAMPLES // 2
        pieces.append(wave[:cut])
        wave = wave[cut:]
    return [*pieces, wave]
