"""One pool of memory for many threads, counted by the C library itself."""

import subprocess
import sys

import pytest

THREADS = """
import ctypes, sys, threading
from app.runtime.memory import give_back, keep_lean

if sys.argv[1] == "one":
    keep_lean()
libc = ctypes.CDLL(None)
libc.malloc.restype = libc.fopen.restype = ctypes.c_void_p
at_once = threading.Barrier(12)

def work():
    at_once.wait()
    for _ in range(2_000):
        libc.malloc(500)
    at_once.wait()

threads = [threading.Thread(target=work) for _ in range(12)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
give_back()
libc.malloc_info(0, ctypes.c_void_p(libc.fopen(b"/dev/stdout", b"w")))
libc.fflush(None)
"""


def pools(how: str) -> int:
    run = subprocess.run([sys.executable, "-c", THREADS, how], capture_output=True, text=True, check=True)
    return run.stdout.count("<heap nr=")


@pytest.mark.skipif(sys.platform != "linux", reason="glibc keeps the pools")
def test_twelve_threads_share_one_pool() -> None:
    assert pools("left alone") > 2
    assert pools("one") == 1
