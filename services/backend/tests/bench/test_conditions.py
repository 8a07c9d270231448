"""A bad line is as bad as it says, and the same every time."""

from itertools import pairwise

import numpy as np
import pytest

from bench.conditions import CLEAN, Conditions, Microphone, noisy
from bench.noises import BACKGROUNDS
from bench.sound import FRAME_SAMPLES, RATE_HZ, Samples, level_dbfs

OUT_HZ = 22_050


def no_speaker(start: int, end: int) -> Samples:
    return np.zeros(end - start, np.int16)


def hear(microphone: Microphone, seconds: float) -> Samples:
    quiet = np.zeros(FRAME_SAMPLES, np.int16)
    return np.concatenate([microphone.hears(quiet, at) for at in range(0, int(seconds * RATE_HZ), FRAME_SAMPLES)])


@pytest.mark.parametrize("kind", list(BACKGROUNDS))
@pytest.mark.parametrize("snr_db", [20, 5])
def test_a_background_is_so_far_below_the_voice(kind: str, snr_db: int):
    sound = hear(Microphone(noisy(kind, snr_db), no_speaker, OUT_HZ), 10)
    assert level_dbfs(sound) == pytest.approx(-20 - snr_db, abs=1.5)


def test_a_good_line_changes_nothing():
    voice = np.arange(FRAME_SAMPLES, dtype=np.int16)
    assert np.array_equal(Microphone(CLEAN, no_speaker, OUT_HZ).hears(voice, 0), voice)
    assert CLEAN.route == "headset"


def test_the_loudspeaker_comes_back_later_and_softer():
    t = np.arange(OUT_HZ * 2) / OUT_HZ
    played = np.round(np.sin(2 * np.pi * 440 * t) * 10_000).astype(np.int16)
    played[: OUT_HZ // 2] = 0
    conditions = Conditions(echo_db=-20.0, echo_delay_ms=120)
    assert conditions.route == "speaker"
    sound = hear(Microphone(conditions, lambda start, end: played[start:end], OUT_HZ), 1.6)
    began = int(np.flatnonzero(np.abs(sound.astype(int)) > 300)[0]) * 1000 / RATE_HZ
    assert began == pytest.approx(620, abs=45), "resampling adds up to a frame"
    assert level_dbfs(sound[RATE_HZ:]) == pytest.approx(level_dbfs(played[OUT_HZ:]) - 20, abs=0.5)


def test_frames_are_lost_in_bursts_and_about_as_many_as_asked():
    lost = [Conditions(lost=0.05).loses(beat) for beat in range(20_000)]
    assert np.mean(lost) == pytest.approx(0.05, abs=0.01)
    follows = [after for before, after in pairwise(lost) if before]
    assert np.mean(follows) > 0.4
    assert not any(CLEAN.loses(beat) for beat in range(1_000))
