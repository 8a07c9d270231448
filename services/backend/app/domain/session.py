"""One exercise as it is kept: what was asked for, who the prospect is, how far it got."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.domain.call import AnsweredBy, CallType, Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSession:
    """A session from briefing to scorecard."""

    session_id: str
    seed: int
    duration_minutes: int
    created_at: datetime
    """UTC."""
    difficulty: int = 3
    call_type: CallType = CallType.COLD
    mode: str = "voice"
    """`voice` or `typed`."""
    wording: str = "bank"
    playbook_id: str = ""
    prospect_code: str = ""
    trainee_name: str = ""
    assisted: bool = False
    show_state: bool = False
    previous_session_id: str | None = None
    answered_by: AnsweredBy = AnsweredBy.PERSON
    earlier: dict[str, Any] | None = None
    """What the prospect remembers of the call before, for a call-back."""
    persona: dict[str, Any]
    """The whole persona as it was sampled: a later library cannot change a stored call."""
    brief: dict[str, Any]
    met: dict[str, Any]
    """The persona's ledger entry."""
    phase: Phase = Phase.CREATED
    ended_reason: str | None = None
    ended_by: str | None = None
