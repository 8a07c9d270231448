"""A server that speaks the product's wire, wherever it was started: its HTTP answers and its call sockets."""

import json
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import urlsplit


class BenchError(RuntimeError):
    """The run cannot go on; the message says why and what to do."""


class Address:
    """An HTTP or WebSocket address, with a token where the server wants one."""

    def __init__(self, url: str = "", token: str = "") -> None:
        parts = urlsplit(url)
        self.host = parts.netloc
        """Name and port."""
        self.token = token

    def get(self, path: str) -> Any:
        """JSON of a GET."""
        return json.loads(self.request("GET", path))

    def post(self, path: str, body: dict[str, Any]) -> Any:
        """JSON of a POST."""
        return json.loads(self.request("POST", path, body))

    def request(self, method: str, path: str, body: dict[str, Any] | None = None) -> bytes:
        """Raw body of an answer; raises `BenchError` for anything but success."""
        token = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        request = urllib.request.Request(
            f"http://{self.host}{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={**token, "Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                data: bytes = answer.read()
                return data
        except urllib.error.HTTPError as refusal:
            text = refusal.read().decode(errors="replace")
            raise BenchError(f"{method} {path} was refused with {refusal.code}: {text}") from None
        except OSError as failure:
            self.check_alive()
            raise BenchError(f"{method} {path} failed: {failure}") from failure

    def call_url(self, session_id: str) -> str:
        """Address of a session's call socket."""
        token = f"?token={self.token}" if self.token else ""
        return f"ws://{self.host}/sessions/{session_id}/call{token}"

    def check_alive(self) -> None:
        """Raise `BenchError` when the server is known to be gone; here nobody knows."""
