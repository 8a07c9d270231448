"""Real-time factors are measured on the engines that the server named."""

from pathlib import Path

import numpy as np

from bench.rtf import measure
from bench.sound import RATE_HZ


def test_an_engine_is_timed_over_its_own_sound(tmp_path: Path):
    clip = np.full(RATE_HZ, 900, np.int16)
    engines = {"speech to text": "scripted", "voice": "scripted"}
    factors = measure(engines, [clip], ["Hello there.", "Hello there."], tmp_path)
    assert all(factor is not None and 0 <= factor < 1 for factor in factors.values())


def test_what_is_not_known_is_not_a_number(tmp_path: Path):
    assert measure({}, [], [], tmp_path) == {"stt": None, "tts": None}
    assert measure({"voice": "scripted", "speech to text": "scripted"}, [], [], tmp_path) == {"stt": None, "tts": None}
