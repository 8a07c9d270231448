"""A package server on this machine that can cut, stall and refuse, so that the downloader meets bad days in tests."""

import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[4]
sys.path.insert(0, str(ROOT))


@dataclass
class FileServer:
    """Serves `files` by path; the knobs say what goes wrong."""

    files: dict[str, bytes] = field(default_factory=dict)
    cut_after: list[int] = field(default_factory=list)
    """One entry per answer: how many body bytes are sent before the line drops."""
    refuse_with: list[int] = field(default_factory=list)
    """One entry per answer: this status instead of the file."""
    knows_ranges: bool = True
    asked: list[str] = field(default_factory=list)
    """The `Range` header of every request, empty when there was none."""
    url: str = ""


@pytest.fixture
def server() -> Iterator[FileServer]:
    state = FileServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            wanted = self.headers.get("Range", "")
            state.asked.append(wanted)
            if state.refuse_with:
                self.send_error(state.refuse_with.pop(0))
                return
            if self.path not in state.files:
                self.send_error(404)
                return
            body = state.files[self.path]
            start = int(wanted.removeprefix("bytes=").removesuffix("-")) if wanted and state.knows_ranges else 0
            if start >= len(body):
                self.send_error(416)
                return
            self.send_response(206 if start else 200)
            self.send_header("Content-Length", str(len(body) - start))
            self.end_headers()
            limit = state.cut_after.pop(0) if state.cut_after else len(body)
            # The client hangs up early where its test wants it to.
            with suppress(ConnectionError):
                self.wfile.write(body[start:][:limit])

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{httpd.server_port}"
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield state
    httpd.shutdown()
    thread.join()
    httpd.server_close()
