"""Ten minutes of lines nobody scripted: never stuck, never in circles, never the same sentence twice."""

import itertools

import pytest

from app.dialogue.words.sentences import is_long, same, sentences_of
from app.domain.chance import pick, unit
from app.domain.prospect import Move
from tests.dialogue.stage import OPENER, REASON, Call

ODD = (
    "Hm.", "Okay.", "Right, right.", "Yeah, no, I get that.", "Well, that's one way to look at it.", "Anyway.",
    "So where were we?", "What do you think?", "Do you like your job?", "How's the weather over there?",
    "Have you always been in that business?", "That reminds me of a customer in Ohio.", "Let me think for a second.",
    "What would you do in my place?", "I was just about to say the same.", "Funny you say that.",
    "And before that, what did you use?", "Who decides about things like that?", "How many people are on your team?",
    "Is there a budget for it?", "When did that start?", "Why is that?", "Could you say that again?",
    "I lost you there for a moment.", "What does that cost you?", "And how do you check the invoices?",
    "My boss says I should ask you about your goals.", "Honestly, I'm new at this.", "Sorry, my dog is barking.",
    "We have a webinar on Tuesday.", "Our platform does that out of the box.", "It pays for itself in three months.",
    "Would a short call next week make sense?", "How about Tuesday at ten?", "No worries.", "Fair enough.",
    "That's interesting, tell me more.", "So you're happy with what you have?", "Do you know anybody who'd need it?",
    "Blue seventeen sandwich.", "the of and to", "asdf jkl", "Are you a robot?", "What's your favourite colour?",
    "I read that you opened a new site in Ohio last year.", "As I said in my e-mail, it's about invoices.",
    "It costs four hundred dollars a month.", "Actually it's nine hundred dollars a month.", "One moment please.",
    "Thanks for being so open.", "You're not making this easy.", "I could send you something.", "Mhm.", "Really?",
)  # fmt: skip
MINUTES = 10
LEAST_TURNS = 4


def talk(seed: int, level: int, *, patient: bool) -> Call:
    """A call with odd lines for ten minutes of trainee speech, or until the prospect leaves."""
    call = Call(seed, level)
    for line in (OPENER, REASON):
        call.trainee(line)
    turn = 0
    while call.turns[-1].ends is None and call.state.spoken_ms < MINUTES * 60_000 and turn < 220:
        if patient:
            call.prospect_is(patience=max(call.state.patience, 0.6))
        call.trainee("" if unit(seed, turn, "silent") < 0.02 else pick(ODD, seed, turn, "line"))
        turn += 1
    return call


@pytest.mark.parametrize("seed", range(12))
def test_an_odd_call_ends_and_never_goes_in_circles(seed: int) -> None:
    call = talk(seed, 1 + seed % 5, patient=False)
    assert call.turns[-1].ends is not None
    assert len(call.turns) >= LEAST_TURNS
    _moves_on(call)


@pytest.mark.parametrize("seed", range(6))
def test_the_most_patient_prospect_never_repeats_itself_in_ten_minutes(seed: int) -> None:
    call = talk(100 + seed, 2, patient=True)
    said: set[str] = set()
    for turn in call.turns:
        own = [same(sentence) for sentence in sentences_of(turn.text) if is_long(sentence)]
        if Move.REPEAT not in turn.moves:
            assert not said & set(own), said & set(own)
        said |= set(own)
    _moves_on(call)


def _moves_on(call: Call) -> None:
    moves = [turn.moves for turn in call.turns]
    unclear = [Move.ASK_REPEAT in move for move in moves]
    assert not any(one and other for one, other in itertools.pairwise(unclear))
    assert sum(unclear) <= 2
    for first in range(len(moves) - 4):
        assert len(set(moves[first : first + 5])) > 1, f"{moves[first]} five times running"
