"""A language model words what the mind decided: never out of role, never late, never anything that was not planned."""

import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.dialogue import BankWording, generate_prospect_turn
from app.dialogue.engines.answer import Deadlines
from app.dialogue.engines.chat import Message, Sampling
from app.dialogue.engines.guard import Spoken, faults
from app.dialogue.engines.model import MISSES, ModelWording
from app.dialogue.engines.ollama import OllamaChat
from app.domain.errors import EngineFailed
from app.domain.persona import Depth, Fact
from app.domain.prospect import Move, Plan, ProspectState, Worded
from tests.dialogue.ollama_server import OllamaServer, Step, line, running, says
from tests.dialogue.stage import OPENER, REASON, Call

QUICK = Deadlines(first_clause_ms=250, whole_line_ms=500)
PATIENT = Deadlines(first_clause_ms=20_000, whole_line_ms=40_000)
"""For whoever tests words and not clocks: a busy machine is no reason to fail."""
CALL = Call(seed=3)
PERSONA = replace(
    CALL.persona,
    facts=(
        Fact(
            id="cost",
            topic="cost",
            depth=Depth.IMPACT,
            trust_needed=0.9,
            sayings=("We lose four percent of the freight bill every single quarter.",),
            hidden=True,
        ),
    ),
)
PLAN = Plan(
    moves=(Move.ANSWER,),
    must_say=("We match carrier invoices by hand.",),
    slots={"content": "We match carrier invoices by hand."},
)
STATE = ProspectState(exchange=2, trainee_lines=("how do you check the invoices",))
GOOD = "Honestly, our people match those carrier invoices by hand."


@pytest.fixture
def ollama() -> Iterator[OllamaServer]:
    with running(OllamaServer()) as server:
        yield server


def engine(server: OllamaServer, deadlines: Deadlines = PATIENT) -> ModelWording:
    return ModelWording(OllamaChat(server.url, "small:1b"), deadlines=deadlines)


def word(wording: ModelWording, plan: Plan = PLAN, state: ProspectState = STATE) -> Worded:
    return wording.worded(plan, state=state, persona=PERSONA, scene=CALL.scene)


BANK_LINE = BankWording().word(PLAN, state=STATE, persona=PERSONA, scene=CALL.scene)


def test_it_says_the_planned_line_in_its_own_words(ollama: OllamaServer) -> None:
    ollama.script = [says(GOOD)]
    assert word(engine(ollama)) == Worded(GOOD, "ollama")
    (asked,) = ollama.asked
    assert asked["model"] == "small:1b"
    assert asked["stream"] is True


def test_it_learns_nothing_that_it_may_not_tell(ollama: OllamaServer) -> None:
    word(engine(ollama))
    assert "four percent" not in str(ollama.asked)


def test_what_stands_before_the_line_stays_the_same_bytes(ollama: OllamaServer) -> None:
    ollama.script = [says(GOOD)]
    wording = engine(ollama)
    word(wording)
    word(wording, state=replace(STATE, exchange=3, trainee_lines=("and who does that",)))
    first, second = (asked["messages"] for asked in ollama.asked)
    assert first[:-1] == second[:-1]
    assert first[-1] != second[-1]


BAD = {
    "takes the seller's role": "I'm calling because our people match those carrier invoices by hand.",
    "offers help": "How can I help you? We match carrier invoices by hand.",
    "says what it is": "As an AI language model, I match carrier invoices by hand.",
    "claims to be human": "I'm a real person, we match carrier invoices by hand.",
    "marks up": "We **match** carrier invoices by hand.",
    "makes a list": "- We match carrier invoices by hand.",
    "plays a scene": "*sighs* We match carrier invoices by hand.",
    "plays a scene in brackets": "(long pause) We match carrier invoices by hand.",
    "plays a scene in words": "Sighs. We match carrier invoices by hand.",
    "names the role": "Prospect: We match carrier invoices by hand.",
    "introduces its line": "Here's the rewritten line, we match carrier invoices by hand.",
    "tells a secret": "We match carrier invoices by hand and lose some of the freight bill every single quarter.",
    "makes up a number": "We match forty carrier invoices by hand.",
    "makes up digits": "We match carrier invoices by hand, 12 a day.",
    "makes up a name": "We match carrier invoices by hand, ask Brenda.",
    "asks where nothing is asked": "We match carrier invoices by hand, and you?",
    "forgets the line": "Well, that is how it goes around here.",
    "goes on and on": "Well. Honestly. Look. You know. We match carrier invoices by hand.",
    "never breathes": " ".join(["We match carrier invoices by hand", *["and again"] * 14]) + ".",
    "smiles": "We match carrier invoices by hand 😀.",
    "switches alphabet": "We match carrier invoices by hand, привет.",
    "says nothing": "...",
}


@pytest.mark.parametrize("said", BAD.values(), ids=BAD)
def test_a_line_that_may_not_be_spoken_is_asked_for_once_more(ollama: OllamaServer, said: str) -> None:
    ollama.script = [says(said), says(GOOD)]
    assert word(engine(ollama)) == Worded(GOOD, "ollama")
    assert len(ollama.asked) == 2
    assert ollama.asked[0]["options"]["seed"] != ollama.asked[1]["options"]["seed"]


@pytest.mark.parametrize("said", BAD.values(), ids=BAD)
def test_after_two_such_lines_the_built_in_one_is_spoken(ollama: OllamaServer, said: str) -> None:
    ollama.script = [says(said)]
    assert word(engine(ollama)) == Worded(BANK_LINE, "bank (ollama refused by the guard)")
    assert len(ollama.asked) == 2


def test_no_stays_no() -> None:
    plan = Plan(moves=(Move.REFUSE,))
    spoken = Spoken(plan=plan, draft="No, I'm not interested.", persona=PERSONA, state=STATE)
    assert not faults("Look, it's really not for us.", spoken)
    assert faults("Sounds good, go ahead.", spoken)


def test_the_day_that_was_agreed_is_said() -> None:
    plan = Plan(moves=(Move.CONFIRM,))
    spoken = Spoken(plan=plan, draft="Thursday at ten, then.", persona=PERSONA, state=STATE)
    assert not faults("Right, ten on Thursday it is.", spoken)
    assert faults("Right, that one it is.", spoken)
    assert faults("Right, ten on Friday it is.", spoken)


def test_what_was_said_is_not_said_again() -> None:
    state = replace(STATE, said=("We match carrier invoices by hand.",))
    plan = Plan(moves=(Move.ANSWER,))
    spoken = Spoken(plan=plan, draft="By hand, all of it.", persona=PERSONA, state=state)
    assert faults("We match carrier invoices by hand.", spoken)


LATE: dict[str, list[Step]] = {
    "stalls before the first word": [5.0],
    "stalls in the first clause": [line("We match"), 5.0],
    "drips": [step for _ in range(400) for step in (b" ", 0.02)],
}


@pytest.mark.parametrize("script", LATE.values(), ids=LATE)
def test_a_first_clause_that_does_not_come_is_not_waited_for(ollama: OllamaServer, script: list[Step]) -> None:
    ollama.script = [script]
    began = time.monotonic()
    assert word(engine(ollama, QUICK)) == Worded(BANK_LINE, "bank (ollama late)")
    assert time.monotonic() - began < 4.0  # a stall lasts five seconds


def test_when_time_is_up_the_sentences_that_are_whole_are_spoken(ollama: OllamaServer) -> None:
    ollama.script = [[line("We match those carrier invoices by hand. And then"), 5.0]]
    assert word(engine(ollama, Deadlines(first_clause_ms=2_000, whole_line_ms=3_000))) == Worded(
        "We match those carrier invoices by hand.", "ollama"
    )


GONE: dict[str, list[Step]] = {
    "hangs up at once": [None],
    "hangs up in the middle": [line("We match carrier"), None],
    "ends without an end": [line("We match carrier invoices by hand.")],
    "sends half a line": [b'{"message": {"content": "We match', None],
    "sends no JSON": [b"<html>busy</html>\n"],
    "sends another shape": [b"[1, 2]\n"],
    "reports an error": [b'{"error": "out of memory"}\n'],
}


@pytest.mark.parametrize("script", GONE.values(), ids=GONE)
def test_a_broken_answer_is_the_built_in_line(ollama: OllamaServer, script: list[Step]) -> None:
    ollama.script = [script]
    assert word(engine(ollama, Deadlines(first_clause_ms=2_000, whole_line_ms=4_000))) == Worded(
        BANK_LINE, "bank (ollama not there)"
    )


def test_a_server_that_is_gone_costs_nothing() -> None:
    with running(OllamaServer()) as server:
        url = server.url
    wording = ModelWording(OllamaChat(url, "small:1b"))
    assert word(wording) == Worded(BANK_LINE, "bank (ollama not there)")


def test_an_error_status_is_the_built_in_line(ollama: OllamaServer) -> None:
    ollama.status = 500
    assert word(engine(ollama)).by == "bank (ollama not there)"


def test_it_comes_back_after_a_bad_moment(ollama: OllamaServer) -> None:
    ollama.script = [[None], says(GOOD)]
    wording = engine(ollama)
    assert word(wording).by == "bank (ollama not there)"
    assert word(wording, state=replace(STATE, exchange=3)) == Worded(GOOD, "ollama")


def test_a_slow_one_is_asked_less_often(ollama: OllamaServer) -> None:
    ollama.script = [[5.0]]
    wording = engine(ollama, Deadlines(first_clause_ms=40, whole_line_ms=80))
    for exchange in range(8):
        assert word(wording, state=replace(STATE, exchange=exchange)).by == "bank (ollama late)"
    assert len(ollama.asked) <= MISSES + 2


def test_the_same_plan_is_worded_once(ollama: OllamaServer) -> None:
    ollama.script = [says(GOOD), says("Our people match all the carrier invoices by hand.")]
    wording = engine(ollama)
    assert word(wording) == word(wording)
    assert len(ollama.asked) == 1


def test_a_line_that_nobody_will_say_closes_the_stream(ollama: OllamaServer) -> None:
    ollama.script = [[step for _ in range(1_000) for step in (line("and "), 0.01)]]
    wording = engine(ollama, Deadlines(first_clause_ms=20_000, whole_line_ms=30_000))
    found: list[Worded] = []
    worker = threading.Thread(target=lambda: found.append(word(wording)))
    worker.start()
    while not ollama.asked:
        time.sleep(0.005)
    time.sleep(0.05)
    wording.drop()
    worker.join(5)
    assert found == [Worded(BANK_LINE, "bank (ollama dropped)")]
    assert ollama.broken_off.wait(5)


def test_a_dropped_line_may_be_asked_for_again() -> None:
    class Model:
        name = "ollama"

        def stream(self, messages: Sequence[Message], sampling: Sampling, timeout_s: float) -> Iterator[str]:
            if not said:
                said.append(1)
                wording.drop()
                raise EngineFailed("closed")
            yield GOOD

        def drop(self) -> None: ...

    said: list[int] = []
    wording = ModelWording(Model())
    assert word(wording).by == "bank (ollama dropped)"
    assert word(wording) == Worded(GOOD, "ollama")


def test_moves_and_state_are_the_same_whoever_words_them(ollama: OllamaServer) -> None:
    ollama.script = [says("Right."), says("As an AI, no."), [None], says("Sure, tell me more?"), says("Mm, okay.")] * 4
    talk = (OPENER, REASON, "How do you check them today?", "What does that cost you?", "Fifteen minutes on Thursday?")
    plain, modelled = Call(seed=5), Call(seed=5)
    wording = engine(ollama, Deadlines(first_clause_ms=2_000, whole_line_ms=4_000))
    heard = set()
    for text in talk:
        said = text.replace("{given}", plain.persona.given_name).replace("{us}", plain.playbook.company)
        first = plain.trainee(said)
        second = generate_prospect_turn(modelled.state, said, modelled.persona, scene=modelled.scene, wording=wording)
        modelled.turns.append(second)
        heard.add(second.wording)
        assert (first.moves, first.ends, first.causes) == (second.moves, second.ends, second.causes)
        assert replace(first.next_state, said=()) == replace(second.next_state, said=())
    assert len(ollama.asked) >= len(talk)
    assert len(heard) > 1


class Babble:
    """A model that says whatever it is told to."""

    name = "ollama"

    def __init__(self, pieces: Sequence[str]) -> None:
        self._pieces = pieces

    def stream(self, messages: Sequence[Message], sampling: Sampling, timeout_s: float) -> Iterator[str]:
        yield from self._pieces

    def drop(self) -> None: ...


SCRAPS = [
    *BAD.values(),
    GOOD,
    "four percent ",
    "Caller: ",
    "\n\n",
    "* ",
    "[laughs]",
    "Sure! ",
    "?",
    "10 ",
    "“",
    "<think>",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.sampled_from(SCRAPS), st.text(max_size=30)), max_size=6))
def test_whatever_a_model_streams_only_guarded_words_reach_the_voice(pieces: list[str]) -> None:
    found = word(ModelWording(Babble(pieces)))
    if found.by == "ollama":
        spoken = Spoken(plan=PLAN, draft=BANK_LINE, persona=PERSONA, state=STATE)
        assert not faults(found.text, spoken)
        assert not set("*_#`<>[]{}()\n") & set(found.text)
    else:
        assert found.text == BANK_LINE
