"""Odd but fair questions get a person's answer: a name, what was meant, what is in the way, whose job it is."""

import pytest

from app.domain.prospect import Move
from tests.dialogue.stage import OPENER, REASON, Call
from tests.dialogue.test_retrieval import found, reply, talking


@pytest.mark.parametrize(
    "question",
    [
        "Sorry, who have I got on the line?",
        "Who's speaking, please?",
        "And your name is?",
        "what was your name again",
        "I didn't quite get your last name.",
        "your last name again please",
    ],
)
def test_asked_for_a_name_they_say_it(question: str) -> None:
    for told in ("", "hurts"):
        call = talking(3, told=told)
        turn = call.trainee(question)
        assert turn.moves == (Move.SAY_WHO,)
        assert call.persona.given_name in turn.text or call.persona.surname in turn.text


def test_the_name_is_said_before_anything_else_in_the_opening() -> None:
    for seed in range(30, 36):
        call = Call(seed)
        turn = call.trainee("Hello, who am I speaking to please?")
        assert turn.moves == (Move.SAY_WHO,)
        assert call.persona.given_name in turn.text


@pytest.mark.parametrize(
    "question", ["How do you mean?", "What does that mean exactly?", "Could you say a little more?"]
)
def test_asked_what_was_meant_they_say_it_in_other_words_once(question: str) -> None:
    call = talking(3, told="hurts")
    fact = next(one for one in call.persona.facts if one.id == call.state.notes["last_fact"])
    turn = call.trainee(question)
    assert turn.moves == (Move.ANSWER,)
    assert turn.next_state.notes["line"] in fact.sayings
    assert turn.next_state.notes["line"] != fact.sayings[0]
    assert call.trainee("I still don't follow.").moves != (Move.ANSWER,)


def test_what_was_dodged_is_meant_when_somebody_asks_what_it_means() -> None:
    call = talking(3, told="hurts").prospect_is(trust=0.1)
    dodged = call.trainee("What does it cost you?")
    assert dodged.moves == (Move.DEFLECT,)
    call.prospect_is(trust=0.9)
    told = call.trainee("What do you mean by that?")
    assert told.moves[0] is Move.REVEAL
    assert any(one.endswith(".costs") for one in told.next_state.disclosed)


@pytest.mark.parametrize(
    "question",
    ["What's kept you from changing it?", "what is standing in your way", "How come nobody ever fixed it?"],
)
def test_asked_what_is_in_the_way_they_name_it(question: str) -> None:
    for seed in (3, 21):
        turn = reply(question, seed=seed)
        assert turn.moves[0] in {Move.OBJECT, Move.BRUSH_OFF, Move.REVEAL}
        assert not set(turn.next_state.disclosed) - set(talking(seed, told="hurts").state.disclosed)


@pytest.mark.parametrize(
    "question", ["Does that land on you or on somebody else?", "Are you the right person for that?"]
)
def test_asked_whose_it_is_they_say_so(question: str) -> None:
    turn = reply(question)
    assert turn.moves == (Move.ANSWER,)
    assert any(word in turn.text.lower() for word in ("mine", "me", "my desk", "answer for"))


def test_the_one_who_does_it_is_named_for_a_problem_and_for_a_tool() -> None:
    call = talking(3, told="hurts")
    subject = call.state.notes["subject"]
    assert found(call, "And who takes care of that?") == f"problem.{subject}.who"
    call = talking(3)
    call.trainee("Which software do you run?")
    assert call.trainee("Who manages it day to day?").moves == (Move.ANSWER,)


@pytest.mark.parametrize(
    "line", ["Would it be okay if I asked one thing?", "May I ask you something?", "do you mind if i ask another one"]
)
def test_who_only_asks_to_ask_is_told_to_go_ahead(line: str) -> None:
    assert reply(line).moves == (Move.BACKCHANNEL,)


def test_two_questions_in_one_breath_get_the_one_that_can_be_answered() -> None:
    call = talking(3)
    asked = "Which system are you on and how many forklifts do you own?"
    assert found(call, asked) == "tools.main"


@pytest.mark.parametrize(
    "question", ["Would you say you're happy with it?", "Do you like it?", "are you satisfied with that"]
)
def test_whether_they_are_happy_with_a_tool_is_about_the_tool(question: str) -> None:
    call = talking(3)
    call.trainee("Which software do you run?")
    assert found(call, question) == "tools.gap"


@pytest.mark.parametrize("question", ["How did your people take that?", "What do they say about it?"])
def test_how_others_take_it_is_no_question_about_the_team(question: str) -> None:
    call = talking(3, told="hurts")
    turn = call.trainee(question)
    assert turn.moves == (Move.ANSWER,)
    assert turn.next_state.disclosed == talking(3, told="hurts").state.disclosed


@pytest.mark.parametrize("question", ["How long have you worked there?", "Are you new in the role?"])
def test_their_own_time_there_is_not_how_long_the_problem_lasts(question: str) -> None:
    turn = reply(question)
    assert turn.moves == (Move.ANSWER,)
    assert turn.next_state.disclosed == talking(3, told="hurts").state.disclosed


def test_a_count_nobody_has_taken_is_admitted() -> None:
    assert reply("How many carrier bills do you get a week?").moves == (Move.ADMIT_NOT_KNOWING,)


def test_a_yes_or_no_about_what_was_told_does_not_tell_it_again() -> None:
    call = talking(3, told="hurts")
    call.trainee("How do you check the carrier invoices today?")
    assert call.trainee("Do you ever check the carrier invoices by hand, then?").moves == (Move.ADMIT_NOT_KNOWING,)


def test_what_would_make_it_worth_the_time_is_no_request_for_it() -> None:
    turn = reply("What would make half an hour worth your while?")
    assert "meeting_asks" not in turn.next_state.notes


def test_a_lost_line_is_said_again() -> None:
    call = Call(3).prospect_is(patience=0.9, trust=0.7)
    for line in (OPENER, REASON):
        call.trainee(line)
    assert call.trainee("Sorry, the connection died for a second, what was that?").moves == (Move.REPEAT,)


def test_a_summary_in_the_prospects_own_words_is_confirmed() -> None:
    turn = reply("If I've understood you right, the carrier invoices are wrong and nobody notices?")
    assert turn.moves == (Move.BACKCHANNEL,)


@pytest.mark.parametrize("question", ["When should I call again?", "what would be a better day"])
def test_asked_for_a_better_time_they_name_the_one_that_is_theirs(question: str) -> None:
    call = talking(3, told="hurts")
    turn = call.trainee(question)
    assert turn.moves == (Move.ANSWER,)
    assert call.persona.best_time in turn.text


@pytest.mark.parametrize("question", ["And if that continues?", "so if nothing changes", "What if it stays like that?"])
def test_asked_what_comes_of_it_they_say_how_much_it_matters(question: str) -> None:
    call = talking(3, told="hurts")
    assert found(call, question) == f"problem.{call.state.notes['subject']}.matters"


@pytest.mark.parametrize("question", ["You love it?", "And how much does that cost you a year?"])
def test_a_question_that_leans_on_the_tool_is_about_the_tool(question: str) -> None:
    call = talking(3)
    call.trainee("Which software do you run?")
    assert found(call, question) in {"tools.gap", "cost.now"}


def test_nobody_waits_twice_running_for_what_comes_of_an_objection() -> None:
    for seed in range(3, 15):
        call = Call(seed).prospect_is(trust=0.7, patience=0.9)
        for line in (OPENER, REASON, "I get that.", "That makes sense.", "I understand completely."):
            call.trainee(line)
        waits = [turn.next_state.notes.get("line") for turn in call.turns if turn.moves == (Move.BACKCHANNEL,)]
        assert len(waits) < 3


def test_somebody_else_is_named_although_an_objection_is_open() -> None:
    call = talking(3).prospect_is(trust=0.7)
    call.trainee("What's stopping you from changing it?")
    assert call.trainee("Got it. Who else could I speak with?").moves[0] in {Move.REFER, Move.ANSWER}


@pytest.mark.parametrize("question", ["Did anybody try to sort it out?", "And what have you tried so far?"])
def test_what_was_tried_is_told_and_then_why_it_came_to_nothing(question: str) -> None:
    call = talking(3, told="hurts")
    assert found(call, question) == "past.experience"
    call.trainee(question)
    turn = call.trainee("What came of that?")
    assert turn.moves == (Move.ANSWER,)


def test_a_fifth_thing_that_is_not_known_is_admitted_in_the_same_breath_as_the_question_back() -> None:
    call = talking(3, told="hurts").prospect_is(patience=0.95)
    questions = (
        "Tell me about the river.", "Tell me about the moon.", "Tell me about the sea.", "Tell me about the wind.",
        "Tell me about the desert.",
    )  # fmt: skip
    moves = [call.trainee(question).moves for question in questions]
    assert moves == [(Move.ADMIT_NOT_KNOWING,)] * 4 + [(Move.ASK_WHAT,)]
    assert any(
        word in call.turns[-1].text.lower() for word in ("know", "carry", "answer", "have", "ask", "help", "quiz")
    )


def test_a_question_is_not_met_with_the_same_objection_three_times_running() -> None:
    questions = ("How many people are on your team?", "Which system do you use?", "Are you growing?", "What do you do?")
    for seed in range(40, 60):
        call = Call(seed).prospect_is(patience=0.9)
        for line in (OPENER, REASON, *questions):
            if call.turns[-1].ends is None:
                call.trainee(line)
                call.prospect_is(patience=0.9)
        moves = [turn.moves for turn in call.turns]
        assert all(moves[at : at + 3] != [(Move.REFUSE,)] * 3 for at in range(len(moves)))
