"""Writes the stored persona of `app.dialogue.stock`: `python -m tests.dialogue.stock_maker` from services/backend."""

import json
from pathlib import Path
from typing import Any

import app.dialogue.stock as stock
from app.domain.plain import to_plain
from app.persona import PersonaGenerator, ready_made
from app.persona.draw import Draw
from app.persona.objections import one_objection
from app.persona.shelves import shelves


def stock_values() -> dict[str, Any]:
    """The persona of the fixed seed, and every kind of objection in its words."""
    persona = PersonaGenerator().generate(stock.STOCK_SEED)
    draw = Draw(persona.seed, ready_made().hash)
    objections = {kind.kind: to_plain(one_objection(draw, kind, persona.words)) for kind in shelves().objections}
    return {"persona": to_plain(persona), "objections": objections}


if __name__ == "__main__":
    path = Path(stock.__file__).parent / "stock_persona.json"
    path.write_text(json.dumps(stock_values(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
