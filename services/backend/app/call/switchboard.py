"""Which calls are on: each runs on its own, whoever is connected, and is finished properly when it ends."""

import asyncio
import gc
from collections.abc import Callable
from dataclasses import dataclass, field

from app.call.ports import Line
from app.call.session import CallSession
from app.domain.call import EndedBy, EndReason
from app.runtime.memory import give_back

Finish = Callable[[str, EndReason, EndedBy], bool]
"""Stores how a call ended and scores it; blocking; True when the scorecard is there."""

RESUME_S = 30.0
TIDY_S = 1.0
"""How often free memory goes back to the system in a call; a call touches some 60 MB anew in five seconds."""
_YOUNG = 1
"""The generations of objects made since the last look; looking through them takes a few milliseconds."""


@dataclass(slots=True)
class _Post:
    call: CallSession
    task: asyncio.Task[None]
    wire: Line | None = None
    patience: asyncio.TimerHandle | None = field(default=None)


class Switchboard:
    """The live calls of this process; used on the event loop only."""

    def __init__(self, begin: Callable[[str], None], finish: Finish) -> None:
        self._begin, self._finish = begin, finish
        self._posts: dict[str, _Post] = {}
        self._tidying: asyncio.Task[None] | None = None

    def call(self, session_id: str) -> CallSession | None:
        """The live call of a session."""
        post = self._posts.get(session_id)
        return post.call if post else None

    def busy(self, session_id: str) -> bool:
        """Somebody is connected to it."""
        post = self._posts.get(session_id)
        return post is not None and post.wire is not None

    @property
    def quiet(self) -> bool:
        """No call is on."""
        return not self._posts

    def start(self, call: CallSession) -> None:
        """Let a call run until it ends."""
        if not self._posts:
            # A collection pauses every thread: none may run while somebody speaks.
            gc.collect()
            gc.freeze()
            gc.disable()
            self._tidying = asyncio.create_task(_tidy())
        self._posts[call.session_id] = _Post(call, asyncio.create_task(self._run(call)))

    def connect(self, session_id: str, wire: Line) -> None:
        """The trainee's side is there (again)."""
        post = self._posts[session_id]
        if post.patience:
            post.patience.cancel()
        post.wire, post.patience = wire, None
        post.call.attach(wire)

    def disconnect(self, session_id: str) -> None:
        """The connection is lost: it may come back for a while."""
        post = self._posts.get(session_id)
        if post is None:
            return
        post.wire = None
        post.call.attach(None)
        loop = asyncio.get_running_loop()
        post.patience = loop.call_later(RESUME_S, post.call.end, EndReason.CONNECTION_LOST, EndedBy.ERROR)

    async def over(self, session_id: str) -> None:
        """Wait until a call has ended and is stored."""
        post = self._posts.get(session_id)
        if post:
            await asyncio.wait([post.task])

    async def end_all(self) -> None:
        """The process stops: every call ends with what was said."""
        posts = list(self._posts.values())
        for post in posts:
            post.call.end(EndReason.BACKEND_STOPPED, EndedBy.ERROR)
        if posts:
            await asyncio.wait([post.task for post in posts])

    async def _run(self, call: CallSession) -> None:
        post = None
        try:
            await asyncio.to_thread(self._begin, call.session_id)
            reason, by = await call.run()
            if (ending := self._posts[call.session_id]).wire:
                ending.wire.send({"type": "phase", "phase": "ended"})
            scored = await asyncio.to_thread(self._finish, call.session_id, reason, by)
        finally:
            post = self._posts.pop(call.session_id, None)
            if post and post.patience:
                post.patience.cancel()
            if not self._posts:
                gc.enable()
                gc.unfreeze()
                if self._tidying:
                    self._tidying.cancel()
        if post and post.wire:
            post.wire.send({"type": "ended", "reason": reason.value, "by": by.value, "score_ready": scored})
            post.wire.finish()
        if self.quiet:
            gc.collect()
            await asyncio.to_thread(give_back)


async def _tidy() -> None:
    while True:
        await asyncio.sleep(TIDY_S)
        gc.collect(_YOUNG)
        await asyncio.to_thread(give_back)
