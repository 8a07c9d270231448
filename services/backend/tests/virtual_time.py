"""Threads of work on the call's own clock: scripted engines may be slow or stall, every run takes the same course."""

import asyncio
from collections.abc import Mapping
from typing import Any

from app.call.workers import Worker


class VirtualWorkers:
    """Stands in for the threads of the workers: their work takes virtual time, so that every run takes the same course.

    `delays` are milliseconds by the beginning of a worker's name; work on one worker waits its turn, and goes on
    however often whoever asked for it was cancelled.
    """

    def __init__(self, delays: Mapping[str, int]) -> None:
        self._delays = dict(delays)
        self._frame = 0
        self._free: dict[Worker, int] = {}
        self._due: list[tuple[int, asyncio.Future[None]]] = []

    def stall(self, name: str) -> None:
        """Work on the workers of this name never ends."""
        self._delays[name] = 10**9

    async def run(self, worker: Worker, work: Any) -> Any:
        """What `Worker.run` does."""
        name = worker._pool._thread_name_prefix
        delay_ms = next((ms for prefix, ms in self._delays.items() if name.startswith(prefix)), 0)
        if not delay_ms:
            await asyncio.sleep(0)
            return work()
        done = max(self._free.get(worker, 0), self._frame) + max(1, round(delay_ms / 32))
        self._free[worker] = done
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._due.append((done, waiting))
        await waiting
        return work()

    def tick(self) -> None:
        """A frame of the call's clock has passed."""
        self._frame += 1
        for at, waiting in [due for due in self._due if due[0] <= self._frame]:
            self._due.remove((at, waiting))
            if not waiting.done():
                waiting.set_result(None)
