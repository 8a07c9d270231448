"""Personas are cast: a known name, else a steady choice among their gender."""

from collections import Counter

import pytest

from app.domain.persona import Voice
from app.tts.voices import KOKORO_VOICES, choose, clamp_pace

OFFERS = tuple(Voice(gender=entry.gender, name=entry.name) for entry in KOKORO_VOICES)


def test_there_are_twenty_eight_english_voices_of_both_genders_and_accents() -> None:
    assert len({entry.name for entry in KOKORO_VOICES}) == 28
    assert Counter(entry.gender for entry in KOKORO_VOICES) == {"female": 15, "male": 13}
    assert Counter(entry.accent for entry in KOKORO_VOICES) == {"en-us": 20, "en-gb": 8}


def test_a_known_name_is_taken_at_the_wanted_pace() -> None:
    assert choose(OFFERS, Voice(gender="male", name="bf_emma", pace=1.2)) == Voice(
        gender="female", name="bf_emma", pace=1.2
    )


def test_a_name_of_ones_own_always_gets_the_same_voice_of_the_right_gender() -> None:
    cast = {seed: choose(OFFERS, Voice(gender="female", name=f"persona {seed}")) for seed in range(60)}
    assert {voice.gender for voice in cast.values()} == {"female"}
    assert len(set(cast.values())) > 10
    assert all(choose(OFFERS, Voice(gender="female", name=f"persona {seed}")) == cast[seed] for seed in cast)


def test_without_a_name_the_first_of_the_gender_speaks() -> None:
    assert choose(OFFERS, Voice(gender="male")).name == "am_adam"


def test_an_engine_with_one_voice_answers_for_everybody() -> None:
    assert choose((Voice(gender="male", name="joe"),), Voice(gender="female", name="ada")).name == "joe"


@pytest.mark.parametrize(("wanted", "spoken"), [(0.1, 0.6), (1.0, 1.0), (9.0, 1.6)])
def test_pace_stays_intelligible(wanted: float, spoken: float) -> None:
    assert clamp_pace(wanted) == spoken
