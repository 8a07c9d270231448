"""Building on what was said is told from echoing it and from nodding."""

from hypothesis import given
from hypothesis import strategies as st

from app.reading import builds_on, content_words, overlap

LINE = "Two of my people pull the carrier files every Friday."


def test_a_question_about_their_words_builds_on_them() -> None:
    assert builds_on("When those two people pull the files, what do they check?", LINE) >= 0.5
    assert builds_on("So Friday is gone for two people before anything is even checked.", LINE) >= 0.3


def test_pointing_back_builds_a_little() -> None:
    assert builds_on("And what happens when that goes wrong?", LINE) > builds_on("What is your budget?", LINE)


def test_echo_and_nod_do_not() -> None:
    assert builds_on("Two of your people pull the carrier files every Friday.", LINE) <= 0.15
    assert builds_on("the carrier files every friday", LINE) <= 0.15
    assert builds_on("Got it.", LINE) == 0
    assert builds_on("Okay, makes sense, thanks.", LINE) == 0


def test_nothing_to_build_on() -> None:
    assert builds_on("How do you check them?", "") == 0
    assert builds_on("", LINE) == 0


def test_overlap_sees_through_endings() -> None:
    assert overlap("our invoices were delayed", "an invoice gets a delay") == 1.0
    assert overlap("trucks in Reno", "people in accounting") == 0.0
    assert content_words("the companies and the company") == content_words("company")


@given(st.text(max_size=80), st.text(max_size=80))
def test_measures_stay_between_nought_and_one(a: str, b: str) -> None:
    assert 0 <= builds_on(a, b) <= 1
    assert 0 <= overlap(a, b) <= 1
    assert overlap(a, b) == overlap(b, a)
