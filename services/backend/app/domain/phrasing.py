"""A small notation for lines that can be said in several ways: `[Yeah|Yes], {name} here.`"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

from app.domain.chance import unit

_MARK = re.compile(r"[\[\]|]|[^\[\]|]+")
_SLOT = re.compile(r"\{(\w+)\}")
_SPACES = re.compile(r"\s+")
_SPACE_BEFORE_STOP = re.compile(r"\s+([,.?!;:])")
_DOUBLE_STOP = re.compile(r"([,;:])\s*([.?!])")
_DOUBLE_S = re.compile(r"\b([a-z]\w*[^s\W])s's\b")
"""After plurals; a name keeps its `'s`, which may be an "is": "Amdocs's fine"."""
_BEFORE_EIGHT = re.compile(r"\b([Aa]) (?=(?:eight|eleven|eighteen|eighty)\b)")
_SENTENCE_START = re.compile(r"(^|(?<!\.)[.?!]\s+)([a-z])")


def phrase(template: str, slots: Mapping[str, str], *key: object) -> str:
    """`template` with one alternative of each `[a|b]` and every `{slot}` filled; the same for the same `key`.

    Alternatives may nest and may be empty. Raises `KeyError` when a slot has no value and `ValueError`
    when brackets do not match.
    """
    filled = _SLOT.sub(lambda found: slots[found[1]], _choose(_parsed(template), key, count()))
    return tidy(filled)


def slots_of(template: str) -> frozenset[str]:
    """Names of all slots that `template` may need."""
    return frozenset(_SLOT.findall(template))


def tidy(text: str) -> str:
    """One space between words, none before a stop, `s'` for a plural's `s's`, "an eight", sentences with a capital."""
    text = _SPACES.sub(" ", text).strip()
    text = _SPACE_BEFORE_STOP.sub(r"\1", text)
    text = _DOUBLE_STOP.sub(r"\2", text)
    text = _DOUBLE_S.sub(r"\1s'", text.lstrip(",;: "))
    text = _BEFORE_EIGHT.sub(r"\1n ", text)
    return _SENTENCE_START.sub(lambda found: found[1] + found[2].upper(), text)


def _choose(parts: "_Parts", key: tuple[object, ...], counter: "count[int]") -> str:
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += part
        else:
            text += _choose(part.options[int(unit(*key, "alt", next(counter)) * len(part.options))], key, counter)
    return text


@lru_cache(maxsize=8192)
def _parsed(template: str) -> "_Parts":
    """Literal text and choices in turn; raises `ValueError` for brackets that do not match."""
    open_choices: list[list[list[str | _Choice]]] = [[[]]]
    for mark in _MARK.findall(template):
        if mark == "[":
            open_choices.append([[]])
        elif mark == "|" and len(open_choices) > 1:
            open_choices[-1].append([])
        elif mark == "]" and len(open_choices) > 1:
            options = open_choices.pop()
            open_choices[-1][-1].append(_Choice(tuple(tuple(option) for option in options)))
        elif mark in ("]", "|"):
            raise ValueError(f"stray {mark!r} in {template!r}")
        else:
            open_choices[-1][-1].append(mark)
    if len(open_choices) > 1:
        raise ValueError(f"unclosed bracket in {template!r}")
    return tuple(open_choices[0][0])


@dataclass(frozen=True, slots=True)
class _Choice:
    options: tuple["_Parts", ...]


_Parts = tuple[str | _Choice, ...]
