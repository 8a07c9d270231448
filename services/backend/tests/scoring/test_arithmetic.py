"""Every number on a card can be recomputed from its criteria."""

import pytest

from app.domain.scorecard import CardStatus, Criterion, Dimension, Quote, Verdict
from app.scoring import load_rubric
from app.scoring.totals import Ceiling, add_up, blame, dimension, excuse, percent

from .kit import NAMES, call, score

QUOTE = Quote(turn=1, speaker="trainee", start_char=0, end_char=2, text="Hi")


def judged(points: float, most: float, state: Verdict = Verdict.PARTIAL) -> Criterion:
    return Criterion(id="any", state=state, points=points, max=most, quotes=(QUOTE,))


def sheet(**points: float) -> dict[str, Dimension]:
    """All seven dimensions of the shipped sheet in full, those named with other points."""
    specs = load_rubric("cold_call").dimensions
    return {spec.id: dimension([judged(points.get(spec.id, spec.weight), spec.weight)]) for spec in specs}


@pytest.mark.parametrize("name", NAMES)
def test_dimensions_and_total_follow_from_the_criteria(name: str) -> None:
    card = score(call(name))
    got = most = 0.0
    for found in card["dimensions"].values():
        tested = [item for item in found["criteria"] if item["state"] != "not_tested"]
        assert found["max"] == pytest.approx(sum(item["max"] for item in tested))
        assert found["points"] == pytest.approx(max(0.0, sum(item["points"] for item in tested)))
        assert found["state"] == ("tested" if found["max"] else "not_tested")
        assert found["score"] == (percent(found["points"], found["max"]) if found["max"] else None)
        got, most = got + found["points"], most + found["max"]
    if card["total_score"] is None:
        assert card["status"] == "partial"
        assert card["why_partial"]
    else:
        limits = [ceiling["limit"] for ceiling in card["ceilings"]]
        assert card["total_score"] == min([percent(got, most), *limits])


@pytest.mark.parametrize("name", NAMES)
def test_points_stay_between_nothing_and_the_maximum(name: str) -> None:
    for found in score(call(name))["dimensions"].values():
        for item in found["criteria"]:
            assert item["points"] <= item["max"]
            assert item["points"] >= 0 or item["max"] == 0
            state = {item["max"]: "met"}.get(item["points"], "partial" if item["points"] > 0 else "unmet")
            assert item["state"] in (state, "not_tested")


def test_not_tested_leaves_the_denominator() -> None:
    found = dimension([judged(3, 4), judged(0, 6, Verdict.NOT_TESTED)])
    assert (found.points, found.max, found.score) == (3, 4, 75)


def test_a_penalty_stops_at_zero() -> None:
    found = dimension([judged(2, 10), Criterion(id="p", state=Verdict.UNMET, points=-6, max=0)])
    assert found.points == 0


def test_below_seventy_tested_points_there_is_no_total() -> None:
    rubric = load_rubric("cold_call")
    some = sheet()
    for name in ("discovery", "close_quality"):
        some[name] = dimension([judged(0, 20, Verdict.NOT_TESTED)])
    result = add_up(some, rubric, ())
    assert (result.status, result.total) == (CardStatus.PARTIAL, None)


def test_untested_objections_make_a_card_partial_unless_the_prospect_is_no_fit() -> None:
    rubric = load_rubric("cold_call")
    some = sheet() | {"objection_handling": dimension([judged(0, 20, Verdict.NOT_TESTED)])}
    assert add_up(some, rubric, ()).total is None
    assert add_up(some, rubric, (), objections_waived=True).total == 100


def test_ninety_needs_five_dimensions_with_evidence() -> None:
    rubric = load_rubric("cold_call")
    none = {name: dimension([judged(0, 1)]) for name in ("rapport", "talk_listen_balance", "opener")}
    assert add_up(sheet() | none, rubric, ()).total == 89


def test_the_lowest_ceiling_holds() -> None:
    limits = [Ceiling(id="deception", limit=60, why=""), Ceiling(id="abuse", limit=30, why="")]
    assert add_up(sheet(), load_rubric("cold_call"), limits).total == 30


def test_halves_round_up() -> None:
    assert [percent(1, 8), percent(1, 200), percent(0, 5), percent(5, 5)] == [13, 1, 0, 100]


def test_blame_and_excuse_turn_each_other_round() -> None:
    assert blame(judged(0, 4, Verdict.NOT_TESTED)).state is Verdict.UNMET
    assert blame(judged(2, 4)).points == 2
    assert excuse(judged(0, 4, Verdict.UNMET), "left").state is Verdict.NOT_TESTED
    assert excuse(judged(2, 4), "left").points == 2
