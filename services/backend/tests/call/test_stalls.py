"""An engine that gives nothing back: the trainee is told or spoken to, and no call stays dead."""

from app.domain.call import EndedBy, EndReason
from app.domain.events import EventKind
from app.domain.run import utterances
from tests.scripted_call import ScriptedCall


def told(call: ScriptedCall) -> list[str]:
    return [message["code"] for message in call.client.of("error")]


async def test_a_recogniser_that_stalls_is_told_and_the_prospect_asks_whether_anyone_is_there() -> None:
    call = ScriptedCall("Sure.")
    call.stalls(1.5, "recogniser")
    call.trainee_says(2.0, 3.0, "Hello there.")
    events = await call.run(20)
    assert "overdue" in told(call)
    assert "Hello? You there?" in [u.text for u in utterances(events)]


async def test_a_recogniser_that_stays_away_ends_the_call() -> None:
    call = ScriptedCall("Sure.")
    call.stalls(1.5, "recogniser")
    call.stalls(1.5, "partials")
    for second in range(2, 60, 11):
        call.trainee_says(second, second + 1, "Hello there.")
    events = await call.run(80)
    assert "overdue" in told(call)
    assert call.ended == (EndReason.SILENCE, EndedBy.PROSPECT)
    assert events[-1].kind is EventKind.ENDED


async def test_a_voice_that_stalls_is_told_and_a_silent_prospect_leaves_all_the_same() -> None:
    call = ScriptedCall("Sure.")
    call.stalls(1.8, "voice")
    call.trainee_says(2.0, 3.0, "Hello there.")
    events = await call.run(60)
    assert "overdue" in told(call)
    assert call.ended == (EndReason.SILENCE, EndedBy.PROSPECT)
    assert [u.text for u in utterances(events)] == ["Hello?", "Hello there."]


async def test_a_voice_that_stays_away_ends_a_call_in_which_the_trainee_goes_on() -> None:
    call = ScriptedCall("Sure.")
    call.stalls(1.8, "voice")
    for second in range(2, 60, 9):
        call.trainee_says(second, second + 1, "Hello there.")
    await call.run(80)
    assert call.ended == (EndReason.ERROR, EndedBy.ERROR)


async def test_a_mind_that_stalls_does_not_hold_the_line() -> None:
    call = ScriptedCall("Sure.")
    call.stalls(1.8, "mind")
    call.trainee_says(2.0, 3.0, "Hello there.")
    await call.run(60)
    assert "overdue" in told(call)
    assert call.ended is not None
    assert call.ended[0] is not EndReason.TRAINEE_ENDED


async def test_a_judge_that_stalls_costs_no_turn() -> None:
    call = ScriptedCall("Sure.", delays={"turn-end": 10**9})
    call.trainee_says(2.0, 3.0, "Hello there.")
    events = await call.run(8)
    assert [u.text for u in utterances(events)] == ["Hello?", "Hello there.", "Sure."]


async def test_an_ear_that_stalls_ends_the_call_and_says_so() -> None:
    call = ScriptedCall("Sure.")
    call.stalls(2.0, "ear")
    await call.run(40)
    assert call.ended == (EndReason.ERROR, EndedBy.ERROR)
    assert call.client.of("error")[-1]["fatal"]


async def test_a_prospect_without_a_voice_does_not_let_it_ring_for_ever() -> None:
    call = ScriptedCall("Sure.", delays={"voice": 10**9})
    await call.run(120)
    assert call.ended == (EndReason.ERROR, EndedBy.ERROR)
    assert call.client.of("error")[-1]["fatal"]
