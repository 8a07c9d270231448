"""The reader's word measures with a memory: one card asks for the same few lines many times."""

from functools import lru_cache

from app import reading

_KEPT = 4096


@lru_cache(maxsize=_KEPT)
def normalise(text: str) -> str:
    """`text` in canonical words."""
    return reading.normalise(text)


@lru_cache(maxsize=_KEPT)
def content_words(text: str) -> frozenset[str]:
    """Stems of the words of `text` that carry meaning."""
    return reading.content_words(text)


@lru_cache(maxsize=_KEPT)
def builds_on(text: str, previous_line: str) -> float:
    """How far `text` takes up `previous_line`, in [0, 1]."""
    return reading.builds_on(text, previous_line)


def overlap(a: str, b: str) -> float:
    """Share, in [0, 1], of the shorter side's content words that the other side has too; 0 when either has none."""
    mine, theirs = content_words(a), content_words(b)
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0
