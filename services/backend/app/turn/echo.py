"""Does the microphone hear the prospect: words recognised against words just played."""

from collections.abc import Sequence

from app.turn.cues import words

ECHO_SHARE = 0.6
WINDOW_MS = 5_000
WARY_MS = 3_000
HITS_TO_HALF_DUPLEX = 3
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


def only_echoes(text: str, played: Sequence[str]) -> bool:
    """Every recognised word was played lately, in whatever order."""
    heard = words(text)
    return bool(heard) and set(heard) <= set(_plain(played))


def _plain(played: Sequence[str]) -> list[str]:
    return [part for word in played for part in words(word)]
