"""A question that only checks, offers two answers or asks on about a sum gets an answer to that, not a shrug."""

from dataclasses import replace

import pytest

from app.domain.acts import Act
from app.domain.prospect import Move
from app.reading import read
from tests.dialogue.test_retrieval import found, reply, talking


def test_who_says_back_what_they_were_told_hears_yes() -> None:
    for seed in range(3, 8):
        call = talking(seed, told="hurts")
        said = ("There are four depots.", "Priya does the returns.")
        call.turns[-1] = replace(call.turns[-1], next_state=replace(call.state, said=said))
        turn = call.trainee("So four depots, and the returns all go through Priya?")
        assert turn.moves == (Move.BACKCHANNEL,)


def test_an_open_question_in_their_words_is_no_check() -> None:
    call = talking(3, told="hurts")
    said = ("There are four depots.", "Priya does the returns.")
    call.turns[-1] = replace(call.turns[-1], next_state=replace(call.state, said=said))
    assert call.trainee("Why does Priya do the returns for four depots?").moves != (Move.BACKCHANNEL,)


@pytest.mark.parametrize(
    "question",
    ["Is it the rain or the wind that does it?", "And was it more the noise, or rather the dust?"],
)
def test_two_answers_to_choose_from_are_not_answered_with_a_shrug(question: str) -> None:
    for seed in range(3, 9):
        turn = reply(question, seed=seed)
        assert turn.moves == (Move.ADMIT_NOT_KNOWING,)
        assert not {"know", "sure", "check", "say, from"} & set(turn.text.lower().rstrip(".").split())


def test_asked_how_much_is_in_the_budget_they_say_how_much() -> None:
    for seed in range(3, 12):
        call = talking(seed)
        facts = {fact.id for fact in call.persona.facts}
        if {"budget.cycle", "budget.limit"} <= facts:
            call.trainee("When do you set the budget?")
            assert found(call, "And how much is in there?") == "budget.limit"
            return
    raise AssertionError("nobody here has a budget")


@pytest.mark.parametrize(
    ("question", "side"),
    [
        ("Does that happen a lot?", "often"),
        ("Does it come up much?", "often"),
        ("So do you get those a lot?", "often"),
    ],
)
def test_whether_it_happens_a_lot_is_how_often(question: str, side: str) -> None:
    assert found(talking(3, told="hurts"), question).split(".")[-1] in {side, "fine"}


def test_who_would_have_to_agree_is_who_decides() -> None:
    assert found(talking(3), "Who'd have to agree if you wanted to change it?") == "deciders.who"


def test_the_last_new_thing_is_the_past_and_no_accident() -> None:
    call = next(
        call for call in map(talking, range(3, 20)) if any(fact.id == "past.experience" for fact in call.persona.facts)
    )
    assert found(call, "What happened the last time you brought in something new?") == "past.experience"


@pytest.mark.parametrize(
    "question", ["Do they enjoy doing that?", "What would she say about it?", "Does your team mind doing it?"]
)
def test_how_others_take_it_is_told_of_the_others(question: str) -> None:
    assert reply(question).moves == (Move.ANSWER,)


def test_whether_it_is_a_lot_is_no_matter_for_looking_up() -> None:
    for seed in range(3, 9):
        turn = reply("Is that a lot for a firm like yours?", told="costs", seed=seed)
        assert not {"know", "check", "ask", "look"} & set(turn.text.lower().rstrip(".").split())


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("Would a quarter of an hour on Monday make sense?", Act.ASKS_MEETING),
        ("Have you got two minutes, and if it's nonsense you throw me out?", Act.ASKS_PERMISSION),
    ],
)
def test_what_a_line_asks_for_is_read(line: str, act: Act) -> None:
    assert act in read(line).acts


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("Let me repeat that to be sure.", Act.ASKS_REPEAT),
        ("Let me repeat that so I don't get it wrong.", Act.ASKS_REPEAT),
        ("What was the last thing that went badly wrong?", Act.ASKS_REPEAT),
        ("Would you say it is urgent, or not so much?", Act.ASKS_REPEAT),
        ("We hold back whatever pretends to be somebody you know.", Act.HOLD),
        ("We hold back whatever pretends to be somebody you know.", Act.ASKS_REFERRAL),
        ("Is there anybody who keeps track of that?", Act.ASKS_REFERRAL),
        ("How your people answer now?", Act.PRESSURE),
    ],
)
def test_what_a_line_does_not_ask_for_is_not_read(line: str, act: Act) -> None:
    assert act not in read(line).acts
