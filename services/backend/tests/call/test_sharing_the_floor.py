"""What a prospect with a temper does in a call, and what is kept of it."""

from app.domain.events import EventKind
from app.domain.run import utterances
from tests.scripted_call import ScriptedCall

LINE = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"


def said(events: list) -> list[tuple[str, str, bool]]:
    return [(u.speaker.value, u.text, u.heard) for u in utterances(events)]


async def test_a_line_taken_back_is_on_the_tape_as_it_was_heard_and_not_in_the_history() -> None:
    call = ScriptedCall("Okay then.", "Go on.", p_end=0.95)
    call.trainee_says(2.0, 3.0, "We help freight companies.")
    call.trainee_says(3.55, 4.55, "with invoices that do not match")
    events = await call.run(9)
    assert [e.kind for e in events].count(EventKind.RETRACTED) == 1
    heard = [word for word, _ in call.on_tape()]
    assert heard[:2] == ["Hello?", "Okay"]
    assert [u.text for u in utterances(events)] == [
        "Hello?",
        "We help freight companies. with invoices that do not match",
        "Okay then.",
    ]


async def test_a_prospect_that_refuses_to_yield_is_flagged_and_talks_on_a_moment() -> None:
    yields, refuses = ScriptedCall(LINE, "Fine."), ScriptedCall(LINE, "Fine.")
    refuses.prospect.refuses = True
    stopped: list[int] = []
    for call in (yields, refuses):
        call.trainee_says(2.0, 3.0, "Tell me more.")
        call.trainee_says(5.0, 7.5, "Sorry, can I ask something else about that")
        events = await call.run(12)
        assert [u.heard for u in utterances(events)].count(False) == 1
        stopped.append(next(u.end_ms for u in utterances(events) if not u.heard))
    flags = [message["refuses"] for message in refuses.client.of("speaking") if message["on"]]
    assert any(flags)
    assert not any(message["refuses"] for message in yields.client.of("speaking"))
    assert stopped[0] < 5_700
    assert 6_100 <= stopped[1] <= 6_500


async def test_an_impatient_prospect_cuts_in_and_both_turns_are_kept() -> None:
    call = ScriptedCall("Let me stop you there.", "Fine.", p_end=0.1)
    call.prospect.stands = 1_500
    call.trainee_says(2.0, 4.5, "We help all sorts of people with all sorts of things and")
    call.trainee_says(6.2, 7.2, "what I wanted to say")
    events = await call.run(14)
    assert said(events)[1][1] == "We help all sorts of people with all sorts of things and"
    assert said(events)[2][0] == "prospect"
    assert said(events)[3][1] == "what I wanted to say"
    assert [e.data["refuses"] for e in events if e.kind is EventKind.LINE][1]


async def test_a_murmur_is_heard_and_logged_and_is_nobodys_turn() -> None:
    call = ScriptedCall("Fine.", p_end=0.1)
    call.prospect.murmured = ("Uh-huh.",)
    call.trainee_says(2.0, 8.5, "We help all sorts of people with all sorts of things and")
    call.trainee_says(9.5, 10.5, "that is what I wanted to say")
    events = await call.run(16)
    (murmur,) = [e.data for e in events if e.kind is EventKind.BACKCHANNEL]
    assert (murmur["text"], murmur["speaker"]) == ("Uh-huh.", "prospect")
    assert [m["gen"] for m in call.client.of("transcript") if m["kind"] == "backchannel"] == [murmur["gen"]]
    assert "Uh-huh." in [word for word, _ in call.on_tape()]
    assert [text for _, text, _ in said(events)] == [
        "Hello?",
        "We help all sorts of people with all sorts of things and that is what I wanted to say",
        "Fine.",
    ]


async def test_words_cut_off_by_the_end_are_kept_once_after_a_reopen_too() -> None:
    call = ScriptedCall("Okay then.", p_end=0.95, delays={"voice": 800})
    call.trainee_says(2.0, 3.0, "We help freight companies.")
    call.trainee_says(3.6, 3.75, "x")
    events = await call.run(3.9)
    (text,) = [u.text for u in utterances(events) if u.speaker.value == "trainee"]
    assert text.startswith("We help freight companies.")


async def test_hanging_up_over_the_prospects_answer_writes_the_turn_once() -> None:
    call = ScriptedCall(LINE)
    call.trainee_says(2.0, 3.0, "We help freight companies.")
    events = await call.run(4.5)
    assert [u.text for u in utterances(events) if u.speaker.value == "trainee"] == ["We help freight companies."]
    assert not utterances(events)[-1].heard
