"""The same talk with a fan, a room's murmur and typing behind it, so and so far below the voice."""

from bench.conditions import noisy
from bench.exercise import Plan
from bench.scenarios.scenario import Calls, Scenario
from bench.script import load_set

TALKS = (("fan", "plain"), ("pink", "pauses_bella"), ("typing", "answers"))
"""Each background with a set of its own."""


def _scenario(snr_db: int) -> Scenario:
    def calls() -> Calls:
        return tuple((Plan(script=load_set(name), conditions=noisy(kind, snr_db)),) for kind, name in TALKS)

    return Scenario(name=f"noise{snr_db}", about=f"{__doc__} Here {snr_db} dB.", calls=calls)


SCENARIOS = tuple(_scenario(snr_db) for snr_db in (20, 10, 5))
