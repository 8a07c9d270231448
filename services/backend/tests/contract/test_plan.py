"""The names and calls that were fixed before the first line was written; others build on them."""

import io
import wave
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.dialogue import ProspectState, generate_prospect_turn
from app.domain.errors import ModelMissing
from app.domain.scorecard import DIMENSIONS
from app.models import SessionRecord
from app.persona import PersonaGenerator
from app.scoring import score_session
from app.stt import STTService
from app.tts import TTSService


def test_health(client: TestClient) -> None:
    response = client.get("/health")
    assert response.status_code == 200
    assert response.json() == {"status": "ok"}


def test_create_session_returns_id_and_seed(client: TestClient) -> None:
    response = client.post("/sessions", json={"duration_minutes": 8})
    assert response.status_code == 201
    body = response.json()
    assert body["session_id"]
    assert isinstance(body["seed"], int)


def test_get_session_gives_it_back(client: TestClient) -> None:
    made = client.post("/sessions", json={"duration_minutes": 8}).json()
    found = client.get(f"/sessions/{made['session_id']}")
    assert found.status_code == 200
    assert {key: found.json()[key] for key in made} == made


def test_get_unknown_session_is_404(client: TestClient) -> None:
    response = client.get("/sessions/does-not-exist")
    assert response.status_code == 404
    assert response.json()["error"]["code"] == "not_found"


def test_session_record_table() -> None:
    columns = SessionRecord.__table__.columns
    assert [column.name for column in SessionRecord.__table__.primary_key] == ["session_id"]
    assert {"session_id", "seed", "duration_minutes", "created_at"} <= set(columns.keys())


def test_persona_avoids_recent_primary_objection() -> None:
    persona = PersonaGenerator().generate(seed=1234, recent_sessions=[{"primary_objection": "no_budget"}])
    assert persona.primary_objection != "no_budget"


def test_generate_prospect_turn() -> None:
    turn = generate_prospect_turn(
        state=ProspectState(trust=0.4, resistance=0.6),
        trainee_text="Can I get 30 seconds to explain why I called?",
        persona={"primary_objection": "busy"},
    )
    assert turn.text
    assert 0 <= turn.next_state.trust <= 1
    assert 0 <= turn.next_state.resistance <= 1


def test_speech_services_say_what_is_missing_without_a_model() -> None:
    with pytest.raises(ModelMissing) as missing:
        STTService().transcribe_chunk(bytes(32_000))
    assert missing.value.hint
    with pytest.raises(ModelMissing) as missing:
        TTSService().synthesize("Hello?")
    assert missing.value.hint


@pytest.mark.models
def test_speech_services_with_the_real_models(models_dir: Path) -> None:
    from app.stt.registry import create as create_stt
    from app.tts.registry import create as create_tts

    stt, tts = STTService(create_stt("whisper-base", models_dir)), TTSService(create_tts("piper", models_dir))
    stt.load()
    tts.load()
    audio = tts.synthesize("Can I get thirty seconds to explain why I called?")
    assert isinstance(audio, bytes)
    with wave.open(io.BytesIO(audio)) as file:
        assert file.getnchannels() == 1
    text = stt.transcribe_chunk(_at_16_khz(audio))
    assert "seconds" in text.lower()


def _at_16_khz(wav: bytes) -> bytes:
    from app.domain.audio import Clip
    from app.tts.resample import to_call_rate

    with wave.open(io.BytesIO(wav)) as file:
        return to_call_rate(Clip(file.readframes(file.getnframes()), file.getframerate()))


def test_score_session() -> None:
    card = score_session(
        transcript=[{"speaker": "trainee", "text": "Can I get 30 seconds?"}], outcomes={"close_attempt": True}
    )
    assert "total_score" in card
    assert set(card["dimensions"]) == set(DIMENSIONS)
    assert isinstance(card["misses"], list)
    assert card["suggestions"]


def test_the_application_imports_without_any_model_on_disk() -> None:
    from app.main import app

    assert app.title == "Ringside"
