"""What nobody has an answer to is answered by the form of the question, and what it names is taken up."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pytest

from app.dialogue.mind.decide import decide
from app.dialogue.mind.echoes import taken_for
from app.dialogue.mind.memory import figures_in
from app.dialogue.mind.moment import look
from app.dialogue.mind.opening import gives_reason
from app.dialogue.mind.taking_up import taken_up
from app.dialogue.mind.unknown import unknown_kind
from app.dialogue.words.phrases import families
from app.dialogue.words.sentences import is_long
from app.domain.prospect import Heard, Move, OpenObjection
from app.reading import Reader, load_heads, normalise
from app.runtime.models import default_models_dir
from tests.dialogue.stage import Call
from tests.dialogue.test_retrieval import talking

FORMS = {
    "Who has to wear the hat?": "who",
    "How do you protect those who pay?": "how",
    "Do you know who wears it?": "who",
    "Can you walk me through how it works?": "how",
    "Can it tell you who is free?": "yes_no",
    "Where do the answers live?": "where",
    "Which colour is the worst?": "which",
    "By which way do you send it?": "which",
    "What kind of errors turn up?": "which",
    "Have there been cases which were paid twice?": "there",
    "How often does the moon do that?": "often",
    "Do you ever see one?": "ever",
    "How many payments go out?": "many",
    "What share of them is blue?": "number",
    "How old is it?": "long",
    "How much goes out?": "number",
    "How pleased are you with it?": "degree",
    "How well does it work?": "degree",
    "What's churn like?": "like",
    "How did that play out?": "happened",
    "What have you done about it?": "did",
    "What did you like about them?": "what_did",
    "And if nobody picks up?": "if",
    "What about Saturdays?": "about",
    "What would the ideal look like?": "would_be",
    "What questions would they have?": "would_be",
    "What's your gut feeling about them?": "view",
    "Do you think it's fair?": "opinion",
    "If I said four, would you believe me?": "self",
    "What pushed you to do that?": "why",
    "Is it the people or the tool?": "either",
    "How does he know which rate applies?": "knows",
    "And how do you make sure the small ones are right?": "knows",
    "Since you moved to the port, do you get more calls asking where things are?": "about_you",
    "When you close, which number do you trust least?": "which",
    "What do you think he misses?": "what",
    "What do you think of it?": "view",
    "And who pays for that, the ward or you?": "either",
    "Who pays in the end, sales or training?": "either",
    "What would you say to two weeks of notice?": "view",
    "So who has the time to argue with them?": "who",
    "What part of it keeps people there?": "what",
    "Guess, then.": "number",
    "Would you give it another try with somebody who stays?": "self",
    "How about we start with one?": "how",
    "What are we talking about in a month?": "number",
    "What time of day does it hit?": "what_time",
    "When do you get to see them?": "what_time",
    "When is the next round?": "when",
    "Has anybody left over it?": "once",
    "What does the warehouse make of it?": "their_view",
    "How did your boss take it?": "their_view",
    "And when this person is away?": "if",
    "What happens to someone who is not good enough?": "happens",
    "How did that one end?": "happened",
    "Is there anything you hate?": "anything",
    "What did they claim?": "what_did",
    "What's the oddest thing you do?": "what_is",
    "What happens to the leads?": "happens",
    "How did you explain that?": "how_did",
    "How are you doing against that?": "like",
    "Who wrote it?": "who_did",
    "How up to date are they?": "degree",
    "What would you want to check first?": "would_be",
    "Do customers get cross?": "some_do",
    "Would they use an app?": "some_do",
    "Are your people fed up with it?": "some_do",
    "Could we have a look at one?": "self",
    "What's changed since?": "what_did",
    "Would she talk to me?": "might",
    "How would you rate it from one to ten?": "rating",
    "How did the last audit go?": "happened",
    "What have you got planned?": "what",
    "Have you got a rule for that?": "about_you",
    "Did they apologise?": "was_it",
}


@pytest.mark.parametrize(("question", "kind"), FORMS.items())
def test_the_form_of_a_question_tells_what_sort_of_answer_it_wants(question: str, kind: str) -> None:
    assert unknown_kind(normalise(question)) == kind


def test_every_form_has_words() -> None:
    known = {name.removeprefix("admit_not_knowing.") for name in families() if name.startswith("admit_not_knowing.")}
    assert set(FORMS.values()) <= known


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Do you ever get suppliers asking to change their bank details?", "The bank details?"),
        ("How long does it take to get a credit note?", "A credit note?"),
        ("How is the new system?", "The new system?"),
        ("Do you track the CSAT?", "The CSAT?"),
        ("How do you decide about training?", "Training?"),
        ("Does the error creep in there?", "The error?"),
        ("Is your management aware?", "The management?"),
        ("Does your management care?", ""),
        ("What do the people say?", ""),
        ("How's that going?", ""),
        ("Is it a new thing?", ""),
        ("Do the sales managers see it the same way?", "The sales managers?"),
        ("Would the sales director be on your side?", "The sales director?"),
        ("Do you have a date in mind?", "A date?"),
        ("What's the first thing?", ""),
        ("Who calls round when a driver drops out?", "A driver?"),
        ("Is email security your responsibility, James?", "The responsibility?"),
        ("How long before a new one books a first appointment?", "A first appointment?"),
        ("What would you change about how your people learn?", ""),
        ("When is the next quiet hour, after your production meeting?", "The production meeting?"),
        ("And then a recruiter listens in?", "A recruiter?"),
    ],
)
def test_what_a_question_names_is_taken_up_where_it_is_plain(question: str, named: str) -> None:
    assert taken_up(question) == named


def test_what_is_named_stands_before_the_answer_now_and_then() -> None:
    said = [talking(seed).trainee("Where do the lorries go at night?").text for seed in range(20)]
    taken = [line for line in said if "The lorries?" in line]
    assert 5 < len(taken) < 20
    assert all(line.split("The lorries?")[1].strip() for line in taken)


@dataclass(frozen=True)
class Judging(Reader):
    """A reader to whom every question wants the same."""

    likely: Mapping[str, float] = field(default_factory=dict)

    def wanted(self, question: str) -> Mapping[str, float]:
        return self.likely


def found(call: Call, question: str, reader: Reader) -> str | None:
    asked = look(call.state, Heard(text=question), call.persona, call.scene, reader).asked
    return asked.fact.id if asked is not None and asked.fact is not None else None


def test_what_phrases_point_at_is_dropped_where_the_meaning_hardly_allows_it() -> None:
    call, question = talking(3, told="hurts"), "How big is your team?"
    assert found(call, question, Judging(likely={"team.size": 0.15, "else": 0.3})) == "team.size"
    assert found(call, question, Judging(likely={"team.size": 0.05, "else": 0.3})) is None


def test_a_side_that_phrases_find_in_almost_anything_takes_more() -> None:
    call, question = talking(3, told="hurts"), "How do you handle that?"
    assert found(call, question, Judging(likely={"problem.today": 0.25})) == f"{call.state.disclosed[0][:9]}.today"
    assert found(call, question, Judging(likely={"problem.today": 0.15})) is None


def objected(kind: str, exchanges: int) -> Call:
    call = talking(3, told="hurts")
    raised = OpenObjection(kind=kind, raised_at=2, stage="raised")
    return call.prospect_is(objections=(raised,), exchange=2 + exchanges, trust=0.9)  # type: ignore[arg-type]


def test_a_count_asked_for_after_an_objection_is_no_question_about_it() -> None:
    turn = objected("timing", 1).trainee("How many calls before one says yes?")
    assert turn.moves == (Move.ADMIT_NOT_KNOWING,)


def test_what_worries_them_much_later_is_no_question_about_the_objection() -> None:
    call = objected("busy", 6)
    decision = decide(call.state, Heard(text="What would it take to convince you?"), call.persona, call.scene)
    assert decision.plan.moves == (Move.HESITATE,)


@pytest.fixture(scope="module")
def heads() -> Reader:
    loaded = load_heads(default_models_dir())
    assert loaded is not None, "fetch the model first: setup --models minilm-l6-int8"
    return Reader(loaded)


@pytest.mark.models
@pytest.mark.parametrize(
    "reason",
    [
        "Hauliers tell me the bills they get from their partners drift away from the price list.",
        "The other firms find surcharges in their transport costs that nobody ever agreed to.",
    ],
)
def test_a_reason_in_words_of_its_own_is_one(reason: str, heads: Reader) -> None:
    call = Call(3)
    call.trainee("Hello, Ben Archer from Quillmere. Half a minute?")
    heard = look(call.state, Heard(text=f"{reason} Does that happen to you?"), call.persona, call.scene, heads)
    assert not heard.touches
    assert heard.means
    assert gives_reason(heard)
    assert heard.asked is not None
    assert heard.asked.fact is not None
    assert heard.asked.fact.problem_index in heard.means


@pytest.mark.models
def test_an_introduction_speaks_of_no_problem(heads: Reader) -> None:
    call = Call(3)
    line = "Hello, this is Alex. I know a call about freight comes out of the blue."
    assert not look(call.state, Heard(text=line), call.persona, call.scene, heads).means


def test_a_question_for_a_percentage_names_none() -> None:
    assert figures_in(normalise("What percentage gets checked?")) == {}
    assert figures_in(normalise("Four percent of it is wrong.")) == {"percent": "four"}
    assert figures_in(normalise("If you got two percent back, would that help?")) == {}


def test_who_is_not_sure_what_was_asked_says_what_they_take_it_for() -> None:
    call, question = talking(3, told="hurts"), "How does the money side of that look?"
    fact = next(one for one in call.persona.facts if one.id == f"{call.state.disclosed[0][:9]}.costs")
    sure = decide(call.state, Heard(text=question), call.persona, call.scene, Judging(likely={"problem.costs": 0.9}))
    unsure = decide(call.state, Heard(text=question), call.persona, call.scene, Judging(likely={"problem.costs": 0.4}))
    assert sure.plan.slots["content"] == unsure.plan.slots["content"]
    assert "echo" not in sure.plan.slots
    assert unsure.plan.slots["echo"] in {taken_for(fact, chance) for chance in (0.1, 0.9)}


def test_what_a_question_is_taken_for_is_no_sentence_that_may_be_said_only_once() -> None:
    facts = [fact for seed in range(12) for fact in talking(seed).persona.facts]
    said = {taken_for(fact, chance) for fact in facts for chance in (0.0, 0.99)} - {""}
    assert len(said) > 60
    assert not any(is_long(one) for one in said)


@pytest.mark.parametrize("line", ["No, I meant who does it.", "Sorry, I was asking who does it."])
def test_who_was_taken_for_something_else_may_put_it_right(line: str) -> None:
    call = talking(3, told="hurts")
    state = replace(call.state, last_moves=(Move.ANSWER,))
    asked = look(state, Heard(text=line), call.persona, call.scene).asked
    assert asked is not None
    assert asked.fact is not None
    assert asked.fact.id.endswith(".who")
