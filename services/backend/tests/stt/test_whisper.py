"""What Whisper's engine does around the model: gates, second looks, honest failures; and a few real words."""

import math
import struct
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from app.domain.errors import EngineFailed, ModelMissing
from app.domain.speech import Transcript
from app.runtime.models import default_models_dir
from app.stt.engines.whisper import WhisperEngine
from tests.stt.recordings import SAID, recording
from tests.stt.wer import word_error_rate

SURE = {"avg_logprob": -0.2, "no_speech_prob": 0.02}


def tone(seconds: float, amplitude: int = 6_000) -> bytes:
    samples = int(seconds * 16_000)
    return struct.pack(f"<{samples}h", *(int(amplitude * math.sin(i / 8)) for i in range(samples)))


class Rehearsed(WhisperEngine):
    """The real engine around a model whose answers are written down."""

    def __init__(self, *answers: Transcript, complete: bool = True) -> None:
        super().__init__(Path("rehearsed"))
        self._answers = list(answers)
        self._complete = complete
        self.windows_s: list[int] = []
        self.clips: list[int] = []

    def load(self) -> None:
        self._loaded = object()  # type: ignore[assignment]

    def _prompt_tokens(self, loaded: object, prompt: str) -> list[int]:  # type: ignore[override]
        return [1] if prompt else []

    def _decode(
        self, loaded: object, wave: NDArray[np.float32], names: list[int], min_window_s: int
    ) -> tuple[Transcript, bool]:
        self.windows_s.append(min_window_s)
        self.clips.append(len(wave))
        return self._answers.pop(0), self._complete or len(self.windows_s) > 1


def test_a_loop_gets_a_second_look_in_a_longer_window() -> None:
    engine = Rehearsed(Transcript("Yes. Yes. Yes. Yes. Yes. Yes.", **SURE), Transcript("Yes.", **SURE))
    assert engine.transcribe(tone(1)).text == "Yes."
    assert engine.windows_s == [8, 15]


def test_text_that_did_not_end_gets_a_second_look() -> None:
    engine = Rehearsed(Transcript("and and", **SURE), Transcript("And?", **SURE), complete=False)
    assert engine.transcribe(tone(1)).text == "And?"


def test_a_fast_pass_looks_once() -> None:
    engine = Rehearsed(Transcript("Sure. Sure. Sure. Sure. Sure.", **SURE))
    engine.transcribe(tone(2), fast=True)
    assert engine.windows_s == [8]


def test_what_loops_twice_is_said_once() -> None:
    looped = Transcript("okay " * 40, **SURE)
    assert Rehearsed(looped, looped).transcribe(tone(1)).text == "okay"


@pytest.mark.parametrize(
    ("text", "avg_logprob", "no_speech_prob"),
    [("you", -0.7, 0.95), ("I'm going to the pan.", -1.6, 0.75), ("To the beach.", -1.7, 0.46), (". . .", -0.1, 0.0)],
)
def test_noise_has_no_words(text: str, avg_logprob: float, no_speech_prob: float) -> None:
    heard = Rehearsed(Transcript(text, avg_logprob, no_speech_prob)).transcribe(tone(1))
    assert heard.text == ""
    assert heard.no_speech_prob == no_speech_prob


@pytest.mark.parametrize(("avg_logprob", "no_speech_prob"), [(-1.6, 0.16), (-0.8, 0.75), (-0.1, 0.3)])
def test_unclear_speech_keeps_its_words(avg_logprob: float, no_speech_prob: float) -> None:
    assert Rehearsed(Transcript("Fair enough.", avg_logprob, no_speech_prob)).transcribe(tone(1)).text


def test_silence_never_reaches_the_model() -> None:
    engine = Rehearsed()
    assert engine.transcribe(tone(2, amplitude=5)).text == ""
    assert engine.clips == []


def test_a_minute_is_recognised_in_pieces_and_joined() -> None:
    parts = ("We spoke", "about the", "quarter.")
    engine = Rehearsed(*(Transcript(text, avg_logprob=-n / 10, no_speech_prob=0.1) for n, text in enumerate(parts)))
    heard = engine.transcribe(tone(60))
    assert heard.text == "We spoke about the quarter."
    assert heard.avg_logprob == -0.2
    assert sum(engine.clips) == 60 * 16_000


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match=r"model\.bin") as failure:
        WhisperEngine(tmp_path / "whisper-base").transcribe(tone(1))
    assert failure.value.hint


def test_a_damaged_model_is_a_failure_with_advice(tmp_path: Path) -> None:
    for name in ("model.bin", "config.json", "tokenizer.json"):
        (tmp_path / name).write_text("not a model")
    with pytest.raises(EngineFailed, match="could not be read") as failure:
        WhisperEngine(tmp_path).load()
    assert failure.value.hint


@pytest.fixture(scope="module")
def base() -> WhisperEngine:
    engine = WhisperEngine(default_models_dir() / "whisper-base")
    engine.load()
    return engine


@pytest.mark.models
def test_recordings_are_understood_and_the_short_window_costs_no_words(
    base: WhisperEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = [(said, base.transcribe(recording(name), prompt="Ana, Delta").text) for name, said in SAID.items()]
    monkeypatch.setattr("app.stt.engines.whisper.MIN_WINDOW_S", 30)
    padded = [(said, base.transcribe(recording(name), prompt="Ana, Delta").text) for name, said in SAID.items()]
    assert word_error_rate(short) <= 0.04, short
    assert word_error_rate(short) <= word_error_rate(padded) + 0.01, (short, padded)


@pytest.mark.models
def test_a_name_in_the_prompt_is_spelled_that_way(base: WhisperEngine) -> None:
    clip = bytes(2 * 9_600) + recording("ana_from_delta")  # as in a call, where a turn comes with its pre-roll
    assert "Ana" not in base.transcribe(clip).text.split()
    assert "this is Ana from" in base.transcribe(clip, prompt="Ana Lopez, Delta").text


@pytest.mark.models
@pytest.mark.parametrize("level_db", [-50, -34, -26])
def test_fan_noise_has_no_words(base: WhisperEngine, level_db: int) -> None:
    hiss = np.random.default_rng(6).standard_normal(4 * 16_000) * 10 ** (level_db / 20)
    assert base.transcribe((hiss * 32767).clip(-32767, 32767).astype("<i2").tobytes()).text == ""
