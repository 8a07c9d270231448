"""The measurement of this machine over HTTP: shown, made again, and kept out of a call's way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.runtime.calibration import Calibration, Figure, store
from app.settings import Settings
from app.wiring import Ringside

FAST = Calibration(
    measured_at="2026-03-02T12:00:00+00:00",
    cores=8,
    figures=(Figure(purpose="voice", engine="kokoro", rtf=0.1, short_ms=90, load_ms=800),),
)


def settings(folder: Path, recogniser: str = "", voice: str = "") -> Settings:
    """Settings that need no model."""
    return Settings(
        data_dir=folder, stt_engine=recogniser, tts_engine=voice, turn_engine="scripted", detector="scripted"
    )


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(settings(tmp_path, "scripted", "scripted"))) as made:
        yield made


def test_before_the_first_measurement_there_are_no_figures(client: TestClient) -> None:
    answer = client.get("/calibration").json()
    assert answer["measured_at"] is None
    assert answer["figures"] == []
    assert answer["in_use"] == {"speech to text": "scripted", "voice": "scripted"}


def test_measuring_keeps_the_figures_and_shows_them_in_readiness(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Ringside, "_candidates", lambda self: ())
    monkeypatch.setattr("app.runtime.calibration.measure", lambda candidates, seconds, now: FAST)
    answer = client.post("/calibration").json()
    assert answer["figures"][0]["engine"] == "kokoro"
    assert client.get("/calibration").json() == answer
    assert (tmp_path / "calibration.json").is_file()
    voice = next(engine for engine in client.get("/readiness").json()["engines"] if engine["purpose"] == "voice")
    assert "kokoro: 0.10 of real time" in voice["detail"]


def test_no_measuring_while_a_call_is_on(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.call.switchboard.Switchboard.quiet", False)
    answer = client.post("/calibration")
    assert answer.status_code == 409
    assert answer.json()["error"]["hint"]


def test_what_was_measured_chooses_at_the_next_start_unless_settings_do(tmp_path: Path) -> None:
    store(FAST, tmp_path / "calibration.json")
    chosen = Ringside(settings(tmp_path))
    assert (chosen.stt_engine, chosen.tts_engine) == ("whisper-base", "kokoro")
    assert Ringside(settings(tmp_path, voice="piper")).tts_engine == "piper"
    assert Ringside(settings(tmp_path / "elsewhere")).tts_engine == "duo"
