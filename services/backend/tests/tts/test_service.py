"""The voice's front door: WAV for strangers, clips for the call, nothing made twice."""

import io
import threading
import wave
from pathlib import Path

import pytest

from app.domain.errors import EngineFailed, Invalid, ModelMissing
from app.domain.persona import Voice
from app.tts import ClipCache, TTSService, create
from app.tts.engines.scripted import ScriptedTts

ADA = Voice(gender="female", name="ada")


def test_synthesize_gives_a_complete_wav_file() -> None:
    with wave.open(io.BytesIO(TTSService(ScriptedTts()).synthesize("Who is this?"))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 16_000)
        assert file.getnframes() == 3 * 300 * 16


def test_an_empty_line_is_a_wav_file_without_sound() -> None:
    with wave.open(io.BytesIO(TTSService(ScriptedTts()).synthesize("  "))) as file:
        assert file.getnframes() == 0


def test_what_was_said_is_not_made_again() -> None:
    engine = ScriptedTts()
    service = TTSService(engine)
    first = service.speak("Hello?", ADA)
    assert service.cached(" Hello? ", ADA)
    assert service.speak("Hello?", ADA) is first
    assert engine.spoken == ["Hello?"]


@pytest.mark.parametrize("other", [Voice(gender="male"), Voice(gender="female", name="ada", pace=1.1)])
def test_another_voice_or_pace_is_another_clip(other: Voice) -> None:
    engine = ScriptedTts()
    service = TTSService(engine)
    service.speak("Hello?", ADA)
    service.speak("Hello?", other)
    assert len(engine.spoken) == 2


@pytest.mark.parametrize("other", [Voice(gender="female", name="eva"), Voice(gender="female", name="ada", pace=1.01)])
def test_who_is_cast_alike_shares_clips(other: Voice) -> None:
    engine = ScriptedTts()
    service = TTSService(engine)
    service.speak("Hello?", ADA)
    service.speak("Hello?", other)
    assert engine.spoken == ["Hello?"]
    assert service.cast(other) == service.cast(ADA)


def test_memory_stays_bounded_and_the_least_used_goes_first() -> None:
    engine = ScriptedTts()
    service = TTSService(engine, ClipCache(memory_bytes=2 * 9_600))
    for line in ("One", "Two", "One", "Three", "One", "Two"):
        service.speak(line, ADA)
    assert engine.spoken == ["One", "Two", "Three", "Two"]


def test_a_failed_line_is_tried_again() -> None:
    def break_once(text: str) -> None:
        if len(engine.spoken) == 0 and not failures:
            failures.append(text)
            raise EngineFailed("out of breath")

    failures: list[str] = []
    engine = ScriptedTts(on_work=break_once)
    service = TTSService(engine)
    with pytest.raises(EngineFailed):
        service.speak("Hello?", ADA)
    assert service.speak("Hello?", ADA).samples > 0


def test_many_threads_may_ask_at_once() -> None:
    service = TTSService(ScriptedTts(), ClipCache(memory_bytes=50_000))
    failures: list[BaseException] = []

    def talk(number: int) -> None:
        try:
            for i in range(40):
                assert service.speak(f"line {(i * number) % 7}", ADA).duration_ms == 600
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=talk, args=(number,)) for number in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_without_an_engine_every_call_says_what_to_do() -> None:
    service = TTSService()
    for call in (service.load, service.voices, lambda: service.synthesize("Hi"), lambda: service.speak("Hi", ADA)):
        with pytest.raises(ModelMissing) as failure:
            call()
        assert failure.value.hint
    service.use(ScriptedTts())
    assert service.synthesize("Hi")


def test_an_unknown_engine_is_named_together_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(Invalid) as failure:
        create("parrot", tmp_path)
    assert "parrot" in failure.value.message
    assert "piper" in failure.value.hint
