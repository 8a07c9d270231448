"""Features of Smart Turn: the log-mel frames of Whisper over exactly 8 s, speech at the end, silence before.

Scale and constants: Radford et al. 2022, section 2.2, on Slaney's mel scale. The waveform is brought to zero mean and
unit variance first, padding included, because the model was trained on features made that way.
"""

import numpy as np
from numpy.typing import NDArray

from app.domain.audio import CALL_RATE_HZ

SECONDS = 8
SAMPLES = SECONDS * CALL_RATE_HZ
BANDS = 80
HOP = 160
FFT = 400
FRAMES = SAMPLES // HOP
_VARIANCE_FLOOR = 1e-7
_POWER_FLOOR = 1e-10
_RANGE_DECADES = 8.0
_KNEE_HZ, _KNEE_MEL = 1_000.0, 15.0
_MELS_PER_LOG_HZ = 27 / np.log(6.4)


def _hz(mel: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(
        mel < _KNEE_MEL, mel * _KNEE_HZ / _KNEE_MEL, _KNEE_HZ * np.exp((mel - _KNEE_MEL) / _MELS_PER_LOG_HZ)
    )


def _filters() -> NDArray[np.float64]:
    """Triangles of equal area, shape `(BANDS, FFT // 2 + 1)`."""
    top_mel = _KNEE_MEL + np.log(CALL_RATE_HZ / 2 / _KNEE_HZ) * _MELS_PER_LOG_HZ
    edges_hz = _hz(np.linspace(0.0, top_mel, BANDS + 2))
    bins_hz = np.fft.rfftfreq(FFT, 1 / CALL_RATE_HZ)
    left, peak, right = edges_hz[:-2, None], edges_hz[1:-1, None], edges_hz[2:, None]
    triangles = np.minimum((bins_hz - left) / (peak - left), (right - bins_hz) / (right - peak))
    filters: NDArray[np.float64] = np.maximum(0.0, triangles) * (2 / (right - left))
    return filters


_FILTERS = _filters()
_WINDOW = np.hanning(FFT + 1)[:-1]


def log_mel(pcm: bytes) -> NDArray[np.float32]:
    """The last 8 s of int16 mono 16 kHz `pcm`, shape `(BANDS, FRAMES)`, roughly in [-1, 1]."""
    wave = np.zeros(SAMPLES, dtype=np.float32)
    tail = np.frombuffer(pcm, dtype="<i2")[-SAMPLES:]
    if len(tail):
        wave[-len(tail) :] = tail.astype(np.float32) / 32_768
    wave = (wave - wave.mean()) / np.sqrt(wave.var() + _VARIANCE_FLOOR)
    padded = np.pad(wave.astype(np.float64), FFT // 2, mode="reflect")
    blocks = np.lib.stride_tricks.sliding_window_view(padded, FFT)[::HOP][:FRAMES]
    power = np.abs(np.fft.rfft(blocks * _WINDOW, axis=1)) ** 2
    log = np.log10(np.maximum(_FILTERS @ power.T, _POWER_FLOOR))
    # Frame FRAMES, which the padding adds, is left out before the maximum is taken.
    scaled: NDArray[np.float64] = (np.maximum(log, log.max() - _RANGE_DECADES) + 4.0) / 4.0
    return scaled.astype(np.float32)
