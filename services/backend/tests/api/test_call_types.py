"""Gatekeeper, voicemail and call-back over HTTP: who speaks, what is remembered, what is refused."""

import itertools

import pytest
from fastapi.testclient import TestClient

from app.call.casting import Wish
from app.call.typed import open_typed
from app.domain.call import AnsweredBy
from app.wiring import Ringside

OPEN = "Hi, it's Ana from Tarrowgate about the carrier invoices and the agreed rates. Could I speak to {name}?"


def make(client: TestClient, **fields: object) -> dict:
    response = client.post("/sessions", json={"duration_minutes": 8, "mode": "typed", "trainee_name": "Ana", **fields})
    assert response.status_code == 201, response.text
    return response.json()


def say(client: TestClient, session: dict, text: str) -> dict:
    text = text.replace("{name}", session["briefing"]["prospect"]["name"])
    response = client.post(f"/sessions/{session['session_id']}/turns", json={"text": text})
    assert response.status_code == 200, response.text
    return response.json()


def utterances(client: TestClient, session: dict) -> list[dict]:
    return client.get(f"/sessions/{session['session_id']}/transcript").json()["utterances"]


def put_through(client: TestClient) -> tuple[dict, dict]:
    for seed in range(40):
        session = make(client, call_type="gatekeeper", difficulty=1, seed=seed)
        for line in (OPEN, "No, we haven't spoken before, it's a first call."):
            answer = say(client, session, line)
            if answer["then"]:
                return session, answer
            if answer["ended"]:
                break
    raise AssertionError("nobody is ever put through")


def test_the_desk_answers_puts_through_and_the_prospect_goes_on(client: TestClient) -> None:
    session, answer = put_through(client)
    assert session["call_type"] == "gatekeeper"
    assert session["opening"]["party"] == "gatekeeper"
    assert answer["reply"]["party"] == "gatekeeper"
    assert answer["then"]["party"] == "prospect"
    assert "transfer" in answer["moves"]
    after = say(client, session, "I'm calling because carrier invoices stop matching the agreed rates. Is that you?")
    assert after["reply"]["party"] == "prospect"
    said = utterances(client, session)
    assert [u["index"] for u in said] == list(range(len(said)))
    assert {u["party"] for u in said} == {"gatekeeper", "prospect", "trainee"}
    assert all(a["end_ms"] <= b["start_ms"] for a, b in itertools.pairwise(said))
    client.post(f"/sessions/{session['session_id']}/end")
    card = client.get(f"/sessions/{session['session_id']}/scorecard").json()
    assert card["rubric"]["id"] == "gatekeeper"


def test_a_voicemail_is_greeted_left_and_scored(client: TestClient) -> None:
    session = make(client, call_type="voicemail", seed=5)
    assert session["opening"]["party"] == "voicemail"
    answer = say(
        client,
        session,
        "Hi, Ana at Tarrowgate, 555 0142. I'm calling because carrier invoices stop matching the agreed rates. "
        "My number is 555 0142. Thanks, bye.",
    )
    assert answer["reply"] is None
    assert answer["ended"] == {"reason": "message_left", "by": "prospect"}
    card = client.get(f"/sessions/{session['session_id']}/scorecard").json()
    assert card["rubric"]["id"] == "voicemail"
    assert card["total_score"] is not None


def test_a_call_back_reaches_the_same_prospect_who_remembers(client: TestClient) -> None:
    first = make(client, seed=3, difficulty=2)
    say(client, first, "Hi {name}, this is Ana from Tarrowgate. Can I take thirty seconds?")
    say(client, first, "I'll send you an e-mail with the figures and call you back. Bye.")
    client.post(f"/sessions/{first['session_id']}/end")
    second = make(client, call_type="callback", previous_session_id=first["session_id"])
    assert second["call_type"] == "callback"
    assert second["difficulty"] == 2
    assert second["briefing"]["prospect"] == first["briefing"]["prospect"]
    assert second["prospect_code"] != first["prospect_code"]
    assert second["opening"]["text"] != first["opening"]["text"]
    answer = say(client, second, "Hi {name}, Ana again.")
    assert answer["moves"] == ["recall"]


def test_an_earlier_session_makes_it_a_call_back_and_none_named_means_the_last(client: TestClient) -> None:
    first = make(client, seed=3)
    say(client, first, "Hi {name}, this is Ana from Tarrowgate.")
    client.post(f"/sessions/{first['session_id']}/end")
    assert make(client, previous_session_id=first["session_id"])["call_type"] == "callback"
    assert make(client, call_type="callback")["briefing"]["prospect"] == first["briefing"]["prospect"]


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"call_type": "callback"}, 422),
        ({"call_type": "callback", "previous_session_id": "nope"}, 404),
        ({"call_type": "gatekeeper", "previous_session_id": "nope"}, 422),
    ],
)
def test_a_call_back_to_nothing_is_refused(client: TestClient, fields: dict, status: int) -> None:
    response = client.post("/sessions", json={"duration_minutes": 8, **fields})
    assert response.status_code == status
    assert response.json()["error"]["hint"]
    assert client.get("/sessions").json()["sessions"] == []


def test_calling_back_while_the_first_call_is_on_is_a_conflict(client: TestClient) -> None:
    first = make(client, seed=3)
    body = {"duration_minutes": 8, "previous_session_id": first["session_id"]}
    assert client.post("/sessions", json=body).status_code == 409


def test_a_code_rebuilds_the_desk_and_the_machine_too(client: TestClient) -> None:
    for kind in ("gatekeeper", "voicemail"):
        first = make(client, call_type=kind)
        again = make(client, prospect_code=first["prospect_code"])
        assert again["call_type"] == kind
        assert again["opening"] == first["opening"]


def test_a_number_nobody_answers_ends_at_once_and_a_wrong_one_soon(client: TestClient) -> None:
    ringside: Ringside = client.app.state.ringside  # type: ignore[attr-defined]
    wish = Wish(duration_minutes=8, mode="typed", answered_by=AnsweredBy.NOBODY)
    stored = ringside.exercises.open(wish)
    assert open_typed(ringside.exercises, stored) is None
    ended = client.get(f"/sessions/{stored.session_id}").json()
    assert ended["ended"] == {"reason": "no_answer", "by": "prospect"}
    assert client.get(f"/sessions/{stored.session_id}/scorecard").json()["total_score"] is None
    wrong = ringside.exercises.open(Wish(duration_minutes=8, mode="typed", answered_by=AnsweredBy.WRONG_NUMBER))
    assert open_typed(ringside.exercises, wrong)
    answers = [
        client.post(f"/sessions/{wrong.session_id}/turns", json={"text": line}).json()
        for line in ("Hi, is this the finance team?", "Are you sure?")
    ]
    assert answers[-1]["ended"] == {"reason": "wrong_number", "by": "prospect"}
