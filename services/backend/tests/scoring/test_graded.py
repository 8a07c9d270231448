"""Calls that were graded by dimension before the scorer saw them: it stays near the grades and keeps their order."""

import statistics
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.scoring import score_session

from .kit import Card, script, untimed

GRADED = Path(__file__).parent / "graded"
NAMES = tuple(sorted(path.stem for path in GRADED.glob("*.toml")))
WHOLE = tuple(name for name in NAMES if name != "hung_up_early")


def graded(name: str) -> dict[str, Any]:
    return tomllib.loads((GRADED / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def card(name: str) -> Card:
    found = graded(name)
    lines = script(found["transcript"]) if found.get("timed", True) else untimed(found["transcript"])
    return score_session(lines, found["outcomes"], brief=found.get("brief"))


def outside(name: str, dimension: str) -> float:
    """Points of a hundred by which a dimension lies outside its graded band."""
    low, high = graded(name)["grades"][dimension]
    score = card(name)["dimensions"][dimension]["score"]
    return float(max(0, low - score, score - high))


def ranks(values: list[int]) -> list[int]:
    return [sorted(values).index(value) for value in values]


def test_dimensions_lie_near_their_grades() -> None:
    apart = [outside(name, dimension) for name in WHOLE for dimension in graded(name)["grades"]]
    assert statistics.mean(apart) <= 5


def test_totals_keep_the_order_of_the_grades() -> None:
    totals = [card(name)["total_score"] for name in WHOLE]
    meant = [sum(graded(name)["total"]) for name in WHOLE]
    assert statistics.correlation(ranks(totals), ranks(meant)) >= 0.85


def test_a_prospect_who_had_to_go_leaves_a_partial_card() -> None:
    found = card("hung_up_early")
    assert (found["status"], found["total_score"]) == ("partial", None)
    assert outside("hung_up_early", "opener") == 0


@pytest.mark.parametrize("name", NAMES)
def test_every_earned_point_is_backed_by_words_that_stand_there(name: str) -> None:
    found = graded(name)
    said = {i: line["text"] for i, line in enumerate(untimed(found["transcript"]))}
    for dimension in card(name)["dimensions"].values():
        for item in dimension["criteria"]:
            quotes = item["quotes"]
            if item["points"] > 0:
                assert any(quote["speaker"] == "trainee" for quote in quotes)
            for quote in quotes:
                assert said[quote["turn"]][quote["start_char"] : quote["end_char"]] == quote["text"]
