"""Fifty calls cut at a random moment in a random way over the real socket: nothing of them stays behind."""

import asyncio
import threading
import time
from random import Random

from fastapi.testclient import TestClient
from starlette.testclient import WebSocketTestSession

from app.main import create_app
from app.settings import Settings
from tests.api.test_call_socket import SCRIPTED, frame, until

CALLS = 50
MOST_FRAMES = 240
"""Ringing takes 110 at most; what follows holds the pick-up line, a typed turn and its answer, and speech over it."""
LOUD = b"\x00\x40" * 512
POOLS = ("AnyIO", "asyncio", "voice-ahead")
"""Threads of the process, which calls share and which stay."""
WAYS = ("end message", "lost line", "ended from outside", "deleted")


def talk(socket: WebSocketTestSession, chance: Random) -> None:
    """A call up to its random end: silence while it rings, then typed lines, acknowledged sound, talking over it."""
    socket.send_json({"type": "start", "echo": "headset", "captions": True})
    until(socket, "ready")
    for number in range(chance.randrange(MOST_FRAMES)):
        socket.send_bytes(frame(number, LOUD if number > 120 and chance.random() < 0.3 else bytes(1024)))
        if number in (125, 180):
            socket.send_json(
                {"type": "say", "text": chance.choice(("Who do I talk to?", "How do you check invoices?"))}
            )
        if number % 3 == 0:
            socket.send_json({"type": "played", "gen": number // 100, "samples": number * 50})


def cut(client: TestClient, socket: WebSocketTestSession, session_id: str, way: str) -> None:
    match way:
        case "end message":
            socket.send_json({"type": "end"})
            assert until(socket, "ended")["by"] == "trainee"
        case "ended from outside":
            assert client.post(f"/sessions/{session_id}/end").status_code < 300
        case "deleted":
            assert client.delete(f"/sessions/{session_id}").status_code == 204
        case _:
            socket.close()


def tasks_of(client: TestClient) -> int:
    async def count() -> int:
        return len(asyncio.all_tasks())

    assert client.portal is not None
    return client.portal.call(count)


def threads_of_calls() -> list[str]:
    return [thread.name for thread in threading.enumerate() if not thread.name.startswith(POOLS)]


def settled(client: TestClient, threads: int, tasks: int) -> bool:
    """Whether everything that calls start has ended; waits for what is still on its way out."""
    give_up = time.monotonic() + 20
    while time.monotonic() < give_up:
        if len(threads_of_calls()) <= threads and tasks_of(client) <= tasks:
            return True
        time.sleep(0.1)
    return False


def test_fifty_calls_cut_at_random_leave_nothing_behind(settings: Settings) -> None:
    chance = Random(50)
    app = create_app(settings.model_copy(update=SCRIPTED))
    with TestClient(app) as client:
        client.get("/health")
        threads, tasks = len(threads_of_calls()), tasks_of(client)
        for number in range(CALLS):
            made = client.post("/sessions", json={"duration_minutes": 8, "seed": number}).json()
            session_id, way = made["session_id"], WAYS[number % len(WAYS)]
            with client.websocket_connect(f"/sessions/{session_id}/call") as socket:
                talk(socket, chance)
                cut(client, socket, session_id, way)
            if way == "lost line":
                client.post(f"/sessions/{session_id}/end")
            found = client.get(f"/sessions/{session_id}")
            assert found.status_code == 404 if way == "deleted" else found.json()["phase"] == "ended", way
            if way != "deleted":
                events = client.get(f"/sessions/{session_id}/events").json()["events"]
                assert [event["kind"] for event in events].count("ended") == 1
                assert [event["seq"] for event in events] == list(range(len(events)))
        assert app.state.ringside.switchboard.quiet
        assert settled(client, threads, tasks), (threads_of_calls(), threads, tasks_of(client), tasks)
