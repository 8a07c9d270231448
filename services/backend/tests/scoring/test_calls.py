"""Sample calls of known quality come out in the order a listener would put them."""

import pytest

from .kit import NAMES, call, criterion, score

ORDER = ("rude", "average_mail", "fair_mail", "good_clinic")


def total(name: str) -> int:
    found = score(call(name))["total_score"]
    assert found is not None
    return int(found)


def test_better_calls_score_higher() -> None:
    totals = [total(name) for name in ORDER]
    assert totals == sorted(set(totals))
    assert total("pitch_dump") < total("average_mail")
    assert total("script_reader") < total("average_mail")
    assert total("caves") < total("average_mail")


@pytest.mark.parametrize("name", ["excellent_freight", "good_clinic"])
def test_excellent_calls_score_high(name: str) -> None:
    assert total(name) >= 80


@pytest.mark.parametrize("name", ["pitch_dump", "rude", "caves", "script_reader"])
def test_bad_calls_score_low(name: str) -> None:
    assert total(name) <= 35


def test_a_graceful_exit_from_a_prospect_who_is_no_fit_is_no_failure() -> None:
    card = score(call("no_fit"))
    assert criterion(card, "ask")["state"] == "met"
    assert card["dimensions"]["discovery"]["score"] >= 90
    assert card["dimensions"]["value_articulation"]["state"] == "not_tested"


def test_who_drove_the_prospect_away_is_judged_on_what_was_not_reached() -> None:
    card = score(call("pitch_dump"))
    assert card["status"] == "complete"
    assert criterion(card, "problem")["state"] == "unmet"


def test_an_insult_caps_the_total() -> None:
    card = score(call("rude"))
    assert [ceiling["id"] for ceiling in card["ceilings"]] == ["abuse"]
    assert card["total_score"] <= 30


@pytest.mark.parametrize("name", NAMES)
def test_the_largest_misses_come_first_and_suggestions_are_short(name: str) -> None:
    card = score(call(name))
    lost = [criterion(card, miss["criterion"]) for miss in card["misses"]]
    gaps = [item["max"] - item["points"] for item in lost]
    assert gaps == sorted(gaps, reverse=True)
    assert len(card["misses"]) <= 3
    assert all(len(line.split()) <= 35 for line in card["suggestions"])
    assert card["suggestions"] == list(dict.fromkeys(m["suggestion"] for m in card["misses"] if m["suggestion"]))
