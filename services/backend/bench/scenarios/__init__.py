"""The situations in which calls are measured, one file each."""

from bench.scenarios import (
    backchannels,
    bargein,
    calls,
    echo,
    gaps,
    hog,
    noise,
    pauses,
    pickup,
    silence,
    skew,
    slowreader,
    soak,
)
from bench.scenarios.scenario import Scenario

SCENARIOS: dict[str, Scenario] = {
    scenario.name: scenario
    for scenario in (
        calls.SCENARIO,
        pauses.SCENARIO,
        bargein.SCENARIO,
        backchannels.SCENARIO,
        silence.SCENARIO,
        pickup.SCENARIO,
        *noise.SCENARIOS,
        echo.SCENARIO,
        gaps.SCENARIO,
        skew.SCENARIO,
        slowreader.SCENARIO,
        hog.SCENARIO,
        soak.SCENARIO,
    )
}
BUDGETED = ("calls", "pauses", "bargein", "backchannels", "silence")
"""Those that every line of the budgets needs; the soak comes on top when minutes are given."""
