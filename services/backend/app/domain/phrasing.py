"""A small notation for lines that can be said in several ways: `[Yeah|Yes], {name} here.`"""

import re
from collections.abc import Iterator, Mapping

from app.domain.chance import unit

_SLOT = re.compile(r"\{(\w+)\}")
_SPACES = re.compile(r"\s+")
_SPACE_BEFORE_STOP = re.compile(r"\s+([,.?!;:])")
_DOUBLE_STOP = re.compile(r"([,;:])\s*([.?!])")
_SENTENCE_START = re.compile(r"(^|(?<!\.)[.?!]\s+)([a-z])")


def phrase(template: str, slots: Mapping[str, str], *key: object) -> str:
    """`template` with one alternative of each `[a|b]` and every `{slot}` filled; the same for the same `key`.

    Alternatives may nest and may be empty. Raises `KeyError` when a slot has no value and `ValueError`
    when brackets do not match.
    """
    counter = iter(range(10_000))
    chosen = _choose(_Reader(template), key, counter, nested=False)
    filled = _SLOT.sub(lambda found: slots[found[1]], chosen)
    return tidy(filled)


def slots_of(template: str) -> frozenset[str]:
    """Names of all slots that `template` may need."""
    return frozenset(_SLOT.findall(template))


def tidy(text: str) -> str:
    """One space between words, none before a stop, sentences starting with a capital."""
    text = _SPACES.sub(" ", text).strip()
    text = _SPACE_BEFORE_STOP.sub(r"\1", text)
    text = _DOUBLE_STOP.sub(r"\2", text)
    text = text.lstrip(",;: ")
    return _SENTENCE_START.sub(lambda found: found[1] + found[2].upper(), text)


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def next(self) -> str:
        """The next character, or an empty string at the end."""
        char = self.text[self.at : self.at + 1]
        self.at += 1
        return char


def _choose(reader: _Reader, key: tuple[object, ...], counter: Iterator[int], *, nested: bool) -> str:
    options = [""]
    while char := reader.next():
        if char == "[":
            options[-1] += _choose(reader, key, counter, nested=True)
        elif char == "]" and nested:
            return options[int(unit(*key, "alt", next(counter)) * len(options))]
        elif char == "|" and nested:
            options.append("")
        elif char in "[]|":
            raise ValueError(f"stray {char!r} in {reader.text!r}")
        else:
            options[-1] += char
    if nested:
        raise ValueError(f"unclosed bracket in {reader.text!r}")
    return options[0]
