"""What the prospect makes of a line: each rule in a short scene."""

import itertools

import pytest

from app.domain.call import EndReason
from app.domain.persona import Depth
from app.domain.prospect import Move, OpenObjection
from tests.dialogue.stage import OPENER, Call, opened


def test_a_voice_without_a_name_is_asked_for_one() -> None:
    call = Call()
    assert Move.ASK_WHO in call.trainee("Hello, how are you doing today?").moves
    assert call.state.notes["pending"] == "who"


def test_pitching_instead_of_answering_what_it_is_about_costs_patience() -> None:
    call = Call(5)
    call.trainee("Hi {given}, this is Alex from {us}.")
    assert call.state.notes["pending"] == "what"
    before = call.state.patience
    call.trainee("We are the leading provider and our platform saves customers a lot of time and money.")
    assert call.state.patience < before - 0.1
    assert any("pitched before answering" in cause or "did not say" in cause for cause in call.causes())


def test_owning_the_interruption_earns_more_than_small_talk() -> None:
    polite, chatty = Call(5), Call(5)
    polite.trainee(OPENER)
    chatty.trainee("Hi {given}, this is Alex from {us}, how are you doing today?")
    assert polite.state.patience > chatty.state.patience
    assert polite.state.trust > chatty.state.trust


def test_a_fact_is_told_when_trust_suffices_and_held_back_when_it_does_not() -> None:
    trusting = opened().prospect_is(trust=0.9)
    wary = opened().prospect_is(trust=0.05)
    asked = "What goes wrong with the carrier invoices and the agreed rates?"
    told, dodged = trusting.trainee(asked), wary.trainee(asked)
    assert set(told.moves) & {Move.ANSWER, Move.REVEAL}
    assert len(trusting.state.disclosed) == 1
    assert told.next_state.notes["last_fact"] in trusting.state.disclosed
    assert Move.DEFLECT in dodged.moves
    assert wary.state.disclosed == ()


def test_what_a_pain_costs_is_heard_only_after_the_pain_itself() -> None:
    call = opened(3).prospect_is(trust=0.95)
    call.trainee("What do wrong carrier invoices cost you?")
    depths = {fact.id: fact.depth for fact in call.persona.facts}
    told = [depths[fact_id] for fact_id in call.state.disclosed if fact_id.startswith("problem")]
    assert Depth.IMPACT not in told


def test_building_on_an_answer_earns_more_trust_than_changing_the_subject() -> None:
    builds, jumps = opened(3).prospect_is(trust=0.6), opened(3).prospect_is(trust=0.6)
    for call in (builds, jumps):
        call.trainee("How do you check the carrier invoices against the rates today?")
    said = builds.turns[-1].text
    assert said == jumps.turns[-1].text
    builds.trainee(f"You said {said.split('.')[0].lower()}. What happens when one is wrong?")
    jumps.trainee("When is your fiscal year over?")
    assert builds.state.trust > jumps.state.trust


def test_the_same_line_twice_costs() -> None:
    call = opened(3)
    call.trainee("We save companies like yours four percent of the freight bill.")
    before = call.state
    call.trainee("We save companies like yours four percent of the freight bill.")
    assert "said the same thing again" in call.causes()
    assert call.state.patience < before.patience - 0.08
    assert call.state.interest <= before.interest


def test_a_claim_tied_to_an_admitted_pain_raises_interest_more_than_one_out_of_the_blue() -> None:
    linked, loose = opened(3), opened(3)
    pain = next(f.id for f in linked.persona.facts if f.id == "problem.0.hurts")
    claim = "We check every carrier invoice against the agreed rates the day it lands, so you stop paying wrong ones."
    linked.prospect_is(disclosed=(pain,))
    linked.trainee(claim)
    loose.trainee(claim)
    assert linked.state.interest > loose.state.interest + 0.05
    assert "tied the offer to what I had told" in linked.causes()


def objecting(seed: int, stage: str = "raised") -> Call:
    call = opened(seed)
    kind = call.persona.objections[0].kind
    line = call.persona.objections[0].stated[0]
    notes = dict(call.state.notes) | {"line": line}
    return call.prospect_is(  # type: ignore[arg-type]
        objections=(OpenObjection(kind=kind, raised_at=1, stage=stage),), phase="objection", trust=0.6, notes=notes
    )


@pytest.mark.parametrize("seed", [3, 4, 5, 6, 8])
def test_asking_what_is_behind_an_objection_brings_the_real_reason(seed: int) -> None:
    call = objecting(seed)
    turn = call.trainee("That's fair. Can I ask what's behind that?")
    assert Move.REVEAL in turn.moves
    assert call.state.objections[0].stage == "explored"
    assert call.state.trust > 0.6


def test_arguing_costs_trust_and_patience_and_brings_the_objection_back() -> None:
    call = objecting(3)
    before = call.state
    turn = call.trainee("You're making a mistake, you're wrong about that, everybody needs this.")
    assert Move.REFUSE in turn.moves
    assert call.state.trust < before.trust
    assert call.state.patience < before.patience - 0.08


def test_an_answer_after_exploring_resolves_more_often_than_one_before() -> None:
    answer = (
        "Then we keep it small: one month, your own data, and it pays for itself first. Halden Paper did it that way."
    )
    resolved = {"raised": 0, "explored": 0}
    for stage in resolved:
        for seed in range(24):
            call = objecting(seed, stage)
            call.trainee(answer)
            resolved[stage] += call.state.objections[0].stage == "resolved"
    assert resolved["explored"] >= resolved["raised"] + 6


def test_giving_in_to_an_objection_ends_the_call_politely() -> None:
    call = objecting(3)
    turn = call.trainee("Okay, no problem, have a nice day. Bye.")
    assert turn.ends is EndReason.GOODBYE


@pytest.mark.parametrize("level", [1, 3, 5])
def test_insults_end_it_and_rule_a_meeting_out(level: int) -> None:
    call = opened(4, level).prospect_is(trust=0.95, interest=0.95, resistance=0.0, patience=1.0)
    first = call.trainee("You're an idiot.")
    if first.ends is None:
        assert Move.ACCEPT not in call.trainee("Thursday at ten?").moves
        second = call.trainee("You're an idiot.")
        assert second.ends is EndReason.PROSPECT_HUNG_UP
    else:
        assert first.ends is EndReason.PROSPECT_HUNG_UP


def test_out_of_patience_the_prospect_leaves_with_a_cause() -> None:
    call = opened(3).prospect_is(patience=0.04)
    turn = call.trainee("Our platform has dashboards, alerts, machine learning, workflows and a mobile app.")
    assert turn.ends is EndReason.PROSPECT_HUNG_UP
    assert Move.HANG_UP in turn.moves
    assert "ran out of patience" in call.causes()


def test_silence_is_asked_about_twice_and_then_the_prospect_is_gone() -> None:
    call = Call(5)
    turns = [call.trainee("") for _ in range(3)]
    assert [Move.NUDGE in turn.moves for turn in turns] == [True, True, False]
    assert turns[-1].ends is EndReason.SILENCE


def test_mumbling_is_asked_about_never_twice_running_and_at_most_twice() -> None:
    call = opened(3).prospect_is(patience=1.0)
    asked = [
        Move.ASK_REPEAT in call.trainee(line).moves
        for line in ("the for of", "a of the", "the of it for", "my a", "of the a")
    ]
    assert sum(asked) <= 2
    assert not any(one and two for one, two in itertools.pairwise(asked))


def test_asked_whether_it_is_a_machine_it_neither_admits_nor_swears() -> None:
    for seed in range(10):
        turn = Call(seed).trainee("Are you an AI?")
        if Move.DENY_AI in turn.moves:
            assert "human" not in turn.text.lower()
            assert "real person" not in turn.text.lower()
    assert Move.DENY_AI in Call(3).trainee("Are you an AI?").moves


def test_asked_to_repeat_it_says_the_same_thing_again() -> None:
    call = opened(3).prospect_is(trust=0.9)
    told = call.trainee("How do you check the carrier invoices against the rates today?")
    fact = next(f for f in call.persona.facts if f.id == told.next_state.notes["last_fact"])
    again = call.trainee("Sorry, could you say that again?")
    assert Move.REPEAT in again.moves
    assert any(saying.lower().rstrip(".") in again.text.lower() for saying in fact.sayings)


def test_a_reason_that_asks_for_time_gets_it() -> None:
    call = Call(3, 1)
    call.trainee("Hi {given}, this is Alex from {us}.")
    turn = call.trainee(
        "I'd like two minutes to find out if carrier invoices stop matching the agreed rates at your place. Deal?"
    )
    assert not set(turn.moves) & {Move.ADMIT_NOT_KNOWING}
