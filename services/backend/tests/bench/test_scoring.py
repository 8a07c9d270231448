"""The scorer's figures: each beside its limit, told honestly, one JSON object last."""

import json
from collections.abc import Iterator
from itertools import pairwise

import pytest

from bench import scoring


@pytest.fixture(autouse=True)
def reading_as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The bench puts its reader into the kit that the scorer's own tests read with."""
    monkeypatch.setattr(scoring.kit, "READING", scoring.kit.READING)
    yield
    for kept in vars(scoring.kit).values():
        if hasattr(kept, "cache_clear"):
            kept.cache_clear()


def test_the_last_line_is_every_figure_beside_its_limit(capsys: pytest.CaptureFixture[str]) -> None:
    assert scoring.main(["--json", "--seeds", "1"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    told = json.loads(line)
    assert told["calls"] >= 9
    assert {"ten_minute_call_seconds", "duplicate_worst_rise", "paraphrase_mean_shift"} <= set(told["figures"])
    for figure in told["figures"].values():
        assert {"value", "limit", "holds"} <= set(figure)
        assert figure["value"] is not None or figure["why"]


def test_a_figure_past_its_limit_does_not_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring, "doubled", lambda: iter([0, 3]))
    figure = scoring.measure(seeds=1)["duplicate_worst_rise"]
    assert figure == {"value": 3, "limit": 0, "holds": False}


def test_the_long_call_lasts_ten_minutes_and_never_repeats_itself() -> None:
    lines = scoring.long_call()
    assert lines[-1]["end_ms"] >= 600_000
    assert len({line["text"] for line in lines}) == len(lines)
    assert all(a["start_ms"] <= b["start_ms"] for a, b in pairwise(lines))


def test_paraphrases_say_it_in_other_words() -> None:
    for name in scoring.kit.NAMES:
        before, after = scoring.kit.call(name)["transcript"], scoring.kit.paraphrased(name)
        said = [(a["text"], b["text"]) for a, b in zip(before, after, strict=True) if a["speaker"] == "trainee"]
        assert name == "no_fit" or all(a != b for a, b in said)
        assert [line for line in before if line["speaker"] == "prospect"] == [
            line for line in after if line["speaker"] == "prospect"
        ]
