"""Sound as the bench sees it: files in and out, and where in a stretch of samples somebody can be heard."""

import io
import wave
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile
import soxr

Samples = npt.NDArray[np.int16]

RATE_HZ = 16_000
"""Rate of the trainee's side and of the call's clock."""
FRAME_SAMPLES = 512
VOICED_DBFS = -40.0
"""A 10 ms window of a clip at or above this level is voiced; speech lies near -20, room noise near -60."""
AUDIBLE = 328
"""Amplitude from which one sample of the prospect can be heard: -40 dBFS."""
_WINDOW_MS = 10


def read_mono(path: Path, rate_hz: int = RATE_HZ) -> Samples:
    """Decode a WAV, FLAC or other sound file to mono int16 at `rate_hz`; `OSError` when it is none."""
    try:
        samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    except soundfile.SoundFileError as failure:
        raise OSError(f"{path.name} cannot be read as sound") from failure
    mono = samples.mean(axis=1)
    if rate != rate_hz and mono.size:
        mono = soxr.resample(mono, rate, rate_hz)
    sound: Samples = np.clip(np.round(mono * 32768), -32768, 32767).astype(np.int16)
    return sound


def read_wav(data: bytes) -> tuple[Samples, int]:
    """A 16-bit WAV file's bytes as `(samples, channels)` and its rate."""
    with wave.open(io.BytesIO(data)) as file:
        if file.getsampwidth() != 2:
            raise ValueError("the recording is not 16-bit")
        samples = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2").astype(np.int16)
        return samples.reshape(-1, file.getnchannels()), file.getframerate()


def level_dbfs(samples: Samples) -> float:
    """RMS level of the whole stretch; -120 for digital silence."""
    if not samples.size:
        return -120.0
    rms = float(np.sqrt(np.mean(np.square(samples.astype(np.float64) / 32768))))
    return max(-120.0, 20 * float(np.log10(max(rms, 1e-9))))


def voiced_ms(samples: Samples, rate_hz: int = RATE_HZ, *, bridge_ms: int = 140) -> list[tuple[int, int]]:
    """Stretches `(start_ms, end_ms)` of energy of at least `VOICED_DBFS`, gaps under `bridge_ms` closed.

    The bridge keeps stop consonants inside words from looking like pauses.
    """
    window = rate_hz * _WINDOW_MS // 1000
    windows = samples[: samples.size // window * window].reshape(-1, window).astype(np.float64) / 32768
    loud = np.sqrt(np.mean(np.square(windows), axis=1)) >= 10 ** (VOICED_DBFS / 20)
    stretches: list[tuple[int, int]] = []
    for i in np.flatnonzero(loud):
        start, end = int(i) * _WINDOW_MS, (int(i) + 1) * _WINDOW_MS
        if stretches and start - stretches[-1][1] < bridge_ms:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
    return stretches


def first_audible(samples: Samples) -> int | None:
    """Index of the first sample that can be heard, or None."""
    heard = np.flatnonzero(np.abs(samples.astype(np.int32)) >= AUDIBLE)
    return int(heard[0]) if heard.size else None


def last_audible(samples: Samples) -> int | None:
    """Index of the last sample that can be heard, or None."""
    heard = np.flatnonzero(np.abs(samples.astype(np.int32)) >= AUDIBLE)
    return int(heard[-1]) if heard.size else None


def room_noise(samples: int, seed: int, dbfs: float = -60.0) -> Samples:
    """Faint white noise, so that nobody's silence is digital zero; the same for the same seed."""
    noise = np.random.default_rng(seed).normal(0.0, 32768 * 10 ** (dbfs / 20), samples)
    return np.round(noise).astype(np.int16)
