"""Questions right after an earlier attempt was told: most are about the attempt."""

import re
from collections.abc import Collection

from app.dialogue.mind.aims import asks_what_then, points_back
from app.dialogue.mind.notes import Note
from app.domain.prospect import Move, ProspectState

ATTEMPT = "past.experience"
"""The fact that tells of one."""
_ABOUT_IT = frozenset({"problem.why", "problem.then", ATTEMPT, "talk.holding"})
_WHAT_CAME_OF_IT = re.compile(
    r"(?:(?:and|so|okay|right) )*"
    r"what (?:went wrong|happened|became of it|came of it|was the (?:outcome|result|problem))$"
)
_TOLD = ((Move.ANSWER,), (Move.REVEAL,))


def of_the_attempt(line: str, wants: Collection[str], state: ProspectState) -> bool:
    """Whether `line`, in canonical words, asks on about an attempt that was told a moment ago.

    `wants` are the matters it may be after, see `app.reading.wanted`.
    """
    if state.notes.get(Note.ASIDE) or state.notes.get(Note.LAST_FACT) != ATTEMPT or state.last_moves[-1:] not in _TOLD:
        return False
    if _WHAT_CAME_OF_IT.match(line):
        return True
    return (points_back(line) or asks_what_then(line)) and not _ABOUT_IT.isdisjoint(wants)
