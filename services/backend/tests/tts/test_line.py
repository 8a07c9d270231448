"""Between voice and ear: people speak up or keep it down, and a telephone lets only the middle through."""

import numpy as np
import pytest

from app.domain.audio import Clip
from app.domain.persona import Voice
from app.tts import TTSService
from app.tts.engines.line import louder, telephone
from app.tts.engines.scripted import ScriptedTts
from tests.tts.sound import samples, voiced_dbfs

RATE = 24_000


def tone(hz: float, level: float = 0.2, seconds: float = 1.0) -> Clip:
    t = np.arange(int(RATE * seconds)) / RATE
    return Clip((level * 32767 * np.sin(2 * np.pi * hz * t)).astype("<i2").tobytes(), RATE)


def mixed(*clips: Clip) -> Clip:
    return Clip(np.sum([np.frombuffer(clip.pcm, "<i2") for clip in clips], axis=0).astype("<i2").tobytes(), RATE)


def level_at(clip: Clip, hz: int) -> float:
    wave = samples(clip)
    return float(20 * np.log10(np.abs(np.fft.rfft(wave * np.hanning(len(wave))))[hz] / len(wave) * 4 + 1e-9))


@pytest.mark.parametrize("db", [-3.0, 1.5, 2.0])
def test_loudness_changes_by_what_was_asked(db: float) -> None:
    clip = tone(440)
    assert voiced_dbfs(louder(clip, db)) - voiced_dbfs(clip) == pytest.approx(db, abs=0.1)


def test_nobody_shouts_beyond_full_scale() -> None:
    assert np.abs(samples(louder(tone(440, level=0.8), 12))).max() <= 0.9


def test_a_telephone_lets_the_middle_through_and_keeps_the_loudness() -> None:
    clip = mixed(tone(120), tone(1_000), tone(6_000))
    narrow = telephone(clip)
    assert level_at(narrow, 1_000) > level_at(clip, 1_000)
    assert level_at(narrow, 120) < level_at(clip, 120) - 30
    assert level_at(narrow, 6_000) < level_at(clip, 6_000) - 30
    assert narrow.samples == clip.samples
    assert voiced_dbfs(narrow) == pytest.approx(voiced_dbfs(clip), abs=0.5)


@pytest.mark.parametrize("change", [telephone, lambda clip: louder(clip, 3)])
def test_silence_stays_silence(change: object) -> None:
    assert callable(change)
    assert change(Clip(b"", RATE)).pcm == b""
    assert not any(change(Clip(bytes(2_000), RATE)).pcm)


def test_the_service_speaks_as_loud_as_the_person_and_keeps_one_clip_for_all() -> None:
    engine = ScriptedTts()
    service = TTSService(engine)
    usual, loud = (
        service.speak("Who is this?", Voice(gender="male", name="Ben Ode", loudness_db=db)) for db in (0.0, 2.0)
    )
    assert voiced_dbfs(loud) - voiced_dbfs(usual) == pytest.approx(2, abs=0.1)
    assert engine.spoken == ["Who is this?"]


def test_the_phone_line_is_a_matter_of_the_service() -> None:
    plain, narrow = (
        TTSService(ScriptedTts(), phone_line=on).speak("Who is this?", Voice(gender="male")) for on in (False, True)
    )
    assert voiced_dbfs(narrow) < voiced_dbfs(plain) - 6, "the test's tone lies below the band"
