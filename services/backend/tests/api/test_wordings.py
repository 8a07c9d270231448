"""Whose words a call is in: chosen per session, refused when it is not there, told in the log when it falls back."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.wiring import Ringside
from tests.dialogue.ollama_server import OllamaServer, running, says


@pytest.fixture
def ollama(client: TestClient) -> Iterator[OllamaServer]:
    with running(OllamaServer()) as server:
        use(client, server.url)
        yield server


def use(client: TestClient, url: str, model: str = "") -> None:
    """Points the backend to another server, as its settings would."""
    ringside: Ringside = client.app.state.ringside  # type: ignore[attr-defined]
    wordings = replace(ringside.exercises.wordings, ollama_url=url, ollama_model=model)
    ringside.wordings, ringside.exercises = wordings, replace(ringside.exercises, wordings=wordings)


def ask(client: TestClient, **fields: object) -> Any:
    return client.post("/sessions", json={"duration_minutes": 8, "mode": "typed", "seed": 3, **fields})


def worded_by(client: TestClient, session_id: str) -> list[str]:
    events = client.get(f"/sessions/{session_id}/events").json()["events"]
    return [event["data"]["wording"] for event in events if event["kind"] == "decision"]


def test_a_model_that_is_not_there_is_refused_before_the_call(client: TestClient, ollama: OllamaServer) -> None:
    use(client, ollama.url, "large:70b")
    answer = ask(client, wording="ollama")
    assert answer.status_code == 422
    assert "small:1b" in answer.json()["error"]["hint"]
    assert client.get("/sessions").json()["sessions"] == []


def test_a_server_that_is_not_there_is_refused_before_the_call(client: TestClient) -> None:
    with running(OllamaServer()) as server:
        use(client, server.url)
    answer = ask(client, wording="ollama")
    assert answer.status_code == 503
    assert answer.json()["error"]["hint"]


def test_another_computer_is_never_asked(client: TestClient) -> None:
    use(client, "http://192.168.1.20:11434")
    answer = ask(client, wording="ollama")
    assert answer.status_code == 422
    assert "127.0.0.1" in answer.json()["error"]["hint"]


def test_llama_cpp_without_a_file_says_what_to_do(client: TestClient) -> None:
    answer = ask(client, wording="llama_cpp")
    assert answer.status_code == 503
    assert "RINGSIDE_GGUF" in answer.json()["error"]["hint"]


def test_readiness_tells_which_words_can_be_had(client: TestClient, ollama: OllamaServer) -> None:
    engines = client.get("/readiness").json()["engines"]
    assert [engine["name"] for engine in engines if engine["purpose"] == "wording"] == ["bank", "ollama"]
    assert any("small:1b" in engine["detail"] for engine in engines)


def test_every_wording_is_listed_with_what_is_missing(client: TestClient, ollama: OllamaServer) -> None:
    def listed() -> dict[str, Any]:
        return {one["name"]: one for one in client.get("/wordings").json()["wordings"]}

    assert [one["ready"] for one in listed().values()] == [True, True, False]
    assert "small:1b" in listed()["ollama"]["detail"]
    assert "RINGSIDE_GGUF" in listed()["llama_cpp"]["hint"]
    ollama.models = {"models": []}
    assert not listed()["ollama"]["ready"]
    assert "ollama pull" in listed()["ollama"]["hint"]


def test_a_call_falls_back_and_says_so(client: TestClient, ollama: OllamaServer) -> None:
    ollama.script = [says("As an AI, I would rather not.")]
    made = ask(client, wording="ollama").json()
    plain = ask(client).json()
    heard = [
        client.post(f"/sessions/{one['session_id']}/turns", json={"text": "Hi, it's Kim. Got a minute?"}).json()
        for one in (made, plain)
    ]
    assert worded_by(client, made["session_id"]) == ["bank (ollama refused by the guard)"]
    assert worded_by(client, plain["session_id"]) == ["bank"]
    assert heard[0]["moves"] == heard[1]["moves"]
    assert heard[0]["state"] == heard[1]["state"]
    assert ollama.asked
