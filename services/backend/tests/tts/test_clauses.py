"""A reply is cut where a speaker would breathe, and early enough to start at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.tts import clauses


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Yeah?", ["Yeah?"]),
        ("Yeah. So what is this about?", ["Yeah. So what is this about?"]),
        (
            "Well, we already have a vendor for that, so I am not sure why we would change.",
            ["Well,", "we already have a vendor for that,", "so I am not sure why we would change."],
        ),
        (
            "Look, I'm about to walk into a meeting, can you make it quick?",
            ["Look,", "I'm about to walk into a meeting,", "can you make it quick?"],
        ),
        ("Yeah, so, we run on SAP.", ["Yeah, so,", "we run on SAP."]),
        ("Well, we don't.", ["Well, we don't."]),
        (
            "I appreciate the call but honestly we signed a contract last month.",
            ["I appreciate the call", "but honestly we signed a contract last month."],
        ),
        (
            "Okay. Go ahead. You have thirty seconds. What is it that you people do exactly?",
            ["Okay.", "Go ahead. You have thirty seconds.", "What is it that you people do exactly?"],
        ),
    ],
)
def test_first_pieces_are_short_and_end_at_natural_breaks(text: str, pieces: list[str]) -> None:
    assert clauses(text) == pieces


@pytest.mark.parametrize(
    "whole",
    [
        "1:30",
        "ana.lopez@delta.io",
        "$1,200.50",
        "Dr. Smith",
        "e.g. payroll",
        "J. Miller",
        "9 a.m. sharp",
        "3.5 percent",
    ],
)
def test_never_cuts_inside(whole: str) -> None:
    for before in range(6):
        text = " ".join([*["yes"] * before, whole, "is fine with me I suppose and then we shall see about it."])
        assert any(whole in piece for piece in clauses(text, first_max_words=before + len(whole.split()))), text


def test_a_sentence_may_end_with_a_time_of_day() -> None:
    assert clauses("Let us say 3 p.m. Thursday is out for me, sorry about that.")[0] == "Let us say 3 p.m."


def test_nothing_comes_of_nothing() -> None:
    assert clauses("") == clauses("  \n ") == []


words = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=12)


@given(st.lists(words, max_size=60).map(" ".join), st.integers(1, 12))
def test_pieces_join_to_the_text_and_keep_their_limits(text: str, first_max_words: int) -> None:
    pieces = clauses(text, first_max_words)
    assert " ".join(pieces) == " ".join(text.split())
    assert all(pieces)
    lengths = [len(piece.split()) for piece in pieces]
    assert lengths[:1] <= [first_max_words]
    assert all(length <= 16 for length in lengths[1:])
