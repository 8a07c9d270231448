"""What is stored comes back as what was meant."""

import json

import pytest

from app.domain.call import EndReason, Outcomes
from app.domain.plain import from_plain, to_plain
from app.domain.prospect import Move, OpenObjection, ProspectState


def test_a_state_survives_json() -> None:
    state = ProspectState(
        trust=0.4,
        objections=(OpenObjection(kind="no_budget", raised_at=2, stage="explored"),),
        last_moves=(Move.OBJECT, Move.ASK_BACK),
        said=("Hm.",),
        notes={"promised": "a case"},
    )
    assert from_plain(ProspectState, json.loads(json.dumps(to_plain(state)))) == state


def test_unknown_fields_are_ignored_and_missing_ones_take_their_default() -> None:
    assert from_plain(ProspectState, {"trust": 1, "mood": "sunny"}) == ProspectState(trust=1.0)


def test_optional_enums_survive() -> None:
    outcomes = Outcomes(end_reason=EndReason.BOOKED, causes=("kept its word",))
    assert from_plain(Outcomes, to_plain(outcomes)) == outcomes


def test_what_has_no_plain_form_is_refused() -> None:
    with pytest.raises(TypeError):
        to_plain(object())
