"""How the C library keeps memory: few pools, and free pages given back between calls; glibc (Linux) only."""

import ctypes
import sys

_ARENA_MAX = -8
"""`M_ARENA_MAX` of glibc's malloc.h."""
POOLS = 2
"""One for each core of the target machine. Left alone glibc makes eight for each core, of 64 MB, and every one fills
up with what models and sound of changing lengths leave behind."""


def keep_few_pools() -> None:
    """Allow `POOLS` pools from now on; to be called before any thread is started."""
    if (libc := _glibc()) is not None:
        libc.mallopt(_ARENA_MAX, POOLS)


def give_back() -> None:
    """Hand free pages to the system; it holds up every thread that wants memory, so never in a call."""
    if (libc := _glibc()) is not None:
        libc.malloc_trim(0)


def _glibc() -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    return libc if hasattr(libc, "mallopt") and hasattr(libc, "malloc_trim") else None
