"""A loudspeaker on the desk: the prospect's own voice comes back through the microphone and must interrupt nobody."""

from typing import Any

from bench.conditions import Conditions
from bench.figures import prospect_lines
from bench.report import call_figures
from bench.scenarios.scenario import Exercises, Scenario, sets
from bench.sound import RATE_HZ

LOUDSPEAKER = Conditions(echo_db=-20.0, echo_delay_ms=120)
BEFORE_S = 1.5
"""A line that is cut this long after the trainee was last voiced was not cut by the trainee."""


def interrupted_itself(exercises: Exercises) -> int:
    """Lines that were cut while the trainee was silent."""
    return sum(
        not any(
            spoken.onset / RATE_HZ <= line.cleared_s <= spoken.last_voiced / RATE_HZ + BEFORE_S
            for spoken in exercise.log.spoken
        )
        for exercise in exercises
        for line in prospect_lines(exercise.log)
        if line.cleared_s is not None
    )


def figures(exercises: Exercises) -> dict[str, Any]:
    """The common ones, and how often the prospect took itself for the trainee."""
    logs = [exercise.log for exercise in exercises]
    return call_figures(exercises) | {
        "lines": sum(len(prospect_lines(log)) for log in logs),
        "interrupted_itself": interrupted_itself(exercises),
        "warnings": sorted({str(m.data["code"]) for log in logs for m in log.of_type("error")}),
    }


SCENARIO = Scenario(
    name="echo",
    about=__doc__,
    calls=sets("plain", "barge_in_eric", conditions=LOUDSPEAKER),
    figures=figures,
)
