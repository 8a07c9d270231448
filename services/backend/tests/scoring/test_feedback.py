"""Stronger lines are short, honest and proven by reading them again."""

import pytest

from app.scoring.graph import Call
from app.scoring.intake import brief_from, outcomes_from, script_from
from app.scoring.rubric import load_rubric
from app.scoring.vouched import figures, known_words, strangers

from .kit import NAMES, call, criterion, judged, score


@pytest.mark.parametrize("name", NAMES)
def test_every_suggestion_raises_its_criterion_when_it_is_said(name: str) -> None:
    sample = call(name)
    for miss in score(sample)["misses"]:
        if not miss["suggestion"]:
            continue
        lines = [dict(line) for line in sample["transcript"]]
        lines[miss["turn"]]["text"] = miss["suggestion"]
        before = criterion(score(sample), miss["criterion"])["points"]
        assert judged(sample, lines, miss["criterion"]).points > before, miss


@pytest.mark.parametrize("name", NAMES)
def test_no_suggestion_names_what_nobody_vouches_for(name: str) -> None:
    sample = call(name)
    heard = Call(
        script_from(sample["transcript"]),
        rubric=load_rubric("cold_call"),
        outcomes=outcomes_from(sample["outcomes"]),
        brief=brief_from(sample["brief"]),
    )
    for line in score(sample)["suggestions"]:
        assert strangers(line, known_words(heard)) == []
        assert "{" not in line


@pytest.mark.parametrize("name", NAMES)
def test_a_miss_tells_where_and_why(name: str) -> None:
    sample = call(name)
    for miss in score(sample)["misses"]:
        assert miss["why"]
        assert miss["turn"] is not None
        assert sample["transcript"][miss["turn"]]["speaker"] == "trainee"
        if miss["chance_turn"] is not None:
            assert sample["transcript"][miss["chance_turn"]]["speaker"] == "prospect"
            assert miss["quote"] in sample["transcript"][miss["chance_turn"]]["text"]


def test_wins_are_quoted() -> None:
    sample = call("good_clinic")
    for win in score(sample)["wins"]:
        assert win["quote"] in sample["transcript"][win["turn"]]["text"]


def test_figures_are_read_in_digits_and_in_words() -> None:
    assert figures("four percent of 1,200 bills in twenty-one days") == [(4, False), (1200, False), (21, True)]
    assert figures("two hundred thousand a year") == [(200_000, False)]
    assert strangers("It saved 4 percent", "four percent") == []
    assert strangers("It saved forty percent for Siemens", "four percent") == ["40", "Siemens"]
    assert strangers("Tuesday at ten for fifteen minutes", "") == []
