"""The backend as a child process: a fresh token, the ready line with a deadline, an orderly stop."""

import json
import os
import queue
import secrets
import signal
import subprocess
import threading
import urllib.request
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from scripts.places import BACKEND, RENDERER, VENV_PYTHON, WINDOWS, SetupError

READY_DEADLINE_S = 60.0
STOP_DEADLINE_S = 15.0
"""A call in progress is closed and stored on the way out; what takes longer than this is killed."""


class Backend:
    """`python -m app` for as long as the `with` block lasts; its log goes to `log`."""

    def __init__(
        self, log: Path, *, port: int = 0, data_dir: Path | None = None, models_dir: Path | None = None
    ) -> None:
        self.token = secrets.token_urlsafe(32)
        self.url = ""
        self._log = log
        self._command = [str(VENV_PYTHON), "-m", "app", "--port", str(port), "--parent-pid", str(os.getpid())]
        self._command += ["--data-dir", str(data_dir.resolve())] if data_dir else []
        self._command += ["--models-dir", str(models_dir.resolve())] if models_dir else []

    def __enter__(self) -> "Backend":
        """Start and wait for the ready line; raises `SetupError` with the end of the log when it does not come."""
        self._log.parent.mkdir(parents=True, exist_ok=True)
        environment = {**os.environ, "RINGSIDE_TOKEN": self.token}
        if (RENDERER / "index.html").exists():
            environment["RINGSIDE_RENDERER_DIR"] = str(RENDERER)
        try:
            self._process = self._spawn(environment)
        except OSError as error:
            raise SetupError(f"The backend cannot be started ({error}). Run: python3 ringside.py setup") from error
        try:
            self.url = f"http://127.0.0.1:{self._await_ready()}"
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def wait(self) -> int:
        """Block until the backend ends by itself; returns its exit code."""
        return self._process.wait()

    def stop(self) -> None:
        """Ask it to end, then make it; nothing of its process group is left."""
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(STOP_DEADLINE_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        if not WINDOWS:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._reader.join(STOP_DEADLINE_S)

    def get(self, path: str) -> Any:
        """JSON answer of a GET with our token; raises `SetupError` when there is none."""
        request = urllib.request.Request(self.url + path, headers={"Authorization": f"Bearer {self.token}"})
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return json.load(answer)
        except (OSError, ValueError) as error:
            raise SetupError(f"The backend did not answer GET {path}: {error}") from error

    def log_tail(self, limit_bytes: int = 8192) -> str:
        """The end of the backend's log."""
        return self._log.read_bytes()[-limit_bytes:].decode(errors="replace").strip() if self._log.exists() else ""

    def _spawn(self, environment: dict[str, str]) -> "subprocess.Popen[str]":
        with self._log.open("wb") as log:
            return subprocess.Popen(
                self._command,
                cwd=BACKEND,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=not WINDOWS,
            )

    def _await_ready(self) -> int:
        """Port from the first line on stdout; the rest of stdout is read away so that the pipe never fills."""
        first: queue.Queue[str] = queue.Queue()

        def read() -> None:
            assert self._process.stdout is not None
            with self._process.stdout as lines:
                first.put(lines.readline())
                while lines.read(4096):
                    pass

        self._reader = threading.Thread(target=read, daemon=True)
        self._reader.start()
        try:
            line = first.get(timeout=READY_DEADLINE_S)
        except queue.Empty:
            raise SetupError(f"The backend was not ready within {READY_DEADLINE_S:.0f} s.\n{self.log_tail()}") from None
        try:
            ready = json.loads(line)
            return int(ready["port"])
        except (ValueError, KeyError, TypeError):
            raise SetupError(f"The backend ended before it was ready.\n{self.log_tail()}") from None
