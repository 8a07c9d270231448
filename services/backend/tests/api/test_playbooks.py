"""Own playbooks over HTTP: imported, looked at, kept, changed, sold, deleted; and the map of whom one has met."""

import pytest
from fastapi.testclient import TestClient

MINE = {"company": "Northwind", "product": "freight bill checks", "problems": ["invoices are wrong"]}


def test_a_file_becomes_a_draft_and_nothing_is_stored(client: TestClient) -> None:
    before = client.get("/playbooks").json()
    draft = client.post(
        "/playbooks/import", params={"filename": "n.txt"}, content=b"Company: Northwind\nProblem: late\n"
    )
    assert draft.status_code == 200
    assert draft.json()["problems"] == ["late"]
    assert draft.json()["missing"] == ["product"]
    assert client.get("/playbooks").json() == before


def test_an_own_playbook_is_kept_sold_changed_and_deleted(client: TestClient) -> None:
    made = client.post("/playbooks", json=MINE)
    assert made.status_code == 201
    playbook = made.json()
    assert (playbook["id"], playbook["ready_made"]) == ("northwind", False)
    assert client.post("/playbooks", json=MINE).json()["id"] == "northwind-2"
    session = client.post("/sessions", json={"duration_minutes": 5, "playbook_id": "northwind"}).json()
    assert session["briefing"]["seller"]["company"] == "Northwind"
    again = client.post("/sessions", json={"duration_minutes": 5, "prospect_code": session["prospect_code"]})
    assert again.json()["briefing"]["prospect"] == session["briefing"]["prospect"]
    changed = client.put("/playbooks/northwind", json=MINE | {"price_hint": "a share"})
    assert changed.json()["price_hint"] == "a share"
    assert client.get("/playbooks/northwind").json() == changed.json()
    assert client.delete("/playbooks/northwind").status_code == 204
    assert client.get("/playbooks/northwind").status_code == 404
    assert client.get(f"/sessions/{session['session_id']}").json()["briefing"]["seller"]["company"] == "Northwind"


@pytest.mark.parametrize(
    ("fields", "status"),
    [({"company": "", "product": "x", "problems": ["y"]}, 422), ({"company": "x", "product": "y"}, 422), ({}, 422)],
)
def test_half_a_playbook_is_refused(client: TestClient, fields: dict, status: int) -> None:
    response = client.post("/playbooks", json=fields)
    assert response.status_code == status
    assert response.json()["error"]["message"]


def test_the_ready_made_ones_stay_as_they_are(client: TestClient) -> None:
    ready = client.get("/playbooks").json()["playbooks"]
    assert sum(playbook["ready_made"] for playbook in ready) >= 6
    assert client.put(f"/playbooks/{ready[0]['id']}", json=MINE).status_code == 409
    assert client.delete(f"/playbooks/{ready[0]['id']}").status_code == 409


def test_the_ledger_maps_whom_one_has_met_and_who_is_still_to_come(client: TestClient) -> None:
    empty = client.get("/ledger").json()
    assert empty["prospects"] == 0
    assert [axis["name"] for axis in empty["axes"]] == ["industry", "role", "temper", "objection"]
    assert empty["possible"] > 10_000
    for _ in range(4):
        client.post("/sessions", json={"duration_minutes": 5})
    met = client.get("/ledger").json()
    assert met["prospects"] == 4
    assert sum(cell["met"] for cell in met["cells"]) == 4
    assert all(sum(value["met"] for value in axis["values"]) == 4 for axis in met["axes"])
