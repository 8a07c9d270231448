"""A backend that dies in mid-call loses nothing but its last moment; a started one says where it is."""

import json
import os
import signal
import struct
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import ClientConnection, connect

BACKEND = Path(__file__).resolve().parents[2]
SCRIPTED = {
    "RINGSIDE_STT_ENGINE": "scripted",
    "RINGSIDE_TTS_ENGINE": "scripted",
    "RINGSIDE_TURN_ENGINE": "scripted",
    "RINGSIDE_DETECTOR": "scripted",
}
PATIENT_FRAMES = 3_000
"""A minute and a half of the call's clock, of which only so much passes as frames are sent."""
TOKEN = "t0ken"


@contextmanager
def backend(data_dir: Path, *args: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    command = [sys.executable, "-m", "app", "--port", "0", "--data-dir", str(data_dir), *args]
    process = subprocess.Popen(
        command, cwd=BACKEND, stdout=subprocess.PIPE, env={**os.environ, **SCRIPTED, "RINGSIDE_TOKEN": TOKEN}
    )
    assert process.stdout
    try:
        ready = json.loads(process.stdout.readline())
        assert set(ready) == {"status", "port", "pid", "version"}
        assert ready["status"] == "ready"
        assert ready["pid"] == process.pid
        yield process, ready["port"]
    finally:
        process.kill()
        process.wait(10)
        process.stdout.close()


def ask(port: int, path: str, body: object = None) -> Any:
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}",
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=20) as answer:
        data = answer.read()
    return json.loads(data) if path.rsplit(".", 1)[-1] != "wav" else data


def said_something(socket: ClientConnection) -> bool:
    """Whether a transcript is among what has come in."""
    while True:
        try:
            message = socket.recv(timeout=0.02)
        except TimeoutError:
            return False
        if isinstance(message, str) and json.loads(message)["type"] == "transcript":
            return True


def test_a_killed_backend_leaves_a_readable_session(tmp_path: Path) -> None:
    with backend(tmp_path) as (process, port):
        session_id = ask(port, "/sessions", {"duration_minutes": 5})["session_id"]
        with connect(f"ws://127.0.0.1:{port}/sessions/{session_id}/call?token={TOKEN}") as socket:
            socket.send(json.dumps({"type": "start"}))
            for number in range(PATIENT_FRAMES):
                header = struct.pack("<BBHIQ", 1, 1, 0, number, number * 512)
                socket.send(header + struct.pack("<h", 900) * 512)
                if number > 100 and said_something(socket):
                    break
            else:
                pytest.fail("nobody picked up")
            process.send_signal(signal.SIGKILL)
            process.wait(10)
    with backend(tmp_path) as (_, port):
        session = ask(port, f"/sessions/{session_id}")
        assert session["phase"] == "ended"
        assert session["ended"] == {"reason": "backend_stopped", "by": "error"}
        assert ask(port, f"/sessions/{session_id}/scorecard")["status"] == "partial"
        events = ask(port, f"/sessions/{session_id}/events")["events"]
        assert [event["seq"] for event in events] == list(range(len(events)))
        assert events[-1]["kind"] == "ended"
        wav = ask(port, f"/sessions/{session_id}/recording.wav")
        assert wav[:4] == b"RIFF"
        assert len(wav) > 44 + 4 * 16_000
        assert struct.unpack_from("<h", wav, 44 + 4 * 8_000) == (900,)


@pytest.mark.skipif(os.name == "nt", reason="processes end differently there")
def test_the_backend_ends_when_its_parent_is_gone(tmp_path: Path) -> None:
    parent = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    with backend(tmp_path, "--parent-pid", str(parent.pid)) as (process, port):
        assert ask(port, "/health") == {"status": "ok"}
        parent.kill()
        parent.wait(10)
        assert process.wait(20) is not None


def test_a_taken_port_is_said_plainly(tmp_path: Path) -> None:
    with backend(tmp_path) as (_, port):
        second = subprocess.run(
            [sys.executable, "-m", "app", "--port", str(port), "--data-dir", str(tmp_path / "other")],
            cwd=BACKEND,
            capture_output=True,
            timeout=60,
            check=False,
        )
    assert second.returncode == 1
    assert second.stdout == b""
    assert f"Port {port}".encode() in second.stderr
