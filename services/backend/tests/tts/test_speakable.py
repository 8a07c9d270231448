"""What is written becomes what is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.tts.speakable import speakable


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Does 1:30 work?", "Does 1 30 work?"),
        ("At 9:05, not 10:00.", "At 9 oh 5, not 10 o'clock."),
        ("3:30 PM or 4pm", "3 30 P M or 4 P M"),
        ("at 3 p.m. today", "at 3 P M today"),
        ("Until 3 p.m. Thanks.", "Until 3 P M. Thanks."),
        ("It costs $40,000, roughly.", "It costs 40000 dollars, roughly."),
        ("$1.5M and $500k", "1.5 million dollars and 500 thousand dollars"),
        ("$1, €20, £1,200.50", "1 dollar, 20 euros, 1200 pounds and 50 pence"),
        ("up 15% in Q2", "up 15 percent in Q 2"),
        ("50k users, 10-15 people", "50 thousand users, 10 to 15 people"),
        ("Write to ana.lopez@delta.io.", "Write to ana dot lopez at delta dot io."),
        ("See delta-tools.com.", "See delta dash tools dot com."),
        ("The VP of IT and our CFO", "The V P of I T and our C F O"),
        ("two SDRs", "two S D Rs"),
        ("B2B SaaS vs. retail, e.g. ours", "B to B sass versus retail, for example ours"),
        ("OK, I am in.", "okay, I am in."),
        ("I AM IN A MEETING!", "I am in a meeting!"),
        ("Well... no — thanks. *sighs*", "Well, no, thanks."),
        ("R&D", "R and D"),
        ("He is busy, I know.", "He is busy, I know."),
    ],
)
def test_reads_as_a_person_would(written: str, said: str) -> None:
    assert speakable(written) == said


@given(st.text(max_size=80))
def test_any_text_can_be_read_and_stays_on_one_line(text: str) -> None:
    said = speakable(text)
    assert "\n" not in said
    assert said == said.strip()


@given(st.text(st.characters(codec="ascii", categories=("Ll", "Zs")), max_size=60))
def test_plain_words_stay_as_they_are(text: str) -> None:
    plain = " ".join(word for word in text.split() if word not in {"vs", "saas", "ok"})
    assert speakable(plain) == plain
