"""Whose words one call is in; the built-in wording knows what prospects said in the calls before it."""

from app.dialogue import BankWording, Wordings
from app.dialogue.ports import WordingEngine
from app.domain.session import StoredSession
from app.store import Journal

CALLS = 20
"""Within so many calls running hardly a sentence comes back."""


def bank_for(journal: Journal, session_id: str) -> BankWording:
    """The same words for the same prospect however often they are called: only calls before the first one count."""
    return BankWording(journal.said_before(session_id, CALLS))


def wording_for(stored: StoredSession, journal: Journal, wordings: Wordings) -> WordingEngine:
    """The engine that the session asked for; it falls back to the call's own built-in wording."""
    return wordings.engine(stored.wording, bank_for(journal, stored.session_id))
