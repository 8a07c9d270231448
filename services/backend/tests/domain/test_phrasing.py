"""The notation for lines that can be said in several ways."""

import pytest

from app.domain.phrasing import phrase, slots_of, tidy


def ways(template: str, **slots: str) -> set[str]:
    return {phrase(template, slots, number) for number in range(200)}


def test_one_alternative_is_chosen_and_all_occur() -> None:
    assert ways("[Yes|No|Maybe].") == {"Yes.", "No.", "Maybe."}


def test_alternatives_nest_and_may_be_empty() -> None:
    assert ways("Hi[ there[, Ana|]|].") == {"Hi.", "Hi there.", "Hi there, Ana."}


def test_slots_are_filled_and_stops_tidied() -> None:
    assert phrase("[|] {who} , speaking", {"who": "ana"}, 1) == "Ana, speaking"


def test_the_same_key_says_the_same() -> None:
    assert phrase("[a|b|c|d]", {}, "x", 1) == phrase("[a|b|c|d]", {}, "x", 1)


def test_a_missing_slot_is_an_error_and_not_a_gap() -> None:
    with pytest.raises(KeyError):
        phrase("{nobody}", {}, 1)


@pytest.mark.parametrize("template", ["[a|b", "a]b", "a|b"])
def test_brackets_must_match(template: str) -> None:
    with pytest.raises(ValueError, match=r"stray|unclosed"):
        phrase(template, {}, 1)


def test_slots_of_names_every_slot() -> None:
    assert slots_of("[{a}|{b}] {c}") == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("said", "tidied"),
    [
        ("my designers's desks", "My designers' desks"),
        ("Amdocs's fine.", "Amdocs's fine."),
        ("my boss's orders", "My boss's orders"),
        ("it is a eight out of ten", "It is an eight out of ten"),
        ("a eleven-month review", "An eleven-month review"),
        ("a seven", "A seven"),
    ],
)
def test_small_words_fit_what_follows(said: str, tidied: str) -> None:
    assert tidy(said) == tidied
