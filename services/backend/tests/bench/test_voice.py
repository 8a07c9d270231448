"""The report of the voice bench has every field that its readers rely on, and no number it does not have."""

import json
import os
from typing import Any

import pytest

from bench import voice
from bench.budgets import BUDGETS, Budget, verdict
from bench.machine import Watch, cores, rss_mb
from bench.runs import Run
from bench.scenarios import BUDGETED, SCENARIOS
from bench.scenarios.soak import WARM, WINDOW, growth_mb
from bench.tell import call_row
from tests.bench.calls import exercise


def run(**watched: Any) -> Run:
    watch = Watch(None)
    for key, value in watched.items():
        setattr(watch, key, value)
    return Run(exercises=[exercise()], watch=watch, seconds=20.0)


def test_the_report_holds_figures_from_the_audio():
    report = voice.report_of({"calls": run(), "bargein": run()})
    assert report["v2v_ms"]["n"] == 2
    assert report["v2v_ms"]["p50"] is None, "two values make no median"
    assert report["v2v_ms"]["max"] == pytest.approx(600, abs=1)
    assert report["wer"] == pytest.approx(0.25)
    assert report["barge_in_ms"] == {"p50": None, "p95": None, "n": 0, "missing": 0, "min": None, "max": None}
    assert report["stages_ms"]["stt"]["n"] == 1
    assert report["server_v2v_ms"]["n"] == 1
    assert report["cut_in"]["share"] is None, "no turn of it holds a pause"
    assert set(report["scenarios"]) == {"calls", "bargein"}
    assert json.loads(json.dumps(report)) == report
    assert call_row("calls", exercise())["turns"][0]["v2v_ms"] == pytest.approx(500, abs=1)


def test_what_was_not_run_is_null_and_counted():
    table = verdict({})
    assert [line["met"] for line in table["budgets"]] == [None] * len(BUDGETS)
    assert table["unmeasured"] == len(BUDGETS)


def test_a_budget_says_how_far_its_aim_is_and_is_not_judged_by_too_little():
    budget = Budget(figure="p50", path=("v", "p50"), count=("v", "n"), must=700, aim=450, least=20)
    line = budget.line({"v": {"p50": 500, "n": 20}})
    assert (line["met"], line["aim_met"], line["to_aim"]) == (True, False, 50)
    assert budget.line({"v": {"p50": 701, "n": 20}})["met"] is False
    few = budget.line({"v": {"p50": 500, "n": 19}})
    assert (few["value"], few["met"], few["n"]) == (None, None, 19)


def test_the_default_run_has_a_scenario_for_every_budget_but_the_soak():
    asked = voice._arguments([]).names
    assert asked == list(BUDGETED)
    assert voice._arguments(["--minutes", "30"]).names == [*BUDGETED, "soak"]
    assert "soak" not in voice._arguments(["--scenario", "all"]).names
    assert set(voice._arguments(["--scenario", "all", "--minutes", "1"]).names) == set(SCENARIOS)


def test_memory_growth_is_told_from_a_warm_start_only():
    assert growth_mb([100.0] * (WARM + WINDOW)) is None
    filling, steady, grown = [50.0] * WARM, [500.0] * WINDOW, [530.0] * WINDOW
    assert growth_mb(filling + steady + grown) == 30


def test_the_machine_is_watched_while_it_works():
    with Watch(os.getpid(), every_s=0.01) as watch:
        sum(range(200_000))
    assert watch.peak_rss_mb is not None
    assert watch.peak_rss_mb > 10
    assert watch.stolen_share is None or 0 <= watch.stolen_share <= 1
    assert cores() >= 1
    assert rss_mb(2**22 + 1) == 0.0
