"""The words: every move has some, nothing broken is said, nothing long twice."""

import pytest

from app.dialogue.words.compose import compose
from app.dialogue.words.guard import faults
from app.dialogue.words.phrases import families
from app.dialogue.words.sentences import is_long, same, sentences_of
from app.dialogue.words.spoken import address, clock
from app.domain.call import Scene
from app.domain.phrasing import phrase
from app.domain.prospect import Move, Plan, ProspectState
from app.persona import PersonaGenerator
from tests.dialogue.stage import OPENER, REASON, Call

PERSONA = PersonaGenerator().generate(12)
SLOTS = PERSONA.words | {
    "content": "It takes a week.",
    "lead": "Well,",
    "day": "Friday",
    "time": "ten",
    "duration": "thirty seconds",
    "trainee": "Alex",
    "seller": "Tarrowgate",
    "email_spoken": "a at b dot example",
    "booked_day": "Friday",
}


@pytest.mark.parametrize("name", sorted(families()))
def test_every_phrase_of_a_family_can_be_said(name: str) -> None:
    for mood, templates in families()[name].items():
        for template in templates:
            for number in range(4):
                line = phrase(template, SLOTS, number)
                assert faults(line) == (), (mood, template)
                assert line or name == "lead"


def test_every_family_has_a_choice_of_words_and_a_pool_for_every_mood() -> None:
    for name, family in families().items():
        assert "any" in family, name
        assert sum(len(pool) for pool in family.values()) >= 2 or "{content}" in family["any"][0], name
        assert set(family) <= {"any", "named", "neutral", "warm", "cold", "busy", "curious", "dry"}, name


def test_nothing_reads_like_a_machine_being_polite() -> None:
    everything = " ".join(line for family in families().values() for pool in family.values() for line in pool).lower()
    for wrong in ("reaching out", "great question", "i'm intrigued", "tell me more about your product", "as a busy"):
        assert wrong not in everything


def say(move: Move, *, exchange: int, said: tuple[str, ...] = (), variant: str = "", **slots: str) -> str:
    plan = Plan(moves=(move,), slots=slots | ({f"variant.{move.value}": variant} if variant else {}))
    state = ProspectState(exchange=exchange, said=said)
    return compose(plan, state=state, persona=PERSONA, scene=Scene(code="KX7M-DELTA-19QF3"))


def test_no_long_sentence_comes_twice_even_when_the_same_move_comes_twenty_times() -> None:
    said: tuple[str, ...] = ()
    for exchange in range(20):
        line = say(Move.ASK_WHAT, exchange=exchange, said=said, variant="again")
        fresh = sentences_of(line)
        assert not [s for s in fresh if is_long(s) and same(s) in {same(old) for old in said}]
        said += fresh
    assert len(said) >= 20


def test_content_keeps_its_words_behind_a_lead_in() -> None:
    lines = {say(Move.ANSWER, exchange=number, content="We run on SAP.") for number in range(40)}
    assert all("run on SAP" in line for line in lines)
    assert len(lines) >= 5
    assert "Uh, we run on SAP." in lines or "Well, we run on SAP." in lines


def test_times_and_addresses_are_spoken() -> None:
    assert clock("13:30") == "one thirty"
    assert clock("10:00") == "ten"
    assert address("dana.cho@alder.example") == "dana dot cho at alder dot example"
    assert "one thirty" in say(Move.ACCEPT, exchange=1, day="Friday", time="13:30").lower()


@pytest.mark.parametrize("text", ["Well {tool}.", "I (laughs) see.", "*sighs* Fine.", "[pause] We paid.", "word " * 31])
def test_the_guard_refuses_what_nobody_says(text: str) -> None:
    assert faults(text)


def test_two_prospects_do_not_open_alike() -> None:
    openings = set()
    for seed in range(40):
        call = Call(seed)
        call.trainee("Hello?")
        openings.add(" / ".join(turn.text for turn in call.turns).replace(call.persona.given_name, "X"))
    assert len(openings) >= 36


def test_a_call_reads_without_a_repeated_long_sentence() -> None:
    for seed in range(6):
        call = Call(seed)
        for line in (
            OPENER,
            REASON,
            "How do you check them today?",
            "Okay. And?",
            "Okay.",
            "What does it cost?",
            "Why?",
        ):
            if call.trainee(line).ends:
                break
        long = [same(s) for turn in call.turns for s in sentences_of(turn.text) if is_long(s)]
        assert len(long) == len(set(long))
