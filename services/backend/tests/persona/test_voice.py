"""How a persona sounds is settled with the persona, and follows who they are."""

from statistics import mean

from app.persona import PersonaGenerator

PEOPLE = [PersonaGenerator().generate(seed) for seed in range(120)]


def test_the_voice_is_as_much_the_persona_as_the_name_is() -> None:
    for person in PEOPLE[:20]:
        assert PersonaGenerator().generate(person.seed).voice == person.voice
        assert person.voice.name == person.name


def test_every_accent_is_where_it_is_spoken() -> None:
    accents = {person.region: person.voice.accent for person in PEOPLE}
    assert accents["Scotland"] == accents["Ireland"] == "british"
    assert accents["Texas"] == accents["Ontario"] == "american"


def test_pace_and_loudness_stay_within_what_is_natural() -> None:
    assert all(0.85 <= person.voice.pace <= 1.15 and abs(person.voice.loudness_db) <= 2 for person in PEOPLE)


def test_the_impatient_speak_faster_and_the_direct_louder() -> None:
    by_patience = sorted(PEOPLE, key=lambda person: person.temperament.patience)
    assert mean(p.voice.pace for p in by_patience[:30]) > mean(p.voice.pace for p in by_patience[-30:]) + 0.02
    by_directness = sorted(PEOPLE, key=lambda person: person.temperament.directness)
    quiet, loud = by_directness[:30], by_directness[-30:]
    assert mean(p.voice.loudness_db for p in loud) > mean(p.voice.loudness_db for p in quiet) + 1


def test_the_desk_has_a_voice_of_its_own() -> None:
    assert all(person.desk and person.desk.voice.name and person.desk.voice != person.voice for person in PEOPLE)
