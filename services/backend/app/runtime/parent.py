"""Ends this process when whoever started it is gone."""

import threading
import time
from collections.abc import Callable

import psutil

POLL_S = 1.0


def watch_parent(pid: int, gone: Callable[[], None]) -> threading.Thread:
    """Call `gone` once process `pid` has ended.

    Asks for the process itself, not for our own parent: a virtual environment may put a launcher between.
    """
    try:
        born = psutil.Process(pid).create_time()
    except psutil.NoSuchProcess:
        born = 0.0

    def poll() -> None:
        while _alive(pid, born):
            time.sleep(POLL_S)
        gone()

    thread = threading.Thread(target=poll, name="parent-watch", daemon=True)
    thread.start()
    return thread


def _alive(pid: int, born: float) -> bool:
    try:
        process = psutil.Process(pid)
        return process.create_time() == born and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
