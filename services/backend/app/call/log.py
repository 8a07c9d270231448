"""The call's log: a fact is stored before anybody sees it, and everybody sees facts in one order."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from app.call.ports import Fact, Journal, Line
from app.call.workers import Worker
from app.domain.events import EventKind

Entry = tuple[Fact | None, tuple[Mapping[str, Any], ...]]


class CallLog:
    """Queue of facts with the messages that tell of them."""

    def __init__(self, session_id: str, journal: Journal, disk: Worker) -> None:
        self._session_id = session_id
        self._journal = journal
        self._disk = disk
        self._line: Line | None = None
        self._queue: asyncio.Queue[Entry] = asyncio.Queue()

    def attach(self, line: Line | None) -> None:
        """Tell `line` from now on; None while nobody is connected."""
        self._line = line

    def record(self, kind: EventKind, t_ms: int, data: dict[str, Any], *messages: Mapping[str, Any]) -> None:
        """Store a fact, then send the messages."""
        self._queue.put_nowait(((kind, t_ms, data), messages))

    def tell(self, *messages: Mapping[str, Any]) -> None:
        """Send messages that are not worth storing, in step with the facts."""
        self._queue.put_nowait((None, messages))

    def fault(self, t_ms: int, code: str, message: str, *, fatal: bool = False, shown: bool = True) -> None:
        """Something went wrong that the trainee may need to know."""
        hint = "The call is over; what was said is kept." if fatal else ""
        told = {"type": "error", "code": code, "message": message, "hint": hint, "fatal": fatal}
        self.record(EventKind.FAULT, t_ms, {"code": code, "message": message}, *((told,) if shown else ()))

    async def run(self, on_failure: Callable[[Exception], None]) -> None:
        """Work the queue until cancelled; what comes together is stored together."""
        while True:
            batch = [await self._queue.get()]
            while not self._queue.empty():
                batch.append(self._queue.get_nowait())
            try:
                await self._store(batch)
            except Exception as error:
                on_failure(error)
            for _ in batch:
                self._queue.task_done()

    async def drain(self) -> None:
        """Wait until everything recorded so far is stored and sent."""
        await self._queue.join()

    async def _store(self, batch: list[Entry]) -> None:
        facts = [fact for fact, _ in batch if fact is not None]
        if facts:
            await self._disk.run(lambda: self._journal.append(self._session_id, facts))
        if self._line is not None:
            for _, messages in batch:
                for message in messages:
                    self._line.send(message)
