"""The desk: it screens, it rewards honesty, it passes on what it was told, and it cannot be talked round."""

from dataclasses import replace

import pytest

from app.dialogue.words.guard import faults
from app.domain.call import CallType, EndReason, Party
from app.domain.prospect import Move
from tests.dialogue.desk_stage import RUTH, STRICT, Line

OPEN = "Hi, it's Ana from Tarrowgate. Could you help me? I'm trying to reach {given} {surname}."
WHY = "It's about the carrier invoices. They stop matching the agreed rates when a company ships with several carriers."


def at_the_desk(seed: int = 3, level: int = 2, desk: object = RUTH) -> Line:
    return Line(CallType.GATEKEEPER, seed, level, desk=desk)  # type: ignore[arg-type]


def put_through(level: int = 1) -> Line:
    """The first seed at which an open caller is put through."""
    for seed in range(30):
        call = at_the_desk(seed, level)
        call.trainee(OPEN)
        for _ in range(3):
            if call.turns[-1].then or call.turns[-1].ends:
                break
            call.trainee(WHY if call.state.notes.get("pending") == "what" else "No, this is a first call.")
        if call.turns[-1].then:
            return call
    raise AssertionError("nobody is ever put through")


def test_somebody_else_answers_with_a_voice_of_their_own() -> None:
    call = at_the_desk()
    assert call.turns[0].party is Party.GATEKEEPER
    assert call.turns[0].voice == RUTH.voice
    assert "Ruth" in call.turns[0].text or call.persona.company in call.turns[0].text


def test_who_and_what_about_are_asked_one_at_a_time_until_they_are_known() -> None:
    call = at_the_desk(desk=STRICT)
    assert Move.SCREEN in call.trainee("Hello, is {given} there?").moves
    assert call.state.notes["pending"] == "who"
    assert Move.SCREEN in call.trainee("Ana, from Tarrowgate.").moves
    assert call.state.notes["pending"] == "what"
    call.trainee(WHY)
    assert call.state.notes.get("pending") != "what"


def test_put_through_the_prospect_picks_up_and_knows_what_the_desk_was_told() -> None:
    call = put_through()
    through = call.turns[-1]
    assert Move.TRANSFER in through.moves
    assert through.party is Party.GATEKEEPER
    boss = through.then
    assert boss is not None
    assert boss.party is Party.PROSPECT
    assert boss.next_state.party is Party.PROSPECT
    assert boss.next_state.notes["trainee_name"]
    if "told" in boss.next_state.notes:
        assert boss.next_state.notes["told"].lower() in boss.text.lower()
    answer = call.trainee("The reason I'm calling: carrier invoices stop matching the agreed rates. Is that you?")
    assert answer.party is Party.PROSPECT
    assert answer.voice is None


def test_a_lie_that_gets_through_meets_the_prospect() -> None:
    for seed in range(60):
        call = at_the_desk(seed, 1)
        call.trainee("It's Ana from Tarrowgate about the carrier invoices. {given} is expecting me.")
        if call.turns[-1].then:
            break
    boss = call.turns[-1].then
    assert boss is not None
    honest = put_through()
    assert boss.next_state.notes["lied"]
    assert boss.next_state.trust < honest.turns[-1].then.next_state.trust  # type: ignore[union-attr]


def test_a_strict_desk_looks_the_lie_up() -> None:
    caught = 0
    for seed in range(20):
        call = at_the_desk(seed, 5, STRICT)
        call.trainee("It's Ana from Tarrowgate about the carrier invoices. {given} asked me to call.")
        caught += "claimed to be expected, and was not" in call.causes()
    assert caught >= 12


def test_honesty_about_being_a_stranger_earns_trust() -> None:
    call = at_the_desk(desk=STRICT)
    call.trainee(f"{OPEN} {WHY}")
    before = call.state.trust
    turn = call.trainee("No, I have to be honest, it's a cold call.")
    assert turn.next_state.trust > before
    assert "was honest about not being expected" in call.causes()


def test_dodging_costs_and_ends_in_a_no() -> None:
    call = at_the_desk(desk=STRICT)
    call.trainee("Just put me through to {given} please.")
    for _ in range(5):
        if call.turns[-1].ends or "policy" in call.state.notes.get("refused", ""):
            break
        call.trainee("It's a personal matter, I'd rather not say.")
    assert call.state.patience < 0.4
    assert Move.TRANSFER not in call.moves


def test_a_message_is_read_back_and_ends_the_call() -> None:
    call = at_the_desk(desk=replace(RUTH, availability="out"))
    call.trainee(f"{OPEN} {WHY}")
    if call.state.notes.get("pending") == "expected":
        call.trainee("No, it's a first call.")
    assert Move.TAKE_MESSAGE in call.moves
    turn = call.trainee("Yes please, say that Ana from Tarrowgate called about the carrier invoices.")
    assert Move.TAKE_MESSAGE in turn.moves
    assert call.state.notes["message"]
    assert call.trainee("Thank you very much, bye.").ends is EndReason.MESSAGE_LEFT


def test_the_best_time_is_told_to_who_asks_nicely() -> None:
    call = at_the_desk(desk=replace(RUTH, availability="meeting"))
    call.trainee(f"{OPEN} {WHY}")
    turn = call.trainee("I see. When is the best time to reach {given}?")
    assert Move.ANSWER in turn.moves
    assert call.persona.best_time.lower() in turn.text.lower()


def test_rudeness_ends_it_at_once() -> None:
    call = at_the_desk()
    assert call.trainee("You're an idiot.").ends is EndReason.PROSPECT_HUNG_UP


def test_insisting_after_a_no_ends_it() -> None:
    call = at_the_desk(seed=4, level=5, desk=replace(STRICT, availability="out"))
    call.trainee(f"{OPEN} {WHY}")
    for _ in range(8):
        if call.turns[-1].ends:
            break
        call.trainee("Please, can you put me through to {given}? It will only take a minute.")
    assert call.turns[-1].ends is EndReason.PROSPECT_HUNG_UP


@pytest.mark.parametrize("level", [1, 3, 5])
def test_harder_desks_put_fewer_through(level: int) -> None:
    def through(at: int) -> int:
        count = 0
        for seed in range(40):
            call = at_the_desk(seed, at, replace(RUTH, protective=0.5))
            call.trainee(f"{OPEN} {WHY}")
            if not call.turns[-1].then and not call.turns[-1].ends:
                call.trainee("No, it's a first call.")
            count += any(turn.then is not None for turn in call.turns)
        return count

    assert through(1) > through(5)
    assert 0 < through(level) < 40


def test_whatever_is_said_at_the_desk_can_be_spoken() -> None:
    lines = ("Hello?", "Is {given} in?", "", "What do you do there?", "Are you a robot?", "Sorry, what?", "Okay, bye.")
    for seed in range(12):
        call = at_the_desk(seed, 3)
        for line in lines:
            turn = call.trainee(line)
            assert turn.text
            assert faults(turn.text) == (), turn.text
            if turn.ends:
                break


@pytest.mark.parametrize("question", ["Sorry, who is speaking?", "And who have I got on the line?"])
def test_the_desk_says_its_own_name_when_asked(question: str) -> None:
    turn = at_the_desk().trainee(question)
    assert turn.moves == (Move.SAY_WHO,)
    assert "Ruth" in turn.text


@pytest.mark.parametrize("question", ["What time are they in?", "What would be the best way to reach them?"])
def test_who_is_decent_hears_when_to_call_or_where_to_write(question: str) -> None:
    call = at_the_desk()
    call.trainee(OPEN)
    assert call.trainee(question).moves == (Move.ANSWER,)
