"""The voice's sound at the call's rate, for the stereo recording."""

import numpy as np
import soxr

from app.domain.audio import CALL_RATE_HZ, Clip


def to_call_rate(clip: Clip) -> bytes:
    """The same sound as int16 mono little-endian at 16 kHz."""
    if clip.rate_hz == CALL_RATE_HZ or not clip.pcm:
        return clip.pcm
    samples = np.frombuffer(clip.pcm, dtype="<i2")
    resampled: bytes = soxr.resample(samples, clip.rate_hz, CALL_RATE_HZ, quality="HQ").astype("<i2").tobytes()
    return resampled
