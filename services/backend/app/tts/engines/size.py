"""Makes a speaker larger or smaller: one resampling moves pitch and formants together, as a longer throat does."""

import numpy as np
import soxr
from numpy.typing import NDArray


def resized(wave: NDArray[np.float32], rate_hz: int, size: float, out_rate_hz: int) -> NDArray[np.float32]:
    """`wave` at `out_rate_hz`, as from a throat `size` times as long: pitch and formants at 1 / `size`.

    It lasts `size` times as long as before; whoever spoke it has to speak `size` times as quickly.
    """
    if size == 1 and rate_hz == out_rate_hz:
        return wave
    out: NDArray[np.float32] = soxr.resample(wave, rate_hz / size, out_rate_hz, quality="HQ").astype(np.float32)
    return out
