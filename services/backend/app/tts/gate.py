"""Lets one thread at a time use the engine, whoever is waited for first."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LULL_S = 0.25
"""After a clause that was waited for the next one usually follows at once: the background keeps out this long."""


class Gate:
    """`foreground` is for sound that somebody waits for, `background` for sound that may be wanted later.

    A clause under way cannot be interrupted, so whoever is waited for waits for at most one clause of the background.
    """

    def __init__(self, lull_s: float = LULL_S) -> None:
        self._lull_s = lull_s
        self._turn = threading.Condition()
        self._busy = False
        self._waiting = 0
        self._held = False
        self._asked = self._seen = 0
        """How many were let in from the foreground, and how many of them the background has made way for."""

    @contextmanager
    def foreground(self) -> Iterator[None]:
        """Use the engine before anything in the background."""
        with self._turn:
            self._waiting += 1
            self._turn.wait_for(lambda: not self._busy)
            self._waiting -= 1
            self._asked += 1
            self._busy = True
        try:
            yield
        finally:
            self._leave()

    @contextmanager
    def background(self, wanted: Callable[[], bool]) -> Iterator[bool]:
        """Use the engine when nobody else wants it; False if meanwhile the work is no longer `wanted`."""
        with self._turn:
            entered = self._enter_quietly(wanted)
        try:
            yield entered
        finally:
            if entered:
                self._leave()

    def hold(self, on: bool) -> None:
        """Keep the background from beginning anything while `on`."""
        with self._turn:
            self._held = on
            self._turn.notify_all()

    def wake(self) -> None:
        """Make waiting work ask again whether it is wanted."""
        with self._turn:
            self._turn.notify_all()

    def _enter_quietly(self, wanted: Callable[[], bool]) -> bool:
        while wanted():
            if self._busy or self._waiting or self._held:
                self._turn.wait()
            elif self._seen != self._asked:
                self._seen = self._asked
                self._turn.wait(self._lull_s)
            else:
                self._busy = True
                return True
        return False

    def _leave(self) -> None:
        with self._turn:
            self._busy = False
            self._turn.notify_all()
