"""Where the bench finds speech, and what it reads from files."""

import wave
from pathlib import Path

import numpy as np
import pytest

from bench.sound import RATE_HZ, first_audible, last_audible, level_dbfs, read_mono, read_wav, room_noise, voiced_ms


def tone(ms: int, level: float = 0.3, rate_hz: int = RATE_HZ) -> np.ndarray:
    t = np.arange(ms * rate_hz // 1000) / rate_hz
    return np.round(level * 32767 * np.sin(2 * np.pi * 220 * t)).astype(np.int16)


def silence(ms: int) -> np.ndarray:
    return np.zeros(ms * RATE_HZ // 1000, np.int16)


def test_speech_is_found_between_silences_and_pauses_stay_pauses():
    sound = np.concatenate([silence(200), tone(500), silence(300), tone(400), silence(100)])
    assert voiced_ms(sound) == [(200, 700), (1000, 1400)]


def test_a_stop_consonant_is_no_pause():
    sound = np.concatenate([tone(300), silence(80), tone(300)])
    assert voiced_ms(sound) == [(0, 680)]


def test_room_noise_is_neither_speech_nor_audible_nor_digital_zero():
    noise = room_noise(RATE_HZ, seed=3)
    assert voiced_ms(noise) == []
    assert first_audible(noise) is None
    assert level_dbfs(noise) == pytest.approx(-60, abs=0.5)
    assert np.array_equal(noise, room_noise(RATE_HZ, seed=3))


def test_audible_edges_are_single_samples():
    sound = np.zeros(1000, np.int16)
    sound[[100, 900]] = 1000, -1000
    assert (first_audible(sound), last_audible(sound)) == (100, 900)


def test_any_rate_and_any_number_of_channels_comes_in_as_16_khz_mono(tmp_path: Path):
    side = tone(1000, rate_hz=44_100)
    path = tmp_path / "stereo.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(44_100)
        file.writeframes(np.stack([side, side], axis=1).astype("<i2").tobytes())
    mono = read_mono(path)
    assert mono.size == pytest.approx(RATE_HZ, abs=64)
    assert level_dbfs(mono[1000:-1000]) == pytest.approx(level_dbfs(side), abs=0.5)
    both, rate_hz = read_wav(path.read_bytes())
    assert (both.shape, rate_hz) == ((44_100, 2), 44_100)
