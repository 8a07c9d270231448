"""How much the recogniser is shown."""

import numpy as np
import pytest

from app.stt.engines.window import MAX_CLIP_S, split_quietly, window_samples

RATE = 16_000


@pytest.mark.parametrize(("clip_s", "window_s"), [(0.5, 8), (6.9, 8), (7.5, 8.5), (20, 21), (29, 30), (29.5, 30)])
def test_window_is_eight_seconds_or_a_second_more_than_the_clip(clip_s: float, window_s: float) -> None:
    assert window_samples(int(clip_s * RATE)) == int(window_s * RATE)


def test_what_fits_stays_whole() -> None:
    wave = np.ones(MAX_CLIP_S * RATE, np.float32)
    assert [len(piece) for piece in split_quietly(wave)] == [len(wave)]


def test_long_audio_is_cut_in_its_pauses_and_nothing_is_lost() -> None:
    wave = np.random.default_rng(4).uniform(-0.5, 0.5, 70 * RATE).astype(np.float32)
    for pause_s in (22, 45):
        wave[pause_s * RATE : int((pause_s + 0.4) * RATE)] = 0
    pieces = split_quietly(wave)
    assert np.array_equal(np.concatenate(pieces), wave)
    ends_s = np.cumsum([len(piece) for piece in pieces])[:-1] / RATE
    assert ends_s == pytest.approx([22.2, 45.2], abs=0.21)


def test_audio_without_a_pause_is_still_cut() -> None:
    wave = np.random.default_rng(4).uniform(-0.5, 0.5, 100 * RATE).astype(np.float32)
    pieces = split_quietly(wave)
    assert all(len(piece) <= MAX_CLIP_S * RATE for piece in pieces)
    assert sum(map(len, pieces)) == len(wave)
