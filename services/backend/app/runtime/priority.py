"""Threads whose work can wait give way to those that an answer waits for, where the system lets single threads."""

import contextlib
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

NICE = 5
"""About a third of a contended core; all of it when nobody else wants it."""
_TASKS = Path("/proc/self/task")


def give_way() -> None:
    """Lower the calling thread's priority; does nothing where threads have none of their own."""
    _lower(threading.get_native_id())


@contextlib.contextmanager
def giving_way() -> Iterator[None]:
    """Lower the priority of every thread that a library starts inside the block."""
    before = _threads()
    yield
    for thread in _threads() - before:
        _lower(thread)


def _threads() -> set[int]:
    return {int(task.name) for task in _TASKS.iterdir()} if sys.platform == "linux" else set()


def _lower(thread: int) -> None:
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, thread, os.getpriority(os.PRIO_PROCESS, thread) + NICE)
