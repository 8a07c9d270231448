"""Makes sound before it is asked for, on one thread that gives way to whoever waits."""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.persona import Voice
from app.runtime.priority import give_way
from app.tts.gate import Gate

MOST = 256
"""Wishes remembered; the oldest are forgotten first."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A clause that may be said soon."""

    text: str
    voice: Voice
    keep: bool


class Background:
    """A queue of wishes, newest list first, and the thread that fulfils them; `make` runs inside the gate."""

    def __init__(self, gate: Gate, make: Callable[[Wish], None]) -> None:
        self._gate, self._make = gate, make
        self._wishes: deque[Wish] = deque()
        self._change = threading.Condition()
        self._thread: threading.Thread | None = None
        self._working = False

    def add(self, wishes: Sequence[Wish]) -> None:
        """Put `wishes` before all others, in their order; returns at once."""
        if not wishes:
            return
        with self._change:
            known = set(wishes)
            self._wishes = deque([*wishes, *(wish for wish in self._wishes if wish not in known)][:MOST])
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="voice-ahead", daemon=True)
                self._thread.start()
            self._change.notify_all()

    def clear(self) -> None:
        """Forget every wish that is not being fulfilled yet."""
        with self._change:
            self._wishes.clear()
            self._change.notify_all()
        self._gate.wake()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Block until nothing is left to do; False if that took longer than `timeout_s`."""
        with self._change:
            return self._change.wait_for(lambda: not self._wishes and not self._working, timeout_s)

    def _run(self) -> None:
        give_way()
        while True:
            with self._change:
                self._working = False
                self._change.notify_all()
                self._change.wait_for(lambda: bool(self._wishes))
                self._working = True
            with self._gate.background(lambda: bool(self._wishes)) as entered:
                wish = self._next() if entered else None
                if wish is not None:
                    self._make(wish)

    def _next(self) -> Wish | None:
        with self._change:
            return self._wishes.popleft() if self._wishes else None
