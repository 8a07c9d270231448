"""Asked on, people answer what was asked: who, what it was like, whether it comes back, and what it costs after all."""

import pytest

from app.dialogue.mind.talk import Talk, talk_of
from app.domain.prospect import Move, OpenObjection
from app.reading import normalise
from tests.dialogue.stage import Call
from tests.dialogue.test_retrieval import found, reply, talking

PEOPLE = (
    ("Do customers complain about that?", Talk.CUSTOMERS),
    ("What did you tell the customer?", Talk.SOOTHED),
    ("Do you ever lose customers over it?", Talk.CUSTOMERS),
    ("What does Richard normally do?", Talk.COLLEAGUE),
    ("Who's Gunther?", Talk.COLLEAGUE),
    ("Does William like doing that?", Talk.OTHERS),
    ("Does he complain?", Talk.OTHERS),
    ("And who's the poor soul that has to fix it?", Talk.HANDS),
    ("Who are your customers?", None),
    ("What does it do?", None),
    ("What do you do there?", None),
    ("Do you like doing that?", None),
)
TIMES = (
    ("If you were in my shoes, what would you ask?", Talk.SHOES),
    ("How did that feel?", Talk.FEELING),
    ("How was that for you?", Talk.FEELING),
    ("And before that, how was it done?", Talk.BEFORE),
    ("How did you do it before?", Talk.BEFORE),
    ("So it could happen again next month?", Talk.AGAIN),
    ("What did you do before this?", Talk.OWN_PAST),
    ("When was the last time you listened in yourself?", Talk.LATELY),
    ("Is there anything you do well there?", Talk.STRENGTH),
    ("And whose idea was that?", Talk.IDEA),
    ("How do you know when somebody is ready?", Talk.READY),
    ("How did you work that out?", Talk.READY),
    ("Could that happen tomorrow?", Talk.AGAIN),
)
"""What such a question gets tells nothing of the business."""


@pytest.mark.parametrize(("question", "manner"), [*PEOPLE, *TIMES, ("What did you try before?", None)])
def test_what_is_asked_about_the_talk_and_the_people_is_told_apart(question: str, manner: Talk | None) -> None:
    assert talk_of(normalise(question)) is manner


@pytest.mark.parametrize("question", [question for question, _ in TIMES])
def test_the_day_itself_and_what_came_before_are_answered(question: str) -> None:
    turn = reply(question)
    assert turn.moves in ((Move.ANSWER,), (Move.ADMIT_NOT_KNOWING,))
    assert turn.next_state.disclosed == talking(3, told="hurts").state.disclosed


def test_who_does_it_and_how_many_of_them_is_the_team() -> None:
    for seed in range(3, 12):
        call = talking(seed, told="who")
        if any(fact.id == "team.size" for fact in call.persona.facts):
            assert found(call, "How many of them are there?") == "team.size"
            return
    raise AssertionError("nobody here has a team")


def test_a_whole_sentence_is_never_met_with_what() -> None:
    for seed in range(3, 15):
        assert reply("No, it isn't a filter, it's something else.", seed=seed).moves != (Move.ASK_REPEAT,)


def test_asked_whether_the_trouble_comes_they_say_yes() -> None:
    fitting = [seed for seed in range(3, 15) if talking(seed).persona.fits]
    assert fitting
    for seed in fitting:
        turn = reply("Did one ever slip through?", seed=seed)
        assert turn.moves == (Move.ANSWER,)
        assert turn.next_state.notes["line"] == "It did."


def test_if_nothing_changes_is_about_what_was_told_and_not_about_growth() -> None:
    for seed in range(3, 9):
        call = talking(seed, told="hurts")
        assert found(call, "If nothing changes, what happens next year?").split(".")[-1] in ("matters", "fine")


def tried() -> Call:
    """Somebody who has just told that it was tried before."""
    for seed in range(3, 12):
        call = talking(seed, told="hurts")
        call.trainee("Has anybody tried to fix it?")
        if call.state.notes["last_fact"] == "past.experience":
            return call
    raise AssertionError("nobody here has tried")


def test_what_the_trouble_costs_is_told_though_something_else_was_asked_for_last() -> None:
    call = tried()
    index = call.state.disclosed[0].split(".")[1]
    assert found(call, "And what does it cost you when it goes wrong?") == f"problem.{index}.costs"


def test_only_a_why_is_answered_with_why_nothing_came_of_it() -> None:
    assert tried().trainee("Why not?").next_state.notes["line"] == "Nobody had time for it."


@pytest.mark.parametrize("exchanges", [1, 4])
def test_a_question_of_the_trouble_is_answered_whatever_was_objected(exchanges: int) -> None:
    call = talking(3, told="hurts")
    raised = OpenObjection(kind="no_need", raised_at=2, stage="acknowledged")
    call.prospect_is(objections=(raised,), exchange=2 + exchanges, last_moves=(Move.ANSWER,))  # type: ignore[arg-type]
    call.trainee("What does that cost you?")
    assert any(id_.endswith(".costs") for id_ in call.state.disclosed)


@pytest.mark.parametrize("question", ["That's fair. Can I ask what's behind that?", "May I ask why?"])
def test_asked_for_the_reason_of_a_no_people_give_one(question: str) -> None:
    call = talking(3, told="hurts").prospect_is(last_moves=(Move.HESITATE, Move.REFUSE))  # type: ignore[arg-type]
    notes = call.state.notes | {"line": "Not on what I've heard so far.", "wall": "interest"}
    turn = call.prospect_is(notes=notes).trainee(question)  # type: ignore[arg-type]
    assert turn.moves == (Move.REVEAL,)


def test_what_an_agency_costs_is_no_question_about_a_supplier() -> None:
    assert found(talking(3), "How about the other side, agency costs?") != "vendor.current"
    assert found(talking(3), "Which agency do you work with?") == "vendor.current"
