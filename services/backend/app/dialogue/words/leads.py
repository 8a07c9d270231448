"""Which lead-in starts a line, if any: by person, mood and manner, never the same twice running."""

import re
from collections.abc import Collection, Sequence

from app.dialogue.words.lower import lowered
from app.dialogue.words.sentences import is_long, same, sentences_of
from app.dialogue.words.temper import Temper
from app.domain.chance import unit
from app.domain.lead_ins import ANY, BY_MANNER, BY_MOOD, WORDS_AFTER, lead_in_of
from app.domain.prospect import Move

MANNERS = {
    Move.ANSWER: "telling",
    Move.REVEAL: "telling",
    Move.NO_FIT: "telling",
    Move.REFER: "telling",
    Move.ADMIT_NOT_KNOWING: "telling",
    Move.SHOW_INTEREST: "telling",
    Move.OBJECT: "refusing",
    Move.BRUSH_OFF: "refusing",
    Move.REFUSE: "refusing",
    Move.DEFLECT: "refusing",
    Move.HESITATE: "refusing",
    Move.COUNTER_TIME: "refusing",
    Move.ASK_WHO: "asking",
    Move.ASK_WHAT: "asking",
    Move.ASK_BACK: "asking",
    Move.PUSH_ON_CLAIM: "asking",
    Move.ACCEPT: "",
    Move.SOFTEN: "",
}
"""Moves that may start with a lead-in; an empty manner takes those that fit before anything."""
_FIRST_WORDS = frozenset({
    "again", "ah", "and", "because", "but", "fair", "fine", "ha", "hang", "hello", "hi", "hm", "hold", "honestly",
    "huh", "like", "listen", "look", "mm", "no", "oh", "okay", "right", "same", "see", "so", "sorry", "sure", "uh",
    "um", "wait", "well", "whoa", "yeah", "yep", "yes", "you",
})  # fmt: skip
"""A line that starts with one of these leads in by itself."""
_WORD = re.compile(r"[a-z']+")
_UNIVERSAL = 0.6
_RECENT = 8


def with_lead(
    line: str,
    move: Move,
    *,
    mood: str,
    temper: Temper,
    said: Sequence[str],
    names: Collection[str],
    key: Sequence[object],
) -> str:
    """`line` behind a lead-in, or as it is. Whether there is one, and mostly which, does not depend on the move."""
    if move not in MANNERS or unit(*key, "lead") >= temper.leads:
        return line
    first = _WORD.match(line.lower())
    if (first and first[0] in _FIRST_WORDS) or len(same(line).split()) < WORDS_AFTER:
        return line
    recent = {same(lead_in_of(sentence) or sentence) for sentence in said[-_RECENT:]}
    for lead in _candidates(MANNERS[move], mood, key):
        rest = lowered(line, names) if lead.endswith(",") else line
        if rest and same(lead) not in recent:
            return f"{lead} {rest}"
    return line


def bare(sentence: str) -> str:
    """A sentence without its lead-in, as `same` gives it: what must not be said twice."""
    return same(sentence[len(lead_in_of(sentence)) :])


def long_ones(line: str) -> list[str]:
    """All sentences of a line that may be said once only."""
    return [bare(sentence) for sentence in sentences_of(line) if is_long(sentence)]


def _candidates(manner: str, mood: str, key: Sequence[object]) -> Sequence[str]:
    own = (*BY_MOOD.get(mood, ()), *BY_MANNER.get(manner, ()))
    pool = ANY if not own or unit(*key, "lead pool") < _UNIVERSAL else own
    start = int(unit(*key, "lead which") * len(pool))
    return pool[start:] + pool[:start]
