"""Uptake: how far a line builds on the line before it, as against echoing it or nodding."""
# ruff: noqa: SIM905 - a list of words reads better unquoted

from app.reading.normal import normalise
from app.reading.questions import is_question
from app.reading.words import content_of

ECHO_SHARE = 0.6
"""From this share of a line's words taken over, it is an echo (the design's figure for parroting)."""

_POINTERS = frozenset("that those it they them there then which".split())
_NODS = frozenset(
    "okay yes sure right got it great good fine makes sense fair enough i see understood perfect "
    "cool totally absolutely exactly understand hear you that thanks thank no worries problem "
    "alright sounds".split()
)
_REFLECTS = (
    "so you",
    "so your",
    "sounds like",
    "it sounds",
    "so it is",
    "so by",
    "in other words",
    "what i hear",
    "if i hear",
)


def builds_on(text: str, previous_line: str) -> float:
    """How far `text` takes up `previous_line`, in [0, 1].

    Three things raise it: words of the previous line used again, a question or reflection about them, and words
    that point back ("that", "those"). An echo (more than 60 % of the words taken over) and a lone nod
    ("got it") stay below 0.2. With nothing to build on it is 0.
    """
    mine, theirs = tuple(normalise(text).split()), tuple(normalise(previous_line).split())
    if not mine or not theirs or all(word in _NODS for word in mine):
        return 0.0
    content, before = content_of(mine), content_of(theirs)
    if not before:
        return 0.0
    shared = content & before
    taken_over = sum(word in set(theirs) for word in mine) / len(mine)
    if (taken_over > ECHO_SHARE and len(mine) > 2) or (
        content and content <= before and len(mine) <= len(theirs) and not is_question(text)
    ):
        return min(0.15, 0.05 * len(shared))
    asks = is_question(text)
    reflects = normalise(text).startswith(_REFLECTS)
    points = any(word in _POINTERS for word in mine[:10])
    score = 0.32 * min(2, len(shared)) + 0.12 * min(1.0, len(content - before) / 4)
    if shared:
        score += 0.2 * asks + 0.15 * reflects
    score += 0.22 * (points and (asks or reflects)) + 0.05 * points
    return round(min(1.0, score), 4)
