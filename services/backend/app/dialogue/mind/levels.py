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
    """Chance to say yes when everything else allows it: people have reasons of their own."""


LEVELS = {
    1: Level(
        trust=0.1, resistance=-0.14, patience=0.2, gain=1.3, drain=0.55, brush_off=0.45, objects_at_ask=0.6,
        book_trust=-0.06, book_interest=0.36, book_resistance=0.62, yes=0.85,
    ),
    2: Level(
        trust=0.05, resistance=-0.07, patience=0.1, gain=1.15, drain=0.78, brush_off=0.52, objects_at_ask=0.66,
        book_trust=-0.03, book_interest=0.4, book_resistance=0.58, yes=0.75,
    ),
    3: Level(
        trust=0.0, resistance=0.0, patience=0.0, gain=1.0, drain=1.0, brush_off=0.6, objects_at_ask=0.72,
        book_trust=0.0, book_interest=0.44, book_resistance=0.54, yes=0.65,
    ),
    4: Level(
        trust=-0.03, resistance=0.04, patience=-0.06, gain=0.92, drain=1.15, brush_off=0.66, objects_at_ask=0.78,
        book_trust=0.015, book_interest=0.46, book_resistance=0.52, yes=0.55,
    ),
    5: Level(
        trust=-0.06, resistance=0.08, patience=-0.12, gain=0.86, drain=1.3, brush_off=0.72, objects_at_ask=0.84,
        book_trust=0.03, book_interest=0.48, book_resistance=0.5, yes=0.48,
    ),
}  # fmt: skip


def level_of(difficulty: int) -> Level:
    """The level for 1 to 5; others are taken as the nearest."""
    return LEVELS[min(5, max(1, difficulty))]
