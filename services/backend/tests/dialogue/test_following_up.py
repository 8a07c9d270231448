"""What callers go on to ask, offer and suppose is taken for what it is."""

from dataclasses import dataclass, replace

import pytest

from app.dialogue.mind.aims import asks_for_terms, asks_if_yours, offers_a_look, offers_a_thing, says_what_it_is_about
from app.dialogue.mind.asking import is_echo, questions_of
from app.dialogue.mind.decide import decide
from app.dialogue.mind.meaning import meant
from app.dialogue.mind.notes import Note
from app.dialogue.mind.reaching import Asking
from app.dialogue.mind.retrieval import find_fact
from app.dialogue.mind.subjects import EVERYDAY, stems
from app.dialogue.mind.talk import Talk, of_a_contract
from app.dialogue.mind.weighing import Scales
from app.domain.acts import Act
from app.domain.prospect import Heard, Move, OpenObjection
from app.reading import Reader, normalise, read
from tests.dialogue.stage import Call
from tests.dialogue.test_meaning import known
from tests.dialogue.test_retrieval import asked, found, talking


def without_the_trouble() -> Call:
    """A call in which somebody has just said why a problem is none of theirs."""
    return next(one for one in (talking(seed, told="fine") for seed in range(3, 80)) if one.state.disclosed)


@pytest.mark.parametrize(
    ("question", "holds_out"),
    [
        ("Do you want a name to call?", True),
        ("Would you like to know what others pay?", True),
        ("Shall I give you two references?", True),
        ("Do you want it fixed?", False),
        ("Do you have a name for that?", False),
    ],
)
def test_who_offers_something_to_know_is_told_to_go_on(question: str, holds_out: bool) -> None:
    assert offers_a_thing(normalise(question)) is holds_out
    if holds_out:
        assert talking(3).trainee(question).moves == (Move.BACKCHANNEL,)


@pytest.mark.parametrize(
    ("question", "a_look"),
    [
        ("How about I check one month for free?", True),
        ("If you could take one task out of month end, which would it be?", False),
        ("Would you look at it if I could show you in a minute?", True),
    ],
)
def test_an_offer_is_no_question_of_what_somebody_would_choose(question: str, a_look: bool) -> None:
    assert offers_a_look(normalise(question)) is a_look


def test_what_it_would_take_to_do_something_is_no_condition_of_theirs() -> None:
    assert asks_for_terms(normalise("What would it take to convince you?"))
    assert not asks_for_terms(normalise("What would it take to get all of them checked?"))


@pytest.mark.parametrize("question", ["Does that sound like you?", "Does any of that ring true?", "True for Amberley?"])
def test_whether_it_is_so_with_them_is_asked_of_the_trouble_told(question: str) -> None:
    assert asks_if_yours(normalise(question))
    line = f"Companies find that carrier invoices stop matching the agreed rates. {question}"
    assert found(talking(3), line).split(".")[-1] in {"hurts", "fine"} or not question.startswith("Does")


def test_how_many_of_those_they_get_is_not_whether_they_have_it() -> None:
    line = "Companies find that carrier invoices stop matching the agreed rates. How many like that do you get?"
    assert found(talking(3), line) == "-"


def test_who_is_that_asks_for_somebody_else_once_it_is_clear_who_speaks() -> None:
    later = asked(talking(3), "Somebody must open them. Who is that?")
    assert later is not None
    assert later.talk is not Talk.NAME
    first = asked(Call(3), "Who is that?")
    assert first is not None
    assert first.talk is Talk.NAME


def test_one_of_several_that_were_spoken_of_is_no_case_of_theirs() -> None:
    turn = talking(3, told="hurts").trainee("Which of those was the worst?")
    assert turn.moves == (Move.ADMIT_NOT_KNOWING,)
    assert turn.next_state.disclosed == talking(3, told="hurts").state.disclosed


def test_when_it_last_was_so_is_a_time() -> None:
    turn = talking(3, told="today").trainee("When was the last time there was?")
    assert turn.moves == (Move.ANSWER,)
    assert turn.next_state.disclosed == talking(3, told="today").state.disclosed


def test_a_supplier_is_asked_about_only_where_one_was_spoken_of() -> None:
    call = next(one for one in map(talking, range(3, 60)) if any(f.id == "vendor.feeling" for f in one.persona.facts))
    chances = {"vendor.feeling": 0.9}

    def reached(line: str, call: Call = call) -> bool:
        return meant(chances, chances, normalise(line), known(call), overrules=False)[1] is not None

    assert not reached("does anybody compare them with the price list")
    assert reached("how are your suppliers doing")
    named = replace(call.state, objections=(OpenObjection(kind="existing_vendor", raised_at=0),))
    call.turns[-1] = replace(call.turns[-1], next_state=named)
    assert reached("are they any good")


def test_wondering_aloud_asks() -> None:
    reading = read("You can hang up, but I'd love to know how many fake mails you get a week.")
    assert [sentence.text for sentence in questions_of(reading)]
    assert not questions_of(read("We would love to show you how it works."))


def test_a_few_words_said_back_before_a_question_are_none() -> None:
    echo, question = read("Diane in finance, really? What has that to do with freight bills?").sentences
    assert is_echo(echo)
    assert not is_echo(question)
    assert not is_echo(read("Any complaints?").sentences[0])


def test_a_condition_that_was_stated_waits_for_no_answer() -> None:
    turn = talking(3).trainee("What would it take to convince you?")
    assert turn.moves == (Move.HESITATE,)
    assert not turn.next_state.notes.get(Note.PENDING)


def test_whether_something_particular_ever_happened_is_no_case_of_theirs() -> None:
    call = next(one for one in map(talking, range(3, 60)) if any(f.id == "incidents.last" for f in one.persona.facts))
    chances = {"incidents.last": 0.6}

    def reached(line: str) -> bool:
        return meant(chances, chances, normalise(line), known(call), overrules=False)[1] is not None

    assert not reached("Have you ever sent one back?")
    assert reached("What was the worst case?")


def test_how_something_came_to_be_no_trouble_is_told_and_not_said_again() -> None:
    call = without_the_trouble()
    turn = call.trainee("How did you manage that?")
    assert turn.moves == (Move.ANSWER,)
    assert not any(saying in turn.text for fact in call.persona.facts for saying in fact.sayings)


def test_asked_on_about_something_beside_a_trouble_that_is_none_they_do_not_deny_the_trouble() -> None:
    call = without_the_trouble()
    turn = call.trainee("Then I'd better ask about the auditors. How many weeks do they stay?")
    assert turn.next_state.notes.get(Note.ASIDE)


def test_a_contract_that_bills_are_checked_against_is_not_asked_about() -> None:
    assert not of_a_contract(normalise("How do you check it, bill against the contract?"))
    assert of_a_contract(normalise("When does the contract end?"))


def test_what_they_would_like_to_find_out_is_a_reason() -> None:
    assert says_what_it_is_about(normalise("I'd like to find out how your people deal with strange mails."))
    assert says_what_it_is_about(normalise("Sam from Quillmere, about the mails your people get."))


@pytest.mark.parametrize(
    ("line", "act", "does"),
    [
        ("Who at Clearwater does care about it, if not you?", Act.ASKS_REFERRAL, True),
        ("Who do you know with a messier month end?", Act.ASKS_REFERRAL, True),
        ("Anyone you'd suggest with a bigger sales team?", Act.ASKS_REFERRAL, True),
        ("Thanks for your time, and good luck with the two new stores!", Act.GOODBYE, True),
        ("And when Nisha finds one that's wrong, do you get the money back?", Act.ARGUES, False),
        ("No, that's wrong.", Act.ARGUES, True),
        ("What was the last one about?", Act.ASKS_REPEAT, False),
        ("Could you and Jared give me twenty minutes on Tuesday?", Act.ASKS_MEETING, True),
        ("How about we look at one month of bills together?", Act.ASKS_MEETING, True),
        ("Do you have your calendar in front of you?", Act.ASKS_MEETING, True),
        ("When are you free?", Act.ASKS_MEETING, True),
        ("When are you free?", Act.BAD_TIME, False),
        ("Are you free right now?", Act.BAD_TIME, True),
        ("Or Monday, if that's better?", Act.PROPOSES_TIME, True),
        ("Ten in the morning?", Act.PROPOSES_TIME, True),
        ("Would you say your month end is fast or slow?", Act.ASKS_REPEAT, False),
        ("And when are you there?", Act.ASKS_REPEAT, False),
        ("Who else in your circle has a long close?", Act.ASKS_REFERRAL, True),
        ("How would we find out who's right?", Act.ASKS_REFERRAL, False),
        ("Um, do you, like, ever find mistakes in them?", Act.OFF_TOPIC, False),
        ("Five minutes, yes or no?", Act.ASKS_PERMISSION, True),
    ],
)
def test_what_such_a_line_does(line: str, act: Act, does: bool) -> None:
    assert (act in read(line).acts) is does


@dataclass(frozen=True, kw_only=True)
class Wants(Reader):
    """Reads by patterns, and takes every question for one matter."""

    matter: str = ""
    chance: float = 0.0

    def wanted(self, question: str) -> dict[str, float]:
        return {self.matter: self.chance, "else": 1.0 - self.chance}

    def alike(self, question: str) -> dict[str, float]:
        return {self.matter: 0.8, "else": 0.8}


def test_an_offer_is_one_whatever_it_may_ask_for() -> None:
    call = talking(3)
    line = "If I could tell you in a week what is billed too much, would you look at it?"
    offer = find_fact(read(line), call.persona, call.state, frozenset(), Wants(matter="problem.costs", chance=0.6))
    assert offer is not None
    assert offer.offer


def test_what_customers_ask_is_not_answered_with_how_they_complain() -> None:
    call = talking(3)
    reader = Wants(matter="talk.customers", chance=0.9)

    def move(line: str) -> Move:
        return decide(call.state, Heard(text=line), call.persona, call.scene, reader).plan.moves[0]

    assert move("Do a lot of customers ask the same thing?") is Move.ADMIT_NOT_KNOWING
    assert move("Do a lot of customers complain?") is Move.ANSWER


def test_only_a_trouble_that_was_told_of_is_asked_about_by_leaning_on_it() -> None:
    call = talking(3)
    facts = {fact.id: fact for fact in call.persona.facts}
    asking = Asking(line="is it", words=frozenset(), side="", shown="", back=True, act=Act.ASKS_OTHER)
    scales = Scales(
        asking=asking, named=(), facts=facts, last=None, state=call.state, before=True, chances={}, alike=dict
    )
    general = next(fact for fact in facts.values() if fact.problem_index is None)
    trouble = next(fact for fact in facts.values() if fact.problem_index is not None)
    assert scales.asks_for_it(trouble)
    assert not scales.asks_for_it(general)


def test_a_question_beside_a_trouble_that_is_none_gets_no_second_denial() -> None:
    call = without_the_trouble()
    reader = Wants(matter="problem.today", chance=0.9)
    fine = next(fact for fact in call.persona.facts if fact.id in call.state.disclosed)
    word = next(one for one in fine.keywords if stems(one) - EVERYDAY)
    beside = Heard(text=f"And what does the auditor do with the {word}?")
    assert decide(call.state, beside, call.persona, call.scene, reader).plan.moves == (Move.ADMIT_NOT_KNOWING,)
    leaning = Heard(text="And how do you do it?")
    plan = decide(call.state, leaning, call.persona, call.scene, reader).plan
    assert plan.moves == (Move.ANSWER,) or plan.slots["variant.admit_not_knowing"] == "no_problem"
