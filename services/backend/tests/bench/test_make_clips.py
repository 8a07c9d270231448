"""Clips are put together exactly as their labels will say, whatever the voice."""

import tomllib

import numpy as np
import pytest

from bench.make_clips import LEVEL_DBFS, clip, phrase, toml
from bench.script import text_of
from bench.sound import RATE_HZ, Samples, level_dbfs, voiced_ms


def speak(text: str) -> Samples:
    """A quiet tone as long as the text, between silences of its own."""
    t = np.arange(len(text) * RATE_HZ // 20) / RATE_HZ
    tone = 0.05 * np.sin(2 * np.pi * 180 * t)
    edge = np.zeros(RATE_HZ // 4)
    return np.round(np.concatenate([edge, tone, edge]) * 32767).astype(np.int16)


def test_a_phrase_is_levelled_and_cut_to_its_voice():
    sound = phrase(speak("ten letter"))
    assert sound.size / RATE_HZ == pytest.approx(0.5, abs=0.02)
    assert level_dbfs(sound) == pytest.approx(LEVEL_DBFS, abs=0.5)


def test_pauses_are_as_long_as_the_script_says():
    samples, labels = clip(["Hello there,", 400, "who am I speaking to?"], speak, seed=1)
    assert labels[1][0] - labels[0][1] == 400
    found = voiced_ms(samples)
    assert len(found) == 2
    for (start, end), (label_start, label_end) in zip(found, labels, strict=True):
        assert abs(start - label_start) <= 20
        assert abs(end - label_end) <= 20


def test_the_script_survives_being_written():
    turn = {"name": "one", "when": {"interrupt_s": 0.8}, "say": ["It's “me”.", 300, "Hello"], "file": "01_one.flac"}
    script = {"voice": "am_michael", "speed": 1.0, "turn": [turn | {"speech_ms": [[120, 900]]}]}
    assert tomllib.loads(toml(script)) == script
    assert text_of(turn["say"]) == "It's “me”. Hello"
