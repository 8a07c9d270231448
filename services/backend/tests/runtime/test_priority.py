"""Who works ahead gives way to who is waited for."""

import os
import sys
import threading

import pytest

from app.runtime.priority import NICE, give_way, giving_way

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a priority for each thread")


def priority(thread: int) -> int:
    return os.getpriority(os.PRIO_PROCESS, thread)


def test_only_threads_started_inside_give_way():
    done, found = threading.Event(), list[int]()
    usual = priority(0)
    with giving_way():
        thread = threading.Thread(target=done.wait)
        thread.start()
    found.append(priority(thread.native_id or 0))
    done.set()
    thread.join()
    assert found == [min(19, priority(0) + NICE)]
    assert priority(0) == usual


def test_a_thread_can_give_way_by_itself():
    found = list[int]()

    def work() -> None:
        give_way()
        found.append(priority(threading.get_native_id()))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [min(19, priority(0) + NICE)]
