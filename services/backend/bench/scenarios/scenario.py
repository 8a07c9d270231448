"""What a scenario is: calls to make under some condition, and what is read off their audio."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

from bench.conditions import CLEAN, Conditions
from bench.exercise import Exercise, Plan
from bench.report import call_figures
from bench.script import load_set

Exercises = Sequence[Exercise]
Calls = tuple[tuple[Plan, ...], ...]
"""One after the other; those of a tuple at the same time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One file of this folder."""

    name: str
    about: str
    calls: Callable[[], Calls]
    """One round of it."""
    figures: Callable[[Exercises], dict[str, Any]] = call_figures
    enough: Callable[[Exercises], bool] | None = None
    """Whether the figures have what they need; until then the round is repeated with other prospects."""
    around: Callable[[], AbstractContextManager[object]] = nullcontext
    """What goes on beside the calls."""


def sets(*names: str, conditions: Conditions = CLEAN) -> Callable[[], Calls]:
    """A round of shipped sets, one call each."""
    return lambda: tuple((Plan(script=load_set(name), conditions=conditions),) for name in names)
