"""The tables."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, DateTime, ForeignKey, Index, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Root of all tables."""


class SessionRecord(Base):
    """One exercise from briefing to scorecard."""

    __tablename__ = "sessions"

    session_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    seed: Mapped[int]
    duration_minutes: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    difficulty: Mapped[int] = mapped_column(default=3)
    call_type: Mapped[str] = mapped_column(String(16), default="cold")
    mode: Mapped[str] = mapped_column(String(8), default="voice")
    wording: Mapped[str] = mapped_column(String(16), default="bank")
    playbook_id: Mapped[str] = mapped_column(String(64), default="")
    prospect_code: Mapped[str] = mapped_column(String(64), default="")
    trainee_name: Mapped[str] = mapped_column(String(80), default="")
    assisted: Mapped[bool] = mapped_column(default=False)
    show_state: Mapped[bool] = mapped_column(default=False)
    previous_session_id: Mapped[str | None] = mapped_column(String(36), default=None)
    answered_by: Mapped[str] = mapped_column(String(16), default="person")
    earlier: Mapped[dict[str, Any] | None] = mapped_column(JSON, default=None)
    """What the prospect remembers of the call before, for a call-back."""
    persona: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    """The whole persona as it was sampled: a later library cannot change a stored call."""
    brief: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    met: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    """The persona's ledger entry."""
    phase: Mapped[str] = mapped_column(String(16), default="created")
    ended_reason: Mapped[str | None] = mapped_column(String(32), default=None)
    ended_by: Mapped[str | None] = mapped_column(String(16), default=None)

    __table_args__ = (Index("ix_sessions_newest", "created_at", "session_id"),)


class EventRecord(Base):
    """One fact of a call; the run is its event list."""

    __tablename__ = "events"

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.session_id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    t_ms: Mapped[int]
    kind: Mapped[str] = mapped_column(String(24))
    data: Mapped[dict[str, Any]] = mapped_column(JSON)


class ScoreRecord(Base):
    """One scorecard; a session has one per rubric and version."""

    __tablename__ = "scorecards"

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.session_id", ondelete="CASCADE"), primary_key=True)
    rubric_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    rubric_version: Mapped[str] = mapped_column(String(32), primary_key=True)
    status: Mapped[str] = mapped_column(String(16))
    total_score: Mapped[int | None]
    card: Mapped[str] = mapped_column(Text)
    """JSON text, kept to the byte."""
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class PlaybookRecord(Base):
    """One of the user's own playbooks."""

    __tablename__ = "playbooks"

    playbook_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    playbook: Mapped[dict[str, Any]] = mapped_column(JSON)


class DisputeRecord(Base):
    """A criterion of a card that the trainee holds to be judged wrong; the card stays as it is."""

    __tablename__ = "disputes"

    dispute_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.session_id", ondelete="CASCADE"))
    rubric_id: Mapped[str] = mapped_column(String(64))
    rubric_version: Mapped[str] = mapped_column(String(32))
    criterion: Mapped[str] = mapped_column(String(64))
    note: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))

    __table_args__ = (Index("ix_disputes_session", "session_id"),)


class RubricRecord(Base):
    """One of the user's own rubrics, as it was written."""

    __tablename__ = "rubrics"

    rubric_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    text: Mapped[str] = mapped_column(Text)
