"""The bank of lead-ins: enough of them, each sayable, each found again at the head of a line."""

import pytest

from app.domain.lead_ins import lead_in_of, lead_ins


def test_there_are_enough_for_a_voice_not_to_wear_one_out() -> None:
    assert len(lead_ins()) >= 40
    assert all(lead[-1] in ",." and len(lead.split()) <= 2 for lead in lead_ins())


@pytest.mark.parametrize("lead", lead_ins())
def test_each_is_found_again_as_a_whole_at_the_head_of_a_line(lead: str) -> None:
    assert lead_in_of(f"{lead} we run on SAP.") == lead


def test_a_line_too_short_to_be_split_has_none() -> None:
    assert lead_in_of("Well, no.") == ""
    assert lead_in_of("Well, I do not.") == "Well,"


def test_a_word_that_only_begins_alike_is_none() -> None:
    assert lead_in_of("Sorry, who is this?") == "Sorry,"
    assert lead_in_of("Sorrow, that is what it is.") == ""
