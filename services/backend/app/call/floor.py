"""Turn-taking at work: feeds the machine one event at a time and hands its orders out in order."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from app.turn import TurnCommand, TurnEvent, TurnState, initial, step

POSITIONS = frozenset({"start", "end", "last_voiced"})


class Floor:
    """Who has the floor; re-entrant events wait their turn."""

    def __init__(self, execute: Callable[[TurnCommand], None]) -> None:
        self._state = initial()
        self._execute = execute
        self._events: deque[TurnEvent] = deque()
        self._busy = False
        self._gaps: list[tuple[int, int]] = []
        """Long gaps, which did not pass for the two speakers: where in the machine's time, how many samples."""
        self._now = 0
        self._awaited: list[tuple[int, asyncio.Future[None]]] = []

    @property
    def now(self) -> int:
        """The call's clock; setting it wakes whoever waits for what it reached."""
        return self._now

    @now.setter
    def now(self, sample: int) -> None:
        self._now = sample
        for due in [due for due in self._awaited if due[0] <= sample]:
            self._awaited.remove(due)
            if not due[1].done():
                due[1].set_result(None)

    async def reached(self, sample: int) -> None:
        """Wait until the call's clock shows `sample`."""
        if self._now < sample:
            waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._awaited.append((sample, waiting))
            await waiting

    @property
    def state(self) -> TurnState:
        """The machine's memory, in its own time."""
        return self._state

    @property
    def onset(self) -> int:
        """Where the trainee's latest speech set in, on the call's clock."""
        return self.on_the_clock(self._state.voice.onset)

    def skip(self, samples: int) -> None:
        """The line was gone for so long."""
        self._gaps.append((self._machine_now, samples))
        self.now += samples

    def on_the_clock(self, position: int) -> int:
        """A position of the machine's time on the call's clock; what came before a gap is not moved by it."""
        return position + sum(samples for at, samples in self._gaps if at < position)

    def feed(self, event: TurnEvent) -> None:
        """Take in an event at the present."""
        self._events.append(event)
        if self._busy:
            return
        self._busy = True
        try:
            while self._events:
                self._state, commands = step(self._state, self._events.popleft(), self._machine_now)
                for command in commands:
                    self._execute(self._moved(command))
        finally:
            self._busy = False

    @property
    def _machine_now(self) -> int:
        return self.now - sum(samples for _, samples in self._gaps)

    def _moved(self, command: TurnCommand) -> TurnCommand:
        if not self._gaps:
            return command
        moved: dict[str, Any] = {
            f.name: self.on_the_clock(getattr(command, f.name)) for f in fields(command) if f.name in POSITIONS
        }
        return replace(command, **moved) if moved else command
