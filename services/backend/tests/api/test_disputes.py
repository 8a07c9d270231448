"""Disputes over HTTP: a mark beside the card that never changes it."""

import json

import pytest
from fastapi.testclient import TestClient


@pytest.fixture
def session(client: TestClient) -> str:
    made = client.post("/sessions", json={"duration_minutes": 8, "mode": "typed", "seed": 7}).json()
    path = f"/sessions/{made['session_id']}"
    assert client.post(f"{path}/turns", json={"text": "Hi, this is Alex from Tarrowgate."}).status_code == 200
    return path


def test_nothing_can_be_disputed_before_there_is_a_card(client: TestClient, session: str) -> None:
    assert client.post(f"{session}/disputes", json={"criterion": "reason"}).status_code == 409
    assert client.get("/sessions/nope/disputes").status_code == 404


def test_a_dispute_stands_beside_the_card_and_leaves_it_alone(client: TestClient, session: str) -> None:
    client.post(f"{session}/end")
    before = client.get(f"{session}/scorecard").content
    made = client.post(f"{session}/disputes", json={"criterion": "reason", "note": " I did say <why>. "})
    assert made.status_code == 201
    dispute = made.json()
    assert dispute["note"] == "I did say <why>."
    assert (dispute["rubric_id"], dispute["criterion"]) == ("cold_call", "reason")
    assert client.get(f"{session}/disputes").json() == {"disputes": [dispute]}
    assert client.get(f"{session}/scorecard").content == before


def test_a_dispute_goes_into_every_export(client: TestClient, session: str) -> None:
    client.post(f"{session}/end")
    dispute = client.post(f"{session}/disputes", json={"criterion": "reason", "note": "I did say <why>."}).json()
    packet = json.loads(client.get(f"{session}/export", params={"format": "json"}).text)
    assert packet["disputes"] == [dispute]
    for form in ("md", "html"):
        assert "I did say &lt;why&gt;." in client.get(f"{session}/export", params={"format": form}).text


def test_only_what_stands_on_the_card_can_be_disputed(client: TestClient, session: str) -> None:
    client.post(f"{session}/end")
    assert client.post(f"{session}/disputes", json={"criterion": "charm"}).status_code == 422


def test_a_dispute_can_be_taken_back_and_goes_with_its_session(client: TestClient, session: str) -> None:
    client.post(f"{session}/end")
    ids = [client.post(f"{session}/disputes", json={"criterion": "reason"}).json()["dispute_id"] for _ in range(2)]
    assert client.delete(f"{session}/disputes/{ids[0]}").status_code == 204
    assert client.delete(f"{session}/disputes/{ids[0]}").status_code == 404
    assert [one["dispute_id"] for one in client.get(f"{session}/disputes").json()["disputes"]] == ids[1:]
    assert client.delete(session).status_code == 204
    assert client.get(f"{session}/disputes").status_code == 404


def test_a_card_reads_the_same_the_first_time_and_the_second(client: TestClient, session: str) -> None:
    client.post(f"{session}/end")
    assert client.get(f"{session}/scorecard").content == client.get(f"{session}/scorecard").content
