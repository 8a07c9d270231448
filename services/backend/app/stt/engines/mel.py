"""Log-mel frames as Whisper expects them, computed for the spoken part only: the padding's frames are known beforehand.

The scale and the constants are those of Radford et al., "Robust Speech Recognition via Large-Scale Weak Supervision"
(2022), section 2.2, with the mel scale of Slaney's Auditory Toolbox.
"""

import numpy as np
from numpy.typing import NDArray

from app.domain.audio import CALL_RATE_HZ

HOP_SAMPLES = 160
FFT_SAMPLES = 400
FRAMES_PER_S = CALL_RATE_HZ // HOP_SAMPLES
_MAX_HZ = CALL_RATE_HZ / 2
_LINEAR_HZ_PER_MEL = 200 / 3
_LOG_FROM_HZ = 1000.0
_LOG_STEP = np.log(6.4) / 27


def _mel_to_hz(mel: NDArray[np.float64]) -> NDArray[np.float64]:
    """Slaney's scale: linear up to 1 kHz, logarithmic above."""
    knee = _LOG_FROM_HZ / _LINEAR_HZ_PER_MEL
    return np.where(mel < knee, mel * _LINEAR_HZ_PER_MEL, _LOG_FROM_HZ * np.exp(_LOG_STEP * (mel - knee)))


def mel_filters(bands: int) -> NDArray[np.float32]:
    """Triangular filters of equal area, shape `(bands, FFT_SAMPLES // 2 + 1)`."""
    top_mel = _LOG_FROM_HZ / _LINEAR_HZ_PER_MEL + np.log(_MAX_HZ / _LOG_FROM_HZ) / _LOG_STEP
    corners_hz = _mel_to_hz(np.linspace(0, top_mel, bands + 2))
    bins_hz = np.fft.rfftfreq(FFT_SAMPLES, 1 / CALL_RATE_HZ)
    low, centre, high = corners_hz[:-2, None], corners_hz[1:-1, None], corners_hz[2:, None]
    rising = (bins_hz - low) / (centre - low)
    falling = (high - bins_hz) / (high - centre)
    area = 2 / (high - low)
    return (np.maximum(0, np.minimum(rising, falling)) * area).astype(np.float32)


class LogMel:
    """Waveform to model input for one number of mel bands."""

    def __init__(self, bands: int) -> None:
        self._filters = mel_filters(bands)
        self._window = np.hanning(FFT_SAMPLES + 1)[:-1].astype(np.float32)

    def frames(self, wave: NDArray[np.float32], window_samples: int) -> NDArray[np.float32]:
        """Features of `wave` (mono 16 kHz in [-1, 1]) as if zero-padded to `window_samples`.

        Shape `(1, bands, window_samples // HOP_SAMPLES)`. Only frames that touch the clip are transformed; the rest
        holds the floor that silence gets.
        """
        total = window_samples // HOP_SAMPLES
        touched = min(total, (len(wave) + FFT_SAMPLES // 2) // HOP_SAMPLES + 1)
        half = FFT_SAMPLES // 2
        padded = np.pad(wave, (half, 0), mode="reflect") if len(wave) > half else np.pad(wave, (half, 0))
        needed = (touched - 1) * HOP_SAMPLES + FFT_SAMPLES
        padded = np.pad(padded, (0, max(0, needed - len(padded))))[:needed]
        slices = np.lib.stride_tricks.sliding_window_view(padded, FFT_SAMPLES)[::HOP_SAMPLES]
        power = np.abs(np.fft.rfft(slices * self._window, axis=1).astype(np.complex64)) ** 2
        log = np.log10(np.maximum(self._filters @ power.T, 1e-10))
        floor = max(float(log.max()) - 8.0, -10.0)
        out = np.full((1, len(self._filters), total), floor, dtype=np.float32)
        out[0, :, :touched] = np.maximum(log, floor)
        return (out + 4.0) / 4.0
