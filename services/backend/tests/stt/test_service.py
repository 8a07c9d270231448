"""The recogniser's front door: what it promises whoever stands behind it."""

from pathlib import Path

import pytest

from app.domain.errors import Invalid, ModelMissing
from app.domain.speech import Transcript
from app.stt import STTService, create
from app.stt.engines.scripted import ScriptedStt

ONE_SECOND = b"\x01\x00" * 16_000


def test_hears_what_the_engine_hears() -> None:
    service = STTService(ScriptedStt(["Who is this?"]))
    assert service.transcribe_chunk(ONE_SECOND) == "Who is this?"


def test_confidence_and_names_pass_through() -> None:
    engine = ScriptedStt([Transcript("Hi, Ana.", avg_logprob=-0.2, no_speech_prob=0.1)])
    heard = STTService(engine).transcribe(ONE_SECOND, prompt="Ana, Delta")
    assert heard == Transcript("Hi, Ana.", avg_logprob=-0.2, no_speech_prob=0.1)
    assert engine.prompts == ["Ana, Delta"]


def test_without_an_engine_every_call_says_what_to_do() -> None:
    service = STTService()
    for call in (service.load, lambda: service.transcribe_chunk(ONE_SECOND), lambda: service.transcribe_chunk(b"")):
        with pytest.raises(ModelMissing) as failure:
            call()
        assert failure.value.hint


def test_an_engine_can_be_given_later() -> None:
    service = STTService()
    service.use(ScriptedStt(["Yes."]))
    assert service.transcribe_chunk(ONE_SECOND) == "Yes."


def test_half_a_sample_is_refused() -> None:
    with pytest.raises(Invalid, match="middle of a sample"):
        STTService(ScriptedStt(["never"])).transcribe_chunk(ONE_SECOND + b"\x00")


@pytest.mark.parametrize("length_ms", [0, 1, 99])
def test_a_clip_shorter_than_any_word_costs_no_work(length_ms: int) -> None:
    worked: list[int] = []
    service = STTService(ScriptedStt(["never"], on_work=worked.append))
    assert service.transcribe_chunk(b"\x00\x00" * 16 * length_ms) == ""
    assert worked == []


def test_an_unknown_recogniser_is_named_together_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(Invalid) as failure:
        create("parrot", tmp_path)
    assert "parrot" in failure.value.message
    assert "whisper-base" in failure.value.hint


def test_a_fast_look_leaves_the_script_where_it_is() -> None:
    engine = ScriptedStt(["I see.", "Go on."])
    assert engine.transcribe(ONE_SECOND, fast=True).text == "I see."
    assert [engine.transcribe(ONE_SECOND).text for _ in range(3)] == ["I see.", "Go on.", ""]
