"""Two texts of one turn become one: an accurate recogniser's beginning and a quick recogniser's last seconds."""

import re
from difflib import SequenceMatcher

REACH = 16
"""Words of the known text that may overlap with the tail: its five seconds hold no more."""
LOOSE = 1
"""The known text stopped in the middle of speech, so that its last word may be half a word."""
ANCHOR = 2
"""So many words in a row, alike in both, show where the tail goes on."""
MISSED = 5
"""A tail that says something else than this many known words is not the same speech."""
ALIKE = 0.6
"""From this share of letters in order two spellings are one word heard twice: "Tarrowgate", "Tarragate"."""
SHORT = 3
_STOPS = ".,;:?!…-–—"
_LETTERS = re.compile(r"[a-z0-9]+")


def graft(known: str, tail: str) -> str | None:
    """`known` up to where `tail` takes over, then `tail`; None when they do not meet.

    `known` covers the turn from its start to about a second before its end, `tail` its last seconds, cut anywhere.
    Where both have a word, the known one stands. A comma at the very end is left out: Moonshine sets it wherever the
    sound stops.
    """
    old, new = _Words(known), _Words(tail.rstrip(" ,"))
    sure = old.plain[:-LOOSE] if len(old.plain) > LOOSE + ANCHOR else old.plain
    first = max(0, len(sure) - REACH)
    blocks = SequenceMatcher(None, sure[first:], new.plain, autojunk=False).get_matching_blocks()
    anchor = next((block for block in reversed(blocks) if block.size >= ANCHOR), None)
    if anchor is None:
        return None
    kept, taken = first + anchor.a + anchor.size, anchor.b + anchor.size
    while kept < len(old.plain) and (same := _same_words(old.plain[kept], new.plain[taken:])):
        if kept == len(old.plain) - 1 and new.plain[taken].startswith(old.plain[kept]):
            break
        kept, taken = kept + 1, taken + same
    if len(sure) - kept > MISSED:
        return None
    seam = old.written[kept - 1].rstrip(_STOPS) + _stops_of(new.written[taken - 1])
    return " ".join([*old.written[: kept - 1], seam, *new.written[taken:]])


class _Words:
    """The words of a text as they are written and as they are compared."""

    def __init__(self, text: str) -> None:
        self.written: list[str] = []
        self.plain: list[str] = []
        for word in text.split():
            if plain := "".join(_LETTERS.findall(word.lower())):
                self.written.append(word)
                self.plain.append(plain)


def _same_words(word: str, others: list[str]) -> int:
    """How many of the next words of the tail are `word`, heard as one or as two; 0 when they are not."""
    alike = [_alike(word, "".join(others[:count])) for count in (1, 2) if count <= len(others)]
    best = max(alike, default=0.0)
    return alike.index(best) + 1 if best >= ALIKE else 0


def _alike(one: str, other: str) -> float:
    """1 for the same word; short words are the same or not."""
    if one == other or min(len(one), len(other)) <= SHORT:
        return float(one == other)
    return SequenceMatcher(None, one, other).ratio()


def _stops_of(word: str) -> str:
    return word[len(word.rstrip(_STOPS)) :]
