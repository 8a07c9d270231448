"""A question gets the fact that was asked for; one that nobody's facts answer gets none."""

from dataclasses import replace

import pytest

from app.dialogue.mind.echoes import echoed
from app.dialogue.mind.moment import look
from app.dialogue.mind.retrieval import Asked
from app.domain.persona import Fact
from app.domain.prospect import Heard, Move, ProspectTurn
from tests.dialogue.asked import FOLLOWING, GENERAL, PROBLEM, UNANSWERED, rows
from tests.dialogue.stage import Call

SEEDS = (3, 21)


def talking(seed: int, *, told: str = "") -> Call:
    """A call in which business is talked; `told` is the side of a problem that was told last."""
    call = Call(seed).prospect_is(trust=0.8, patience=0.9)
    fact = next((one for one in call.persona.facts if told and one.id.endswith(f".{told}")), None)
    notes = {"reason_heard": "1", "trainee_name": "alex", "subject": "0", "line": "Okay. And?"}
    if fact is not None:
        notes |= {"last_fact": fact.id, "subject": str(fact.problem_index), "line": fact.sayings[0]}
    state = replace(call.state, phase="discovery", notes=notes, disclosed=(fact.id,) if fact else ())
    call.turns[-1] = replace(call.turns[-1], next_state=state)
    return call


def asked(call: Call, question: str) -> Asked | None:
    return look(call.state, Heard(text=question), call.persona, call.scene).asked


def found(call: Call, question: str) -> str:
    what = asked(call, question)
    return what.fact.id if what and what.fact else "-"


@pytest.mark.parametrize(("want", "question"), rows(GENERAL))
def test_a_question_about_the_business_finds_its_fact(want: str, question: str) -> None:
    for seed in SEEDS:
        call = talking(seed)
        if any(fact.id == want for fact in call.persona.facts):
            assert found(call, question) == want


@pytest.mark.parametrize(("want", "question"), rows(PROBLEM))
def test_a_question_that_names_the_problem_gets_the_side_it_asks_for(want: str, question: str) -> None:
    for seed in SEEDS:
        assert found(talking(seed), question).split(".")[-1] in {*want.split("|"), "fine"}


@pytest.mark.parametrize(("want", "question"), rows(FOLLOWING))
def test_a_question_that_leans_on_the_answer_stays_with_it(want: str, question: str) -> None:
    for seed in SEEDS:
        call = talking(seed, told="hurts")
        subject = call.state.notes["subject"]
        assert found(call, question) == (want if "." in want else f"problem.{subject}.{want}")


@pytest.mark.parametrize(("want", "question"), rows(UNANSWERED))
@pytest.mark.parametrize("told", ["", "hurts"])
def test_what_nobody_could_know_finds_nothing(want: str, question: str, told: str) -> None:
    assert found(talking(3, told=told), question) == want


def reply(question: str, *, told: str = "hurts", seed: int = 3) -> ProspectTurn:
    return talking(seed, told=told).trainee(question)


@pytest.mark.parametrize(
    ("question", "hedge"),
    [
        (
            "How many forklifts do you own?",
            ("number", "figure", "count", "guess", "a fair few", "a handful", "up and down", "all of them"),
        ),
        ("Which colour is your office door?", ()),
    ],
)
def test_what_is_not_known_is_admitted_in_words_that_fit_the_question(question: str, hedge: tuple[str, ...]) -> None:
    for seed in SEEDS:
        turn = reply(question, seed=seed)
        assert turn.moves == (Move.ADMIT_NOT_KNOWING,)
        assert not hedge or any(word in turn.text.lower() for word in hedge)


def test_private_questions_are_set_aside_and_tell_nothing() -> None:
    turn = reply("What's your favourite sandwich?")
    assert turn.moves == (Move.SMALL_TALK,)
    assert turn.next_state.disclosed == talking(3, told="hurts").state.disclosed


def test_what_it_cost_last_quarter_is_answered_with_what_it_cost() -> None:
    for seed in range(40, 60):
        call = talking(seed, told="hurts")
        turn = call.trainee("What did that cost you last quarter?")
        if turn.moves[0] is Move.REVEAL:
            new = set(turn.next_state.disclosed) - set(talking(seed, told="hurts").state.disclosed)
            assert {fact_id.split(".")[-1] for fact_id in new} == {"costs"}
        else:
            assert turn.moves[0] in (Move.DEFLECT, Move.NO_FIT, Move.ADMIT_NOT_KNOWING)


def fact(call: Call, ending: str) -> Fact:
    return next(one for one in call.persona.facts if one.id.endswith(ending))


def test_a_question_may_be_taken_up_in_its_own_words() -> None:
    call = Call(3)
    assert echoed("what did that cost you last quarter", fact(call, ".costs")) == "Last quarter?"
    assert echoed("do you know what that cost you in q2", fact(call, ".costs")) == "In Q2?"
    assert echoed("how long has that been going on", fact(call, ".since")) == "How long?"
    assert echoed("how do you check them", fact(call, ".today")) == ""


@pytest.mark.parametrize(
    "question",
    [
        "Invoices stop matching the agreed rates. True for you as well?",
        "The carriers bill the wrong rates. Is that you?",
    ],
)
def test_asking_whether_it_is_so_here_asks_for_the_problem(question: str) -> None:
    assert found(talking(3), question) in {"problem.0.hurts", "problem.0.fine"}


def test_a_question_about_something_else_is_not_answered_with_the_last_subject() -> None:
    assert found(talking(3, told="hurts"), "And the ones that leave, why do they go?") == "-"


@pytest.mark.parametrize("question", ["What if that just stopped?", "Would you look if I could show you?"])
def test_an_offered_look_is_weighed_and_not_taken_for_a_question_about_the_business(question: str) -> None:
    assert reply(question).moves[0] in {Move.HESITATE, Move.SHOW_INTEREST}


def test_asked_for_terms_the_prospect_names_some() -> None:
    assert reply("What would it take to convince you?").moves == (Move.HESITATE,)


def test_a_summary_that_was_checked_is_confirmed() -> None:
    turn = reply("So it's manual, it hurts, and nobody owns it. Is that right?")
    assert turn.moves == (Move.BACKCHANNEL,)
    assert turn.next_state.disclosed == talking(3, told="hurts").state.disclosed
