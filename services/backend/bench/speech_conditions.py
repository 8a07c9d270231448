"""A clip as it was, with noise behind it, or through a telephone line."""

from collections.abc import Callable

import numpy as np
import soxr

from bench.conditions import SPEECH_DBFS
from bench.noises import BACKGROUNDS, at_level
from bench.sound import RATE_HZ, Samples

TELEPHONE_HZ = (300, 3_400)
TELEPHONE_RATE_HZ = 8_000


def clean(pcm: Samples, _: int) -> Samples:
    """Nothing done to it."""
    return pcm


def behind(snr_db: float) -> Callable[[Samples, int], Samples]:
    """With a fan, a murmur or typing, in turn by the clip's number."""

    def noisy(pcm: Samples, number: int) -> Samples:
        kind = list(BACKGROUNDS)[number % len(BACKGROUNDS)]
        noise = at_level(BACKGROUNDS[kind](pcm.size, number), SPEECH_DBFS - snr_db)
        return (pcm.astype(np.int32) + noise).clip(-32768, 32767).astype(np.int16)

    return noisy


def telephone(pcm: Samples, _: int) -> Samples:
    """300 to 3,400 Hz at 8 kHz, and back to the call's rate."""
    narrow = soxr.resample(pcm.astype(np.float64), RATE_HZ, TELEPHONE_RATE_HZ)
    spectrum = np.fft.rfft(narrow)
    hz = np.fft.rfftfreq(narrow.size, 1 / TELEPHONE_RATE_HZ)
    spectrum[(hz < TELEPHONE_HZ[0]) | (hz > TELEPHONE_HZ[1])] = 0
    wide = soxr.resample(np.fft.irfft(spectrum, narrow.size), TELEPHONE_RATE_HZ, RATE_HZ)
    line: Samples = np.round(wide).clip(-32768, 32767).astype(np.int16)
    return line


CONDITIONS: dict[str, Callable[[Samples, int], Samples]] = {
    "clean": clean,
    "noise20": behind(20),
    "noise10": behind(10),
    "telephone": telephone,
}
