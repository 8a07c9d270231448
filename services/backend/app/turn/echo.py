"""Does the microphone hear the prospect: words recognised against words just played."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from app.turn.cues import words

ECHO_SHARE = 0.6
WINDOW_MS = 5_000
WARY_MS = 3_000
HITS_TO_HALF_DUPLEX = 3
_RUN, _ALIKE = 2, 0.55
_MIN_WORDS = {"headset": 4}
"""On a headset an echo is unlikely, so that picking up the prospect's words takes more of them to count as one."""


def in_order(heard: Sequence[str], played: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(played) + 1)
    for word in heard:
        diagonal = 0
        for i, other in enumerate(played, start=1):
            above = row[i]
            row[i] = diagonal + 1 if word == other else max(above, row[i - 1])
            diagonal = above
    return row[-1]


def is_echo(text: str, played: Sequence[str], route: str) -> bool:
    """At least 60 % of the recognised words were played lately, in this order."""
    heard = words(text)
    if not played or len(heard) < _MIN_WORDS.get(route, 2):
        return False
    return in_order(heard, _plain(played)) >= ECHO_SHARE * len(heard)


def sounds_like(text: str, played: Sequence[str]) -> bool:
    """Most of its letters stand in what was played lately, in the same order and two at least together.

    For what an echo is taken for when no canceller takes the edge off it: "Yeah, Gilles. Quick, I'm" came back as
    "Yeah, it was quick" and "Give us a quick" (shares .71 and .58); what callers open with has at most .47.
    """
    heard, sounds = "".join(words(text)), "".join(_plain(played))
    runs = SequenceMatcher(None, heard, sounds, autojunk=False).get_matching_blocks()
    return sum(run.size for run in runs if run.size >= _RUN) >= _ALIKE * len(heard) > 0


def only_echoes(text: str, played: Sequence[str]) -> bool:
    """Every recognised word was played lately, in whatever order."""
    heard = words(text)
    return bool(heard) and set(heard) <= set(_plain(played))


def _plain(played: Sequence[str]) -> list[str]:
    return [part for word in played for part in words(word)]
