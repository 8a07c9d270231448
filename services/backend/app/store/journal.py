"""The event log of calls: appended, never changed."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select

from app.db import Database
from app.domain.call import Speaker
from app.domain.events import CallEvent, EventKind
from app.models import EventRecord, SessionRecord


class Journal:
    """The only door to the `events` table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, session_id: str, facts: Sequence[tuple[EventKind, int, dict[str, Any]]]) -> list[CallEvent]:
        """Store facts (kind, t_ms, data) in one transaction and give them their numbers."""
        with self._database.session() as session:
            top = session.scalar(select(func.max(EventRecord.seq)).where(EventRecord.session_id == session_id))
            first = 0 if top is None else top + 1
            events = [
                CallEvent(seq=first + i, t_ms=t_ms, kind=kind, data=data) for i, (kind, t_ms, data) in enumerate(facts)
            ]
            session.add_all(
                EventRecord(session_id=session_id, seq=e.seq, t_ms=e.t_ms, kind=e.kind.value, data=e.data)
                for e in events
            )
        return events

    def events(self, session_id: str) -> list[CallEvent]:
        """All facts of a session in order."""
        query = select(EventRecord).where(EventRecord.session_id == session_id).order_by(EventRecord.seq)
        with self._database.session() as session:
            return [
                CallEvent(seq=row.seq, t_ms=row.t_ms, kind=EventKind(row.kind), data=row.data)
                for row in session.scalars(query)
            ]

    def said_before(self, session_id: str, calls: int) -> list[str]:
        """What prospects said in the last `calls` calls before the first one with this prospect, oldest first."""
        code = select(SessionRecord.prospect_code).where(SessionRecord.session_id == session_id).scalar_subquery()
        opened = select(func.min(SessionRecord.created_at)).where(SessionRecord.prospect_code == code).scalar_subquery()
        earlier = (
            select(SessionRecord.session_id)
            .where(SessionRecord.created_at < opened)
            .order_by(SessionRecord.created_at.desc())
            .limit(calls)
        )
        query = (
            select(EventRecord.data)
            .join(SessionRecord, SessionRecord.session_id == EventRecord.session_id)
            .where(EventRecord.kind == EventKind.UTTERANCE.value, EventRecord.session_id.in_(earlier))
            .order_by(SessionRecord.created_at, EventRecord.seq)
        )
        with self._database.session() as session:
            return [data["text"] for data in session.scalars(query) if data["speaker"] == Speaker.PROSPECT.value]
