"""Calls that somebody else answers: openness, manners and a way further in are what counts."""
# ruff: noqa: E501 - a line of speech stays on one line

import pytest

from app.domain.scorecard import DIMENSIONS
from app.scoring import rubric_for, score_session

from .kit import Card, criterion, script

GOOD = """
P: Pollard Tooling, Ruth speaking.
T: Hi Ruth, this is Jo Lindqvist with Fennick Guard. I'm hoping you can help me. The reason I'm calling is that fake invoices get past mail filters, and I'd like to talk to Martin Kessler about it.
P: Is this a sales call?
T: Yes, it is, and it's a first call. We check mail for fake invoices, and I don't know whether that is a topic for you at all.
P: He's in meetings all morning.
T: Thanks, that helps. When is the best time to reach him?
P: Try him after four, he's usually at his desk then.
T: After four it is. Thank you, Ruth.
"""
FAIR = """
P: Pollard Tooling, Ruth speaking.
T: Hello, Jo from Fennick Guard here. Can you put me through to Martin Kessler?
P: What is it about?
T: I'm calling about fake invoices in the mail.
P: He doesn't take cold calls.
T: Okay. Bye then.
"""
POOR = """
P: Pollard Tooling, Ruth speaking.
T: Martin Kessler, please.
P: What is it about?
T: It's a personal matter, he's expecting my call.
P: And your name is?
T: Just put me through, will you?
"""


def card(text: str) -> Card:
    return score_session(script(text), call_type="gatekeeper")


def total(text: str) -> int:
    found = card(text)["total_score"]
    assert found is not None
    return int(found)


def test_an_open_call_beats_a_curt_one_and_that_beats_a_lie() -> None:
    totals = [total(text) for text in (POOR, FAIR, GOOD)]
    assert totals == sorted(set(totals))
    assert totals[0] <= 15
    assert totals[2] >= 95


def test_the_card_has_all_seven_dimensions_and_the_sheets_points() -> None:
    found = card(GOOD)
    assert tuple(found["dimensions"]) == DIMENSIONS
    assert found["rubric"] == {"id": "gatekeeper", "version": "1.0.0"}
    assert sum(dimension["max"] for dimension in found["dimensions"].values()) == 100
    assert found["dimensions"]["discovery"]["state"] == "not_tested"


@pytest.mark.parametrize(
    "lie",
    ["It's a personal matter.", "He's expecting my call.", "I'm returning his call.", "We spoke last week about it."],
)
def test_a_lie_costs_reason_and_screen_wherever_it_stands(lie: str) -> None:
    lied = card(GOOD.replace("After four it is.", f"After four it is. {lie}"))
    assert criterion(lied, "honest_reason")["points"] == 0
    assert criterion(lied, "screen")["points"] == 0


def test_who_says_that_it_is_not_personal_does_not_lie() -> None:
    plain = card(GOOD.replace("Yes, it is,", "Yes, it is, it's not personal,"))
    assert criterion(plain, "screen")["state"] == "met"


def test_an_open_door_leaves_the_screen_untested() -> None:
    found = card(
        """
        P: Pollard Tooling, Ruth speaking.
        T: Hi, Jo Lindqvist with Fennick Guard. The reason I'm calling is fake invoices. Could you help me reach Martin Kessler?
        P: I'll put you through.
        T: Thank you, I appreciate it.
        """
    )
    assert criterion(found, "screen")["state"] == "not_tested"
    assert criterion(found, "way_in")["state"] == "met"
    assert found["total_score"] is not None


@pytest.mark.parametrize("text", [GOOD, FAIR, POOR])
def test_points_rest_on_words_that_were_said(text: str) -> None:
    lines = script(text)
    for dimension in card(text)["dimensions"].values():
        for item in dimension["criteria"]:
            quotes = item["quotes"]
            assert all(lines[q["turn"]]["text"][q["start_char"] : q["end_char"]] == q["text"] for q in quotes)
            assert item["points"] <= 0 or any(quote["speaker"] == "trainee" for quote in quotes)


@pytest.mark.parametrize("text", [GOOD, FAIR, POOR])
def test_saying_a_turn_twice_never_helps(text: str) -> None:
    for line in script(text):
        if line["speaker"] == "trainee":
            assert total(text.replace(line["text"], f"{line['text']} {line['text']}")) <= total(text)


def test_going_silent_after_the_name_is_no_way_in() -> None:
    assert criterion(card(FAIR.replace("Can you put me through to Martin Kessler?", "")), "way_in")["points"] == 0


def test_the_sheet_is_found_by_type_of_call() -> None:
    assert rubric_for("gatekeeper").id == "gatekeeper"
