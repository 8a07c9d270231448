"""A turn's text from two recognisers: nothing said twice, nothing lost, the accurate one believed where both heard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.call.grafting import LOOSE, graft

TEXT = (
    "thank you companies that ship with several carriers tell us their invoices stop matching agreed rates and "
    "nobody notices until it shows up in margin is anywhere near what happens when you open another warehouse"
)
SPOKEN = TEXT.split()


@pytest.mark.parametrize(
    ("known", "tail", "whole"),
    [
        (
            "We check every invoice on the day it la",
            "invoice on the day it lands, so nobody has to look.",
            "We check every invoice on the day it lands, so nobody has to look.",
        ),
        (
            "Hi there, this is Jonas from Tarrowgate.",
            "this is Jonas from Tarragate. I know I'm calling out of the blue.",
            "Hi there, this is Jonas from Tarrowgate. I know I'm calling out of the blue.",
        ),
        (
            "Hello, my name is Ben Carter with Tarrowgate.",
            "name is Ben Carter with Tarot Gate. How do you handle your bills?",
            "Hello, my name is Ben Carter with Tarrowgate. How do you handle your bills?",
        ),
        (
            "Good then, I won't keep you any.",
            "Then I won't keep you any longer, goodbye.",
            "Good then, I won't keep you any longer, goodbye.",
        ),
        ("And who on your team does that", "on your team does that?", "And who on your team does that?"),
    ],
)
def test_the_tail_goes_on_where_the_known_text_stops(known: str, tail: str, whole: str):
    assert graft(known, tail) == whole


def test_texts_that_do_not_meet_are_told():
    assert graft("How do you check those invoices today", "it shows up in the margin") is None
    assert graft("", "it shows up in the margin") is None
    assert graft("How do you check those invoices today", "") is None


def test_a_tail_that_left_out_what_was_said_is_not_believed():
    known = "how do you check those invoices today and who in finance signs them off"
    assert graft(known, "how do you check") is None


@given(st.data())
def test_two_cuts_of_the_same_words_give_the_words(data: st.DataObject):
    """Whatever overlaps by three sure words and more comes out whole, for any cut and any half last word."""
    stop = data.draw(st.integers(8, len(SPOKEN)))
    start = data.draw(st.integers(max(0, stop - 14), stop - 4 - LOOSE))
    half = data.draw(st.integers(1, len(SPOKEN[stop - 1])))
    known = [*SPOKEN[: stop - 1], SPOKEN[stop - 1][:half]]
    assert graft(" ".join(known), " ".join(SPOKEN[start:])) == " ".join(SPOKEN)
