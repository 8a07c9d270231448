"""What every engine does last: cut silence off the ends, bring the voice to one loudness, leave no clicks."""

import numpy as np
from numpy.typing import NDArray

from app.domain.audio import Clip

LEAD_MS = 5
"""Silence kept before the first sound, which somebody waits for; the port allows 30 ms."""
TAIL_MS = 120
TARGET_RMS = 10 ** (-20 / 20)
"""Loudness of the voiced blocks, relative to full scale: leaves room for speech's crest of 15 to 18 dB."""
PEAK = 10 ** (-1 / 20)
_BLOCK_MS = 5
_AUDIBLE = 10 ** (-40 / 20)
"""A block is sound if it comes within 40 dB of the loudest block."""
_VOICED = 10 ** (-25 / 20)
_FADE_MS = 4


def finish(wave: NDArray[np.float32], rate_hz: int) -> Clip:
    """Mono samples in [-1, 1] as a clip: at most 5 ms lead and 120 ms tail, -20 dBFS voiced, peaks to -1 dBFS."""
    block = rate_hz * _BLOCK_MS // 1000
    count = -(-len(wave) // block)
    blocks = np.pad(wave, (0, count * block - len(wave))).reshape(count, block)
    rms = np.sqrt(np.square(blocks, dtype=np.float64).mean(axis=1))
    loudest = float(rms.max()) if count else 0.0
    if loudest < 1e-5:
        return Clip(b"", rate_hz)
    sound = np.flatnonzero(rms >= loudest * _AUDIBLE)
    start = max(0, int(sound[0]) * block - rate_hz * LEAD_MS // 1000)
    end = min(len(wave), (int(sound[-1]) + 1) * block + rate_hz * TAIL_MS // 1000)
    voiced_rms = float(np.sqrt(np.square(rms[rms >= loudest * _VOICED]).mean()))
    kept = wave[start:end]
    out = kept * min(TARGET_RMS / voiced_rms, PEAK / float(np.abs(kept).max()))
    fade = min(rate_hz * _FADE_MS // 1000, len(out) // 2)
    ramp = np.linspace(0.0, 1.0, fade, endpoint=False)
    out[:fade] *= ramp
    out[len(out) - fade :] *= ramp[::-1]
    return Clip((out * 32767).astype("<i2").tobytes(), rate_hz)
