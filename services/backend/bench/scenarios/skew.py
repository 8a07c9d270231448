"""A sound card whose clock is 200 ppm fast, and one that is as slow: nothing may wander or run dry."""

from typing import Any

from bench.conditions import Conditions
from bench.drift import drift_ms
from bench.exercise import Plan
from bench.report import call_figures
from bench.scenarios.scenario import Calls, Exercises, Scenario
from bench.script import load_set

PPM = 200.0


def calls() -> Calls:
    """The same talk on both clocks."""
    script = load_set("demo")
    return tuple((Plan(script=script, conditions=Conditions(skew_ppm=ppm)),) for ppm in (PPM, -PPM))


def figures(exercises: Exercises) -> dict[str, Any]:
    """The common ones, and how far apart the two sides ended up."""
    return call_figures(exercises) | {"drift_ms": drift_ms(exercises)}


SCENARIO = Scenario(name="skew", about=__doc__, calls=calls, figures=figures)
