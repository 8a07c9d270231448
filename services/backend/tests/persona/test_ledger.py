"""Three hundred sessions in a row: nobody too like the last, no name twice, and most of the library met."""

import math
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.persona import PersonaGenerator, ledger_entry, load_playbooks
from app.persona.coverage import coverage
from app.persona.ledger import NEAR
from app.persona.shelves import shelves

SESSIONS = 300
Entry = dict[str, Any]


def life(first_seed: int, sessions: int) -> list[Entry]:
    """A trainee's ledger, oldest first; what is sold changes every twenty sessions."""
    playbooks, met = load_playbooks(), list[Entry]()
    for number in range(sessions):
        playbook = playbooks[number // 20 % len(playbooks)]
        who = PersonaGenerator().generate(first_seed + number, met[::-1], playbook=playbook)
        met.append(ledger_entry(who))
    return met


@pytest.fixture(scope="module")
def met() -> list[Entry]:
    return life(12_000, SESSIONS)


def apart(one: Entry, other: Entry) -> float:
    """The distance as the ledger defines it, worked out here from what was stored."""
    strange: float = 0.35 * (one["industry"] != other["industry"]) + 0.35 * (one["role"] != other["role"])
    strange += 0.2 * (one["objection"] != other["objection"])
    return math.dist(one["vector"], other["vector"]) + strange


def holds(met: list[Entry]) -> None:
    """The three rules of refusal, for every session against those before it."""
    told = [entry | {"objection": entry["primary_objection"]} for entry in met]
    for place, entry in enumerate(told):
        before = told[max(0, place - 200) : place]
        assert all(entry["objection"] != other["objection"] for other in before[-2:])
        assert all(apart(entry, other) >= NEAR for other in before[-50:])
        for name in ("given_name", "surname", "company"):
            assert all(entry[name] != other[name] for other in before)


def test_every_rule_holds_over_three_hundred_sessions(met: list[Entry]) -> None:
    holds(met)


@settings(max_examples=4, deadline=None)
@given(st.integers(min_value=0, max_value=2**24 - 400))
def test_the_rules_hold_wherever_a_life_begins(first_seed: int) -> None:
    holds(life(first_seed, 40))


def test_three_hundred_sessions_meet_most_of_the_library(met: list[Entry]) -> None:
    found = coverage(met)
    assert found.prospects == SESSIONS
    assert sum(found.axes["industry"].values()) == SESSIONS
    for axis, share in {"industry": 0.9, "role": 0.9, "temper": 1.0, "objection": 0.9}.items():
        counts = found.axes[axis]
        assert sum(count > 0 for count in counts.values()) >= share * len(counts), axis
    assert len(found.cells) >= 0.8 * SESSIONS


def test_the_ledger_does_not_level_the_mix_of_objections(met: list[Entry]) -> None:
    """The commonest reflexes stay common: refusing the last two must not make all kinds equally likely."""
    kinds = {kind.kind: kind for kind in shelves().objections}
    counts = Counter(kinds[entry["primary_objection"]].family for entry in met)
    assert 0.35 <= counts["dismissive"] / SESSIONS <= 0.7
