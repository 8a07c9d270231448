"""Sentences are found by punctuation, and by how clauses begin where there is none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reading import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_punctuation_cuts_but_abbreviations_and_numbers_do_not() -> None:
    assert cut("Hi Mr. Osei. It's 3.5 percent at 10 a.m. on Monday. Okay?") == [
        "Hi Mr. Osei.",
        "It's 3.5 percent at 10 a.m. on Monday.",
        "Okay?",
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "hi dana this is alex with northwind can i take thirty seconds to say why i called",
            ["hi dana", "this is alex with northwind", "can i take thirty seconds to say why i called"],
        ),
        (
            "got it that makes sense how do you check the invoices today",
            ["got it", "that makes sense", "how do you check the invoices today"],
        ),
        ("the reason i am calling is your new warehouse", ["the reason i am calling is your new warehouse"]),
        (
            "patients do not get called the front desk does it when they have time",
            ["patients do not get called the front desk does it when they have time"],
        ),
        ("okay and how many offices do you have", ["okay", "and how many offices do you have"]),
        ("hundreds how do you notice that they're gone", ["hundreds", "how do you notice that they're gone"]),
        (
            "you don't want to know anyway we have a company for it",
            ["you don't want to know", "anyway we have a company for it"],
        ),
        (
            "a week is worse than the money how high is that on your list now",
            ["a week is worse than the money", "how high is that on your list now"],
        ),
        (
            "fifteen minutes at your site then monday at eight or tuesday at four",
            ["fifteen minutes at your site then", "monday at eight or tuesday at four"],
        ),
        ("are you free thursday at ten or friday at two", ["are you free thursday at ten or friday at two"]),
        ("i'll send you something short have a good day", ["i'll send you something short", "have a good day"]),
        ("which tool do you use for the planning today then", ["which tool do you use for the planning today then"]),
        ("she said lets meet tuesday at ten and never came", ["she said lets meet tuesday at ten and never came"]),
    ],
)
def test_speech_without_punctuation_is_cut_where_clauses_begin(text: str, pieces: list[str]) -> None:
    assert cut(text) == pieces


@given(st.text(alphabet="ab ?.!,\n—'…", max_size=80))
def test_sentences_stand_in_order_without_overlap_and_lose_no_word(text: str) -> None:
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    kept = "".join(text[start:end] for start, end in spans)
    assert sorted(filter(str.isalnum, kept)) == sorted(filter(str.isalnum, text))
