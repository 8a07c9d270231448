"""State paths of four scripted calls: a change of mind anywhere shows here, to be looked at and accepted."""

import json

import pytest

from tests.dialogue.golden_calls import FOLDER, SCRIPTS, played


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_call_goes_as_it_went(name: str) -> None:
    expected = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert played(name) == expected, "if this is meant: python -m tests.dialogue.golden_calls"
