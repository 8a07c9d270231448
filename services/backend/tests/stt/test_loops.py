"""A stuck recogniser is told from a person who repeats himself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.stt.engines.loops import collapse, impossible, looks_looped, repeats


@pytest.mark.parametrize(
    ("text", "clip_s"),
    [
        ("Yes. Yes. Yes. Yes. Yes. Yes. Yes.", 1.0),
        ("What does it cost? What does it cost? What does it", 1.2),
        ("I hear you. I hear you.", 0.9),
        ("so we are going to so we are going to so we are going to", 4.0),
        (" ".join(f"word{i}" for i in range(40)), 2.0),
    ],
)
def test_loops_are_seen(text: str, clip_s: float) -> None:
    assert looks_looped(text, clip_s)


@pytest.mark.parametrize(
    ("text", "clip_s"),
    [
        ("Yes.", 0.4),
        ("No, no, no.", 1.0),
        ("No thanks, no thanks.", 1.6),
        ("I don't know. I just don't know.", 2.0),
        ("Okay, okay, let me see, Thursday works.", 2.4),
        ("The reason for my call is that most finance teams lose two days a month to manual invoices.", 5.0),
        ("", 3.0),
    ],
)
def test_people_may_repeat_themselves(text: str, clip_s: float) -> None:
    assert not looks_looped(text, clip_s)


def test_counts_the_longest_run() -> None:
    assert repeats("no no no we are fine") == (1, 3)
    assert repeats("all different words") == (0, 1)


def test_collapse_says_a_loop_once() -> None:
    assert collapse("Yes. Yes. Yes. Yes. Sure.") == "Yes. Sure."
    assert collapse("I see that I see that I see that now") == "I see that now"


def test_collapse_leaves_what_is_said_twice() -> None:
    assert collapse("No, no, we are fine.") == "No, no, we are fine."


@given(st.lists(st.sampled_from(["yes", "no", "well", "sure"]), max_size=30).map(" ".join))
def test_collapse_never_adds_words(text: str) -> None:
    assert len(collapse(text).split()) <= len(text.split())


def test_nobody_says_thirty_words_in_a_second() -> None:
    assert impossible("word " * 30, 1.0)
    assert not impossible("Yes.", 0.2)
