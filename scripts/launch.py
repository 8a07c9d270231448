"""`start`: set up what is missing, start the backend, open the app, stop everything on the way out."""

import argparse
import json
import os
import signal
import subprocess
import sys
import webbrowser
from pathlib import Path

from scripts import environment
from scripts.backend_process import Backend
from scripts.places import BACKEND, CACHE, DESKTOP, RENDERER, VENV_PYTHON, WINDOWS, say

SHELL_STOP_DEADLINE_S = 15.0


def start(options: argparse.Namespace) -> int:
    """Open Ringside and stay until it is closed or stopped; returns the exit code."""
    environment.set_up_python(dev=False)
    environment.set_up_desktop()
    environment.build_desktop()
    environment.fetch_models(options.models_dir)
    environment.measure_machine(options.data_dir, options.models_dir)
    signal.signal(signal.SIGTERM, stop_politely)
    electron = None if options.no_window else electron_binary()
    if electron:
        return run_shell(electron, options)
    with Backend(
        CACHE / "backend.log", port=options.port, data_dir=options.data_dir, models_dir=options.models_dir
    ) as backend:
        address = f"{backend.url}/?token={backend.token}"
        say(f"Ringside is at {address}")
        say("Press Ctrl-C to stop.")
        if not options.no_window and can_show_a_window():
            webbrowser.open(address)
        try:
            code = backend.wait()
        except KeyboardInterrupt:
            say("stopping …")
            return 0
        print(f"error: the backend ended with {code}.\n{backend.log_tail()}", file=sys.stderr)
        return 1


def electron_binary() -> Path | None:
    """The desktop shell's runtime where it can be had, else None: then a browser shows the same screens."""
    if not shell_entry().exists():
        return None
    if not WINDOWS and os.geteuid() == 0:
        say("The desktop window does not run as root; showing Ringside in the browser instead.")
        return None
    name = {"win32": "electron.exe", "darwin": "Electron.app/Contents/MacOS/Electron"}.get(sys.platform, "electron")
    own = os.environ.get("ELECTRON_OVERRIDE_DIST_PATH")
    folders = [Path(own)] if own else [DESKTOP / "node_modules" / "electron" / "dist"]
    return next((folder / name for folder in folders if (folder / name).exists()), None)


def shell_entry() -> Path:
    """The built desktop shell, there or not."""
    return DESKTOP / str(json.loads((DESKTOP / "package.json").read_text(encoding="utf-8"))["main"])


def can_show_a_window() -> bool:
    """Whether this session has a screen; without one a text browser would take over the terminal."""
    if WINDOWS or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run_shell(electron: Path, options: argparse.Namespace) -> int:
    """Let the desktop shell run; it starts and stops the backend itself."""
    told = {
        "RINGSIDE_PYTHON": str(VENV_PYTHON),
        "RINGSIDE_BACKEND_DIR": str(BACKEND),
        "RINGSIDE_RENDERER_DIR": str(RENDERER),
    }
    if options.data_dir:
        told["RINGSIDE_DATA_DIR"] = str(options.data_dir.resolve())
    if options.models_dir:
        told["RINGSIDE_MODELS_DIR"] = str(options.models_dir.resolve())
    shell = subprocess.Popen([str(electron), str(DESKTOP)], env={**os.environ, **told})
    try:
        return shell.wait()
    except KeyboardInterrupt:
        say("stopping …")
        shell.terminate()
        try:
            shell.wait(SHELL_STOP_DEADLINE_S)
        except subprocess.TimeoutExpired:
            shell.kill()
        return 0


def stop_politely(_signal: int, _frame: object) -> None:
    """SIGTERM means what Ctrl-C means."""
    raise KeyboardInterrupt
