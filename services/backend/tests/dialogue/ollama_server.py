"""A server that speaks Ollama's protocol by a script: what it says, how slowly, and where it breaks off."""

import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Step = bytes | float | None
"""Bytes to send, seconds to wait, or None to hang up without a word."""


def line(text: str, *, done: bool = False) -> bytes:
    """One line of a streamed chat."""
    return json.dumps({"message": {"role": "assistant", "content": text}, "done": done}).encode() + b"\n"


def says(text: str, *, pause_s: float = 0.0) -> list[Step]:
    """A whole answer, word by word."""
    words: list[Step] = []
    for word in text.split(" "):
        words += [line(word + " "), pause_s]
    return [*words, line("", done=True)]


@dataclass
class OllamaServer:
    """Answers chats with `script`, in order, the last one again and again; keeps what it was asked."""

    script: list[Sequence[Step]] = field(default_factory=lambda: [says("Okay.")])
    models: Any = field(default_factory=lambda: {"models": [{"name": "small:1b", "size": 1_000}]})
    status: int = 200
    asked: list[dict[str, Any]] = field(default_factory=list)
    broken_off: threading.Event = field(default_factory=threading.Event)
    """Set when the client closed a connection that was being written to."""
    stopping: threading.Event = field(default_factory=threading.Event)
    url: str = ""

    def next_answer(self) -> Sequence[Step]:
        return self.script.pop(0) if len(self.script) > 1 else self.script[0]


@contextmanager
def running(server: OllamaServer) -> Iterator[OllamaServer]:
    """The server on a free port of this computer."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            body = server.models if isinstance(server.models, bytes) else json.dumps(server.models).encode()
            self.send_response(server.status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            server.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.close_connection = True
            try:
                self._answer(server.next_answer())
            except OSError:
                server.broken_off.set()

        def _answer(self, steps: Sequence[Step]) -> None:
            self.send_response(server.status)
            self.send_header("Content-Type", "application/x-ndjson")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for step in steps:
                if step is None:
                    return
                if isinstance(step, float):
                    if server.stopping.wait(step):
                        return
                elif step:
                    self.wfile.write(b"%x\r\n%s\r\n" % (len(step), step))
                    self.wfile.flush()
            self.wfile.write(b"0\r\n\r\n")

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    server.url = f"http://127.0.0.1:{http.server_address[1]}"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stopping.set()
        http.shutdown()
        thread.join()
        http.server_close()
