"""HTTP to a model server on this computer, and to nowhere else; a request can be dropped from another thread."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse
from ipaddress import ip_address
from socket import SHUT_RDWR, socket
from threading import Lock, Timer
from typing import Any
from urllib.parse import urlsplit

from app.domain.errors import EngineFailed, Invalid

LONGEST_LINE_BYTES = 1 << 20
"""A server that sends more than this without a line break does not speak the protocol."""
CONNECT_S = 0.5
"""On one computer a connection is made at once or not at all."""
_BLOCK_BYTES = 1 << 14


class Loopback:
    """One address of this computer; `drop` ends the newest request."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._host, self._port, self._path = _address(url)
        self._lock = Lock()
        self._open: socket | None = None

    def get(self, path: str, timeout_s: float) -> Any:
        """The JSON at `path`; raises `EngineFailed`."""
        return json_of(b"".join(self._request("GET", path, None, timeout_s)))

    def lines(self, path: str, body: Mapping[str, Any], timeout_s: float) -> Iterator[bytes]:
        """The lines of the answer to `body` as they come; raises `EngineFailed`, at `timeout_s` at the latest."""
        rest = b""
        for block in self._request("POST", path, json.dumps(body).encode(), timeout_s):
            *whole, rest = (rest + block).split(b"\n")
            yield from (line for line in whole if line.strip())
            if len(rest) > LONGEST_LINE_BYTES:
                raise EngineFailed(f"{self.url} sends something else than lines of JSON.")
        if rest.strip():
            yield rest

    def drop(self) -> None:
        """End the request under way, if any; whoever reads it sees an error. Callable from any thread."""
        with self._lock:
            _shut(self._open)

    def _request(self, method: str, path: str, body: bytes | None, timeout_s: float) -> Iterator[bytes]:
        link = HTTPConnection(self._host, self._port, timeout=min(timeout_s, CONNECT_S))
        timer = held = None
        try:
            link.connect()
            held = link.sock  # the connection forgets it where the server is to close
            held.settimeout(timeout_s)
            if not ip_address(held.getpeername()[0]).is_loopback:
                raise EngineFailed(f"{self.url} is not on this computer.", HINT)
            self._hold(held)
            # A socket's own timeout starts anew with every byte: the timer ends a server that drips.
            timer = Timer(timeout_s, _shut, [held])
            timer.daemon = True
            timer.start()
            link.request(method, self._path + path, body, {"Content-Type": "application/json"})
            yield from _blocks(link.getresponse(), self.url)
        except (OSError, HTTPException) as error:
            raise EngineFailed(f"{self.url} did not answer: {error or type(error).__name__}.", NOT_THERE) from None
        finally:
            if timer is not None:
                timer.cancel()
            self._release(held)
            link.close()

    def _hold(self, held: socket) -> None:
        with self._lock:
            self._open = held

    def _release(self, held: socket | None) -> None:
        with self._lock:
            if self._open is held:
                self._open = None


HINT = "Ringside speaks to model servers on 127.0.0.1, ::1 or localhost only."
NOT_THERE = "Start the model server, or use the built-in wording."


def json_of(text: bytes) -> Any:
    """What `text` holds; raises `EngineFailed`."""
    try:
        return json.loads(text)
    except ValueError:
        raise EngineFailed("The model server sent something that is no JSON.", NOT_THERE) from None


def _shut(link: socket | None) -> None:
    if link is not None:
        with suppress(OSError):
            link.shutdown(SHUT_RDWR)


def _blocks(answer: HTTPResponse, url: str) -> Iterator[bytes]:
    if answer.status != 200:
        raise EngineFailed(f"{url} answered {answer.status}: {_reason(answer.read(_BLOCK_BYTES))}", NOT_THERE)
    while block := answer.read1(_BLOCK_BYTES):
        yield block


def _reason(body: bytes) -> str:
    with suppress(ValueError, AttributeError):
        return str(json.loads(body).get("error", ""))[:200]
    return "no reason given"


def _address(url: str) -> tuple[str, int, str]:
    """Host, port and path of an http address of this computer; raises `Invalid`."""
    try:
        parts = urlsplit(url if "//" in url else f"//{url}", scheme="http")
        host, port = parts.hostname or "", parts.port or 80
        here = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        here = False
    if not here or parts.scheme != "http":
        raise Invalid(f"{url!r} is no address of this computer.", HINT)
    return host, port, parts.path.rstrip("/")
