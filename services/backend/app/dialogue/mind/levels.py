"""The five difficulty levels as numbers; their effect is measured by `bench/prospect.py`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How hard a prospect of this level is, beside its own temperament."""

    trust: float
    """Added to the trust a persona starts with; the same for the next two."""
    resistance: float
    patience: float
    gain: float
    """Multiplies every rise of trust and interest, and every fall of resistance."""
    drain: float
    """Multiplies every loss of patience."""
    brush_off: float
    """Chance of an objection or brush-off when the reason for the call is heard."""
    objects_at_ask: float
    """Chance of another objection when a meeting is asked for, while there is one left."""
    book_trust: float
    """Added to the persona's own `booking_trust`."""
    book_interest: float
    """Interest from which a meeting is thinkable."""
    book_resistance: float
    """Resistance up to which a meeting is thinkable."""
    yes: float
    """Chance to say yes when everything else just allows it; interest adds to it. People have reasons of their own."""


LEVELS = {
    1: Level(
        trust=0.08, resistance=-0.14, patience=0.18, gain=1.25, drain=0.6, brush_off=0.52, objects_at_ask=0.8,
        book_trust=-0.06, book_interest=0.46, book_resistance=0.6, yes=0.43,
    ),
    2: Level(
        trust=0.04, resistance=-0.07, patience=0.09, gain=1.12, drain=0.8, brush_off=0.58, objects_at_ask=0.83,
        book_trust=-0.03, book_interest=0.48, book_resistance=0.57, yes=0.44,
    ),
    3: Level(
        trust=0.0, resistance=0.0, patience=-0.01, gain=1.0, drain=1.05, brush_off=0.64, objects_at_ask=0.86,
        book_trust=0.0, book_interest=0.5, book_resistance=0.54, yes=0.42,
    ),
    4: Level(
        trust=-0.03, resistance=0.04, patience=-0.045, gain=0.94, drain=1.1, brush_off=0.7, objects_at_ask=0.89,
        book_trust=0.01, book_interest=0.515, book_resistance=0.525, yes=0.24,
    ),
    5: Level(
        trust=-0.06, resistance=0.08, patience=-0.085, gain=0.88, drain=1.19, brush_off=0.76, objects_at_ask=0.92,
        book_trust=0.02, book_interest=0.53, book_resistance=0.51, yes=0.05,
    ),
}  # fmt: skip


def level_of(difficulty: int) -> Level:
    """The level for 1 to 5; others are taken as the nearest."""
    return LEVELS[min(5, max(1, difficulty))]
