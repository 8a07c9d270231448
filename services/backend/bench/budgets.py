"""What a call has promised: the figures with their musts and aims, and how far a run is from them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Found = Mapping[str, Any]
"""Everything a run measured; a scenario that did not run has no entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """One figure: it holds at most `must`, and is meant to come to `aim`."""

    figure: str
    path: tuple[str, ...]
    """Where the run keeps it."""
    count: tuple[str, ...] = ()
    """Where the run keeps of how many values it was made."""
    must: float
    aim: float | None = None
    least: int = 1
    """Fewest values that it can be judged by."""

    def line(self, found: Found) -> dict[str, Any]:
        """The figure with its verdict; nulls where it is missing or made of too little."""
        n = at(found, self.count) if self.count else None
        value = at(found, self.path) if n is None or n >= self.least else None
        return {
            "figure": self.figure,
            "value": value,
            "n": n,
            "must": self.must,
            "aim": self.aim,
            "met": None if value is None else value <= self.must,
            "aim_met": None if value is None or self.aim is None else value <= self.aim,
            "to_aim": None if value is None or self.aim is None else round(value - self.aim, 4),
        }


BUDGETS = (
    Budget(figure="v2v_p50_ms", path=("v2v_ms", "p50"), count=("v2v_ms", "n"), must=700, aim=450, least=20),
    Budget(figure="v2v_p95_ms", path=("v2v_ms", "p95"), count=("v2v_ms", "n"), must=1_300, aim=900, least=20),
    Budget(figure="taken_back_share", path=("taken_back_share",), count=("turns",), must=0.02, aim=0.0),
    Budget(figure="cut_in_share", path=("cut_in", "share"), count=("cut_in", "of"), must=0.05, aim=0.02),
    Budget(
        figure="barge_in_p50_ms",
        path=("barge_in_ms", "p50"),
        count=("barge_in_ms", "n"),
        must=500,
        aim=350,
        least=20,
    ),
    Budget(
        figure="barge_in_p95_ms",
        path=("barge_in_ms", "p95"),
        count=("barge_in_ms", "n"),
        must=750,
        aim=550,
        least=20,
    ),
    Budget(
        figure="stopped_by_listening_share",
        path=("scenarios", "backchannels", "stopped_share"),
        count=("scenarios", "backchannels", "signs"),
        must=0.05,
        aim=0.0,
        least=20,
    ),
    Budget(figure="pick_up_worst_ms", path=("pick_up_ms", "max"), count=("pick_up_ms", "n"), must=100),
    Budget(
        figure="words_out_of_silence",
        path=("scenarios", "silence", "words"),
        count=("scenarios", "silence", "kinds"),
        must=0,
        least=3,
    ),
    Budget(
        figure="replies_to_silence",
        path=("scenarios", "silence", "replies"),
        count=("scenarios", "silence", "kinds"),
        must=0,
        least=3,
    ),
    Budget(figure="drift_ms", path=("scenarios", "soak", "drift_ms"), must=40),
    Budget(figure="rss_growth_mb", path=("scenarios", "soak", "rss_growth_mb"), must=50),
    Budget(figure="ready_s", path=("ready_s",), must=2, aim=1),
    Budget(figure="can_call_s", path=("can_call_s",), must=12, aim=5),
    Budget(figure="rss_mb", path=("rss_mb",), must=1_200, aim=700),
)


def verdict(found: Found, budgets: tuple[Budget, ...] = BUDGETS) -> dict[str, Any]:
    """Every line of the table, and how many of them hold, fail or could not be measured."""
    lines = [budget.line(found) for budget in budgets]
    met = Counter(line["met"] for line in lines)
    return {"budgets": lines, "met": met[True], "failed": met[False], "unmeasured": met[None]}


def at(found: Any, path: tuple[str, ...]) -> Any:
    """The value at a path of keys; None where there is none."""
    for key in path:
        if not isinstance(found, Mapping) or key not in found:
            return None
        found = found[key]
    return found
