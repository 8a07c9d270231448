"""The application: lifespan, routers, error handlers; nothing else."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app import __version__
from app.api import (
    calibration,
    call_socket,
    disputes,
    errors,
    export,
    latency,
    ledger,
    playbooks,
    recording,
    renderer,
    rubrics,
    score,
    sessions,
    status,
    turns,
    wordings,
)
from app.api.gate import Gate
from app.settings import Settings
from app.wiring import Ringside


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Open what must be open while the process serves, and leave no call hanging at the end."""
    ringside: Ringside = app.state.ringside
    ringside.open()
    yield
    await ringside.switchboard.end_all()
    ringside.close()


def create_app(settings: Settings | None = None) -> FastAPI:
    """A fresh application; reads the environment when no settings are given."""
    settings = settings or Settings()
    app = FastAPI(title="Ringside", version=__version__, lifespan=lifespan, docs_url=None, redoc_url=None)
    app.state.ringside = Ringside(settings)
    app.add_middleware(Gate, settings=settings)
    errors.install(app)
    calls = (sessions, turns, recording, latency, export, score, disputes, call_socket)
    for room in (status, calibration, wordings, playbooks, rubrics, ledger, *calls):
        app.include_router(room.router)
    renderer.install(app, settings.renderer_dir)
    return app


def __getattr__(name: str) -> FastAPI:
    """`app`, made when somebody asks for it: `python -m app` makes its own and nothing twice."""
    if name != "app":
        raise AttributeError(name)
    made = globals()["app"] = create_app()
    return made
