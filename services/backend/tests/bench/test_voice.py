"""The report of the voice bench has every field that its readers rely on, and no number it does not have."""

import json
import os

import pytest

from bench import voice
from bench.machine import Watch, cores, rss_mb
from tests.bench.calls import exercise


def test_the_report_holds_figures_from_the_audio():
    report = voice.report_of([("plain", exercise())])
    assert report["v2v_ms"]["n"] == 2
    assert report["v2v_ms"]["p50"] is None, "two values make no median"
    assert report["v2v_ms"]["max"] == pytest.approx(600, abs=1)
    assert report["wer"] == pytest.approx(0.25)
    assert report["barge_in_ms"] == {"p50": None, "p95": None, "n": 0, "min": None, "max": None}
    assert report["stages_ms"]["stt"]["n"] == 1
    assert report["server_v2v_ms"]["n"] == 1
    assert json.loads(json.dumps(report)) == report


def test_rounds_repeat_only_while_there_is_time():
    assert [script.name for script in voice._scenarios(["plain", "demo"], minutes=0)] == ["plain", "demo"]
    endless = voice._scenarios(["plain"], minutes=60)
    assert [next(endless).name for _ in range(3)] == ["plain"] * 3


def test_the_machine_is_watched_while_it_works():
    with Watch(os.getpid(), every_s=0.01) as watch:
        sum(range(200_000))
    assert watch.peak_rss_mb > 10
    assert watch.stolen_share is None or 0 <= watch.stolen_share <= 1
    assert cores() >= 1
    assert rss_mb(2**22 + 1) == 0.0
