"""The peer's process: `python -m bench.peer.serve --port 0 --setup best` starts like the product and speaks its wire.

Only what a call needs is there: sessions, the call socket, and the two questions about readiness.
"""

import argparse
import asyncio
import json
import os
import secrets
import socket
import sys
import threading
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI, HTTPException, WebSocket

from bench.peer.setups import SETUPS, Setup

PICK_UP = "Hello?"
REPLIES = ["Okay. And what is it you do?", "We already have somebody for that, to be honest. Why would we change?"]


@dataclass(slots=True)
class Session:
    """One call that was asked for."""

    name: str
    lines: list[str] = field(default_factory=lambda: [PICK_UP, *REPLIES])
    """What the prospect says: the pick-up line, then one line for each turn, over again at the end."""


Converse = Callable[[WebSocket, Session], Awaitable[None]]
"""Holds a whole call, from `ready` to `ended`; `start` was read."""


def create_app(converse: Converse, about: dict[str, Any]) -> FastAPI:
    """The product's wire around `converse`; `about` is told by `/readiness`."""
    app = FastAPI()
    sessions: dict[str, Session] = {}

    @app.get("/health")
    async def health() -> dict[str, str]:
        return {"status": "ok"}

    @app.get("/readiness")
    async def readiness() -> dict[str, Any]:
        return {"can_call": True, "engines": [], "models": [], "peer": about}

    @app.post("/sessions", status_code=201)
    async def create(body: dict[str, Any]) -> dict[str, Any]:
        session = Session(secrets.token_hex(8))
        if len(body.get("lines") or []) >= 2:
            session.lines = [str(line) for line in body["lines"]]
        sessions[session.name] = session
        return {"session_id": session.name, "duration_minutes": body.get("duration_minutes"), "opening": None}

    @app.get("/sessions/{name}/{what}")
    async def nothing(name: str, what: str) -> dict[str, list[Any]]:
        if name not in sessions or what not in {"events", "transcript"}:
            raise HTTPException(404)
        return {"events": []} if what == "events" else {"utterances": []}

    @app.websocket("/sessions/{name}/call")
    async def call(line: WebSocket, name: str) -> None:
        await line.accept()
        if name not in sessions:
            await line.close(4404)
            return
        if json.loads(await line.receive_text()).get("type") != "start":
            await line.close(1008)
            return
        await converse(line, sessions[name])

    return app


def pipecat(models_dir: Path, setup: Setup) -> Converse:
    """The pipeline itself; importing it takes seconds, and whatever it needs must be installed."""
    from bench.peer.pipeline import converse

    async def run(line: WebSocket, session: Session) -> None:
        await converse(line, session.name, session.lines, models_dir, setup)

    return run


def main(argv: list[str] | None = None) -> int:
    """Say the port, then serve until the parent is gone."""
    parser = argparse.ArgumentParser(prog="bench.peer.serve")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--parent-pid", type=int)
    parser.add_argument("--data-dir", type=Path, help="taken and not used: the peer keeps nothing")
    parser.add_argument("--models-dir", type=Path, required=True)
    parser.add_argument("--setup", type=json.loads, default=asdict(SETUPS["best"]), help="parameters as JSON")
    args = parser.parse_args(argv)
    setup = Setup(**args.setup)
    if setup.threads:
        os.environ["OMP_NUM_THREADS"] = str(setup.threads)
    quiet_logs()
    app = create_app(pipecat(args.models_dir, setup), asdict(setup))
    listener = socket.create_server(("127.0.0.1", args.port))
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    config = uvicorn.Config(app, log_level="warning", access_log=False, ws_per_message_deflate=False)
    server = uvicorn.Server(config)
    if args.parent_pid:
        threading.Thread(target=_follow, args=(args.parent_pid, server), daemon=True).start()
    ready = {"status": "ready", "port": listener.getsockname()[1], "pid": os.getpid(), "version": "peer"}
    print(json.dumps(ready), flush=True)
    asyncio.run(server.serve(sockets=[listener]))
    return 0


def quiet_logs() -> None:
    """pipecat writes what people said at its debug level."""
    from loguru import logger

    logger.remove()
    logger.add(sys.stderr, level="WARNING")


def _follow(parent_pid: int, server: uvicorn.Server) -> None:
    while os.getppid() == parent_pid:
        time.sleep(0.5)
    server.should_exit = True


if __name__ == "__main__":
    sys.exit(main())
