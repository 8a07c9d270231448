"""How the C library keeps memory: one pool, big blocks apart, free pages given back; glibc only."""

import ctypes
import sys
from functools import cache

_ARENA_MAX, _MMAP_THRESHOLD, _TRIM_THRESHOLD = -8, -3, -1
"""`M_…` of glibc's malloc.h."""
POOLS = 1
"""Left alone glibc makes eight for each core, of 64 MB, and every one fills up with what models and sound of changing
lengths leave behind; the big blocks that threads would wait for stand apart anyway."""
BIG_BYTES = 4 << 20
"""Blocks from this size on go back at once when freed. Left alone glibc soon keeps those of up to 32 MB in its pools,
where small ones settle between them. Less than this costs time: with 1 MB four models at once took half again as long.
"""
_SPARE_BYTES = 64 << 20


def keep_lean() -> None:
    """Set all of it for this process; to be called before any thread is started."""
    if (libc := _glibc()) is not None:
        libc.mallopt(_ARENA_MAX, POOLS)
        libc.mallopt(_MMAP_THRESHOLD, BIG_BYTES)
        libc.mallopt(_TRIM_THRESHOLD, _SPARE_BYTES)


def give_back() -> None:
    """Hand free pages to the system; up to 10 ms in which every thread that wants memory waits."""
    if (libc := _glibc()) is not None:
        libc.malloc_trim(0)


@cache
def _glibc() -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    return libc if hasattr(libc, "mallopt") and hasattr(libc, "malloc_trim") else None
