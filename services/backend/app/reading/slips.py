"""A recogniser's slips mended before anything is read: words clipped at their end come back whole."""
# ruff: noqa: SIM905 - a list of words reads better unquoted

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from app.reading.normal import View
from app.reading.words import STOP

_SHORTEST = 4
"""Letters of a clipped word that tell which word it was; shorter ones only where no other word fits."""
_SHORT = {
    word[:-1]: word
    for word in "that what with from have will when this call want like does make much need just".split()
}
_WORD = re.compile(r"(?<![\w)\]?*+}\\<])[a-z]{3,}(?![\w(\[?*+{\\>])")
"""A word written out in a phrase, not the stem or the ending of one."""
_LEAVES_A_WORD = re.compile(r"(?:s|(?<!da)(?<!t)y|r|(?<!o)n|(?<!oul)(?<!con)d|^\w{,4}e)$")
"""Words that without their last letter are seldom a scrap: plurals, tenses, agents, "ready", "quite"."""


def mended(seen: View) -> View:
    """`seen` with clipped words whole; the very same view where nothing is clipped."""
    words = tuple(_whole(word) for word in seen.words)
    return seen if words == seen.words else replace(seen, words=words)


def _whole(word: str) -> str:
    if len(word) < _SHORTEST:
        return _SHORT.get(word, word)
    known, clipped = _vocabulary()
    return word if word in known else clipped.get(word, word)


@cache
def _vocabulary() -> tuple[frozenset[str], dict[str, str]]:
    """The words that the phrases look for, and each of them by what is left without its last letter."""
    known = frozenset(_phrase_words()) | STOP
    clipped: dict[str, str] = {}
    for word in sorted(known):
        if len(word) > _SHORTEST and word[:-1] not in known and not _LEAVES_A_WORD.search(word):
            # Where two words begin alike nobody knows which of them was said.
            clipped[word[:-1]] = word if word[:-1] not in clipped else word[:-1]
    return known, clipped


def _phrase_words() -> Iterator[str]:
    from app.reading.patterns import ALWAYS, QUESTIONS, refusing

    patterns = [rule.pattern for rule in (*ALWAYS, *QUESTIONS)]
    patterns += [refusal.pattern for refusal in (*refusing.REFUSALS, refusing.BUSY)]
    for pattern in patterns:
        for phrase in pattern.phrases:
            yield from _WORD.findall(phrase)
