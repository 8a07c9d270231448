"""The product's own process, started and questioned as any outside client would."""

import json
import os
import secrets
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from bench.address import Address, BenchError

__all__ = ["BenchError", "Server"]

BACKEND = Path(__file__).parents[1]
READY_TIMEOUT_S = 60.0
CAN_CALL_TIMEOUT_S = 180.0
_STOP_TIMEOUT_S = 15.0


class Server(Address):
    """`python -m app` on a free loopback port with a fresh token; use it as a context manager."""

    def __init__(
        self, data_dir: Path, models_dir: Path | None = None, program: Sequence[str] = (sys.executable, "-m", "app")
    ) -> None:
        super().__init__(token=secrets.token_urlsafe(24))
        self.port = 0
        self.pid = 0
        self.ready_s = 0.0
        """Process start → ready line."""
        self.can_call_s = 0.0
        """Process start → `can_call`."""
        self._command = [*program, "--port", "0", "--parent-pid", str(os.getpid()), "--data-dir", str(data_dir)]
        if models_dir is not None:
            self._command += ["--models-dir", str(models_dir)]
        self._log_file = data_dir / "bench-server.log"
        self._log: IO[bytes] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._started = 0.0

    def __enter__(self) -> Self:
        self._log = self._log_file.open("wb")
        self._started = time.monotonic()
        self._process = subprocess.Popen(
            self._command,
            cwd=BACKEND,
            env={**os.environ, "RINGSIDE_TOKEN": self.token},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self._log,
        )
        try:
            self._read_ready_line()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def running(self) -> bool:
        """Whether the process is alive."""
        return self._process is not None and self._process.poll() is None

    def log_tail(self, lines: int = 12) -> str:
        """The end of what the server wrote to stderr."""
        if not self._log_file.is_file():
            return ""
        return "\n".join(self._log_file.read_text(errors="replace").splitlines()[-lines:])

    def wait_can_call(self, timeout_s: float = CAN_CALL_TIMEOUT_S) -> dict[str, Any]:
        """Poll `/readiness` until a call can start; raises `BenchError` naming what is missing."""
        deadline = self._started + timeout_s
        while True:
            self.check_alive()
            readiness: dict[str, Any] = self.get("/readiness")
            if readiness["can_call"]:
                self.can_call_s = time.monotonic() - self._started
                return readiness
            broken = [e for e in readiness["engines"] if e["state"] in {"missing", "failed"}]
            loading = [e for e in readiness["engines"] if e["state"] == "loading"]
            if (broken and not loading) or time.monotonic() > deadline:
                problems = broken or loading or [{"purpose": "server", "state": "not ready", "detail": "", "hint": ""}]
                raise BenchError("no call can start: " + "; ".join(_sentence(e) for e in problems))
            time.sleep(0.05)

    def stop(self) -> None:
        """End the process politely, then firmly."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(_STOP_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        if self._process is not None and self._process.stdout is not None:
            self._process.stdout.close()
        if self._log is not None:
            self._log.close()

    def _read_ready_line(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        stdout = self._process.stdout
        lines: list[bytes] = []
        reader = threading.Thread(target=lambda: lines.append(stdout.readline()), daemon=True)
        reader.start()
        reader.join(READY_TIMEOUT_S)
        self.ready_s = time.monotonic() - self._started
        try:
            line = json.loads(lines[0])
            self.port, self.pid = line["port"], line["pid"]
            self.host = f"127.0.0.1:{self.port}"
        except (IndexError, ValueError, KeyError, TypeError):
            said = lines[0].decode(errors="replace").strip() if lines else "nothing"
            raise BenchError(f"the server gave no ready line but: {said!r}\n{self.log_tail()}") from None

    def check_alive(self) -> None:
        """Raise `BenchError` with the server's last words once it has stopped."""
        if not self.running:
            code = self._process.returncode if self._process is not None else None
            raise BenchError(f"the server stopped with exit code {code}\n{self.log_tail()}")


def _sentence(engine: dict[str, Any]) -> str:
    words = f"{engine['purpose']} {engine.get('name', '')} is {engine['state']}"
    return " ".join(part for part in (words, engine.get("detail", ""), engine.get("hint", "")) if part)
