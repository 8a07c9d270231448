"""The first word: phase `live` → first sample of the pick-up line, call after call."""

from bench.exercise import Plan
from bench.figures import PERCENTILES_FROM
from bench.scenarios.scenario import Calls, Scenario
from bench.script import Script


def calls() -> Calls:
    """Calls in which the trainee hears the first line and hangs up."""
    return ((Plan(script=Script(name="pickup", turns=())),),) * PERCENTILES_FROM


SCENARIO = Scenario(name="pickup", about=__doc__, calls=calls)
