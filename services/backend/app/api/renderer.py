"""Serves the built user interface, when there is one to serve."""

from pathlib import Path

from fastapi import FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

POLICY = "; ".join(
    (
        "default-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "connect-src 'self' ws://127.0.0.1:* ws://localhost:*",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)


class Renderer(StaticFiles):
    """Static files with the headers that keep a page to itself."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file with its security headers."""
        response = await super().get_response(path, scope)
        response.headers["content-security-policy"] = POLICY
        response.headers["x-content-type-options"] = "nosniff"
        response.headers["referrer-policy"] = "no-referrer"
        return response


def install(app: FastAPI, folder: Path | None) -> None:
    """Mount the interface at `/`, after every other route."""
    if folder and (folder / "index.html").is_file():
        app.mount("/", Renderer(directory=folder, html=True), name="renderer")
