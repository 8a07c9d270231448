"""Days and times as people offer them, against a calendar."""

import pytest

from app.dialogue.mind.appointments import Wish, find_slot, slot_note, wish_of
from app.domain.persona import Slot
from app.reading import read

CALENDAR = (
    Slot(day_offset=1, day="Tuesday", time="09:00"),
    Slot(day_offset=3, day="Thursday", time="10:00"),
    Slot(day_offset=4, day="Friday", time="13:30"),
    Slot(day_offset=8, day="Tuesday", time="15:00"),
)


@pytest.mark.parametrize(
    ("said", "slot"),
    [
        ("Would Thursday at ten work for you?", "Thursday 10:00 3"),
        ("Can we meet on Friday after lunch?", "Friday 13:30 4"),
        ("How about Thursday at 10 am?", "Thursday 10:00 3"),
        ("Thursday at nine or Friday at one thirty?", "Friday 13:30 4"),
        ("Would Friday at half one suit you?", "Friday 13:30 4"),
        ("Could we talk tomorrow morning?", "Tuesday 09:00 1"),
        ("Do you have fifteen minutes next week?", "Friday 13:30 4"),
    ],
)
def test_an_offer_that_fits_is_taken(said: str, slot: str) -> None:
    found, exact = find_slot(CALENDAR, wish_of(read(said)))
    assert exact
    assert slot_note(found) == slot


def test_an_offer_that_does_not_fit_is_answered_with_the_same_day_if_possible() -> None:
    found, exact = find_slot(CALENDAR, Wish(days=("thursday",), times=("three",)))
    assert not exact
    assert found.day == "Thursday"


def test_without_a_wish_the_prospect_names_a_slot_that_is_not_tomorrow() -> None:
    found, exact = find_slot(CALENDAR, Wish())
    assert exact
    assert found.day_offset > 1


def test_a_slot_that_was_offered_before_is_preferred() -> None:
    found, exact = find_slot(CALENDAR, Wish(), prefer="Friday 13:30 4")
    assert exact
    assert found.day == "Friday"
