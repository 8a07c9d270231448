"""The demo call: its report's shape, its errors, and, with the real models, the whole product end to end."""

import contextlib
import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bench import demo
from bench.sound import level_dbfs, read_wav
from tests.bench.calls import exercise


def test_replies_find_their_utterances():
    assert demo.reply_latencies(exercise()) == {2: pytest.approx(500, abs=1), 4: pytest.approx(600, abs=1)}


def test_a_folder_without_recordings_ends_with_a_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert demo.main(["--audio", str(tmp_path)]) == 1
    assert "holds no audio files" in capsys.readouterr().err


def test_only_the_standing_version_of_a_line_is_shown(capsys: pytest.CaptureFixture[str]):
    ticker = demo.Ticker()
    line = {"type": "transcript", "speaker": "trainee", "party": "trainee", "final": True}
    ticker(line | {"text": "Hi, this is"})
    ticker(line | {"text": "Hi, this is Alex."})
    ticker({"type": "speaking", "who": "prospect", "on": True})
    ticker(line | {"speaker": "prospect", "party": "prospect", "text": "Who?"})
    ticker({"type": "phase", "phase": "ended"})
    shown = [text.strip() for text in capsys.readouterr().out.splitlines()]
    assert shown == ["trainee: Hi, this is Alex.", "prospect: Who?", "· ended"]


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """One real call, made once: everything below looks at it."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        assert demo.main(["--json", "--data-dir", str(tmp_path_factory.mktemp("call"))]) == 0
    result: dict[str, Any] = json.loads(printed.getvalue().splitlines()[-1])
    return result


@pytest.mark.models
def test_a_real_call_is_understood_on_both_sides(report: dict[str, Any]):
    understood = [turn for turn in report["trainee_turns"] if turn["heard"]]
    assert len(understood) >= 4
    turns = report["trainee_turns"]
    assert sum(turn["word_errors"] for turn in turns) <= 0.15 * sum(turn["words"] for turn in turns)
    lines = [turn for turn in report["turns"] if turn["speaker"] == "prospect"]
    assert len(lines) >= 4
    assert len({squeezed(line["text"]) for line in lines}) >= 4, "the prospect says different things"
    assert sum(turn["v2v_ms"] is not None for turn in report["turns"]) >= 4
    assert report["ended"]["reason"]


@pytest.mark.models
def test_a_real_scorecard_quotes_the_call(report: dict[str, Any]):
    dimensions = report["scorecard"]["dimensions"].values()
    quotes = [quote for d in dimensions for criterion in d["criteria"] for quote in criterion["quotes"]]
    assert quotes
    for quote in quotes:
        said = next(turn["text"] for turn in report["turns"] if turn["index"] == quote["turn"])
        assert said[quote["start_char"] : quote["end_char"]] == quote["text"]


@pytest.mark.models
def test_a_real_recording_holds_both_sides_where_the_transcript_has_them(report: dict[str, Any]):
    sound, rate_hz = read_wav(Path(report["recording"]).read_bytes())
    assert sound.shape[1] == 2
    for turn in report["turns"]:
        channel = 0 if turn["speaker"] == "trainee" else 1
        part = sound[turn["start_ms"] * rate_hz // 1000 : turn["end_ms"] * rate_hz // 1000, channel]
        assert part.size
        assert np.abs(part.astype(int)).max() > 1_000, f"nothing to hear in {turn}"
    assert all(level_dbfs(sound[:, channel]) > -50 for channel in (0, 1))


@pytest.mark.models
def test_a_real_recording_is_what_was_heard(report: dict[str, Any]):
    check = report["recording_check"]
    assert check["trainee_exact"]
    assert check["worst_shift_ms"] <= 200, "acknowledgements place a line to within a few frames"
    # A line that ran dry on a busy machine is put together again to within a frame; the others are seamless.
    assert check["median_likeness"] >= 0.95, "no gaps or overlaps inside a line"
    assert check["worst_likeness"] >= 0.4
