"""Questions about people and things that the prospect has named are answered about those."""

from dataclasses import replace
from itertools import combinations

import pytest

from app.dialogue.mind.decide import decide
from app.dialogue.mind.objections import takes_it_up
from app.dialogue.mind.people import Person, asked_of, in_general
from app.dialogue.mind.subjects import stems
from app.dialogue.mind.talk import Talk
from app.domain.prospect import Heard, Move, OpenObjection
from tests.dialogue.stage import Call
from tests.dialogue.test_retrieval import asked, found, talking

ABOUT_THEM = (
    ("Sure, what does {name} do?", Talk.WHO_IS_THAT),
    ("You said I'd want {name}, is he your IT person?", Talk.WHO_IS_THAT),
    ("Who is {name}?", Talk.WHO_IS_THAT),
    ("Is he your boss?", Talk.WHO_IS_THAT),
    ("How do I get hold of {name}?", Talk.REACH),
    ("Could you put me through to {name}?", Talk.REACH),
    ("Is {name} around today?", Talk.REACH),
    ("What's her number?", Talk.REACH),
    ("Can I say you sent me to him?", Talk.MENTION),
    ("Could you tell {name} I'll call?", Talk.MENTION),
    ("May I mention your name?", Talk.MENTION),
    ("What would {name} want to see?", None),
    ("Is she good at it?", None),
    ("How many people work for you?", None),
)


def colleague_and_line(call: Call) -> tuple[str, str]:
    name = call.persona.words[Person.COLLEAGUE]
    return name, f"You'd want {name} for that."


@pytest.mark.parametrize(("question", "wants"), ABOUT_THEM)
def test_what_is_asked_of_somebody_they_named_is_told_apart(question: str, wants: Talk | None) -> None:
    call = talking(3)
    name, line = colleague_and_line(call)
    talk, person = asked_of(question.format(name=name), call.persona, [line])
    assert talk is wants
    assert person is (Person.COLLEAGUE if wants else None)


def test_a_name_that_is_a_word_too_is_one_with_a_capital_or_where_nothing_has_any() -> None:
    persona = talking(3).persona
    frank = replace(persona, words=persona.words | {Person.TEAM: "Frank"})
    assert in_general("To be frank, how does Frank do it?", frank) == "To be frank, how does your team do it?"
    assert in_general("how does frank do it", frank) == "how does your team do it"


def test_nobody_is_asked_about_who_was_not_named() -> None:
    assert asked_of("What does he do?", talking(3).persona, ["We check them by hand."]) == (None, None)


@pytest.mark.parametrize("seed", range(3, 9))
def test_who_a_colleague_is_and_how_to_get_there(seed: int) -> None:
    call = talking(seed)
    name, line = colleague_and_line(call)
    call.turns[-1] = replace(call.turns[-1], next_state=replace(call.state, said=(line,)))
    department = call.persona.colleague.rpartition(" in ")[2]
    assert department.lower() in call.trainee(f"What does {name} do?").text.lower()
    reached = call.trainee(f"And how do I reach {name}?")
    assert reached.moves == (Move.ANSWER,)
    assert reached.next_state.disclosed == call.state.disclosed


def test_what_one_of_their_people_does_is_what_their_people_do() -> None:
    call = talking(3, told="hurts")
    name = call.persona.words[Person.TEAM]
    assert in_general(f"How does {name} check a bill?", call.persona) == "How does your team check a bill?"
    assert found(call, f"How does {name} check the carrier bills?").split(".")[-1] in {"today", "fine"}


def objecting(kind: str, slot: str = "") -> Call:
    """A call in which the prospect has just raised an objection of this kind, one that names what `slot` holds."""
    for seed in range(3, 200):
        call = talking(seed)
        objection = next((one for one in call.persona.objections if one.kind == kind), None)
        if objection is not None and call.persona.words.get(slot, "") in " ".join(objection.stated):
            raised = OpenObjection(kind=kind, raised_at=call.state.exchange)
            state = replace(call.state, exchange=call.state.exchange + 1, objections=(raised,), phase="objection")
            notes = state.notes | {"line": objection.stated[0]}
            state = replace(state, notes=notes, said=(objection.stated[0],), last_moves=(Move.OBJECT,))
            call.turns[-1] = replace(call.turns[-1], next_state=state)
            return call
    raise AssertionError(f"nobody says {kind}")


def test_a_question_about_what_an_objection_names_asks_what_is_behind_it() -> None:
    for kind, slot, question in (
        ("no_budget", "month_budget", "What happens in {}?"),
        ("bad_experience", "vendor", "What went wrong with {}?"),
        ("in_house", "team_one", "What happens when {} is on holiday?"),
    ):
        call = objecting(kind, slot)
        turn = call.trainee(question.format(call.persona.words[slot]))
        assert f'asked what is behind "{kind.replace("_", " ")}"' in call.causes(), (kind, turn.text)


def test_asked_on_they_give_another_reason_or_none() -> None:
    call = objecting("bad_experience", "vendor")
    vendor = call.persona.words["vendor"]
    questions = ("What went wrong with {}?", "What happened at {}?", "And what did {} do then?")
    turns = [call.trainee(question.format(vendor)) for question in questions]
    assert turns[0].moves == (Move.REVEAL,)
    for one, other in combinations([stems(turn.text) - stems(vendor) for turn in turns], 2):
        assert 2 * len(one & other) <= min(len(one), len(other))


def test_a_question_that_names_much_else_is_not_about_the_objection() -> None:
    call = objecting("no_need")
    objection = next(one for one in call.persona.objections if one.kind == "no_need")
    who = call.persona.words[Person.TEAM]
    beside = asked(call, f"What does {who} do when a carrier charges more than agreed?")
    assert beside is not None
    assert not takes_it_up(beside, objection)


def test_who_objects_instead_of_answering_says_so() -> None:
    told = 0
    for seed in range(3, 60):
        call = Call(seed, level=4)
        heard = Heard(
            text="Hi, Alex from Tarrowgate. Carriers bill more than agreed and nobody notices. "
            "How do you check the carrier invoices today?"
        )
        plan = decide(call.state, heard, call.persona, call.scene).plan
        if set(plan.moves) & {Move.OBJECT, Move.BRUSH_OFF}:
            told += 1
            assert plan.slots[f"variant.{plan.moves[0].value}"] == "unanswered"
    assert told > 5
