"""Nobody speaks: a nudge after four seconds, gone after fifteen."""

from app.turn import Mode
from app.turn.orders import Commit, GiveUp, Nudge, SpeechBegan
from tests.turn.screenplay import Screenplay


def test_a_silent_line_is_nudged_and_then_left(call: Screenplay) -> None:
    call.prospect_says("Hello? You there?", 0.9)
    call.prospect_says("Anyone?", 0.5)
    take = call.run(20)
    picked_up_until_ms = 150 + 400
    assert [n.count for n in take.of(Nudge)] == [1, 2]
    assert abs(take.at_ms(Nudge) - picked_up_until_ms - 4_000) <= 64
    assert abs(take.at_ms(GiveUp) - picked_up_until_ms - 15_000) <= 64
    assert take.state.mode is Mode.ENDED


def test_nudges_that_nobody_hears_still_lead_to_the_end(call: Screenplay) -> None:
    take = call.run(20)
    assert len(take.of(GiveUp)) == 1
    assert len(take.of(Nudge)) <= 3


def test_a_trainee_who_speaks_is_not_nudged(call: Screenplay) -> None:
    call.trainee_says(4.2, 9.0, "I would like to tell you a rather long story about how we came to call you")
    take = call.run(9)
    assert not take.of(Nudge)


def test_a_nudge_does_not_start_over_speech(call: Screenplay) -> None:
    call.reply_ms = 400
    call.prospect_says("Hello? You there?", 0.9)
    call.trainee_says(4.6, 6.0, "Yes, I am here.")
    take = call.run(9)
    assert take.commits == ["Yes, I am here."]
    assert take.of(Commit)[0].interrupted_gen is None


def test_who_asks_for_a_moment_gets_one(call: Screenplay) -> None:
    call.prospect_says("Sure.", 0.5)
    call.trainee_says(1.0, 2.5, "Hold on, let me check.")
    take = call.run(18)
    assert take.commits == ["Hold on, let me check."]
    assert not take.of(Nudge)


def test_a_minute_of_typing_noise_gets_nudges_and_no_reply(call: Screenplay) -> None:
    for tenth in range(20, 600, 7):
        call.noise(tenth / 10, tenth / 10 + 0.12)
    take = call.run(60)
    assert not take.commits
    assert take.of(Nudge)
    assert len(take.of(GiveUp)) == 1


def test_after_the_end_nothing_happens(call: Screenplay) -> None:
    call.trainee_says(20.0, 22.0, "Hello?")
    take = call.run(24)
    assert not take.of(SpeechBegan)
