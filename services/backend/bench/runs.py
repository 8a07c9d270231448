"""Making the calls of a scenario: round after round until its figures have what they need, or the time is up."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from bench.address import Address
from bench.exercise import Exercise, Plan, run_together
from bench.machine import Watch
from bench.scenarios.scenario import Scenario

MOST_ROUNDS = 4
"""Rounds for a scenario that never gets enough."""


@dataclass(slots=True, kw_only=True)
class Run:
    """A scenario's finished calls and the machine meanwhile."""

    exercises: list[Exercise]
    watch: Watch
    seconds: float

    @property
    def machine(self) -> dict[str, Any]:
        """What the host took, what was in use, and how long it all took."""
        return {
            "seconds": round(self.seconds),
            "stolen_share": self.watch.stolen_share,
            "busy_share": self.watch.busy_share,
            "peak_rss_mb": self.watch.peak_rss_mb,
        }


def make(server: Address, pid: int | None, scenario: Scenario, *, minutes: float, seed: int, difficulty: int) -> Run:
    """All calls of a scenario; `pid` None for a server that runs elsewhere and only makes calls."""
    exercises: list[Exercise] = []
    began = time.monotonic()
    with Watch(pid) as watch, scenario.around():
        for plans in _plans(scenario, exercises, began + minutes * 60):
            first = seed + len(exercises)
            exercises += run_together(server, plans, seed=first, difficulty=difficulty, bare=pid is None)
    return Run(exercises=exercises, watch=watch, seconds=time.monotonic() - began)


def _plans(scenario: Scenario, made: list[Exercise], until: float) -> Iterator[tuple[Plan, ...]]:
    for number in count(1):
        for plans in scenario.calls():
            timely = time.monotonic() < until
            if number > 1 and not timely and (scenario.enough is None or scenario.enough(made)):
                return
            yield plans
        if time.monotonic() >= until and (number == MOST_ROUNDS or scenario.enough is None):
            return
