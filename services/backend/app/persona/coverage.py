"""The map of whom this trainee has met: industry, role, temper and first objection, and what is still white on it."""

import collections
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.persona.shelves import shelves

AXES = ("industry", "role", "temper", "objection")
TEMPERS = ("warm", "impatient", "doubting", "dry", "even")
_WARMTH, _PATIENCE, _SCEPTICISM, _HUMOUR = 0, 1, 3, 6
"""Places in a ledger entry's vector."""
_MARKED = 0.62
"""A trait from here on marks a person; patience counts from the other end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How often each value of each axis was met, and each combination that was."""

    prospects: int
    axes: dict[str, dict[str, int]]
    """Every value the library has, those never met with 0."""
    cells: dict[tuple[str, str, str, str], int]
    """Only what was met, in the order of `AXES`."""

    @property
    def possible(self) -> int:
        """Number of combinations there are."""
        total = 1
        for values in self.axes.values():
            total *= len(values)
        return total


def coverage(met: Sequence[Mapping[str, Any]]) -> Coverage:
    """The map over ledger entries (see `ledger_entry`); values of an older library are kept beside today's."""
    library = shelves()
    axes = {
        "industry": dict.fromkeys((entry.name for entry in library.industries), 0),
        "role": dict.fromkeys((role.id for role in library.roles), 0),
        "temper": dict.fromkeys(TEMPERS, 0),
        "objection": dict.fromkeys((kind.kind for kind in library.objections), 0),
    }
    cells: collections.Counter[tuple[str, str, str, str]] = collections.Counter()
    for entry in met:
        cell = (
            str(entry.get("industry", "")),
            str(entry.get("role", "")),
            temper(entry.get("vector") or ()),
            str(entry.get("primary_objection", "")),
        )
        cells[cell] += 1
        for axis, value in zip(AXES, cell, strict=True):
            if value:
                axes[axis][value] = axes[axis].get(value, 0) + 1
    return Coverage(prospects=len(met), axes=axes, cells=dict(cells))


def temper(vector: Sequence[float]) -> str:
    """The trait that strikes most, one of `TEMPERS`."""
    if len(vector) <= _HUMOUR:
        return "even"
    marks = {
        "warm": vector[_WARMTH],
        "impatient": 1 - vector[_PATIENCE],
        "doubting": vector[_SCEPTICISM],
        "dry": vector[_HUMOUR],
    }
    name = max(marks, key=lambda trait: marks[trait])
    return name if marks[name] >= _MARKED else "even"
