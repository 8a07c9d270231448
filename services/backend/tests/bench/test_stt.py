"""The recogniser's figures are counted over the labels, and a bad line is what it says."""

from pathlib import Path

import numpy as np
import pytest

from app.domain.speech import Transcript
from bench import stt
from bench.sound import RATE_HZ, level_dbfs
from bench.speech_conditions import CONDITIONS, telephone
from bench.stt import Attempt, Clip
from bench.wer import Wer


class Parrot:
    """Says the same whatever it hears."""

    name = "parrot"

    def __init__(self) -> None:
        self.heard: list[bytes] = []

    def load(self) -> None:
        pass

    def transcribe(self, pcm: bytes, *, prompt: str = "", fast: bool = False) -> Transcript:
        self.heard.append(pcm)
        return Transcript("yes")


def tone(hz: float, seconds: float = 1.0) -> np.ndarray:
    t = np.arange(int(RATE_HZ * seconds)) / RATE_HZ
    return np.round(3_000 * np.sin(2 * np.pi * hz * t)).astype(np.int16)


def test_errors_are_counted_over_words_and_over_short_answers():
    clips = [Clip("Yes.", tone(300), 0.4), Clip("Yes we do that every day", tone(300), 2.0)]
    found = stt.heard(Parrot(), clips, "clean")
    assert found["wer"] == pytest.approx(5 / 7, abs=1e-4)
    assert found["short_answers"] == {"clips": 1, "wrong": 0}
    assert [row["clips"] for row in found["by_length"].values()] == [1, 1]
    assert found["latency_ms"]["p50"] is None


def test_lengths_sort_by_name_and_the_longest_class_holds_the_rest():
    ends = [stt.length_class(s) for s in (0.5, 1.5, 1.6, 5.0, 12.0, 20.0, 40.0)]
    assert ends == sorted(ends)
    assert ends[-1] == ends[-2]


def test_the_price_of_the_short_window_is_in_points():
    one = stt.figures([Attempt(1.0, Wer(3, 100), False, 100.0)])
    two = stt.figures([Attempt(1.0, Wer(2, 100), False, 500.0)])
    assert stt.points({"base": {"clean": one}, "base-padded": {"clean": two}}) == {"clean": 1.0}
    assert stt.points({"base": {"clean": one}}) == {}


def test_a_telephone_passes_the_middle_and_nothing_else():
    assert level_dbfs(telephone(tone(1_000), 0)) == pytest.approx(level_dbfs(tone(1_000)), abs=0.3)
    assert level_dbfs(telephone(tone(120), 0)[2_000:-2_000]) < level_dbfs(tone(120)) - 30
    assert level_dbfs(telephone(tone(6_000), 0)[2_000:-2_000]) < level_dbfs(tone(6_000)) - 30


def test_noise_is_so_far_below_the_voice():
    quiet = np.zeros(RATE_HZ * 5, np.int16)
    for number in range(3):
        assert level_dbfs(CONDITIONS["noise10"](quiet, number)) == pytest.approx(-30, abs=0.5)


def test_a_missing_model_ends_with_a_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert stt.main(["--set", "answers", "--models-dir", str(tmp_path)]) == 1
    assert "lacks its file" in capsys.readouterr().err
