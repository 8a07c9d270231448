"""The comparison of the two sides: ratios of what exists, the words handed over, parameters by name."""

from pathlib import Path

import pytest

from bench import peer_pipecat
from bench.exercise import Exercise
from bench.peer import environment
from bench.peer.setups import SETUPS
from bench.server import BenchError
from tests.bench.calls import exercise


def test_ratios_are_the_products_time_over_the_peers() -> None:
    product = {"talk": {"v2v_ms": {"p50": 600, "p95": None}}, "bargein": {"barge_in_ms": {"p50": 400, "p95": 500}}}
    peer = {"talk": {"v2v_ms": {"p50": 1_500, "p95": 2_000}}, "bargein": {"barge_in_ms": {"p50": 200, "p95": None}}}
    found = peer_pipecat.ratios(product, peer)
    assert found == {"v2v_p50": 0.4, "v2v_p95": None, "barge_in_p50": 2.0, "barge_in_p95": None}


def test_the_figures_of_a_side_are_the_benchs_own() -> None:
    made: dict[str, list[Exercise]] = {"calls": [exercise()], "pauses": [exercise()]}
    found = peer_pipecat.figures(made)
    assert found["talk"]["v2v_ms"]["n"] == 4, "calls and pauses together"
    assert found["calls"]["v2v_ms"]["n"] == 2
    assert peer_pipecat.figures({}) == {}


def test_the_peer_says_what_the_product_said() -> None:
    assert peer_pipecat.words_of([exercise()]) == ["line 0", "line 2", "line 4"]


def test_a_parameter_is_changed_by_its_name() -> None:
    changed = peer_pipecat.changed(SETUPS["best"], ["beam_size=1", "smart_turn=false"])
    assert (changed.beam_size, changed.smart_turn) == (1, False)
    assert changed.compute_type == SETUPS["best"].compute_type
    for wrong in ("beam=1", "beam_size=one"):
        with pytest.raises(BenchError, match="is no parameter"):
            peer_pipecat.changed(SETUPS["best"], [wrong])


def test_a_peer_that_is_not_installed_says_how(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "folder", lambda: tmp_path / "nothing")
    assert peer_pipecat.main(["--json"]) == 1
    assert "--install" in capsys.readouterr().err


def test_the_peers_requirements_are_pinned_by_hash() -> None:
    lines = environment.REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    pins = [number for number, line in enumerate(lines) if "==" in line]
    assert "pipecat-ai==1.14.0 \\" in lines
    assert len(pins) > 50
    assert all(lines[number + 1].strip().startswith("--hash=sha256:") for number in pins)
