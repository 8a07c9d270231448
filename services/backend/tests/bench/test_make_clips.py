"""Clips are put together exactly as their labels will say, whatever the voice."""

import tomllib

import numpy as np
import pytest

from bench.make_clips import LEVEL_DBFS, clip, levelled, made, toml
from bench.noises import HUM, SOUNDS
from bench.pauses import INSIDE, SENTENCE, Turn, gaps, paused
from bench.script import text_of
from bench.sound import RATE_HZ, Samples, level_dbfs, voiced_ms


def tone(seconds: float, amplitude: float = 0.05) -> Samples:
    t = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return np.round(amplitude * np.sin(2 * np.pi * 180 * t) * 32767).astype(np.int16)


def still(seconds: float) -> Samples:
    return np.zeros(round(seconds * RATE_HZ), np.int16)


def speak(_: str) -> Samples:
    """Half a second, a natural gap of 250 ms, one second; silence around it."""
    return np.concatenate([still(0.25), tone(0.5), still(0.25), tone(1.0), still(0.25)])


def test_a_turn_is_levelled_over_its_voice():
    pcm = levelled(speak(""))
    voiced = np.concatenate([pcm[start * 16 : end * 16] for start, end in voiced_ms(pcm)])
    assert level_dbfs(voiced) == pytest.approx(LEVEL_DBFS, abs=0.5)


def test_a_natural_gap_gets_the_length_that_the_script_says():
    turn = Turn.of(["If it is wrong,", 600, "who finds out?"])
    pcm = levelled(speak(""))
    found = gaps(pcm, turn, [250, 400, 500, 600, 990, 1_300, 1_500])
    assert [(gap.length_ms, gap.kind) for gap in found] == [(600, INSIDE)]
    samples, labels = clip(paused(pcm, found), seed=1)
    assert labels[1][0] - labels[0][1] == 600
    for (start, end), (label_start, label_end) in zip(voiced_ms(samples), labels, strict=True):
        assert abs(start - label_start) <= 20
        assert abs(end - label_end) <= 20


def test_a_word_that_runs_into_the_next_is_parted_where_it_is_softest():
    pcm = np.concatenate([still(0.1), tone(0.5), tone(0.02, 0.02), tone(0.5), still(0.1)])
    turn = Turn.of(["from", 300, "Tarrowgate"])
    (gap,) = gaps(pcm, turn, [100, 640])
    assert gap.start_ms == gap.end_ms == pytest.approx(605, abs=15)
    made_of = paused(pcm, [gap])
    assert made_of.speech_ms[1][0] - made_of.speech_ms[0][1] == 300
    assert np.abs(made_of.pcm.astype(int)).max() > 1_500


def test_a_natural_gap_nobody_asked_for_is_labelled_with_what_it_follows():
    pcm = levelled(speak(""))
    (gap,) = gaps(pcm, Turn.of(["I see. And then?"]), [250, 400, 990, 1_500])
    assert (gap.length_ms, gap.kind) == (250, SENTENCE)
    (gap,) = gaps(pcm, Turn.of(["I see and then?"]), [250, 400, 990, 1_500])
    assert gap.kind == INSIDE


@pytest.mark.parametrize("sound", [HUM, *SOUNDS])
def test_what_is_no_word_is_heard_and_the_same_again(sound: str):
    one, two = (made(sound, lambda _: tone(0.5), seed=3) for _ in range(2))
    assert np.array_equal(one.pcm, two.pcm)
    ((start, end),) = one.speech_ms
    assert 100 < end - start < 900


def test_the_script_survives_being_written():
    turn = {"name": "one", "when": {"interrupt_s": 0.8}, "say": ["It's “me”.", 300, "Hello"], "file": "01_one.flac"}
    label = {"speech_ms": [[120, 400], [700, 900]], "pauses": ["sentence"]}
    noise = {"name": "two", "when": {"over_s": 0.8}, "sound": "cough", "file": "02_two.flac"}
    turns = [turn | label, noise | {"speech_ms": [[120, 400]], "pauses": []}]
    script = {"voice": "am_michael", "speed": 1.0, "turn": turns}
    assert tomllib.loads(toml(script)) == script
    assert text_of(turn["say"]) == "It's “me”. Hello"
