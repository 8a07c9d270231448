"""One thread per model, so that the event loop runs no inference and no model is entered twice."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


class Worker:
    """A single thread with a queue; work runs in the order it came."""

    def __init__(self, name: str, on_error: Callable[[Exception], None] = lambda _: None) -> None:
        self._on_error = on_error
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    async def run(self, work: Callable[[], T]) -> T:
        """The result of `work`, made on the thread."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)

    def post(self, work: Callable[[], object]) -> None:
        """Run `work` later, in order; `on_error` of the constructor hears of its failure."""
        self._pool.submit(self._guarded, work)

    def _guarded(self, work: Callable[[], object]) -> None:
        try:
            work()
        except Exception as error:
            self._on_error(error)

    async def drain(self) -> None:
        """Wait until everything posted so far is done."""
        await self.run(lambda: None)

    def close(self) -> None:
        """Let running work finish, drop the rest."""
        self._pool.shutdown(wait=False, cancel_futures=True)


class Errands:
    """Tasks that nobody waits for; `failed` hears of their errors."""

    def __init__(self, failed: Callable[[BaseException], None]) -> None:
        self._failed = failed
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Run `work` beside everything else."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def cancel(self) -> None:
        """Drop what is still under way."""
        for task in self._tasks:
            task.cancel()

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            self._failed(error)
