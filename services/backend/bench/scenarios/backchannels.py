"""A trainee who listens aloud: "mm-hm", "yeah", "right" and desk noises over the prospect's lines must stop nothing."""

from typing import Any

from bench.figures import PERCENTILES_FROM, TurnFigures, turn_figures
from bench.report import call_figures, share
from bench.scenarios.scenario import Exercises, Scenario, sets


def signs(exercises: Exercises) -> list[TurnFigures]:
    """Every sign of listening that fell on a line that could be heard."""
    found = [turn for exercise in exercises for turn in turn_figures(exercise.log)]
    return [turn for turn in found if turn.listening and turn.over]


def figures(exercises: Exercises) -> dict[str, Any]:
    """The common ones, and how many signs of listening stopped the prospect."""
    heard = signs(exercises)
    stopped = [turn.name for turn in heard if turn.stopped]
    return call_figures(exercises) | {
        "signs": len(heard),
        "stopped": len(stopped),
        "stopped_share": share(len(stopped), len(heard)),
        "stopped_by": stopped,
        "left_out": sum(len(exercise.log.left_out) for exercise in exercises),
    }


def enough(exercises: Exercises) -> bool:
    """Twenty of them."""
    return len(signs(exercises)) >= PERCENTILES_FROM


SCENARIO = Scenario(
    name="backchannels",
    about=__doc__,
    calls=sets("listening_sarah", "listening_liam"),
    figures=figures,
    enough=enough,
)
