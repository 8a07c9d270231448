"""Tables of phrasings, one file per family of acts, each compiled when first read by."""

from app.reading.patterns import asking, claims, close, manners, objections, opening
from app.reading.patterns.rules import Rule

ALWAYS: tuple[Rule, ...] = opening.RULES + claims.RULES + objections.RULES + close.RULES + manners.RULES
"""Tried on every sentence."""

QUESTIONS: tuple[Rule, ...] = asking.RULES
"""Tried on sentences that ask; the first kind that matches is the question's kind."""

__all__ = ["ALWAYS", "QUESTIONS", "Rule"]
