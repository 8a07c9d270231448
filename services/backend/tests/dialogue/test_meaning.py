"""Questions in words of their own are answered by what they mean, and phrases are overruled only where that is sure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from app.dialogue.mind.decide import decide
from app.dialogue.mind.meaning import Known, meant, surely_another
from app.dialogue.mind.moment import look
from app.dialogue.mind.moves.talking import ANSWERS
from app.dialogue.mind.notes import Note, Pending
from app.dialogue.mind.talk import Talk
from app.domain.prospect import Heard, Move
from app.reading import Reader, load_heads
from app.reading.wanted import NOTHING
from tests.dialogue.asked import FOLLOWING, GENERAL, rows
from tests.dialogue.stage import Call
from tests.dialogue.test_retrieval import found, talking

FREE = (
    ("problem.0.why", "And what's to blame for that?"),
    ("problem.0.who", "Does he get any help with it?"),
    ("problem.0.instead", "If it went well, what would she do with the time?"),
    ("problem.0.then", "What's the knock-on for everybody else?"),
    ("problem.0.matters", "Where does that sit compared to the rest?"),
    ("problem.0.known", "Have the owners or the board ever noticed?"),
    ("budget.limit", "Money wise, what could you sign without going upstairs?"),
    ("deciders.how", "And how does something like that get signed off?"),
    ("growth.strain", "Does that put pressure on the team?"),
    ("metrics.now", "Is that the number they judge you by?"),
    ("team.size", "What's your team like, big, small?"),
)


def known(call: Call) -> Known:
    return Known(facts={fact.id: fact for fact in call.persona.facts}, last=None, state=call.state)


def fact_meant(
    chances: dict[str, float], call: Call, *, alike: bool = True, overrules: bool = False, likeness: float = 0.8
) -> str | None:
    near = dict.fromkeys(chances, likeness) if alike else {}
    _, fact = meant(chances, near, "how many", known(call), overrules=overrules)
    return fact.id if fact is not None else None


def test_what_is_meant_must_be_likely() -> None:
    assert fact_meant({"team.size": 0.33}, talking(3)) is None
    assert fact_meant({"team.size": 0.37}, talking(3)) == "team.size"


def test_what_no_known_way_to_ask_comes_near_must_be_all_but_sure() -> None:
    assert fact_meant({"team.size": 0.8}, talking(3), alike=False) is None
    assert fact_meant({"team.size": 0.9}, talking(3), alike=False) == "team.size"


def test_what_known_ways_to_ask_come_near_to_only_in_form_must_be_surer() -> None:
    assert fact_meant({"team.size": 0.7}, talking(3), likeness=0.55) is None
    assert fact_meant({"team.size": 0.8}, talking(3), likeness=0.55) == "team.size"


def test_what_phrases_found_gives_way_to_a_likelier_meaning() -> None:
    assert fact_meant({"team.size": 0.4}, talking(3), overrules=True) is None
    assert fact_meant({"team.size": 0.5}, talking(3), overrules=True) == "team.size"


def test_what_may_as_well_be_small_talk_must_be_likelier() -> None:
    assert fact_meant({"team.size": 0.4, NOTHING: 0.3}, talking(3)) is None
    assert fact_meant({"team.size": 0.5, NOTHING: 0.3}, talking(3)) == "team.size"


def test_what_was_explained_needs_least() -> None:
    call = talking(3)
    call.prospect_is(notes=dict(call.state.notes) | {Note.PENDING: Pending.MEANING})
    assert fact_meant({"team.size": 0.31}, call, alike=False) == "team.size"
    assert fact_meant({"team.size": 0.2}, call) is None


def test_something_of_the_talk_is_no_fact() -> None:
    assert meant({"talk.trend": 0.9}, {}, "is it getting worse", known(talking(3)), overrules=False) == (
        Talk.TREND,
        None,
    )


def test_after_a_side_was_told_the_next_is() -> None:
    call = talking(3, told="today")
    _, fact = meant({"problem.today": 0.9}, (), "how is it done", known(call), overrules=False)
    assert fact is not None
    assert fact.id == "process.flow"


def test_nobody_tells_of_a_trouble_before_there_is_a_reason_for_the_call() -> None:
    call = talking(3)
    state = replace(call.state, notes={})
    assert meant({"problem.costs": 0.9}, (), "what is it", replace(known(call), state=state), overrules=False) == (
        None,
        None,
    )


@pytest.mark.parametrize(
    ("chances", "overruled"),
    [
        ({"problem.instead": 0.8, "problem.costs": 0.05}, True),
        ({"problem.instead": 0.8, "problem.costs": 0.2}, True),
        ({"problem.instead": 0.6, "problem.costs": 0.3}, False),
        ({"problem.instead": 0.5, "problem.costs": 0.05}, True),
        ({"problem.instead": 0.5, "problem.costs": 0.2}, False),
        ({"problem.instead": 0.25, "problem.costs": 0.01}, False),
        ({NOTHING: 0.9, "problem.costs": 0.05}, False),
        ({}, False),
    ],
)
def test_phrases_are_overruled_by_a_sure_meaning_alone(chances: dict[str, float], overruled: bool) -> None:
    fact = known(talking(3)).facts["problem.0.costs"]
    assert surely_another(chances, None, fact) is overruled


@pytest.fixture(scope="module")
def reader() -> Reader:
    from app.runtime.models import default_models_dir

    heads = load_heads(default_models_dir())
    assert heads is not None, "fetch the model first: setup --models minilm-l6-int8"
    return Reader(heads)


def with_heads(call: Call, question: str, reader: Reader) -> Any:
    asked = look(call.state, Heard(text=question), call.persona, call.scene, reader).asked
    return asked.fact.id if asked and asked.fact else None


@pytest.mark.models
@pytest.mark.parametrize(("want", "question"), FREE)
def test_a_free_question_is_answered(want: str, question: str, reader: Reader) -> None:
    call = talking(3, told="hurts")
    subject = call.state.notes["subject"]
    assert with_heads(call, question, reader) == want.replace("problem.0", f"problem.{subject}")


@pytest.mark.models
@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What would take your doubts away?", "convinced"),
        ("What should I have ready for you on the day?", "agenda"),
        ("Which information should the email have in it?", "letter"),
        ("So how should we go on from here?", "steps"),
        ("How do the other firms in your trade deal with it?", "rivals"),
        ("Where do I send it?", "address"),
        ("When would be a better moment to ring you?", "later"),
        ("Shall we talk on Teams or would you like a visit?", "place"),
    ],
)
def test_what_comes_after_the_call_is_answered_too(question: str, kind: str, reader: Reader) -> None:
    call = talking(3, told="hurts")
    asked = look(call.state, Heard(text=question), call.persona, call.scene, reader).asked
    assert asked is not None
    assert asked.talk is not None
    assert ANSWERS[asked.talk][0] == kind


@pytest.mark.models
@pytest.mark.parametrize(
    ("question", "manner"),
    [
        ("Do the lights stay on at night?", "some_do"),
        ("What's written on the wall in the workshop?", "what_is"),
        ("What is the square root of nine?", ""),
    ],
)
def test_what_nobody_has_an_answer_to_gets_one_that_binds_to_nothing(
    question: str, manner: str, reader: Reader
) -> None:
    call = talking(3, told="hurts")
    decision = decide(call.state, Heard(text=question), call.persona, call.scene, reader)
    assert decision.plan.moves == (Move.ADMIT_NOT_KNOWING,)
    assert decision.plan.slots.get(f"variant.{Move.ADMIT_NOT_KNOWING}", "") == manner


@dataclass(frozen=True)
class Guessing(Reader):
    """A reader that has an inkling of what a question wants, and no more."""

    likely: Mapping[str, float] = field(default_factory=dict)

    def wanted(self, question: str) -> Mapping[str, float]:
        return self.likely


def answered(call: Call, line: str, reader: Reader) -> tuple[Move, str]:
    """The move, and how it is made; the call goes on from there."""
    decision = decide(call.state, Heard(text=line), call.persona, call.scene, reader)
    call.turns[-1] = replace(call.turns[-1], next_state=decision.next_state, causes=decision.causes)
    move, *_ = decision.plan.moves
    return move, decision.plan.slots.get(f"variant.{move}", "")


RIDDLES = ("Tell me about the river.", "Talk me through the wind.", "Walk me through the moon.")
HOW_DO_YOU_MEAN = (Move.ASK_BACK, Pending.MEANING)


def test_a_question_that_may_mean_several_things_is_asked_back_about_and_costs_nothing() -> None:
    call = talking(3, told="hurts")
    assert answered(call, RIDDLES[0], Guessing(likely={"problem.costs": 0.4, "problem.who": 0.3})) == HOW_DO_YOU_MEAN
    assert "asked something that has no answer here" not in call.causes()
    assert (
        answered(talking(3, told="hurts"), RIDDLES[0], Guessing(likely={"problem.costs": 0.2}))[0]
        is Move.ADMIT_NOT_KNOWING
    )
    assert answered(talking(3, told="hurts"), RIDDLES[0], Guessing(likely={NOTHING: 0.9}))[0] is Move.ADMIT_NOT_KNOWING


def test_nobody_asks_what_is_meant_twice_running_or_three_times_a_call() -> None:
    call, reader = talking(3, told="hurts").prospect_is(patience=0.9), Guessing(likely={"problem.costs": 0.4})
    lines = [RIDDLES[0], RIDDLES[1], "Okay.", RIDDLES[2], "Okay.", "Tell me about the tide."]
    asked = [answered(call, line, reader) == HOW_DO_YOU_MEAN for line in lines]
    assert asked == [True, False, False, True, False, False]


@pytest.mark.parametrize("line", ["I mean, the money it costs you.", "Well, the money.", "How much money is that?"])
def test_who_says_what_was_meant_is_answered(line: str) -> None:
    call = talking(3, told="hurts").prospect_is(trust=0.9)
    answered(call, RIDDLES[0], Guessing(likely={"problem.costs": 0.4}))
    answered(call, line, Guessing(likely={"problem.costs": 0.4}))
    assert call.state.notes["last_fact"].endswith(".costs")


def test_asked_for_an_address_before_anything_is_agreed_they_still_answer() -> None:
    call = talking(3, told="hurts")
    assert call.trainee("Okay. What's the best email address for you?").moves == (Move.ANSWER,)


def test_right_after_an_attempt_was_told_questions_are_about_the_attempt() -> None:
    call = talking(3, told="hurts")
    call.trainee("Have you tried to fix that before?")
    assert call.state.notes["last_fact"] == "past.experience"
    assert call.trainee("And what stopped it?").moves == (Move.ANSWER,)
    assert call.state.notes["last_fact"] == "past.experience"


@pytest.mark.models
def test_heads_leave_what_phrases_find(reader: Reader) -> None:
    for told, group in (("", GENERAL), ("hurts", FOLLOWING)):
        questions = [question for _, question in rows(group)]
        moved = [one for one in questions if with_heads(talking(3, told=told), one, reader) != found_or_none(one, told)]
        assert len(moved) <= 0.05 * len(questions), moved


def found_or_none(question: str, told: str) -> str | None:
    one = found(talking(3, told=told), question)
    return None if one == "-" else one
