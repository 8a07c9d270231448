"""What a scorecard is made of; the total can be recomputed from its criteria alone."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

DIMENSIONS = (
    "opener",
    "rapport",
    "discovery",
    "objection_handling",
    "value_articulation",
    "close_quality",
    "talk_listen_balance",
)


class Verdict(StrEnum):
    """How far a criterion was met."""

    MET = "met"
    PARTIAL = "partial"
    UNMET = "unmet"
    NOT_TESTED = "not_tested"


class CardStatus(StrEnum):
    """Whether a card carries a headline total."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words that can be found again: an exact substring of one stored utterance."""

    turn: int
    speaker: str
    start_char: int
    end_char: int
    text: str
    start_ms: int | None = None
    end_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One judged thing with its evidence."""

    id: str
    state: Verdict
    points: float
    max: float
    quotes: tuple[Quote, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """One of the seven skills."""

    score: int | None
    points: float
    max: float
    state: str
    """`tested` or `not_tested`."""
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A chance walked past, and what to say instead."""

    criterion: str
    turn: int | None
    chance_turn: int | None
    quote: str
    why: str
    suggestion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """The whole card, as it is stored and sent."""

    status: CardStatus
    total_score: int | None
    dimensions: dict[str, Dimension]
    misses: tuple[Miss, ...] = ()
    suggestions: tuple[str, ...] = ()
    wins: tuple[dict[str, Any], ...] = ()
    metrics: dict[str, Any] = field(default_factory=dict)
    rubric: dict[str, str] = field(default_factory=dict)
    validated: bool = False
    session_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A criterion that the trainee holds to be judged wrong; it stands beside the card and never changes it."""

    dispute_id: str
    session_id: str
    rubric_id: str
    rubric_version: str
    criterion: str
    note: str
    created_at: datetime
