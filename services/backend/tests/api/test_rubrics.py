"""Own rubrics over HTTP: looked over, kept, used to score again, changed under a new version, deleted."""

import json
import tomllib

import pytest
from fastapi.testclient import TestClient

from app.scoring import shipped_rubrics

COLD = shipped_rubrics()["cold_call"]
OURS = COLD.replace('id = "cold_call"', 'id = "ours"', 1)


@pytest.fixture
def session(client: TestClient) -> str:
    made = client.post("/sessions", json={"duration_minutes": 8, "mode": "typed", "seed": 7}).json()
    path = f"/sessions/{made['session_id']}"
    client.post(f"{path}/turns", json={"text": "Hi, this is Alex from Tarrowgate. The reason I'm calling is freight."})
    client.post(f"{path}/end")
    return path


@pytest.mark.parametrize("text", [OURS, json.dumps(tomllib.loads(OURS))], ids=["toml", "json"])
def test_an_own_rubric_scores_a_call_again_beside_the_first_card(client: TestClient, session: str, text: str) -> None:
    first = client.get(f"{session}/scorecard").json()
    assert client.post("/rubrics", json={"text": text}).status_code == 201
    again = client.get(f"{session}/scorecard", params={"rubric": "ours"}).json()
    assert again["rubric"]["id"] == "ours"
    assert client.get(f"{session}/scorecard").json() == first
    assert first["rubric"]["id"] == "cold_call"


def test_a_changed_rubric_needs_a_new_version_and_makes_a_new_card(client: TestClient, session: str) -> None:
    client.post("/rubrics", json={"text": OURS})
    old = client.get(f"{session}/scorecard", params={"rubric": "ours"}).json()
    heavier = OURS.replace('id = "reason"\nmax = 4', 'id = "reason"\nmax = 6').replace(
        'id = "relevance"\nmax = 4', 'id = "relevance"\nmax = 2'
    )
    assert client.put("/rubrics/ours", json={"text": heavier}).status_code == 409
    raised = heavier.replace(f'version = "{old["rubric"]["version"]}"', 'version = "9"', 1)
    assert client.put("/rubrics/ours", json={"text": raised}).json()["version"] == "9"
    new = client.get(f"{session}/scorecard", params={"rubric": "ours"}).json()
    assert new["rubric"]["version"] == "9"
    assert new["dimensions"]["opener"]["points"] == old["dimensions"]["opener"]["points"] + 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[rules", "not readable"),
        ('{"id": ', "not readable"),
        (OURS.replace("weight = 15", "weight = 16", 1), "add up"),
        (OURS.replace('id = "reason"', 'id = "charm"', 1), "charm"),
        (OURS.replace('id = "ours"', 'id = "../x y"', 1), "id"),
    ],
)
def test_a_rubric_that_cannot_work_is_refused_with_the_reason(client: TestClient, text: str, says: str) -> None:
    answer = client.post("/rubrics", json={"text": text})
    assert answer.status_code == 422
    assert says in answer.json()["error"]["message"]
    assert all(rubric["ready_made"] for rubric in client.get("/rubrics").json()["rubrics"])


def test_vague_and_compound_criteria_are_remarked_on(client: TestClient) -> None:
    vague = OURS.replace('met = "You said why you are calling."', 'met = "You gave a good reason; it was natural."')
    made = client.post("/rubrics", json={"text": vague}).json()
    problems = [remark["problem"] for remark in made["remarks"] if remark["criterion"] == "reason"]
    assert len(problems) == 2
    assert client.get("/rubrics/ours").json() == made


def test_a_text_is_looked_over_line_by_line_without_being_kept(client: TestClient) -> None:
    own = 'extends = "cold_call"\nid = "ours"\nversion = "1"\nname = "Ours"\ncall_types = ["cold"]\n'
    own += '\n[criteria.reason]\nmet = "You gave a good reason."\n'
    checked = client.post("/rubrics/check", json={"text": own})
    assert checked.status_code == 200
    assert (7, "reason") in [(one["line"], one["criterion"]) for one in checked.json()["remarks"]]
    vague = OURS.replace('met = "You said why you are calling."', 'met = "You gave a good reason."')
    remarks = client.post("/rubrics/check", json={"text": vague}).json()["remarks"]
    remark = next(one for one in remarks if one["criterion"] == "reason")
    assert vague.split("\n")[remark["line"] - 1] == 'id = "reason"'
    assert client.post("/rubrics/check", json={"text": "[rules"}).status_code == 422
    assert all(rubric["ready_made"] for rubric in client.get("/rubrics").json()["rubrics"])


def test_shipped_rubrics_stay_and_own_ones_can_go(client: TestClient, session: str) -> None:
    assert client.post("/rubrics", json={"text": COLD}).status_code == 409
    assert client.delete("/rubrics/cold_call").status_code == 409
    assert client.put("/rubrics/cold_call", json={"text": COLD}).status_code == 409
    client.post("/rubrics", json={"text": OURS})
    assert client.delete("/rubrics/ours").status_code == 204
    assert client.delete("/rubrics/ours").status_code == 404
    assert client.get(f"{session}/scorecard", params={"rubric": "ours"}).status_code == 404
