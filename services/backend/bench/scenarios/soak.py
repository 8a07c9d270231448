"""Calls back to back for as long as asked: clocks must not part, memory must not grow."""

from statistics import median
from typing import Any

from bench.drift import drift_ms
from bench.report import call_figures
from bench.scenarios.scenario import Exercises, Scenario, sets
from bench.sound import RATE_HZ

WARM, WINDOW = 120, 30
"""Samples of memory, one a second: caches fill during the first ones; a level is the median of so many."""


def figures(exercises: Exercises) -> dict[str, Any]:
    """The common ones, and how far the sides parted."""
    return call_figures(exercises) | {
        "calls": len(exercises),
        "longest_call_s": max((round(e.log.trainee.size / RATE_HZ) for e in exercises), default=0),
        "drift_ms": drift_ms(exercises),
    }


def growth_mb(rss_mb: list[float]) -> float | None:
    """Memory at the end over memory once warm; None when the run was too short to tell."""
    if len(rss_mb) < WARM + 2 * WINDOW:
        return None
    return round(median(rss_mb[-WINDOW:]) - median(rss_mb[WARM : WARM + WINDOW]), 1)


SCENARIO = Scenario(
    name="soak",
    about=__doc__,
    calls=sets("plain", "pauses_george", "demo", "long", "pauses_bella", "answers", "listening_sarah"),
    figures=figures,
)
