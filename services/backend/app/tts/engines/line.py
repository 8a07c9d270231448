"""What lies between a voice and the ear: how loud the person speaks, and the telephone's narrow band."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from app.domain.audio import Clip
from app.tts.engines.finish import PEAK

LOW_HZ, HIGH_HZ = 300, 3_400
"""The band of a telephone line (ITU-T G.712)."""
_TAPS = 257
"""Long enough to fall off within some 200 Hz at 24 kHz, short enough not to smear consonants (±5 ms)."""

_MAKE_UP = 2.0
"""A voice loses about 3 dB outside the band; what loses more was never in it."""


def louder(clip: Clip, db: float) -> Clip:
    """`clip` by `db` louder or quieter; not beyond -1 dBFS."""
    if not db or not clip.pcm:
        return clip
    wave = _wave(clip)
    return _clip(wave * min(10 ** (db / 20), PEAK / max(float(np.abs(wave).max()), 1e-6)), clip.rate_hz)


def telephone(clip: Clip) -> Clip:
    """`clip` as through a telephone: 300 to 3,400 Hz, equally loud, not beyond -1 dBFS."""
    if not clip.pcm:
        return clip
    wave = _wave(clip)
    narrow = np.convolve(wave, _band(clip.rate_hz), mode="same")
    gain = np.sqrt(np.square(wave).mean() / max(np.square(narrow).mean(), 1e-12))
    return _clip(narrow * min(gain, _MAKE_UP, PEAK / max(float(np.abs(narrow).max()), 1e-6)), clip.rate_hz)


@cache
def _band(rate_hz: int) -> NDArray[np.float64]:
    """A linear-phase band-pass: the difference of two windowed sinc low-passes."""
    n = np.arange(_TAPS) - _TAPS // 2

    def low_pass(hz: float) -> NDArray[np.float64]:
        taps = np.sinc(2 * hz / rate_hz * n) * np.hamming(_TAPS)
        return np.asarray(taps / taps.sum(), np.float64)

    return low_pass(HIGH_HZ) - low_pass(LOW_HZ)


def _wave(clip: Clip) -> NDArray[np.float64]:
    return np.frombuffer(clip.pcm, "<i2") / 32768


def _clip(wave: NDArray[np.float64], rate_hz: int) -> Clip:
    return Clip((wave * 32767).astype("<i2").tobytes(), rate_hz)
