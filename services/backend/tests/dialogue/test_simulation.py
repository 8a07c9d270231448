"""Whole calls by scripted trainees: who gets a meeting, who is shown the door."""

from dataclasses import replace
from typing import Any

import pytest

from app.dialogue import BankWording
from app.dialogue.words.guard import faults
from app.dialogue.words.sentences import is_long, same, sentences_of
from app.domain.call import EndReason
from bench.prospect_calls import cast, play
from bench.prospect_figures import RANKS, leaks, outcome, rates, wording_figures
from bench.prospect_runs import all_cells

SEEDS = range(7000, 7014)


LEVELS = (1, 3, 5)


def ends(trainee: str, level: int) -> list[EndReason | None]:
    return [play(trainee, seed, level).ends for seed in SEEDS]


@pytest.fixture(scope="module")
def table() -> dict[tuple[int, str], dict[str, Any]]:
    """The rates of the short table, read by patterns alone; fixed seeds, so it never wavers."""
    cells = all_cells((range(7200, 7218), LEVELS, RANKS, True))
    return {cell: rates(calls) for cell, calls in cells.items()}


def booked(table: dict[tuple[int, str], dict[str, Any]], trainee: str) -> list[float]:
    return [float(table[level, trainee]["booked"]) for level in LEVELS]


def test_the_better_caller_books_more(table: dict[tuple[int, str], dict[str, Any]]) -> None:
    together = [sum(booked(table, trainee)) for trainee in RANKS]
    assert together == sorted(together, reverse=True)
    assert together[0] > together[1] > together[2]


@pytest.mark.parametrize("trainee", ["good", "excellent"])
def test_every_second_level_is_harder_and_none_is_certain(
    table: dict[tuple[int, str], dict[str, Any]], trainee: str
) -> None:
    easy, middle, hard = booked(table, trainee)
    assert 1 > easy > middle > hard > 0
    assert easy >= 0.5
    assert hard <= 0.5


def test_whoever_recites_features_is_cut_off_the_sooner_the_harder(
    table: dict[tuple[int, str], dict[str, Any]],
) -> None:
    gone = [table[level, "pitch_dumper"]["gone_in_60_s"] for level in LEVELS]
    assert gone[0] <= 0.4
    assert gone[1] >= 0.5
    assert gone[2] >= 0.8
    assert booked(table, "pitch_dumper") == [0, 0, 0]


def test_nearly_every_talk_meets_an_objection_and_no_pain_slips_out() -> None:
    calls = [outcome(play(trainee, seed, 3)) for trainee in ("average", "excellent") for seed in SEEDS]
    assert sum(call.objections > 0 for call in calls) >= 0.8 * len(calls)
    assert sum(call.leaks for call in calls) == 0


def test_a_pain_that_slips_out_is_noticed() -> None:
    call = play("excellent", SEEDS[0], 1)
    hidden = next(fact for fact in call.persona.facts if fact.hidden and fact.id not in call.state.disclosed)
    assert leaks(call) == 0
    assert leaks(replace(call, lines=(*call.lines, hidden.sayings[0]))) == 1
    assert leaks(replace(call, said=("I see.",), told=((hidden.id,),))) >= 1


def test_rudeness_never_books() -> None:
    assert set(ends("rude", 1)) == {EndReason.PROSPECT_HUNG_UP}


def test_silence_ends_the_call() -> None:
    assert set(ends("silent", 3)) == {EndReason.SILENCE}


def test_whoever_does_not_fit_never_books() -> None:
    unfit = [seed for seed in range(7100, 7250) if not cast(seed, 1)[0].fits][:5]
    assert len(unfit) == 5
    assert not any(play("excellent", seed, 1).booked for seed in unfit)


def test_every_line_of_whole_calls_can_be_spoken() -> None:
    for trainee in ("average", "excellent"):
        for seed in SEEDS:
            assert all(line and faults(line) == () for line in play(trainee, seed, 2).lines)


def test_hardly_a_sentence_comes_back_within_forty_calls_and_none_within_one() -> None:
    wording = BankWording()
    calls = []
    for number in range(40):
        call = play(("good", "average")[number % 2], 50_000 + number, 1 + number % 5, wording)
        wording.remember(call.lines)
        calls.append(call)
    figures = wording_figures(calls)
    assert figures["unique_long"] >= 0.985
    assert figures["distinct_openings"] == 40
    for call in calls:
        long = [same(one) for line in call.lines for one in sentences_of(line) if is_long(one)]
        assert len(long) == len(set(long))
