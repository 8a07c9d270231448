"""Reads sound for tests."""

import numpy as np
from numpy.typing import NDArray

from app.domain.audio import Clip


def samples(clip: Clip) -> NDArray[np.float32]:
    """The clip in [-1, 1]."""
    return np.frombuffer(clip.pcm, "<i2").astype(np.float32) / np.float32(32768)


def lead_ms(clip: Clip, below_peak_db: float = 40) -> float:
    """Time until the sound comes within `below_peak_db` of its peak."""
    level = np.abs(samples(clip))
    return float(np.argmax(level > level.max() * 10 ** (-below_peak_db / 20))) * 1000 / clip.rate_hz


def voiced_dbfs(clip: Clip) -> float:
    """RMS of the 20 ms blocks within 25 dB of the loudest one."""
    block = clip.rate_hz // 50
    wave = samples(clip)
    rms = np.sqrt(np.square(wave[: len(wave) // block * block].reshape(-1, block)).mean(axis=1))
    return float(20 * np.log10(np.sqrt(np.square(rms[rms > rms.max() * 10 ** (-25 / 20)]).mean())))
