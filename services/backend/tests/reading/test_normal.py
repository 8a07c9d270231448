"""Canonical words lead back to the very letters they came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reading import normalise
from app.reading.normal import view


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I'm gonna call y'all, um, tomorrow.", "i am going to call you tomorrow"),
        ("im not sure thats right", "i am not sure that is right"),
        ("You guys — you folks don't, do you?", "you do not do you"),
        ("Who’s calling?", "who is calling"),
        ("It costs $4,500 at 3.5%", "it costs $4,500 at 3.5 percent"),
        ("callin' at 10:30 a.m.", "calling at 10:30 am"),
        ("I I wanted to to ask", "i wanted to ask"),
        ("", ""),
        ("?!…", ""),
    ],
)
def test_punctuated_and_recognised_speech_become_the_same_words(text: str, words: str) -> None:
    assert normalise(text) == words


def test_a_stretch_of_words_leads_back_over_fillers_and_contractions() -> None:
    text = "So, um, I'm callin' y'all about — uh — the invoices."
    seen = view(text)
    at = seen.line.index("i am calling you about")
    start, end = seen.original(at, at + len("i am calling you about"))
    assert text[start:end] == "I'm callin' y'all about"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_any_text_at_all_gives_words_whose_spans_lie_in_it(text: str) -> None:
    seen = view(text)
    assert len(seen.words) == len(seen.spans)
    assert all(0 <= start < end <= len(text) for start, end in seen.spans)
