"""The built-in wording of one call, knowing what prospects said in the calls before it."""

from app.dialogue import BankWording
from app.store import Journal

CALLS = 20
"""Within so many calls running hardly a sentence comes back."""


def bank_for(journal: Journal, session_id: str) -> BankWording:
    """The same words for the same prospect however often they are called: only calls before the first one count."""
    return BankWording(journal.said_before(session_id, CALLS))
