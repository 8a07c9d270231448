"""Messages left on a machine: who, why, why you, and what next, in half a minute."""
# ruff: noqa: E501 - a line of speech stays on one line

import pytest

from app.domain.scorecard import DIMENSIONS
from app.scoring import rubric_for, score_session

from .kit import Card, call, criterion, script, untimed

GREETING = "P: You have reached Martin Kessler. Please leave a message after the tone."
GOOD = f"""
{GREETING}
T: Hi Martin, Jo Lindqvist with Fennick Guard. The reason I'm calling: you moved your mail to the cloud last autumn, and fake invoices often get past the filter after that. My number is 555 0134 210. I'll try you again Thursday at ten. Once more, that's 555 0134 210.
"""
FAIR = f"""
{GREETING}
T: Hello, Jo Lindqvist with Fennick Guard here. I hope your week is going well over there. I'm calling because companies like yours get fake invoices. Call me back on 555 0134 210.
"""
POOR = f"""
{GREETING}
T: Hey Martin, how are you doing, hope all is well with you and the family. So we are a really great platform with dashboards, alerts, reports, integrations and a mobile app and everybody loves it, and we have been growing so much this year, it is just amazing what the team did there. Anyway it would be great to connect some time and see where this goes. Okay, have a great day, bye bye.
"""


def card(text: str) -> Card:
    return score_session(script(text), call_type="voicemail", brief=call("fair_mail")["brief"])


def total(text: str) -> int:
    found = card(text)["total_score"]
    assert found is not None
    return int(found)


def test_a_clear_message_beats_a_generic_one_and_that_beats_a_ramble() -> None:
    totals = [total(text) for text in (POOR, FAIR, GOOD)]
    assert totals == sorted(set(totals))
    assert totals[0] <= 20
    assert totals[2] >= 90


def test_the_card_has_all_seven_dimensions_and_the_sheets_points() -> None:
    found = card(GOOD)
    assert tuple(found["dimensions"]) == DIMENSIONS
    assert found["rubric"] == {"id": "voicemail", "version": "1.0.0"}
    assert sum(dimension["max"] for dimension in found["dimensions"].values()) == 100
    assert found["dimensions"]["objection_handling"]["state"] == "not_tested"


def test_a_message_needs_nobody_to_answer() -> None:
    alone = score_session(script(GOOD.replace(GREETING, "")), call_type="voicemail", brief=call("fair_mail")["brief"])
    assert alone["total_score"] == total(GOOD)


def test_without_times_length_is_not_guessed() -> None:
    found = score_session(untimed(GOOD), call_type="voicemail", brief=call("fair_mail")["brief"])
    assert criterion(found, "message_length")["state"] == "not_tested"
    assert criterion(found, "message_reason_early")["state"] == "not_tested"
    assert found["total_score"] is not None


def test_a_late_reason_is_still_a_reason() -> None:
    late = "I hope you had a good start into this long week and that the weather is as fine at your end as it is here with us. "
    found = card(GOOD.replace("The reason", f"{late}The reason"))
    assert criterion(found, "message_reason")["state"] == "met"
    assert criterion(found, "message_reason_early")["points"] == 0


@pytest.mark.parametrize(
    ("said", "points"),
    [
        ("My number is 555 0134 210. Again, 555-0134-210.", 25),
        ("My number is five five five oh one three four. Once more five five five oh one three four.", 25),
        ("My number is 555 0134 210.", 15),
        ("My number is 555 0134 210. My number is 555 0134 210.", 15),
        ("I'll call you again on Thursday. So look out for my call on Thursday, I'll try you at ten.", 25),
        ("I'll call you again on Thursday.", 15),
        ("We have 500 customers and 24 people.", 0),
    ],
)
def test_a_number_or_step_counts_once_or_twice(said: str, points: int) -> None:
    assert criterion(card(f"T: Jo Lindqvist with Fennick Guard. {said}"), "message_next_step")["points"] == points


@pytest.mark.parametrize("text", [GOOD, FAIR, POOR])
def test_points_rest_on_words_that_were_said(text: str) -> None:
    lines = script(text)
    for dimension in card(text)["dimensions"].values():
        for item in dimension["criteria"]:
            quotes = item["quotes"]
            assert all(lines[q["turn"]]["text"][q["start_char"] : q["end_char"]] == q["text"] for q in quotes)
            assert item["points"] <= 0 or any(quote["speaker"] == "trainee" for quote in quotes)


def test_saying_nothing_scores_nothing() -> None:
    found = score_session(script(GREETING), call_type="voicemail")
    assert found["total_score"] is None
    assert found["why_partial"] == "You said nothing."


def test_the_sheet_is_found_by_type_of_call() -> None:
    assert rubric_for("voicemail").id == "voicemail"
