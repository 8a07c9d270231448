"""The data files behind every persona, read once and handed out as values."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

LIBRARY_VERSION = 1
"""Goes up when a released library changes: a prospect code rebuilds only from the version that made it."""

_FOLDER = Path(__file__).parent / "library"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A given name as commonly used."""

    text: str
    gender: str
    culture: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Industry:
    """A field of business and its vocabulary."""

    id: str
    name: str
    thing: str
    customers: str
    sites: str
    peak: str
    tools: tuple[str, ...]
    pressures: tuple[str, ...]
    incidents: tuple[str, ...]
    public: tuple[str, ...]
    size: tuple[int, int]
    suffixes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A seat at the table: titles by company size and what the person minds."""

    id: str
    titles: dict[str, tuple[str, ...]]
    owns: tuple[str, ...]
    metrics: tuple[str, ...]
    teams: tuple[str, ...]
    doing: tuple[str, ...]
    weight: float
    min_size: int = 0
    max_size: int = 1_000_000
    industries: tuple[str, ...] = ()
    """Only there; empty means everywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactTemplate:
    """One thing that may be true; of each `group` a persona has at most one."""

    group: str
    topic: str
    depth: str
    trust: float
    say: tuple[str, ...]
    keywords: tuple[str, ...] = ()
    public: str = ""
    needs: str = ""
    min_size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A real reason behind an objection."""

    reason: str
    say: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionKind:
    """One way of saying no."""

    kind: str
    family: str
    """`dismissive`, `situational` or `existing`."""
    share: float
    strength: tuple[float, float]
    stated: tuple[str, ...]
    resolved_by: tuple[str, ...]
    why: tuple[Reason, ...]
    needs: str = ""
    not_roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelves:
    """Everything at once."""

    names: tuple[Name, ...]
    surnames: dict[str, tuple[str, ...]]
    company_words: tuple[str, ...]
    industries: tuple[Industry, ...]
    roles: tuple[Role, ...]
    facts: tuple[FactTemplate, ...]
    objections: tuple[ObjectionKind, ...]
    pick_ups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    generic_pain: dict[str, tuple[str, ...]] = field(default_factory=dict)


@cache
def shelves() -> Shelves:
    """The library, parsed on first use."""
    return Shelves(
        names=_names(),
        surnames={group: tuple(words) for group, words in _groups("surnames.txt")},
        company_words=tuple(word for line in _lines("companies.txt") for word in line.split()),
        industries=tuple(Industry(**_frozen(row)) for row in _toml("industries.toml")["industry"]),
        roles=tuple(Role(**_frozen(row)) for row in _toml("roles.toml")["role"]),
        facts=tuple(FactTemplate(**_frozen(row)) for row in _toml("facts.toml")["fact"]),
        objections=tuple(_objection(row) for row in _toml("objections.toml")["objection"]),
        pick_ups=_frozen(_toml("activities.toml")),
        generic_pain=_frozen(_toml("generic_pain.toml")),
    )


def playbook_files() -> tuple[Path, ...]:
    """Paths of the ready-made playbooks, sorted by name."""
    return tuple(sorted((_FOLDER / "playbooks").glob("*.toml")))


def _names() -> tuple[Name, ...]:
    found = []
    for group, words in _groups("given_names.txt"):
        culture, gender = group.split("/")
        found += [Name(text=word, gender=gender, culture=culture) for word in words]
    return tuple(found)


def _objection(row: dict[str, Any]) -> ObjectionKind:
    row = dict(row)
    why = tuple(Reason(**_frozen(entry)) for entry in row.pop("why"))
    return ObjectionKind(family=row.pop("class"), why=why, **_frozen(row))


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))


def _lines(name: str) -> list[str]:
    text = (_FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _groups(name: str) -> list[tuple[str, list[str]]]:
    return [(group, words.split()) for group, words in (line.split(":", 1) for line in _lines(name))]


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return value
