"""Evidence from the brief: the seller's own problems, proof and product, and what is public about the prospect."""

from collections.abc import Iterator
from functools import lru_cache

from app.domain.acts import Act
from app.reading.lexicon import Lexicon
from app.reading.normal import View
from app.reading.words import content_of, content_words

_ENOUGH = 2
"""Shared content words from which a line is about the same thing."""


def from_lexicon(seen: View, lexicon: Lexicon, *, question: bool) -> Iterator[tuple[Act, float]]:
    """Acts that only the brief's words give away, with confidence."""
    problems, proof, facts = _bags(lexicon.problems), _bags(lexicon.proof), _bags(lexicon.public_facts)
    if not (problems or proof or facts):
        return
    mine = content_of(seen.words)
    if not question and (best := _best(mine, proof)) >= _ENOUGH:
        yield Act.PROOF, min(0.85, 0.45 + 0.1 * best)
    if not question and (best := _best(mine, problems)) >= _ENOUGH + 1:
        yield Act.NAMES_PROBLEM, min(0.85, 0.3 + 0.1 * best)
    if (best := _best(mine, facts)) >= _ENOUGH:
        yield Act.RESEARCH, min(0.85, 0.4 + 0.1 * best)


def _best(mine: frozenset[str], bags: tuple[frozenset[str], ...]) -> int:
    return max((len(mine & bag) for bag in bags), default=0)


@lru_cache(maxsize=64)
def _bags(texts: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(content_words(text) for text in texts)
