"""The gate before every request: loopback host, known origin, token, bounded body."""

import hmac
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.errors import body
from app.settings import Settings

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
TEST_HOST = "testserver"
"""What in-process test clients call us; never accepted once a token is set."""
MAX_BODY_BYTES = 1_000_000


def host_allowed(host: str, settings: Settings) -> bool:
    """The request was meant for this machine: guards against DNS rebinding."""
    name = urlsplit(f"//{host}").hostname or ""
    return name in LOOPBACK or (not settings.token and name == TEST_HOST)


def origin_allowed(origin: str | None, host: str, settings: Settings) -> bool:
    """The page that asks is our own, or nobody's page at all."""
    if origin is None:
        return True
    return origin == f"http://{host}" or origin in settings.dev_origins


def token_allowed(given: str, settings: Settings) -> bool:
    """The right token, or none needed; compared in constant time."""
    return not settings.token or hmac.compare_digest(given.encode(), settings.token.encode())


class Gate:
    """ASGI middleware for HTTP; the call socket checks the same rules after its handshake."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app, self._settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse or pass on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in scope["headers"]}
        refusal = self._refusal(scope, headers)
        if refusal:
            await refusal(scope, receive, send)
            return
        await self._app(scope, _Bounded(receive), send)

    def _refusal(self, scope: Scope, headers: Mapping[str, str]) -> JSONResponse | None:
        host = headers.get("host", "")
        if not host_allowed(host, self._settings):
            return JSONResponse(body("wrong_host", "Ringside answers on this machine only."), 403)
        if not origin_allowed(headers.get("origin"), host, self._settings):
            return JSONResponse(body("wrong_origin", "This page may not talk to Ringside."), 403)
        if not self._open_to_all(scope) and not token_allowed(_bearer(headers), self._settings):
            hint = "Start Ringside anew and use the address that it prints."
            return JSONResponse(body("wrong_token", "The token is missing or wrong.", hint), 401)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > MAX_BODY_BYTES:
            return JSONResponse(body("too_large", "The request is larger than 1 MB.", "Send less at once."), 413)
        return None

    def _open_to_all(self, scope: Scope) -> bool:
        """Liveness, and the files of the user interface: they hold nothing of the user's."""
        if scope["path"] == "/health":
            return True
        page = scope["path"] in ("/", "/index.html", "/favicon.svg") or scope["path"].startswith("/assets/")
        return page and self._settings.renderer_dir is not None and scope["method"] in ("GET", "HEAD")


class _Bounded:
    """Ends a body that grows past the limit without having said its length."""

    def __init__(self, receive: Receive) -> None:
        self._receive, self._seen = receive, 0

    async def __call__(self) -> Message:
        message = await self._receive()
        self._seen += len(message.get("body", b""))
        if self._seen > MAX_BODY_BYTES:
            return {"type": "http.disconnect"}
        return message


def _bearer(headers: Mapping[str, str]) -> str:
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
