"""The call socket: who is let in, what is refused and how, and that a lost line can come back."""

import struct
import time
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings

SCRIPTED = {"stt_engine": "scripted", "tts_engine": "scripted", "turn_engine": "scripted", "detector": "scripted"}


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(settings.model_copy(update=SCRIPTED))) as client:
        yield client


@pytest.fixture
def session_id(client: TestClient) -> str:
    return client.post("/sessions", json={"duration_minutes": 8}).json()["session_id"]


def frame(number: int, pcm: bytes = bytes(1024), version: int = 1) -> bytes:
    return struct.pack("<BBHIQ", version, 1, 0, number, number * 512) + pcm


def close_code(socket) -> int:
    """Read to the end; what the close said."""
    while True:
        message = socket.receive()
        if message["type"] == "websocket.close":
            return message["code"]


def until(socket, kind: str) -> dict:
    """The next message of a type; audio and others are passed over."""
    while True:
        message = socket.receive()
        if message["type"] == "websocket.close":
            raise AssertionError(f"closed with {message['code']} before {kind}")
        if message.get("text"):
            import json

            found = json.loads(message["text"])
            if found["type"] == kind:
                return found


def test_an_unknown_session_is_4404(client: TestClient) -> None:
    with client.websocket_connect("/sessions/nope/call") as socket:
        assert close_code(socket) == 4404


def test_a_foreign_page_is_4403(client: TestClient, session_id: str) -> None:
    headers = {"origin": "http://evil.example"}
    with client.websocket_connect(f"/sessions/{session_id}/call", headers=headers) as socket:
        assert close_code(socket) == 4403


@pytest.mark.parametrize("query", ["", "?token=wrong"])
def test_a_wrong_token_is_4401(settings: Settings, query: str) -> None:
    app = create_app(settings.model_copy(update={"token": "right", **SCRIPTED}))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        made = client.post("/sessions", json={"duration_minutes": 8}, headers={"Authorization": "Bearer right"}).json()
        url = f"/sessions/{made['session_id']}/call{query}"
        with client.websocket_connect(url, headers={"host": "127.0.0.1"}) as socket:
            assert close_code(socket) == 4401
        url = f"/sessions/{made['session_id']}/call?token=right"
        with client.websocket_connect(url, headers={"host": "127.0.0.1"}) as socket:
            socket.send_json({"type": "start"})
            assert until(socket, "ready")["session_id"] == made["session_id"]


def test_an_ended_session_is_4410(client: TestClient, session_id: str) -> None:
    client.post(f"/sessions/{session_id}/end")
    with client.websocket_connect(f"/sessions/{session_id}/call") as socket:
        assert close_code(socket) == 4410


def test_nothing_happens_before_start(client: TestClient, session_id: str) -> None:
    with client.websocket_connect(f"/sessions/{session_id}/call") as socket:
        socket.send_json({"type": "ping", "t": 1})
        assert until(socket, "error")["code"] == "no_start"
        assert close_code(socket) == 1008
    assert client.get(f"/sessions/{session_id}").json()["phase"] == "created"


def test_ringing_comes_after_start_and_end_gives_1000(client: TestClient, session_id: str) -> None:
    with client.websocket_connect(f"/sessions/{session_id}/call") as socket:
        socket.send_json({"type": "start", "echo": "headset", "captions": True})
        ready = until(socket, "ready")
        assert ready["resumed"] is False
        assert ready["out_rate"] > 0
        assert until(socket, "phase")["phase"] == "ringing"
        socket.send_json({"type": "ping", "t": 4.5})
        assert until(socket, "pong")["t"] == 4.5
        socket.send_json({"type": "end"})
        ended = until(socket, "ended")
        assert (ended["reason"], ended["by"]) == ("trainee_ended", "trainee")
        assert close_code(socket) == 1000
    assert client.get(f"/sessions/{session_id}").json()["ended"]["reason"] == "trainee_ended"


def test_a_second_connection_is_4409_and_the_first_goes_on(client: TestClient, session_id: str) -> None:
    with client.websocket_connect(f"/sessions/{session_id}/call") as first:
        first.send_json({"type": "start"})
        until(first, "ready")
        with client.websocket_connect(f"/sessions/{session_id}/call") as second:
            assert close_code(second) == 4409
        first.send_json({"type": "ping", "t": 1})
        assert until(first, "pong")


def test_a_lost_line_can_come_back(client: TestClient, session_id: str) -> None:
    with client.websocket_connect(f"/sessions/{session_id}/call") as socket:
        socket.send_json({"type": "start"})
        until(socket, "ready")
    time.sleep(0.2)
    with client.websocket_connect(f"/sessions/{session_id}/call") as socket:
        socket.send_json({"type": "start"})
        assert until(socket, "ready")["resumed"] is True
        socket.send_json({"type": "end"})
        until(socket, "ended")


@pytest.mark.parametrize("bad", [b"", b"\x01\x01", frame(0)[:-1], frame(0) + b"\x00", frame(0, version=2)])
def test_a_malformed_frame_is_fatal_but_loses_nothing(client: TestClient, session_id: str, bad: bytes) -> None:
    with client.websocket_connect(f"/sessions/{session_id}/call") as socket:
        socket.send_json({"type": "start"})
        until(socket, "ready")
        for number in range(5):
            socket.send_bytes(frame(number))
        socket.send_bytes(bad)
        error = until(socket, "error")
        assert (error["code"], error["fatal"]) == ("bad_frame", True)
        assert close_code(socket) == 1008
    assert client.get(f"/sessions/{session_id}").json()["ended"] is None


@pytest.mark.parametrize("text", ["{", "[]", '{"type": "dance"}', '{"type": "played"}', '{"type": "ping", "t": "x"}'])
def test_an_unknown_message_is_answered_and_the_line_stays(client: TestClient, session_id: str, text: str) -> None:
    with client.websocket_connect(f"/sessions/{session_id}/call") as socket:
        socket.send_json({"type": "start"})
        until(socket, "ready")
        socket.send_text(text)
        assert until(socket, "error")["fatal"] is False
        socket.send_json({"type": "ping", "t": 2})
        assert until(socket, "pong")["t"] == 2


def test_a_message_over_64_kb_is_1009(client: TestClient, session_id: str) -> None:
    with client.websocket_connect(f"/sessions/{session_id}/call") as socket:
        socket.send_json({"type": "start"})
        until(socket, "ready")
        socket.send_text('{"type": "say", "text": "' + "x" * 70_000 + '"}')
        assert until(socket, "error")["fatal"] is True
        assert close_code(socket) == 1009


def test_a_deleted_live_call_is_gone(client: TestClient, session_id: str) -> None:
    with client.websocket_connect(f"/sessions/{session_id}/call") as socket:
        socket.send_json({"type": "start"})
        until(socket, "ready")
        assert client.delete(f"/sessions/{session_id}").status_code == 204
    assert client.get(f"/sessions/{session_id}").status_code == 404


def test_without_models_the_call_says_what_is_missing(settings: Settings) -> None:
    with TestClient(create_app(settings)) as client:
        session_id = client.post("/sessions", json={"duration_minutes": 8}).json()["session_id"]
        with client.websocket_connect(f"/sessions/{session_id}/call") as socket:
            socket.send_json({"type": "start"})
            error = until(socket, "error")
            assert (error["code"], error["fatal"]) == ("model_missing", True)
            assert until(socket, "ended")["reason"] == "error"


def test_an_orphan_of_a_dead_process_is_closed_at_the_next_start(settings: Settings) -> None:
    with TestClient(create_app(settings.model_copy(update=SCRIPTED))) as client:
        session_id = client.post("/sessions", json={"duration_minutes": 8}).json()["session_id"]
        client.app.state.ringside.exercises.begin(session_id)
    with TestClient(create_app(settings)) as client:
        found = client.get(f"/sessions/{session_id}").json()
        assert found["phase"] == "ended"
        assert found["ended"]["reason"] == "backend_stopped"
        assert client.get(f"/sessions/{session_id}/scorecard").json()["status"] == "partial"
