"""The simulated calls' figures: what holds and what does not is told apart, and a short run prints all of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from bench.prospect import main
from bench.prospect_figures import interval, verdicts


def cell(booked: float, **changes: Any) -> dict[str, Any]:
    return {
        "booked": booked,
        "booked_95": interval(round(booked * 200), 200),
        "no_fit_booked": 0,
        "hung_up": 0.5,
        "gone_in_60_s": 0.7,
        "objected": 0.95,
        "objections": 1.9,
    } | changes


def figures(**cells: dict[str, Any]) -> dict[str, Any]:
    named = {name.removeprefix("l").replace("_", " ", 1): value for name, value in cells.items()}
    return {"cells": named, "leaks": 0, "same_in_two_processes": True, "turn_ms": {"p50": 1.0, "p95": 9.0}}


def test_a_rate_outside_its_band_is_told() -> None:
    checks = verdicts(figures(l1_good=cell(0.7), l3_good=cell(0.2)), p95_ms=25)
    assert checks["good booked level 1"]["met"]
    assert not checks["good booked level 3"]["met"]


def test_good_callers_must_book_strictly_less_on_every_harder_level() -> None:
    same_rate = verdicts(figures(l1_good=cell(0.6), l2_good=cell(0.6)), p95_ms=25)
    assert not same_rate["good books less on 2 than on 1"]["met"]
    falling = verdicts(figures(l1_good=cell(0.6), l2_good=cell(0.55)), p95_ms=25)
    assert falling["good books less on 2 than on 1"]["met"]


def test_the_better_caller_must_book_more() -> None:
    checks = verdicts(figures(l3_good=cell(0.5), l3_excellent=cell(0.5)), p95_ms=25)
    assert not checks["excellent over good level 3"]["met"]


@pytest.mark.parametrize(("name", "value"), [("leaks", 1), ("same_in_two_processes", False)])
def test_a_leak_or_a_call_that_goes_two_ways_is_told(name: str, value: object) -> None:
    found = figures(l1_good=cell(0.6)) | {name: value}
    assert not verdicts(found, p95_ms=25)[name.replace("_", " ")]["met"]


def test_an_interval_holds_the_rate_and_narrows_with_the_count() -> None:
    low, high = interval(50, 100)
    assert low < 0.5 < high
    assert high - low > interval(500, 1000)[1] - interval(500, 1000)[0]
    assert interval(0, 0) == [0.0, 1.0]


def test_a_short_run_prints_its_table_and_writes_readable_calls(tmp_path: Path, capsys) -> None:
    options = ["--calls", "3", "--levels", "1", "5", "--trainees", "rude", "good", "--words", "5", "--patterns"]
    assert main([*options, "--workers", "1", "--samples", str(tmp_path), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert set(printed["cells"]) == {"1 rude", "1 good", "5 rude", "5 good"}
    assert printed["cells"]["1 rude"]["booked"] == 0
    assert printed["leaks"] == 0
    assert printed["same_in_two_processes"]
    samples = sorted(tmp_path.glob("*.md"))
    assert len(samples) == printed["samples"] == 20
    assert all("**T:**" in sample.read_text(encoding="utf-8") for sample in samples)
