"""The front door as others use it, and what holds whatever is said to it."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.dialogue import (
    BankWording,
    ProspectState,
    ScriptedWording,
    fixed_lines,
    generate_prospect_turn,
    give_up,
    initial_state,
    nudge,
    pick_up,
    wind_up,
)
from app.dialogue.words.guard import faults
from app.domain.call import EndReason, Scene
from app.domain.errors import Invalid
from app.domain.plain import from_plain, to_plain
from app.domain.prospect import Heard, Move
from app.persona import PersonaGenerator
from tests.dialogue.stage import OPENER, REASON, Call

BACKEND = Path(__file__).resolve().parents[2]


def test_a_bare_state_and_a_partial_persona_are_enough() -> None:
    turn = generate_prospect_turn(
        state=ProspectState(trust=0.4, resistance=0.6),
        trainee_text="Can I get 30 seconds to explain why I called?",
        persona={"primary_objection": "busy"},
    )
    assert turn.text
    assert 0 <= turn.next_state.trust <= 1
    assert 0 <= turn.next_state.resistance <= 1


@pytest.mark.parametrize("kind", ["no_budget", "price", "risk", "call_later"])
def test_a_partial_persona_has_the_objection_it_names(kind: str) -> None:
    from app.dialogue.stock import completed

    assert completed({"primary_objection": kind, "given_name": "Mo"}).primary_objection == kind
    assert completed({"given_name": "Mo"}).given_name == "Mo"


def test_a_partial_persona_with_an_unknown_objection_is_refused() -> None:
    with pytest.raises(Invalid, match="no objection 'weather'"):
        generate_prospect_turn(ProspectState(), "Hello", {"primary_objection": "weather"})


def test_the_same_call_goes_the_same_way_whoever_words_it() -> None:
    lines = [OPENER, REASON, "How do you check the invoices today?", "And what does that cost you?", "Thursday at ten?"]
    bank, scripted = Call(11), Call(11)
    for line in lines:
        bank.trainee(line)
        said = line.replace("{given}", scripted.persona.given_name).replace("{us}", scripted.playbook.company)
        scripted.turns.append(
            generate_prospect_turn(
                scripted.state,
                said,
                scripted.persona,
                scene=scripted.scene,
                wording=ScriptedWording(["Something else."]),
            )
        )
    assert bank.moves == scripted.moves
    assert replace(bank.state, said=()) == replace(scripted.state, said=())


def test_two_processes_agree_to_the_letter() -> None:
    script = (
        "import json;from app.domain.plain import to_plain;from tests.dialogue.stage import *;c=Call(21);"
        "[c.trainee(x) for x in (OPENER,REASON,'How do you do it today?','We have no time for that, do we?')];"
        "print(json.dumps([to_plain(c.state),[t.text for t in c.turns]]))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=BACKEND,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(BACKEND)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert len(json.loads(runs[0])[1]) >= 4


def test_a_stored_state_restores_the_prospect() -> None:
    call = Call(8)
    for line in (OPENER, REASON, "How do you check them today?"):
        call.trainee(line)
    stored = from_plain(ProspectState, json.loads(json.dumps(to_plain(call.state))))
    assert stored == call.state
    again = generate_prospect_turn(stored, "What does that cost you?", call.persona, scene=call.scene)
    assert again == generate_prospect_turn(call.state, "What does that cost you?", call.persona, scene=call.scene)


some_line = st.one_of(
    st.text(max_size=80),
    st.sampled_from(
        [
            "Hi, this is Alex from Tarrowgate.",
            "I'm calling because carrier invoices stop matching the agreed rates.",
            "How do you check the invoices today?",
            "What does that cost you?",
            "I understand. What's behind that?",
            "We save companies like yours four percent.",
            "Thursday at ten?",
            "You're an idiot.",
            "Sorry, could you say that again?",
            "Is there anybody else I should speak to?",
            "Are you a robot?",
            "",
            "Okay, no problem, bye.",
        ]
    ),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 40), st.integers(1, 5), st.lists(some_line, max_size=8))
def test_whatever_is_said_feelings_stay_in_range_lines_stay_sayable_and_nothing_hidden_slips_out(
    seed: int, level: int, lines: list[str]
) -> None:
    call = Call(seed, level)
    for line in lines:
        turn = call.trainee(line)
        state = turn.next_state
        assert all(0 <= value <= 1 for value in (state.trust, state.resistance, state.patience, state.interest))
        assert faults(turn.text) == ()
        assert turn.text or Move.STAY_SILENT in turn.moves
        for fact in call.persona.facts:
            if fact.hidden and fact.id not in state.disclosed:
                assert not any(saying in turn.text for saying in fact.sayings)
        if turn.ends:
            break


def test_fixed_lines_are_what_the_unprompted_turns_say() -> None:
    call = Call(5)
    state = initial_state(call.persona, call.scene)
    lines = fixed_lines(call.persona, call.scene)
    later = call.trainee(OPENER).next_state
    assert pick_up(call.persona, call.scene).text == lines[0]
    for turn in (
        nudge(later, call.persona, call.scene, 1),
        nudge(state, call.persona, call.scene, 2),
        give_up(later, call.persona, call.scene),
        wind_up(later, call.persona, call.scene),
    ):
        assert turn.text in lines


def test_the_unprompted_turns_end_the_call_for_their_own_reasons() -> None:
    call = Call(5)
    assert nudge(call.state, call.persona, call.scene, 1).ends is None
    assert give_up(call.state, call.persona, call.scene).ends is EndReason.SILENCE
    assert wind_up(call.state, call.persona, call.scene).ends is EndReason.TIME_LIMIT


def test_talking_over_the_prospect_costs_patience() -> None:
    call = Call(5)
    calm = generate_prospect_turn(call.state, "Hello?", call.persona, scene=call.scene)
    rough = generate_prospect_turn(
        call.state, "Hello?", call.persona, scene=call.scene, heard=Heard(text="", interrupted=True)
    )
    assert rough.next_state.patience < calm.next_state.patience
    assert "talked over me" in [cause.what for cause in rough.causes]


def test_a_persona_without_vocabulary_can_still_be_talked_to() -> None:
    persona = replace(PersonaGenerator().generate(4), words={})
    turn = generate_prospect_turn(
        ProspectState(), "Hi, how are you?", persona, scene=Scene(code="X"), wording=BankWording()
    )
    assert turn.text


def test_whoever_asks_to_repeat_first_thing_hears_the_pick_up_again() -> None:
    persona = PersonaGenerator().generate(5)
    scene = Scene(code=persona.code)
    picked_up = pick_up(persona, scene)
    turn = generate_prospect_turn(picked_up.next_state, "Sorry, could you repeat that?", persona, scene=scene)
    assert turn.moves == (Move.REPEAT,)
    assert turn.text
