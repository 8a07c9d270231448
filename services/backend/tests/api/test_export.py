"""A call as a file over HTTP: after the call only, in three formats, never as a page of ours."""

import json

import pytest
from fastapi.testclient import TestClient

from app.wiring import Ringside

LINE = "Hi, this is <b>Alex</b>. Can I take thirty seconds?"


@pytest.fixture
def session(client: TestClient) -> str:
    made = client.post("/sessions", json={"duration_minutes": 8, "mode": "typed", "seed": 7}).json()
    path = f"/sessions/{made['session_id']}"
    assert client.post(f"{path}/turns", json={"text": LINE}).status_code == 200
    return path


def test_a_call_that_is_on_cannot_be_exported(client: TestClient, session: str) -> None:
    for form in ("md", "json", "html"):
        answer = client.get(f"{session}/export", params={"format": form})
        assert answer.status_code == 409
        assert answer.json()["error"]["code"] == "conflict"


def test_an_unknown_call_or_format_is_refused(client: TestClient, session: str) -> None:
    client.post(f"{session}/end")
    assert client.get("/sessions/nope/export", params={"format": "md"}).status_code == 404
    assert client.get(f"{session}/export", params={"format": "exe"}).status_code == 422


@pytest.mark.parametrize(("form", "kind"), [("md", "text/markdown"), ("html", "text/html")])
def test_a_file_is_saved_and_not_opened_as_ours(client: TestClient, session: str, form: str, kind: str) -> None:
    client.post(f"{session}/end")
    answer = client.get(f"{session}/export", params={"format": form})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == f"{kind}; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert answer.headers["content-disposition"].endswith(f'.{form}"')
    assert "sandbox" in answer.headers["content-security-policy"]
    assert "&lt;b&gt;Alex" in answer.text


def test_json_holds_session_transcript_log_and_card(client: TestClient, session: str) -> None:
    client.post(f"{session}/end")
    packet = json.loads(client.get(f"{session}/export", params={"format": "json"}).text)
    assert packet["session"] == client.get(session).json()
    assert packet["transcript"] == client.get(f"{session}/transcript").json()["utterances"]
    assert packet["transcript"][1]["text"] == LINE
    assert packet["scorecard"] == client.get(f"{session}/scorecard").json()
    assert packet["events"] == client.get(f"{session}/events").json()["events"]
    assert packet["recording"]["included"] is False


def test_a_page_of_a_recorded_call_carries_its_sound(client: TestClient) -> None:
    session_id = client.post("/sessions", json={"duration_minutes": 8}).json()["session_id"]
    client.post(f"/sessions/{session_id}/end")
    path = f"/sessions/{session_id}/export"
    assert "<audio" not in client.get(path, params={"format": "html"}).text
    ringside: Ringside = client.app.state.ringside  # type: ignore[attr-defined]
    recorder = ringside.exercises.recordings.recorder(session_id)
    recorder.write("trainee", 0, bytes(2 * 16_000))
    recorder.close()
    assert 'src="data:audio/mpeg;base64,' in client.get(path, params={"format": "html"}).text


def test_the_same_call_gives_the_same_file(client: TestClient, session: str) -> None:
    client.post(f"{session}/end")
    files = {client.get(f"{session}/export", params={"format": "html"}).content for _ in range(3)}
    assert len(files) == 1


def test_a_call_that_never_began_exports_as_empty(client: TestClient) -> None:
    made = client.post("/sessions", json={"duration_minutes": 8}).json()
    client.post(f"/sessions/{made['session_id']}/end")
    answer = client.get(f"/sessions/{made['session_id']}/export", params={"format": "md"})
    assert answer.status_code == 200
    assert "No total" in answer.text
