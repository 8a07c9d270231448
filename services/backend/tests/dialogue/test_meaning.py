"""Questions in words of their own are answered by what they mean, and phrases are overruled only where that is sure."""

from dataclasses import replace
from typing import Any

import pytest

from app.dialogue.mind.meaning import Known, meant, surely_another
from app.dialogue.mind.moment import look
from app.dialogue.mind.talk import Talk
from app.domain.prospect import Heard
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


def test_what_is_meant_must_be_likely() -> None:
    call = talking(3)
    assert meant({"team.size": 0.3}, "how many", known(call), offer=False) == (None, None)
    _, fact = meant({"team.size": 0.5}, "how many", known(call), offer=False)
    assert fact is not None
    assert fact.id == "team.size"


def test_what_looks_like_an_offer_must_be_more_likely() -> None:
    chances = {"problem.instead": 0.5}
    assert meant(chances, "if it went well what then", known(talking(3)), offer=True) == (None, None)
    assert meant(chances | {"problem.instead": 0.7}, "if it went well what then", known(talking(3)), offer=True)[1]


def test_something_of_the_talk_is_no_fact() -> None:
    assert meant({"talk.trend": 0.9}, "is it getting worse", known(talking(3)), offer=False) == (Talk.TREND, None)


def test_after_a_side_was_told_the_next_is() -> None:
    call = talking(3, told="today")
    _, fact = meant({"problem.today": 0.8}, "how is it done", known(call), offer=False)
    assert fact is not None
    assert fact.id == "process.flow"


def test_nobody_tells_of_a_trouble_before_there_is_a_reason_for_the_call() -> None:
    call = talking(3)
    state = replace(call.state, notes={})
    assert meant({"problem.costs": 0.9}, "what is it", replace(known(call), state=state), offer=False) == (None, None)


@pytest.mark.parametrize(
    ("chances", "overruled"),
    [
        ({"problem.instead": 0.8, "problem.costs": 0.05}, True),
        ({"problem.instead": 0.8, "problem.costs": 0.3}, False),
        ({"problem.instead": 0.5, "problem.costs": 0.05}, False),
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
def test_heads_leave_what_phrases_find(reader: Reader) -> None:
    for told, group in (("", GENERAL), ("hurts", FOLLOWING)):
        questions = [question for _, question in rows(group)]
        moved = [one for one in questions if with_heads(talking(3, told=told), one, reader) != found_or_none(one, told)]
        assert len(moved) <= 0.05 * len(questions), moved


def found_or_none(question: str, told: str) -> str | None:
    one = found(talking(3, told=told), question)
    return None if one == "-" else one
