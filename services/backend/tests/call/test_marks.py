"""The silence before an answer: what turn-taking waited, and which part of it the trainee had asked for."""

import pytest

from app.call.marks import waited
from app.domain.audio import ms_to_samples
from app.turn import initial
from app.turn.events import PttChanged
from app.turn.machine import step
from app.turn.orders import Commit


def turn_of(text: str) -> Commit:
    return Commit(turn=1, rev=0, text=text, start=0, last_voiced=ms_to_samples(1_000))


@pytest.mark.parametrize(
    ("text", "patience", "asked_ms"),
    [("We help clinics.", 0, 0), ("We help clinics.", -2, 0), ("We help clinics.", 2, 600), ("Hold on.", 0, 4_000)],
)
def test_holding_and_patience_are_asked_for(text: str, patience: int, asked_ms: int) -> None:
    found = waited(turn_of(text), ms_to_samples(6_000), initial(patience), None)
    assert found == {"wait_ms": 5_000, "asked_ms": asked_ms}


def test_nobody_asks_for_more_than_was_waited() -> None:
    assert waited(turn_of("Hold on."), ms_to_samples(3_000), initial(), None)["asked_ms"] == 2_000


def test_with_the_key_only_the_recogniser_is_ours() -> None:
    state, _ = step(initial(), PttChanged(down=True), 0)
    found = waited(turn_of("We help clinics."), ms_to_samples(2_500), state, 400.0)
    assert found == {"wait_ms": 1_500, "asked_ms": 1_100}
