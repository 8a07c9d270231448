"""The peer's process with a scripted conversation in the pipeline's place: the product's own client calls it."""

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import uvicorn
from fastapi import WebSocket

from bench.address import Address, BenchError
from bench.client import CallClient
from bench.figures import turn_figures
from bench.peer.serve import Session, create_app
from bench.peer.wire import Lines, unpack_frame
from bench.script import Script
from tests.bench.test_client import turn

OUT_HZ = 22_050
heard: list[list[str]] = []


async def answers_every_turn(line: WebSocket, session: Session) -> None:
    """Says 300 ms of tone when picking up and 400 ms after each turn, as the real pipeline's wire does."""
    heard.append(session.lines)
    lines, quiet, spoke = Lines(), 0, False
    await line.send_json({"type": "ready", "session_id": session.name, "out_rate": OUT_HZ, "resumed": False})
    await line.send_json({"type": "phase", "phase": "live"})

    async def say() -> None:
        for _ in range(15):
            await line.send_bytes(lines.sound(b"\x00\x20" * 441))
        piece = lines.ended()
        assert piece is not None
        await line.send_bytes(piece)

    await say()
    while True:
        message = await line.receive()
        if message.get("text") and json.loads(message["text"])["type"] == "end":
            over = {"type": "ended", "reason": "trainee_ended", "by": "trainee", "score_ready": False}
            await line.send_json(over)
            await line.close()
            return
        frame = unpack_frame(message["bytes"]) if message.get("bytes") else None
        if frame is None:
            continue
        voiced = max(frame[1][1::2]) in range(10, 128)
        spoke, quiet = spoke or voiced, 0 if voiced else quiet + 1
        if spoke and quiet == 12:
            spoke = False
            await say()


@contextmanager
def peer() -> Iterator[Address]:
    server = uvicorn.Server(
        uvicorn.Config(create_app(answers_every_turn, {}), port=0, log_level="error", ws="websockets-sansio")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
    try:
        yield Address(f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}")
    finally:
        server.should_exit = True
        thread.join()


def test_the_products_client_holds_a_whole_call_with_the_peer() -> None:
    with peer() as address:
        assert address.get("/readiness")["can_call"]
        session = address.post("/sessions", {"duration_minutes": 1, "lines": ["Hello?", "No.", "Maybe."]})
        name = str(session["session_id"])
        script = Script(name="t", turns=(turn("one", after_line_s=0.2), turn("two", after_line_s=0.2)))
        log = asyncio.run(CallClient(address.call_url(name), name, script).run(max_s=20))
        kept = address.get(f"/sessions/{name}/events"), address.get(f"/sessions/{name}/transcript")
    assert heard[-1] == ["Hello?", "No.", "Maybe."], "the given words reach the conversation"
    assert kept == ({"events": []}, {"utterances": []})
    assert log.ended is not None
    assert log.heard_out == {1, 2, 3}
    assert (log.misplaced_pieces, log.stale_pieces) == (0, 0)
    assert all(figure.v2v_ms is not None and figure.v2v_ms >= 300 for figure in turn_figures(log))


def test_an_unknown_session_is_refused() -> None:
    with peer() as address:
        with pytest.raises(BenchError, match="404"):
            address.get("/sessions/nobody/events")
        client = CallClient(address.call_url("nobody"), "nobody", Script(name="t", turns=()))
        with pytest.raises(BenchError):
            asyncio.run(client.run(max_s=5))
