"""Turn-taking at work: feeds the machine one event at a time and hands its orders out in order."""

from collections import deque
from collections.abc import Callable
from dataclasses import fields, replace

from app.turn import TurnCommand, TurnEvent, TurnState, initial, step

POSITIONS = frozenset({"start", "end", "last_voiced"})


class Floor:
    """Who has the floor; re-entrant events wait their turn."""

    def __init__(self, execute: Callable[[TurnCommand], None]) -> None:
        self._state = initial()
        self._execute = execute
        self._events: deque[TurnEvent] = deque()
        self._busy = False
        self.skipped = 0
        """Samples of long gaps, which did not pass for the two speakers."""
        self.now = 0

    @property
    def state(self) -> TurnState:
        """The machine's memory, in its own time."""
        return self._state

    @property
    def onset(self) -> int:
        """Where the trainee's latest speech set in, on the call's clock."""
        return self._state.voice.onset + self.skipped

    def skip(self, samples: int) -> None:
        """The line was gone for so long."""
        self.skipped += samples
        self.now += samples

    def feed(self, event: TurnEvent) -> None:
        """Take in an event at the present."""
        self._events.append(event)
        if self._busy:
            return
        self._busy = True
        try:
            while self._events:
                self._state, commands = step(self._state, self._events.popleft(), self.now - self.skipped)
                for command in commands:
                    self._execute(self._on_the_clock(command))
        finally:
            self._busy = False

    def _on_the_clock(self, command: TurnCommand) -> TurnCommand:
        if not self.skipped:
            return command
        moved = {f.name: getattr(command, f.name) + self.skipped for f in fields(command) if f.name in POSITIONS}
        return replace(command, **moved) if moved else command
