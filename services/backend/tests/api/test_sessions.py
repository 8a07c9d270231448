"""Sessions over HTTP: made, listed, typed through, scored, deleted; bad input loses nothing."""

import pytest
from fastapi.testclient import TestClient


def make(client: TestClient, **fields: object) -> dict:
    response = client.post("/sessions", json={"duration_minutes": 8, **fields})
    assert response.status_code == 201, response.text
    return response.json()


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"duration_minutes": 0},
        {"duration_minutes": 61},
        {"duration_minutes": "8"},
        {"duration_minutes": 8, "difficulty": 6},
        {"duration_minutes": 8, "call_type": "cold fusion"},
        {"duration_minutes": 8, "mode": "telepathy"},
        {"duration_minutes": 8, "seed": -1},
        {"duration_minutes": 8, "surprise": True},
        [],
        "8",
    ],
)
def test_a_bad_request_says_what_is_wrong(client: TestClient, body: object) -> None:
    response = client.post("/sessions", json=body)
    assert response.status_code == 422
    assert response.json()["error"]["code"] == "invalid_request"
    assert response.json()["error"]["message"]


def test_broken_json_says_so(client: TestClient) -> None:
    response = client.post("/sessions", content=b"{", headers={"content-type": "application/json"})
    assert response.status_code == 422
    assert response.json()["error"]["message"]


@pytest.mark.parametrize("field", [{"playbook_id": "no-such"}, {"prospect_code": "KX7-NOPE-19"}])
def test_what_does_not_exist_is_refused_and_nothing_is_stored(client: TestClient, field: dict) -> None:
    response = client.post("/sessions", json={"duration_minutes": 8, **field})
    assert response.status_code in (404, 422)
    assert client.get("/sessions").json()["sessions"] == []


def test_the_briefing_tells_what_a_rep_would_know(client: TestClient) -> None:
    briefing = make(client, trainee_name="Kim")["briefing"]
    assert briefing["trainee_name"] == "Kim"
    assert briefing["seller"]["problems"]
    assert set(briefing["prospect"]) == {"name", "title", "company", "industry", "size", "public_facts"}


def test_a_code_rebuilds_the_same_prospect(client: TestClient) -> None:
    first = make(client, difficulty=4)
    again = make(client, prospect_code=first["prospect_code"])
    assert again["briefing"]["prospect"] == first["briefing"]["prospect"]
    assert again["difficulty"] == 4
    assert again["prospect_code"] == first["prospect_code"]


def test_a_seed_is_given_back_and_rebuilds(client: TestClient) -> None:
    first, again = make(client, seed=4_000_000_000), make(client, seed=4_000_000_000)
    assert first["seed"] == again["seed"] == 4_000_000_000
    assert first["briefing"] == again["briefing"]


def test_without_a_seed_prospects_differ(client: TestClient) -> None:
    names = {make(client)["briefing"]["prospect"]["name"] for _ in range(6)}
    assert len(names) == 6


def test_the_list_is_newest_first_and_pages(client: TestClient) -> None:
    made = [make(client)["session_id"] for _ in range(5)]
    first = client.get("/sessions", params={"limit": 3}).json()
    rest = client.get("/sessions", params={"limit": 3, "cursor": first["next_cursor"]}).json()
    assert [s["session_id"] for s in first["sessions"] + rest["sessions"]] == made[::-1]
    assert rest["next_cursor"] is None


def test_a_broken_cursor_is_refused(client: TestClient) -> None:
    assert client.get("/sessions", params={"cursor": "yesterday"}).status_code == 422


def test_deleting_twice_is_fine(client: TestClient) -> None:
    session_id = make(client)["session_id"]
    assert client.delete(f"/sessions/{session_id}").status_code == 204
    assert client.delete(f"/sessions/{session_id}").status_code == 204
    assert client.get(f"/sessions/{session_id}").status_code == 404


@pytest.mark.parametrize("tail", ["transcript", "events", "scorecard", "recording.wav"])
def test_unknown_ids_are_404_everywhere(client: TestClient, tail: str) -> None:
    response = client.get(f"/sessions/nope/{tail}")
    assert response.status_code == 404
    assert response.json()["error"]["code"] == "not_found"


def test_a_typed_call_from_pick_up_to_scorecard(client: TestClient) -> None:
    made = make(client, mode="typed", seed=7, difficulty=1)
    session = f"/sessions/{made['session_id']}"
    assert made["opening"]["index"] == 0
    assert made["opening"]["speaker"] == "prospect"
    assert client.get(f"{session}/scorecard").status_code == 409
    answer = client.post(f"{session}/turns", json={"text": "Hi, this is Alex. Can I take thirty seconds?"}).json()
    assert answer["turn"] == 1
    assert answer["reply"]["text"]
    assert answer["state"]["causes"] is not None
    assert client.post(f"{session}/end").json()["ended"] == {"reason": "trainee_ended", "by": "trainee"}
    late = client.post(f"{session}/turns", json={"text": "Hello?"})
    assert late.status_code == 409
    utterances = client.get(f"{session}/transcript").json()["utterances"]
    assert [u["index"] for u in utterances] == [0, 1, 2]
    assert utterances[1]["text"] == "Hi, this is Alex. Can I take thirty seconds?"
    card = client.get(f"{session}/scorecard").json()
    assert set(card["dimensions"]) >= {"opener", "close_quality"}
    assert card["session_id"] == made["session_id"]
    assert client.get(session).json()["score_status"] == card["status"]


def test_the_same_typed_call_twice_is_the_same_call(client: TestClient) -> None:
    def play() -> list[str]:
        made = make(client, mode="typed", seed=11)
        lines = [
            "Hi, Alex from Northwind here.",
            "How do you check carrier invoices today?",
            "What does that cost you?",
        ]
        answers = [client.post(f"/sessions/{made['session_id']}/turns", json={"text": line}).json() for line in lines]
        return [str((a["reply"], a["moves"], a["state"])) for a in answers]

    assert play() == play()


def test_silence_in_a_typed_call_ends_it_in_the_end(client: TestClient) -> None:
    made = make(client, mode="typed", seed=3)
    answers = [client.post(f"/sessions/{made['session_id']}/turns", json={"text": " "}).json() for _ in range(3)]
    assert answers[0]["ended"] is None
    assert answers[-1]["ended"] == {"reason": "silence", "by": "prospect"}


def test_readiness_says_what_is_missing_and_what_to_do(client: TestClient) -> None:
    for _ in range(100):
        body = client.get("/readiness").json()
        if all(engine["state"] != "loading" for engine in body["engines"]):
            break
    missing = [engine for engine in body["engines"] if engine["state"] == "missing"]
    assert not body["can_call"]
    assert missing
    assert all(engine["hint"] for engine in missing)
    assert any(model["default"] and model["state"] == "missing" for model in body["models"])


def test_score_takes_any_transcript(client: TestClient) -> None:
    response = client.post("/score", json={"transcript": [{"speaker": "trainee", "text": "Can I get 30 seconds?"}]})
    assert response.status_code == 200
    assert response.json()["validated"] is False


def test_score_refuses_an_unknown_speaker(client: TestClient) -> None:
    response = client.post("/score", json={"transcript": [{"speaker": "Bob", "text": "Hi."}]})
    assert response.status_code == 422
    assert response.json()["error"]["message"]


def test_playbooks_are_listed_with_the_default_first(client: TestClient) -> None:
    found = client.get("/playbooks").json()["playbooks"]
    assert len(found) >= 3
    assert client.get(f"/playbooks/{found[0]['id']}").json() == found[0]
    assert make(client)["briefing"]["seller"]["company"] == found[0]["company"]
