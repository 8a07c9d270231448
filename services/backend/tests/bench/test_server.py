"""Starting a backend and knowing why it cannot be called; the backend here is a few lines of http.server."""

import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from bench.server import BenchError, Server

BACKEND = """
import json, os, sys
from http.server import BaseHTTPRequestHandler, HTTPServer

class Handler(BaseHTTPRequestHandler):
    asked = 0
    def do_GET(self):
        Handler.asked += 1
        allowed = self.headers["Authorization"] == "Bearer " + os.environ["RINGSIDE_TOKEN"]
        self.send_response(200 if allowed else 401)
        self.end_headers()
        loading = {"purpose": "speech", "name": "piper", "state": "loading", "detail": "", "hint": ""}
        state = ENGINE if Handler.asked > 2 else loading
        self.wfile.write(json.dumps({"can_call": state["state"] == "ready", "engines": [state], "models": []}).encode())
    def log_message(self, *_):
        pass

server = HTTPServer(("127.0.0.1", 0), Handler)
print(json.dumps({"status": "ready", "port": server.server_port, "pid": os.getpid(), "version": "0"}), flush=True)
server.serve_forever()
"""


def backend(folder: Path, program: str, engine: dict[str, Any] | None = None) -> Server:
    file = folder / "backend.py"
    file.write_text(f"ENGINE = {engine!r}\n{textwrap.dedent(program)}")
    return Server(folder, program=(sys.executable, str(file)))


def engine(state: str, detail: str = "", hint: str = "") -> dict[str, Any]:
    return {"purpose": "speech", "name": "piper", "state": state, "detail": detail, "hint": hint}


def test_ready_and_able_to_call_are_timed_apart(tmp_path: Path):
    with backend(tmp_path, BACKEND, engine("ready")) as server:
        readiness = server.wait_can_call(timeout_s=20)
        assert readiness["engines"][0]["state"] == "ready"
        assert 0 < server.ready_s < server.can_call_s
        assert server.call_url("s1") == f"ws://127.0.0.1:{server.port}/sessions/s1/call?token={server.token}"
    assert not server.running


def test_a_missing_model_is_named_with_what_to_do(tmp_path: Path):
    missing = engine("missing", "The voice is not on disk.", "Run the set-up.")
    with (
        backend(tmp_path, BACKEND, missing) as server,
        pytest.raises(BenchError, match=r"piper is missing.*Run the set-up\."),
    ):
        server.wait_can_call(timeout_s=3_600)


def test_a_server_that_dies_at_once_shows_its_last_words(tmp_path: Path):
    with pytest.raises(BenchError, match="no such table"), backend(tmp_path, "raise SystemExit('no such table')"):
        pass


def test_chatter_before_the_ready_line_is_refused(tmp_path: Path):
    with pytest.raises(BenchError, match="loading models"), backend(tmp_path, "print('loading models', flush=True)"):
        pass


def test_a_server_that_dies_later_is_noticed(tmp_path: Path):
    with backend(tmp_path, BACKEND, engine("ready")) as server:
        server.stop()
        with pytest.raises(BenchError, match="stopped with exit code"):
            server.get("/readiness")


def test_a_refusal_carries_its_status(tmp_path: Path):
    with backend(tmp_path, BACKEND, engine("ready")) as server:
        server.token = "wrong"
        with pytest.raises(BenchError, match="refused with 401"):
            server.get("/readiness")
