"""Chance as a hash of what it is for, never a stream consumed in order: speculation and branches cannot shift it."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


def unit(*key: object) -> float:
    """A number in [0, 1) that depends on `key` alone, on every machine and in every process."""
    digest = blake2b("\x1f".join(map(str, key)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") / 2**64


def pick(options: Sequence[T], *key: object) -> T:
    """One of `options`, all equally likely."""
    return options[int(unit(*key) * len(options))]


def weighted(options: Sequence[tuple[T, float]], *key: object) -> T:
    """One of the options, each as likely as its weight; weights need not sum to one."""
    total = sum(weight for _, weight in options)
    mark = unit(*key) * total
    for option, weight in options:
        mark -= weight
        if mark < 0:
            return option
    return options[-1][0]


def shuffled(options: Sequence[T], *key: object) -> list[T]:
    """All options in an order that depends on `key` alone."""
    keyed = sorted(range(len(options)), key=lambda i: unit(*key, i))
    return [options[i] for i in keyed]
