"""Sentences of a spoken line, and what counts as the same one."""

import re

_END = re.compile(r"(?<=[.?!…])\s+")
_NOT_WORD = re.compile(r"[^a-z0-9' ]+")
SHORT = 4
"""Sentences of fewer words recur among people and may recur here."""


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a line, with their stops."""
    return tuple(part for part in _END.split(text.strip()) if part)


def same(sentence: str) -> str:
    """What two sentences must share to be the same to the ear."""
    return " ".join(_NOT_WORD.sub(" ", sentence.lower()).split())


def is_long(sentence: str) -> bool:
    """Whether it may be said only once in a call."""
    return len(same(sentence).split()) >= SHORT
