"""Completes a partial persona from a stored one, so that a caller may name only what it cares about."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.errors import Invalid
from app.domain.persona import Persona
from app.domain.plain import from_plain, to_plain

STOCK_SEED = 20_250
"""Seed of the stored persona; `tests/dialogue/test_stock.py` shows that the generator still makes the same."""

_FILE = Path(__file__).parent / "stock_persona.json"


def completed(partial: Mapping[str, Any]) -> Persona:
    """The stored persona with the fields of `partial` in place of its own.

    `primary_objection` names a kind and puts it first in the stack. Raises `Invalid` for a kind that does not
    exist and for a field of the wrong shape.
    """
    stored = _stock()
    values = dict(stored["persona"]) | {key: to_plain(value) for key, value in partial.items()}
    kind = values.pop("primary_objection", None)
    if kind is not None:
        if kind not in stored["objections"]:
            known = ", ".join(sorted(stored["objections"]))
            raise Invalid(f"There is no objection {kind!r}.", f"Known kinds: {known}.")
        others = [one for one in values["objections"] if one["kind"] != kind]
        values["objections"] = [stored["objections"][kind], *others][:4]
    try:
        return from_plain(Persona, values)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise Invalid(
            f"This is no persona: {error}.", "Give a persona's fields in the shape they are stored."
        ) from error


@cache
def _stock() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return loaded
