"""The stored persona is the generator's own."""

import json
from pathlib import Path

import app.dialogue.stock as stock
from tests.dialogue.stock_maker import stock_values


def test_the_generator_still_makes_the_stored_persona() -> None:
    stored = json.loads((Path(stock.__file__).parent / "stock_persona.json").read_text(encoding="utf-8"))
    assert stored == json.loads(json.dumps(stock_values())), "run: python -m tests.dialogue.stock_maker"
