"""Who may come in: this machine, our own page, the right token, a bounded body."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings


@pytest.fixture
def locked(settings: Settings) -> Iterator[TestClient]:
    with TestClient(
        create_app(settings.model_copy(update={"token": "s3cret"})), base_url="http://127.0.0.1:8000"
    ) as client:
        yield client


def error_code(response) -> str:
    body = response.json()
    assert set(body) == {"error"}
    assert set(body["error"]) == {"code", "message", "hint"}
    return body["error"]["code"]


def test_health_needs_no_token(locked: TestClient) -> None:
    assert locked.get("/health").json() == {"status": "ok"}


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "s3cret"}])
def test_everything_else_does(locked: TestClient, headers: dict[str, str]) -> None:
    response = locked.get("/sessions", headers=headers)
    assert response.status_code == 401
    assert error_code(response) == "wrong_token"


def test_the_right_token_opens(locked: TestClient) -> None:
    assert locked.get("/sessions", headers={"Authorization": "Bearer s3cret"}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.168.1.7:8000", ""])
def test_a_foreign_host_is_refused(locked: TestClient, host: str) -> None:
    response = locked.get("/health", headers={"Host": host})
    assert response.status_code == 403
    assert error_code(response) == "wrong_host"


def test_the_name_of_test_clients_is_no_host_once_a_token_is_set(locked: TestClient) -> None:
    assert locked.get("/health", headers={"Host": "testserver"}).status_code == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:9999", "https://127.0.0.1:8000"])
def test_a_foreign_page_is_refused(client: TestClient, origin: str) -> None:
    response = client.get("/sessions", headers={"Origin": origin})
    assert response.status_code == 403
    assert error_code(response) == "wrong_origin"


@pytest.mark.parametrize("origin", ["http://testserver", "http://localhost:5173"])
def test_our_own_pages_may_ask(client: TestClient, origin: str) -> None:
    response = client.get("/sessions", headers={"Origin": origin})
    assert response.status_code == 200
    assert "access-control-allow-origin" not in response.headers


def test_a_large_body_is_refused(client: TestClient) -> None:
    response = client.post("/score", content=b"x" * 1_000_001, headers={"content-type": "application/json"})
    assert response.status_code == 413
    assert error_code(response) == "too_large"


def test_a_large_body_that_hides_its_length_is_refused(client: TestClient) -> None:
    def body() -> Iterator[bytes]:
        for _ in range(20):
            yield b"x" * 100_000

    response = client.post("/score", content=body(), headers={"content-type": "application/json"})
    assert response.status_code in (400, 413, 422)
