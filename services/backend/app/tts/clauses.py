"""Cuts a reply into pieces to be spoken one after the other: a short first one, so that the answer starts soon."""

import re
from itertools import chain, repeat

from app.domain.lead_ins import lead_in_of

SECOND_MAX_WORDS = 10
LATER_MAX_WORDS = 16
"""Later pieces grow, since they are made while earlier ones play: a few words buy time for ten, ten for more."""
_ABBREVIATION = re.compile(
    r"(?:mr|mrs|ms|dr|prof|st|vs|etc|approx|dept|est|inc|ltd|co|corp|jr|sr|e\.g|i\.e|a\.m|p\.m|u\.s|u\.k|[a-z])\.",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*$")
_PAUSE_END = re.compile(r"[,;:—–][\"'”’)]*$")
_OPENERS = re.compile(
    r"and|but|or|so|because|since|while|although|unless|until|if|when|where|which|who|that|than"
    r"|for|with|without|about|from|into|before|after|over|through|between|to|at|in|on",
    re.IGNORECASE,
)
_NO_ORPHAN_WORDS = 2


def clauses(text: str, first_max_words: int = 7) -> list[str]:
    """Pieces of `text` whose join by single spaces is the text again.

    A lead-in is a piece of its own, so that it can start as a sound made before; of the others the first has at most
    `first_max_words` words and ends at the latest natural break within them; later ones end at sentences or, when
    long, at commas. Words (and so numbers, times, e-mail addresses) are never cut; abbreviations
    end nothing.
    """
    lead = lead_in_of(text)
    words = text[len(lead) :].split()
    pieces = [lead] if lead else []
    limits = chain((max(1, first_max_words), SECOND_MAX_WORDS), repeat(LATER_MAX_WORDS))
    while words:
        cut = _cut(words, next(limits))
        pieces.append(" ".join(words[:cut]))
        words = words[cut:]
    return pieces


def _cut(words: list[str], limit: int) -> int:
    """After how many words to cut: the best kind of break within `limit`, and of its kind the last."""
    if len(words) <= limit:
        return len(words)
    best, best_rank = limit, 0
    for count in range(1, limit + 1):
        rank = _rank(words, count)
        if rank and rank >= best_rank:
            best, best_rank = count, rank
    if best_rank == 0 and len(words) - best < _NO_ORPHAN_WORDS and limit > _NO_ORPHAN_WORDS:
        return best - 1
    return best


def _rank(words: list[str], count: int) -> int:
    """How natural a pause is after `count` words: 3 sentence, 2 comma, 1 before an opening word, 0 none."""
    word, following = words[count - 1], words[count]
    if _SENTENCE_END.search(word) and not (_ABBREVIATION.fullmatch(word) and not _starts_anew(word, following)):
        return 3
    if word in {"-", "–", "—"} or _PAUSE_END.search(word):
        return 2
    if count >= 3 and _OPENERS.fullmatch(following) and not _OPENERS.fullmatch(word):
        return 1
    return 0


def _starts_anew(word: str, following: str) -> bool:
    """True if an abbreviation such as `p.m.` or `etc.` also closes its sentence: a title never does."""
    return word.lower() in {"a.m.", "p.m.", "etc.", "inc.", "ltd."} and following[:1].isupper()
