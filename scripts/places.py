"""Where things are in this repository, and how a step says what it does."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BACKEND = ROOT / "services" / "backend"
DESKTOP = ROOT / "apps" / "desktop"
RENDERER = DESKTOP / "dist"
CACHE = ROOT / ".ringside"
VENV = BACKEND / ".venv"
WINDOWS = os.name == "nt"
VENV_PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")


class SetupError(Exception):
    """A step that the rest needs did not work; the message says which and what to do."""


def say(text: str) -> None:
    """One line of progress, at once."""
    print(text, flush=True)


def run(command: Sequence[str | Path], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> int:
    """Run a program in the foreground with our output as its own; returns its exit code."""
    return subprocess.call([str(part) for part in command], cwd=cwd, env={**os.environ, **(env or {})})


def ask(command: Sequence[str | Path], *, cwd: Path = ROOT, limit_s: float = 120) -> "subprocess.CompletedProcess[str]":
    """Run a program and keep what it says instead of showing it; raises `SetupError` when it cannot run at all."""
    try:
        parts = [str(part) for part in command]
        return subprocess.run(parts, cwd=cwd, capture_output=True, text=True, timeout=limit_s, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SetupError(str(error)) from error


def must(command: Sequence[str | Path], what: str) -> None:
    """Run a program that has to succeed; raises `SetupError` naming `what`."""
    code = run(command)
    if code:
        raise SetupError(f"{what} failed (exit code {code}); what it printed stands above.")


def tool(name: str, hint: str) -> str:
    """Full path of a program on the PATH (`npx` is `npx.cmd` on Windows); raises `SetupError` with the hint."""
    found = shutil.which(name)
    if not found:
        raise SetupError(f"{name} was not found. {hint}")
    return found
