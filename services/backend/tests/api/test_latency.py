"""The latency card over HTTP."""

from fastapi.testclient import TestClient

from app.domain.events import EventKind


def test_an_unknown_session_has_no_latency(client: TestClient) -> None:
    assert client.get("/sessions/nope/latency").status_code == 404


def test_a_call_without_answers_has_an_empty_card(client: TestClient) -> None:
    session_id = client.post("/sessions", json={"duration_minutes": 8, "mode": "typed"}).json()["session_id"]
    card = client.get(f"/sessions/{session_id}/latency").json()
    assert (card["answers"], card["median_ms"], card["slow_after_ms"]) == ([], None, 1_300)


def test_what_the_journal_holds_is_what_the_card_shows(client: TestClient) -> None:
    session_id = client.post("/sessions", json={"duration_minutes": 8}).json()["session_id"]
    stages = {"wait_ms": 900, "reply_ms": 500, "asked_ms": 0, "stt_ms": 410.5, "mind_ms": 3, "tts_ms": 480}
    fact = {"turn": 1, "v2v_ms": 1_450, "stages": stages, "voice_engine": "kokoro"}
    client.app.state.ringside.exercises.journal.append(session_id, [(EventKind.METRICS, 9_000, fact)])  # type: ignore[attr-defined]
    card = client.get(f"/sessions/{session_id}/latency").json()
    assert card["slow_turns"] == [1]
    assert card["answers"][0]["stages"]["transport_ms"] == 50
    assert card["voice_engines"] == ["kokoro"]
