"""Words that sound the same are the same; everything else is an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.wer import Wer, spoken_number, wer, words


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Thursday at 10:30, OK?", "thursday at ten thirty okay"),
        ("See you at 3:00 p.m.", "see you at three pm"),
        ("It's 15%.", "its fifteen percent"),
        ("1,250 invoices", "one thousand two hundred fifty invoices"),
        ("the 2nd and the 20th", "the second and the twentieth"),
        ("$40 more", "forty dollars more"),
        ("Um, well — I’d say so.", "well id say so"),
    ],
)
def test_writing_does_not_matter(written: str, spoken: str):
    assert words(written) == spoken.split()


def test_each_kind_of_error_counts_one():
    assert wer("one two three", "one too three") == Wer(1, 3)
    assert wer("one two three", "one three") == Wer(1, 3)
    assert wer("one two three", "one two two three") == Wer(1, 3)
    assert wer("one two three", "") == Wer(3, 3)


def test_rates_add_up_by_words_not_by_lines():
    total = wer("yes", "no") + wer("this is all quite right", "this is all quite right")
    assert total.rate == pytest.approx(1 / 6)
    assert Wer(0, 0).rate is None


@given(st.lists(st.sampled_from(["call", "me", "on", "thursday", "morning", "please"]), max_size=12))
def test_the_same_words_never_err(line: list[str]):
    assert wer(" ".join(line), " ".join(line).upper() + ".").errors == 0


@given(st.integers(0, 999_999))
def test_every_number_has_words_of_its_own(value: int):
    assert spoken_number(value).replace(" ", "").isalpha()
    assert spoken_number(value) != spoken_number((value + 1) % 1_000_000)
