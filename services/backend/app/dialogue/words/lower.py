"""A sentence's first letter made small, unless it belongs to a name."""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

_FIRST = re.compile(r"[^\s.,?!;:…]+")
_CAPITAL = re.compile(r"\b[A-Z][\w&-]*")
_ALWAYS = frozenset(
    [
        "I",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Mondays",
        "Fridays",
        "English",
        "German",
        "French",
        "Q1",
        "Q2",
        "Q3",
        "Q4",
    ]
)


def lowered(line: str, names: Collection[str]) -> str:
    """`line` as it goes on after a comma; `names` are the words that keep their capital."""
    found = _FIRST.match(line)
    first = found[0] if found else ""
    stem = first.split("'")[0].split("’")[0].split("-")[0]
    if not stem or stem in _ALWAYS or stem in names or any(letter.isupper() or letter.isdigit() for letter in stem[1:]):
        return line
    return line[:1].lower() + line[1:]


def names_in(words: Mapping[str, str], *more: str) -> frozenset[str]:
    """Words of a persona's vocabulary that are written with a capital wherever they stand."""
    return _names(tuple(text for name, text in words.items() if not name.endswith("_cap") and name != "title") + more)


@lru_cache(maxsize=64)
def _names(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _CAPITAL.findall(text))
