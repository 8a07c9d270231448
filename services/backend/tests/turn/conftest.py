"""A call whose pick-up line is over after half a second."""

import pytest

from tests.turn.screenplay import Screenplay


@pytest.fixture
def call() -> Screenplay:
    play = Screenplay()
    play.prospect_says("Hello, Sam here.", 0.4)
    return play
