"""The phrase families: how each move may sound, in each mood and from each sort of person."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from app.domain.chance import unit
from app.domain.phrasing import phrase

_FOLDER = Path(__file__).parent / "library"
Family = dict[str, tuple[str, ...]]
POOLS = frozenset({
    "any", "named", "neutral", "warm", "cold", "busy", "curious", "dry", "terse", "chatty", "doubting", "formal",
})  # fmt: skip
"""Pools of a family: `any` for everybody, `named` when the caller's name is known, the others by mood or temper."""
_TEMPER, _MOOD, _NAMED = 0.35, 0.75, 0.82
"""Up to these marks of one draw a line comes from the pool of the temper, of the mood, or uses the caller's name."""


@cache
def families() -> dict[str, Family]:
    """All families by `move` or `move.variant`; each a mapping of pool to templates."""
    found: dict[str, Family] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        for name, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
            _collect(name, value, found)
    return found


def family_of(move: str, variant: str = "") -> Family:
    """The family of a move; the variant's own if there is one. Raises `KeyError` for a move without words."""
    known = families()
    return known.get(f"{move}.{variant}") or known[move]


def template_of(
    family: Family, mood: str, tempers: Sequence[str], slots: Mapping[str, str], key: Sequence[object]
) -> str:
    """One template of a family for this mood and these tempers."""
    mark = unit(*key, "pool")
    own = [line for temper in tempers for line in family.get(temper, ())]
    if own and mark < _TEMPER:
        pool: Sequence[str] = own
    elif family.get(mood) and (_TEMPER if own else 0.0) <= mark < (_MOOD if own else 0.5):
        pool = family[mood]
    elif slots.get("trainee") and family.get("named") and mark < _NAMED:
        pool = family["named"]
    else:
        pool = family.get("any") or family.get(mood) or own
    return pool[int(unit(*key, "template") * len(pool))]


def choose(name: str, pool: str, slots: Mapping[str, str], key: Sequence[object]) -> str:
    """One filled line of a small family, from one pool."""
    options = families()[name].get(pool) or families()[name]["any"]
    return phrase(options[int(unit(*key, "choice") * len(options))], slots, *key)


def _collect(name: str, value: dict[str, object], found: dict[str, Family]) -> None:
    pools: Family = {}
    for key, inner in value.items():
        if isinstance(inner, dict):
            _collect(f"{name}.{key}", inner, found)
        elif isinstance(inner, list):
            pools[key] = tuple(str(line) for line in inner)
    if pools:
        found[name] = pools
