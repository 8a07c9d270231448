"""How hard it is to get past the desk, by level of difficulty."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """One level's numbers."""

    transfer: float
    """Chance to be put through at middling trust and resistance, before those are counted."""
    catches: float
    """Chance that a false claim to be expected is looked up, for a desk of middling protectiveness."""
    message_trust: float
    """Trust from which a message is taken instead."""


_ACCESS = {
    1: Access(transfer=0.5, catches=0.4, message_trust=0.3),
    2: Access(transfer=0.42, catches=0.5, message_trust=0.33),
    3: Access(transfer=0.34, catches=0.6, message_trust=0.36),
    4: Access(transfer=0.25, catches=0.7, message_trust=0.39),
    5: Access(transfer=0.14, catches=0.8, message_trust=0.42),
}


def access_of(difficulty: int) -> Access:
    """The numbers for 1 to 5; others are taken as the nearest."""
    return _ACCESS[min(5, max(1, difficulty))]
