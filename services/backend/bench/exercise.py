"""One whole exercise from outside: create a session, make the call, fetch everything the product says about it."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.address import Address, BenchError
from bench.client import CallClient, CallLog
from bench.conditions import CLEAN, Conditions
from bench.script import Script

Hear = Callable[[dict[str, Any]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One call to make."""

    script: Script
    conditions: Conditions = CLEAN
    duration_minutes: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A finished call with what the server kept of it; empty where it keeps nothing."""

    session: dict[str, Any]
    log: CallLog
    conditions: Conditions = CLEAN
    utterances: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    scorecard: dict[str, Any] = field(default_factory=dict)
    recording: bytes = b""
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
    server: Address, script: Script, *, seed: int | None, difficulty: int, on_message: Hear = lambda _: None
) -> Exercise:
    """One call of the product, on a good line; blocks until it is over and scored; raises `BenchError`."""
    return run_together(server, [Plan(script=script)], seed=seed, difficulty=difficulty, on_message=on_message)[0]


def run_together(
    server: Address,
    plans: Sequence[Plan],
    *,
    seed: int | None,
    difficulty: int,
    on_message: Hear = lambda _: None,
    bare: bool = False,
) -> list[Exercise]:
    """Several calls at the same time, each with a prospect of its own; `bare` for a server that only makes calls."""
    sessions, clients = [], []
    for number, plan in enumerate(plans):
        request = {"duration_minutes": plan.duration_minutes, "difficulty": difficulty, "mode": "voice"}
        session = server.post("/sessions", request if seed is None else request | {"seed": seed + number})
        name = str(session["session_id"])
        sessions.append(session)
        clients.append(
            CallClient(server.call_url(name), name, plan.script, conditions=plan.conditions, on_message=on_message)
        )
    logs = asyncio.run(_all(clients, max(plan.duration_minutes for plan in plans) * 60 + 60))
    made = zip(sessions, logs, plans, strict=True)
    return [_exercise(server, session, log, plan, bare=bare) for session, log, plan in made]


async def _all(clients: list[CallClient], max_s: float) -> list[CallLog]:
    return await asyncio.gather(*(client.run(max_s=max_s) for client in clients))


def _exercise(server: Address, session: dict[str, Any], log: CallLog, plan: Plan, *, bare: bool) -> Exercise:
    name = log.session_id
    try:
        events = server.get(f"/sessions/{name}/events")["events"]
        log.kinds = {event["data"]["gen"]: event["data"]["kind"] for event in events if event["kind"] == "line"}
        log.kinds |= {
            event["data"]["gen"]: "backchannel"
            for event in events
            if event["kind"] == "backchannel" and "gen" in event["data"]
        }
        return Exercise(
            session=session,
            log=log,
            conditions=plan.conditions,
            utterances=server.get(f"/sessions/{name}/transcript")["utterances"],
            events=events,
            scorecard=server.get(f"/sessions/{name}/scorecard"),
            recording=server.request("GET", f"/sessions/{name}/recording.wav"),
        )
    except (BenchError, KeyError, ValueError):
        if not bare:
            raise
        return Exercise(session=session, log=log, conditions=plan.conditions)
