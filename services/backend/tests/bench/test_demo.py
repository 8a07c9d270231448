"""The demo call: its report's shape, its errors, and, with the real models, the whole product end to end."""

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


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.models
def test_a_real_call_end_to_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert demo.main(["--json", "--data-dir", str(tmp_path)]) == 0
    report: dict[str, Any] = json.loads(capsys.readouterr().out.splitlines()[-1])

    understood = [turn for turn in report["trainee_turns"] if turn["heard"]]
    assert len(understood) >= 4
    assert sum(turn["word_errors"] for turn in understood) <= 0.15 * sum(turn["words"] for turn in understood)
    lines = [turn for turn in report["turns"] if turn["speaker"] == "prospect"]
    assert len(lines) >= 4
    assert len({squeezed(line["text"]) for line in lines}) >= 4, "the prospect says different things"
    assert sum(turn["v2v_ms"] is not None for turn in report["turns"]) >= 4

    assert report["ended"]["reason"]
    card = report["scorecard"]
    quotes = [q for d in card["dimensions"].values() for c in d["criteria"] for q in c["quotes"]]
    assert quotes
    for quote in quotes:
        said = next(turn["text"] for turn in report["turns"] if turn["index"] == quote["turn"])
        assert said[quote["start_char"] : quote["end_char"]] == quote["text"]

    sound, rate_hz = read_wav(Path(report["recording"]))
    assert sound.shape[1] == 2
    assert sound.shape[0] / rate_hz > report["turns"][-1]["start_ms"] / 1000
    for turn in report["turns"]:
        channel = 0 if turn["speaker"] == "trainee" else 1
        part = sound[turn["start_ms"] * rate_hz // 1000 : turn["end_ms"] * rate_hz // 1000, channel]
        assert part.size == 0 or np.abs(part.astype(int)).max() > 1_000, f"nothing to hear in {turn}"
    assert all(level_dbfs(sound[:, channel]) > -50 for channel in (0, 1))
