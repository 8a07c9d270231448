"""`doctor`: what this machine is, what is in place, what works, and what to do about the rest."""

import os
import platform
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from scripts import environment
from scripts.backend_process import Backend
from scripts.places import RENDERER, ROOT, VENV_PYTHON, SetupError, ask, run, say

ENGINES_DEADLINE_S = 120.0
DEVELOPMENT_PORTS = (8000, 5173)
"""Backend and Vite while working on the screens; `start` takes any free port."""


def examine(models_dir: Path | None) -> int:
    """Print the whole examination; 0 when a call can be made on this machine."""
    say(f"machine     {platform.platform()}, {os.cpu_count()} cores, {_memory_gb()} GB memory")
    say(f"disk        {shutil.disk_usage(ROOT).free >> 30} GB free where Ringside is")
    say(f"python      {platform.python_version()} at {sys.executable}")
    say(f"ports       {', '.join(f'{port} {_port(port)}' for port in DEVELOPMENT_PORTS)} (only development needs them)")
    checks: list[tuple[str, Callable[[], None]]] = [
        ("node", _node),
        ("packages", _packages),
        ("screens", _screens),
        ("models", lambda: _models(models_dir)),
        ("backend", lambda: _backend(models_dir)),
    ]
    failures = [name for name, check in checks if not _passes(name, check)]
    say("everything is in place" if not failures else f"not in order: {', '.join(failures)}")
    return 1 if failures else 0


def _passes(name: str, check: Callable[[], None]) -> bool:
    try:
        check()
    except SetupError as error:
        say(f"{name:<11} FAIL: {error}")
        return False
    return True


def _node() -> None:
    environment.check_node()
    answer = ask(["node", "--version"]).stdout.strip()
    say(f"node        {answer}")


def _packages() -> None:
    if not environment.python_is_ready(environment.RUNTIME_LOCK):
        raise SetupError("the backend's environment is missing or out of date. Run: python3 ringside.py setup")
    say("packages    as the lock names them")


def _screens() -> None:
    if not (RENDERER / "index.html").exists():
        raise SetupError("the front end has not been built yet. Run: python3 ringside.py start")
    say("screens     built")


def _models(models_dir: Path | None) -> None:
    if not VENV_PYTHON.exists():
        raise SetupError("cannot be checked without the backend's environment.")
    if run(environment.fetch_command(models_dir, "--check")):
        raise SetupError("a default model is missing or damaged. Run: python3 ringside.py setup")


def _backend(models_dir: Path | None) -> None:
    """Start a backend of our own on a free port with an empty data folder and ask it how it feels."""
    with tempfile.TemporaryDirectory(prefix="ringside-doctor-") as folder:
        data_dir = Path(folder) / "data"
        with Backend(Path(folder) / "backend.log", data_dir=data_dir, models_dir=models_dir) as backend:
            if backend.get("/health") != {"status": "ok"}:
                raise SetupError("GET /health did not answer as it should.")
            say(f"backend     answers on {backend.url}")
            deadline = time.monotonic() + ENGINES_DEADLINE_S
            readiness = backend.get("/readiness")
            while not readiness["can_call"] and time.monotonic() < deadline and _loading(readiness):
                time.sleep(0.5)
                readiness = backend.get("/readiness")
            for engine in readiness["engines"]:
                notes = " ".join(filter(None, [engine["detail"], engine["hint"]]))
                say(f"engine      {engine['purpose']}: {engine['name']} {engine['state']} {notes}".rstrip())
            if not readiness["can_call"]:
                raise SetupError("an engine that a call needs is not ready; its line above says what to do.")


def _loading(readiness: dict[str, list[dict[str, str]]]) -> bool:
    return any(engine["state"] == "loading" for engine in readiness["engines"])


def _port(port: int) -> str:
    with socket.socket() as probe:
        return "in use" if probe.connect_ex(("127.0.0.1", port)) == 0 else "free"


def _memory_gb() -> str:
    try:
        return str((os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")) >> 30)
    except (AttributeError, ValueError, OSError):
        return "?"
