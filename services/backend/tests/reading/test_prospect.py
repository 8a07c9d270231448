"""What a prospect's line does, with spans, kinds and topics."""

from app.domain.acts import ProspectSays
from app.reading import read_prospect, read_prospect_sentences


def test_an_objection_and_an_answer_in_one_breath() -> None:
    text = "We already have a vendor for that. Two of my people check the invoices every Friday."
    assert read_prospect(text) == {ProspectSays.OBJECTION, ProspectSays.DISCLOSURE}
    first = read_prospect_sentences(text)[0]
    assert first.slots["kind"] == "existing_vendor"
    assert text[first.start_char : first.end_char] in "We already have a vendor for that."


def test_a_time_constraint_says_how_long() -> None:
    constraint = next(
        r for r in read_prospect_sentences("You've got thirty seconds.") if r.says is ProspectSays.TIME_CONSTRAINT
    )
    assert constraint.slots["duration"] == "thirty seconds"


def test_acceptance_names_the_day() -> None:
    accepted = next(
        r
        for r in read_prospect_sentences("Friday. One thirty. Okay, Friday at one thirty works.")
        if r.says is ProspectSays.ACCEPTS
    )
    assert "friday" in accepted.slots["day"]


def test_picking_up_the_phone_says_none_of_it() -> None:
    for line in ("Dana Whitfield.", "Yeah?", "Hello?", ""):
        assert read_prospect(line) <= {ProspectSays.BACKCHANNEL}
