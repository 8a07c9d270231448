"""The words: every move has some, nothing broken is said, nothing long twice."""

import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest

from app.dialogue import BankWording
from app.dialogue.words.compose import compose
from app.dialogue.words.guard import faults
from app.dialogue.words.leads import bare
from app.dialogue.words.lower import lowered
from app.dialogue.words.phrases import POOLS, families
from app.dialogue.words.sentences import is_long, same, sentences_of
from app.dialogue.words.spoken import address, clock
from app.domain.call import Scene
from app.domain.lead_ins import lead_in_of
from app.domain.persona import Persona
from app.domain.phrasing import phrase
from app.domain.prospect import Move, Plan, ProspectState
from app.persona import PersonaGenerator
from tests.dialogue.stage import OPENER, REASON, Call

PERSONA = PersonaGenerator().generate(12)
SLOTS = PERSONA.words | {
    "content": "It takes a week.",
    "echo": "On the team?",
    "day": "Friday",
    "time": "ten",
    "duration": "thirty seconds",
    "trainee": "Alex",
    "seller": "Tarrowgate",
    "email_spoken": "a at b dot example",
    "booked_day": "Friday",
    "department": "finance",
    "department_cap": "Finance",
}
DESK = {
    "desk": "Ruth",
    "asked_for": "Dana",
    "asked_for_surname": "Cho",
    "best_time": "after four",
    "he": "she",
    "him": "her",
    "his": "her",
    "about": "the carrier invoices",
    "told": "you had met",
    "before": "four",
    "now": "six",
}
"""What the plans of an assistant's desk bring along."""
SLOTS |= DESK | {f"{name}_cap": text.capitalize() for name, text in DESK.items()}


@pytest.mark.parametrize("name", sorted(families()))
def test_every_phrase_of_a_family_can_be_said(name: str) -> None:
    for mood, templates in families()[name].items():
        for template in templates:
            for number in range(4):
                line = phrase(template, SLOTS, number)
                assert faults(line) == (), (mood, template)
                assert line.endswith((".", "?", "!", "…")) or name.startswith("aside."), template


def test_every_family_has_a_choice_of_words_and_a_pool_for_every_mood() -> None:
    for name, family in families().items():
        assert "any" in family, name
        assert sum(len(pool) for pool in family.values()) >= 2 or "{content}" in family["any"][0], name
        assert set(family) <= (POOLS | {"telling", "refusing"} if name.startswith("aside.") else POOLS), name


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


def test_a_short_line_comes_again_only_when_every_other_way_was_used() -> None:
    plan = Plan(
        moves=(Move.ADMIT_NOT_KNOWING,), slots={f"variant.{Move.ADMIT_NOT_KNOWING}": "no_problem"}, mood="neutral"
    )
    for seed in range(12):
        persona, lines = PersonaGenerator().generate(seed), list[str]()
        for exchange in range(5):
            state = ProspectState(exchange=exchange, said=tuple(lines))
            lines.append(compose(plan, state=state, persona=persona, scene=Scene(code=f"again {seed}")))
        assert len({bare(line) for line in lines}) == 5


def test_content_keeps_its_words_behind_a_lead_in() -> None:
    lines = {say(Move.ANSWER, exchange=number, content="We run on SAP.") for number in range(60)}
    assert all("run on" in line and "SAP" in line for line in lines)
    assert len(lines) >= 8
    assert {lead_in_of(line) for line in lines} >= {"", "Okay."}


def test_a_name_keeps_its_capital_behind_a_lead_in() -> None:
    assert lowered("Emily does that.", {"Emily"}) == "Emily does that."
    assert lowered("Emily's at my door.", {"Emily"}) == "Emily's at my door."
    assert lowered("Spreadsheets. Mostly.", {"Emily"}) == "spreadsheets. Mostly."
    assert lowered("I'm out.", ()) == "I'm out."
    assert lowered("SAP, mostly.", ()) == "SAP, mostly."


def test_no_two_lines_running_start_with_the_same_lead_in_and_not_every_line_has_one() -> None:
    said: tuple[str, ...] = ()
    leads = []
    for exchange in range(60):
        line = say(Move.ANSWER, exchange=exchange, said=said, content=f"We have {exchange} of those in the yard.")
        said += sentences_of(line)
        leads.append(lead_in_of(line))
    assert all(one != two or not one for one, two in itertools.pairwise(leads))
    assert 0.2 < sum(map(bool, leads)) / len(leads) < 0.8
    assert len(set(leads)) >= 8


def test_the_same_lead_in_serves_whatever_the_prospect_does_next() -> None:
    same_lead = total = 0
    for exchange in range(40):
        answer = lead_in_of(say(Move.ANSWER, exchange=exchange, content="We have three of those in the yard."))
        refusal = lead_in_of(say(Move.DEFLECT, exchange=exchange, variant="number"))
        total += bool(answer and refusal)
        same_lead += bool(answer) and answer == refusal
    assert total >= 5
    assert same_lead / total > 0.5


def test_a_line_heard_lately_in_another_call_comes_in_other_words() -> None:
    plan = Plan(moves=(Move.ANSWER,), slots={"content": "We check the big ones by hand."})
    lately = BankWording()
    lines = []
    for number in range(12):
        scene = Scene(code=f"CALL-{number}")
        lines.append(lately.word(plan, state=ProspectState(exchange=3), persona=PERSONA, scene=scene))
        lately.remember(lines[-1:])
    sentences = [same(one) for line in lines for one in sentences_of(line) if is_long(one)]
    assert len(sentences) == len(set(sentences)) == 12
    assert all("check the big ones by hand" in line for line in lines)


def test_wording_on_suspicion_changes_nothing() -> None:
    plan = Plan(moves=(Move.OBJECT,), slots={"content": "We have got somebody for that already."})
    bank = BankWording()
    lines = {
        bank.word(plan, state=ProspectState(exchange=3), persona=PERSONA, scene=Scene(code="CALL")) for _ in range(5)
    }
    assert len(lines) == 1


def talking(words: Callable[[Persona], str], **temperament: float) -> list[str]:
    """What people of one temperament and otherwise different say."""
    people = [PersonaGenerator().generate(seed) for seed in range(60)]
    return [words(replace(one, temperament=replace(one.temperament, **temperament))) for one in people]


def test_temperament_can_be_heard() -> None:
    def words(who: Persona) -> str:
        plans = [Plan(moves=(move,)) for move in (Move.ASK_WHAT, Move.PUSH_ON_CLAIM, Move.SOFTEN, Move.REFUSE_TIME)]
        state = ProspectState(exchange=2)
        return " ".join(compose(plan, state=state, persona=who, scene=Scene(code=who.code)) for plan in plans)

    terse = talking(words, verbosity=0.1, formality=0.3)
    chatty = talking(words, verbosity=0.95, formality=0.3)
    formal = talking(words, verbosity=0.5, formality=0.95)
    assert mean_words(terse) * 1.5 < mean_words(chatty)
    assert sum("please" in line or "I'd" in line for line in formal) > sum(
        "please" in line or "I'd" in line for line in terse
    )


def mean_words(lines: list[str]) -> float:
    return sum(len(line.split()) for line in lines) / len(lines)


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
