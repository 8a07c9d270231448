"""One sign of an act, and the breathless list that is a sign by its shape alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.acts import Act
from app.reading.normal import View

CERTAIN = 0.5
"""Below this confidence an act is a guess: the prospect would ask again rather than act on it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sign of one act, in code points of the utterance."""

    act: Act
    confidence: float
    start: int
    end: int
    slots: tuple[tuple[str, str], ...] = ()


def whole(seen: View) -> tuple[int, int]:
    """Code points of all the words of a view."""
    return seen.original(0, len(seen.line)) if seen.words else (seen.start, seen.end)


_LIST_MARK = re.compile(r",\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
_FILLER = re.compile(r"\b(?:um|uh|er|erm|like|you know)\b,?", re.IGNORECASE)
_FEATURE = re.compile(
    r"\b(?:dashboards?|alerts?|report(?:s|ing)?|integrations?|apis?|analytics|automation|mobile|apps?|workflows?|"
    r"notifications?|sign-on|access|audit trail|scheduling|tracking|forecasting|detection|response|"
    r"compliance|modules?|portal)\b"
)


_BREATHLESS = 4
"""So many features in one sentence are a list, commas or not."""


def feature_list(seen: View) -> Iterable[Evidence]:
    """A breathless list: five short items, or four of which most are software features."""
    piece = _FILLER.sub("", seen.text[seen.start : seen.end])
    items = [item for item in _LIST_MARK.split(piece) if item.strip()]
    short = [item for item in items[1:] if len(item.split()) <= 5]
    named = len(_FEATURE.findall(seen.line))
    if len(short) >= 4 or (len(short) >= 3 and named >= 2) or named >= _BREATHLESS:
        yield Evidence(Act.FEATURE_DUMP, 0.85 if named >= 2 else 0.6, *whole(seen))
