"""The machine a run was measured on: cores, what the host took away, and how much memory the server held."""

import os
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

_STAT = Path("/proc/stat")
_STEAL_FIELD = 7
"""Of the `cpu` line: user nice system idle iowait irq softirq steal."""


def cores() -> int:
    """Cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Watch:
    """Watches the server's memory and the machine's load while it is open."""

    def __init__(self, pid: int | None, every_s: float = 1.0) -> None:
        self.rss_mb: list[float] = []
        """Resident memory of the server with its children, once in `every_s`; nothing for a server elsewhere."""
        self.stolen_share: float | None = None
        """Share of CPU time that the host gave to others; None where the system does not tell."""
        self.busy_share: float | None = None
        """Share of CPU time in use by anyone on this machine."""
        self._pid = pid
        self._every_s = every_s
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._before = _cpu_times()
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join()
        after = _cpu_times()
        if self._before is not None and after is not None:
            spent = [b - a for a, b in zip(self._before, after, strict=True)]
            total = sum(spent) or 1
            self.stolen_share = round(spent[_STEAL_FIELD] / total, 4)
            self.busy_share = round(1 - (spent[3] + spent[4]) / total, 3)

    @property
    def peak_rss_mb(self) -> float | None:
        """Largest resident memory."""
        return max(self.rss_mb, default=None)

    def _look(self) -> None:
        while True:
            if self._pid is not None:
                self.rss_mb.append(rss_mb(self._pid))
            if self._stop.wait(self._every_s):
                return


def rss_mb(pid: int) -> float:
    """Resident memory of a process and its children in MB; 0 once it is gone."""
    try:
        process = psutil.Process(pid)
        family = [process, *process.children(recursive=True)]
        return round(sum(member.memory_info().rss for member in family) / 2**20, 1)
    except psutil.NoSuchProcess:
        return 0.0


def _cpu_times() -> list[int] | None:
    if not _STAT.is_file():
        return None
    fields = _STAT.read_text().split("\n", 1)[0].split()[1:9]
    return [int(field) for field in fields] if len(fields) > _STEAL_FIELD else None
