"""A prospect with a temper: refuses to yield, cuts into a monologue, murmurs while it listens."""

import pytest

from app.turn import Mode
from app.turn.orders import CancelProspect, Commit, Drop, Duck, Murmur, PauseProspect, Reopen, SpeechBegan
from tests.turn.screenplay import Screenplay, kinds

MONOLOGUE = "Look, we have used the same vendor for years and nobody here complains, so I really see no reason to talk."
WIDE = "So what we do is help clinics fill their chairs and"
ON = "we have been doing that for years in your town"


@pytest.fixture
def stubborn() -> Screenplay:
    play = Screenplay(refuses=True, stt_ms=100)
    play.prospect_says(MONOLOGUE, 6.0)
    return play


@pytest.fixture
def impatient() -> Screenplay:
    play = Screenplay(stands_s=4.0, stt_ms=100, reply_ms=100)
    play.prospect_says("Hello?", 0.4)
    play.prospect_says("Let me stop you there. What is it you want from me?", 3.0)
    return play


def test_a_prospect_that_refuses_to_yield_talks_on_for_a_moment_and_then_yields(stubborn: Screenplay) -> None:
    stubborn.trainee_says(2.0, 4.5, "But what about your missed appointments last quarter?")
    take = stubborn.run(8)
    assert kinds(take, Duck, PauseProspect, CancelProspect) == ["CancelProspect"]
    assert 1_200 <= take.at_ms(CancelProspect) - 2_000 <= 1_232
    assert take.of(Commit)[0].interrupted_gen == 1


def test_it_refuses_once_in_a_line(stubborn: Screenplay) -> None:
    stubborn.noise(1.0, 1.15)
    stubborn.trainee_says(3.0, 4.5, "But what about your missed appointments?")
    take = stubborn.run(8)
    assert "Duck" in kinds(take, Duck, CancelProspect)
    assert take.at_ms(CancelProspect) - 3_000 < 1_000


def test_who_gives_in_to_it_is_heard_once_it_is_done(stubborn: Screenplay) -> None:
    stubborn.trainee_says(5.2, 5.9, "But we")
    take = stubborn.run(9)
    assert not take.of(CancelProspect)
    assert take.commits == ["But we"]
    assert take.of(Commit)[0].interrupted_gen is None


def test_a_monologue_loses_the_floor_at_a_breath(impatient: Screenplay) -> None:
    impatient.trainee_says(1.0, 6.0, WIDE, done=0.1)
    take = impatient.run(12)
    assert take.of(Commit)[0].cuts_in
    assert take.at_ms(Commit) - 6_000 <= 352
    assert take.commits == [WIDE]


def test_a_short_turn_keeps_the_floor_through_its_breaths(impatient: Screenplay) -> None:
    impatient.trainee_says(1.0, 3.0, WIDE, done=0.1)
    impatient.trainee_says(3.8, 4.6, ON, done=0.95)
    take = impatient.run(9)
    assert take.commits == [f"{WIDE} {ON}"]
    assert not take.of(Commit)[0].cuts_in


def test_without_a_temper_a_monologue_keeps_the_floor(call: Screenplay) -> None:
    call.trainee_says(1.0, 6.0, WIDE, done=0.1)
    call.trainee_says(6.8, 9.0, ON, done=0.95)
    assert call.run(14).commits == [f"{WIDE} {ON}"]


def test_who_goes_on_before_the_prospect_is_heard_is_talked_over_and_loses_no_word(impatient: Screenplay) -> None:
    impatient.reply_ms = 500
    impatient.trainee_says(1.0, 6.0, WIDE, done=0.1)
    impatient.trainee_says(6.5, 9.5, ON, done=0.95)
    take = impatient.run(14)
    assert not take.of(Reopen)
    assert take.commits == [WIDE, ON]
    cut = take.of(CancelProspect)
    assert [c.gen for c in cut] == [2]
    heard_from_ms = take.at_ms(Commit) + impatient.reply_ms
    assert 1_200 <= take.at_ms(CancelProspect) - heard_from_ms <= 1_264


def test_who_goes_on_over_the_first_words_does_not_take_them_back(impatient: Screenplay) -> None:
    impatient.trainee_says(1.0, 6.0, WIDE, done=0.1)
    impatient.trainee_says(6.7, 7.4, "in your town", done=0.95)
    take = impatient.run(14)
    assert not take.of(Reopen)
    assert take.commits == [WIDE, "in your town"]


def test_who_asks_for_a_moment_is_not_cut_into(impatient: Screenplay) -> None:
    impatient.trainee_says(1.0, 6.0, "We do quite a lot of things here, hold on, let me check.", done=0.9)
    take = impatient.run(8)
    assert not [commit for commit in take.of(Commit) if commit.cuts_in]


def test_a_listener_murmurs_in_a_long_turn_and_takes_no_floor() -> None:
    call = Screenplay(murmurs=True, stt_ms=100)
    call.prospect_says("Hello?", 0.4)
    call.trainee_says(1.0, 8.0, WIDE, done=0.1)
    call.trainee_says(8.9, 11.0, ON, done=0.1)
    call.trainee_says(11.8, 12.5, "since the nineties.", done=0.95)
    take = call.run(16)
    assert len(take.of(Murmur)) == 1
    assert 8_000 < take.at_ms(Murmur) < 8_600
    assert take.commits == [f"{WIDE} {ON} since the nineties."]
    assert not take.of(Drop)
    assert len(take.of(SpeechBegan)) == 1


@pytest.mark.parametrize("off", [{"murmurs": False}, {"echo": "speaker"}, {"echo": "unknown"}])
def test_no_murmur_without_the_wish_or_where_it_may_come_back(off: dict[str, object]) -> None:
    call = Screenplay(**{"murmurs": True, "stt_ms": 100, **off})
    call.prospect_says("Hello?", 0.4)
    call.trainee_says(1.0, 8.0, WIDE, done=0.1)
    assert not call.run(10).of(Murmur)


def test_a_finished_turn_is_answered_not_murmured_at() -> None:
    call = Screenplay(murmurs=True, stt_ms=100)
    call.prospect_says("Hello?", 0.4)
    call.trainee_says(1.0, 8.0, "We help clinics fill their chairs in your town.", done=0.95)
    take = call.run(9)
    assert not take.of(Murmur)
    assert take.state.mode in (Mode.COMMITTED, Mode.LISTENING)
