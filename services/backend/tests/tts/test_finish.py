"""Every clip leaves its engine equally loud and without dead air."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.tts.engines.finish import finish
from tests.tts.sound import lead_ms, samples, voiced_dbfs

RATE = 24_000


def burst(level: float, before_s: float = 0.3, after_s: float = 0.6) -> np.ndarray:
    """A second of tone with hiss 60 dB below it all along."""
    wave = np.random.default_rng(8).standard_normal(int((before_s + 1 + after_s) * RATE)) * level / 1000
    start = int(before_s * RATE)
    wave[start : start + RATE] += level * np.sin(np.arange(RATE) / 20)
    return wave.astype(np.float32)


def test_dead_air_is_cut_off_both_ends() -> None:
    clip = finish(burst(0.3), RATE)
    assert lead_ms(clip) <= 30
    assert clip.duration_ms == pytest.approx(1_000 + 5 + 120, abs=10)


@pytest.mark.parametrize("level", [0.02, 0.1, 0.9])
def test_quiet_and_loud_voices_come_out_alike(level: float) -> None:
    assert voiced_dbfs(finish(burst(level), RATE)) == pytest.approx(-20, abs=0.5)


def test_peaks_stay_below_full_scale() -> None:
    wave = burst(0.05)
    wave[RATE] = 1.0
    assert np.abs(samples(finish(wave, RATE))).max() <= 0.9


def test_ends_do_not_click() -> None:
    wave = samples(finish(burst(0.5, before_s=0, after_s=0), RATE))
    assert abs(wave[0]) < 0.01
    assert abs(wave[-1]) < 0.01


@pytest.mark.parametrize("wave", [np.zeros(0, np.float32), np.zeros(24_000, np.float32)])
def test_silence_becomes_an_empty_clip(wave: np.ndarray) -> None:
    assert finish(wave, RATE).pcm == b""


@given(st.lists(st.floats(-1, 1, width=32), max_size=400))
def test_any_samples_give_a_clip_in_range(values: list[float]) -> None:
    clip = finish(np.array(values, np.float32), RATE)
    assert len(clip.pcm) % 2 == 0
    assert clip.samples <= len(values)
