"""Sixty seconds of nothing, of a fan and of typing: no words, no replies but nudges."""

from collections import defaultdict
from typing import Any

from bench.conditions import CLEAN, noisy
from bench.exercise import Exercise, Plan
from bench.figures import captions
from bench.report import client_health
from bench.scenarios.scenario import Calls, Exercises, Scenario
from bench.script import Script
from bench.sound import RATE_HZ

LASTING_S = 60.0
KINDS = {"quiet": CLEAN, "fan": noisy("fan", 20), "typing": noisy("typing", 20)}


def calls() -> Calls:
    """The three kinds at the same time; a prospect who has given up is called again until the time is full."""
    return (
        tuple(
            Plan(script=Script(name=name, turns=(), stay_s=LASTING_S), conditions=conditions)
            for name, conditions in KINDS.items()
        ),
    )


def live_s(exercise: Exercise) -> float:
    """How long the line was live."""
    live = next((m.at for m in exercise.log.of_type("phase") if m.data["phase"] == "live"), None)
    return 0.0 if live is None else exercise.log.trainee.size / RATE_HZ - live / RATE_HZ


def replies(exercise: Exercise) -> int:
    """Lines that are neither the pick-up line, nor a nudge, nor the last words of one who gives up."""
    told = [m.data for m in exercise.log.of_type("transcript") if m.data["speaker"] == "prospect" and m.data["final"]]
    lines = {data["turn"] for data in told if data.get("kind", "line") == "line"}
    gives_up = (exercise.ended or {}).get("reason") == "silence"
    return max(0, len(lines) - 1 - gives_up)


def figures(exercises: Exercises) -> dict[str, Any]:
    """Seconds, words and replies of each kind."""
    lasted: dict[str, float] = defaultdict(float)
    for exercise in exercises:
        lasted[exercise.conditions.noise or "quiet"] += live_s(exercise)
    return {
        "kinds": sum(seconds >= LASTING_S for seconds in lasted.values()),
        "seconds": {kind: round(seconds) for kind, seconds in lasted.items()},
        "words": sum(len(caption["text"].split()) for exercise in exercises for caption in captions(exercise.log)),
        "replies": sum(replies(exercise) for exercise in exercises),
        "nudges": sum(
            m.data.get("kind") == "nudge" and m.data["final"]
            for exercise in exercises
            for m in exercise.log.of_type("transcript")
        ),
        "client": client_health([exercise.log for exercise in exercises]),
    }


def enough(exercises: Exercises) -> bool:
    """A minute of each."""
    return bool(figures(exercises)["kinds"] == len(KINDS))


SCENARIO = Scenario(name="silence", about=__doc__, calls=calls, figures=figures, enough=enough)
