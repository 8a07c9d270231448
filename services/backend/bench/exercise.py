"""One whole exercise from outside: create a session, make the call, fetch everything the product says about it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bench.client import CallClient, CallLog
from bench.script import Script
from bench.server import Server


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A finished call with what the server kept of it."""

    session: dict[str, Any]
    log: CallLog
    utterances: list[dict[str, Any]]
    events: list[dict[str, Any]]
    scorecard: dict[str, Any]
    recording: bytes
    """The WAV as the server gives it out."""

    @property
    def session_id(self) -> str:
        """The server's name for it."""
        return str(self.session["session_id"])

    @property
    def ended(self) -> dict[str, Any] | None:
        """`{reason, by}` as the socket said, or as the log holds it when the socket was cut."""
        if self.log.ended is not None:
            return {key: self.log.ended[key] for key in ("reason", "by")}
        return next((event["data"] for event in reversed(self.events) if event["kind"] == "ended"), None)


def run_exercise(
    server: Server,
    script: Script,
    *,
    seed: int | None,
    difficulty: int,
    duration_minutes: int = 10,
    on_message: Callable[[dict[str, Any]], None] = lambda _: None,
) -> Exercise:
    """Blocks until the call is over and scored; raises `BenchError`."""
    request = {"duration_minutes": duration_minutes, "difficulty": difficulty, "mode": "voice", "seed": seed}
    session = server.post("/sessions", {key: value for key, value in request.items() if value is not None})
    name = str(session["session_id"])
    client = CallClient(server.call_url(name), name, script, on_message=on_message)
    log = asyncio.run(client.run(max_s=duration_minutes * 60 + 60))
    events = server.get(f"/sessions/{name}/events")["events"]
    log.kinds = {event["data"]["gen"]: event["data"]["kind"] for event in events if event["kind"] == "line"}
    return Exercise(
        session=session,
        log=log,
        utterances=server.get(f"/sessions/{name}/transcript")["utterances"],
        events=events,
        scorecard=server.get(f"/sessions/{name}/scorecard"),
        recording=server.request("GET", f"/sessions/{name}/recording.wav"),
    )
