"""Prospect codes: short, exact, forgiving about case, unforgiving about typos."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import app.persona.codes as codes
from app.domain.call import CallType
from app.persona import (
    BadCode,
    OtherLibrary,
    PersonaGenerator,
    ProspectCode,
    decode,
    encode,
    find_playbook,
    load_playbooks,
)

some_code = st.builds(
    ProspectCode,
    seed=st.integers(0, 2**24 - 1),
    difficulty=st.integers(1, 5),
    call_type=st.sampled_from(list(CallType)),
    playbook_tag=st.integers(0, 0xFFF),
)


@given(some_code)
def test_what_was_encoded_is_decoded(code: ProspectCode) -> None:
    assert decode(encode(code)) == code


@given(some_code)
def test_case_spaces_and_lookalike_letters_are_forgiven(code: ProspectCode) -> None:
    head, word, tail = encode(code).split("-")
    said = f" {head.lower()} {word.title()} {tail.replace('0', 'o').replace('1', 'l')} "
    assert decode(said) == code


@given(some_code, st.integers(0, 8), st.integers(1, 31))
def test_one_wrong_character_never_passes(code: ProspectCode, place: int, shift: int) -> None:
    text = encode(code)
    places = [index for index in range(len(text)) if index < 4 or index >= len(text) - 5]
    index = places[place]
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    wrong = alphabet[(alphabet.index(text[index]) + shift) % 32]
    with pytest.raises((BadCode, OtherLibrary)):
        decode(text[:index] + wrong + text[index + 1 :])


@pytest.mark.parametrize(
    "text", ["", "hello", "KX7M-DELTA", "KX7M-NOWORD-19QF3", "KX7-DELTA-19QF3", "????-DELTA-19QF3"]
)
def test_what_is_no_code_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(BadCode) as failure:
        decode(text)
    assert failure.value.code == "bad_prospect_code"
    assert failure.value.hint


def test_a_code_of_another_library_version_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    text = encode(ProspectCode(seed=1, difficulty=3, call_type=CallType.COLD, playbook_tag=7))
    monkeypatch.setattr(codes, "LIBRARY_VERSION", 2)
    with pytest.raises(OtherLibrary, match="library version 1; this one is 2"):
        decode(text)


def test_a_code_rebuilds_the_prospect() -> None:
    playbook = load_playbooks()[2]
    persona = PersonaGenerator().generate(424_242, difficulty=4, playbook=playbook)
    code = decode(persona.code)
    again = PersonaGenerator().generate(
        code.seed, difficulty=code.difficulty, call_type=code.call_type, playbook=find_playbook(code, load_playbooks())
    )
    assert again == persona


def test_a_code_with_an_unknown_playbook_says_so() -> None:
    code = ProspectCode(seed=1, difficulty=3, call_type=CallType.COLD, playbook_tag=1)
    with pytest.raises(BadCode, match="playbook that is not here"):
        find_playbook(code, load_playbooks())


def test_neighbouring_seeds_do_not_look_alike() -> None:
    a, b = (
        encode(ProspectCode(seed=seed, difficulty=3, call_type=CallType.COLD, playbook_tag=7)) for seed in (100, 101)
    )
    assert a.split("-")[1] != b.split("-")[1]
