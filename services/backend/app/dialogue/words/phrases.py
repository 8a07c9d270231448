"""The phrase families: how each move may sound in each mood."""

import tomllib
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "library"
Family = dict[str, tuple[str, ...]]


@cache
def families() -> dict[str, Family]:
    """All families by `move` or `move.variant`; each a mapping of mood to templates."""
    found: dict[str, Family] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        for name, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
            _collect(name, value, found)
    return found


def family_of(move: str, variant: str = "") -> Family:
    """The family of a move; the variant's own if there is one. Raises `KeyError` for a move without words."""
    known = families()
    return known.get(f"{move}.{variant}") or known[move]


def _collect(name: str, value: dict[str, object], found: dict[str, Family]) -> None:
    pools: Family = {}
    for key, inner in value.items():
        if isinstance(inner, dict):
            _collect(f"{name}.{key}", inner, found)
        elif isinstance(inner, list):
            pools[key] = tuple(str(line) for line in inner)
    if pools:
        found[name] = pools
