"""A trainee who interrupts: onset → last audible sample of the prospect's line; a duck is no stop."""

from typing import Any

from bench.figures import PERCENTILES_FROM
from bench.report import call_figures, turns_of
from bench.scenarios.scenario import Exercises, Scenario, sets


def figures(exercises: Exercises) -> dict[str, Any]:
    """The common ones, and what became of each attempt."""
    over = [turn for turn in turns_of(exercises) if turn.over]
    return call_figures(exercises) | {
        "attempts": len(over),
        "yielded": sum(turn.barge_in_ms is not None for turn in over),
    }


def enough(exercises: Exercises) -> bool:
    """Twenty interruptions of a line that could be heard."""
    return sum(turn.over for turn in turns_of(exercises)) >= PERCENTILES_FROM


SCENARIO = Scenario(
    name="bargein",
    about=__doc__,
    calls=sets("barge_in_emma", "barge_in_eric"),
    figures=figures,
    enough=enough,
)
