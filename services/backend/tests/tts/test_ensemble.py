"""Several engines as one cast: each voice has one speaker, and a persona keeps theirs."""

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from app.domain.persona import Voice
from app.tts import create
from app.tts.engines.scripted import ScriptedTts
from app.tts.ensemble import Ensemble
from app.tts.timbres import HEART, JOE, Timbre

SEMITONE = 2 ** (1 / 12)


class Soloist(ScriptedTts):
    """A scripted engine with one voice."""

    def __init__(self, name: str, gender: str, rate_hz: int = 16_000) -> None:
        super().__init__()
        self.name, self.rate_hz, self._gender = name, rate_hz, gender

    def voices(self) -> tuple[Voice, ...]:
        return (Voice(gender=self._gender, name=f"{self.name}'s"),)


def test_each_voice_is_spoken_by_the_engine_that_has_it() -> None:
    low, high = Soloist("low", "male"), Soloist("high", "female")
    both = Ensemble("both", (low, high))
    both.synthesize("Hello?", Voice(gender="female", name="Ana Diaz"))
    both.synthesize("Who?", Voice(gender="male"))
    assert (low.spoken, high.spoken) == (["Who?"], ["Hello?"])
    assert both.cast(Voice(gender="female", name="Ana Diaz")).engine == "high"


def test_a_voice_asked_for_by_name_is_spoken_whatever_the_gender() -> None:
    both = Ensemble("both", (Soloist("low", "male"), Soloist("high", "female")))
    assert both.cast(Voice(gender="male", name="high's")).voice.gender == "female"


def test_engines_of_different_rates_cannot_share_a_call() -> None:
    with pytest.raises(ValueError, match="16000, 24000"):
        Ensemble("both", (Soloist("low", "male"), Soloist("high", "female", 24_000)))


def test_the_default_cast_has_at_least_twelve_voices_of_their_own_names() -> None:
    offered = create("duo", Path()).voices()
    assert len({voice.name for voice in offered}) == len(offered) >= 12
    assert min(Counter(voice.gender for voice in offered).values()) >= 6


def test_people_are_spread_over_the_whole_cast_and_keep_their_voice() -> None:
    cast = create("duo", Path())
    people = [Voice(gender=gender, name=f"Person {i}") for i in range(150) for gender in ("female", "male")]
    spoken = [cast.cast(person) for person in people]
    assert all(one.voice.gender == person.gender for one, person in zip(spoken, people, strict=True))
    assert {one.voice.name for one in spoken} == {voice.name for voice in cast.voices()}
    assert Counter(one.voice.name for one in spoken).most_common(1)[0][1] < 40
    assert [cast.cast(person) for person in people] == spoken


@pytest.mark.parametrize("family", [HEART, JOE])
def test_no_two_speakers_made_of_one_voice_sound_alike(family: tuple[Timbre, ...]) -> None:
    for one, other in combinations(family, 2):
        throat = max(one.size, other.size) / min(one.size, other.size)
        pitch = (one.pitch / one.size) / (other.pitch / other.size)
        assert throat >= 1.03 or max(pitch, 1 / pitch) >= SEMITONE, (one.name, other.name)
