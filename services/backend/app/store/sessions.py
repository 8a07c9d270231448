"""Sessions: made, found, listed, changed, deleted."""

from dataclasses import asdict, fields
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select, tuple_

from app.db import Database
from app.domain.call import AnsweredBy, CallType, Phase
from app.domain.errors import Invalid, NotFound
from app.domain.session import StoredSession
from app.models import ScoreRecord, SessionRecord

OPEN_PHASES = ("ringing", "live", "wrapping")


class Sessions:
    """The only door to the `sessions` table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, stored: StoredSession) -> None:
        """Store a new session."""
        with self._database.session() as session:
            session.add(SessionRecord(**asdict(stored)))

    def get(self, session_id: str) -> StoredSession:
        """The session, or `NotFound`."""
        with self._database.session() as session:
            record = session.get(SessionRecord, session_id)
        if record is None:
            raise NotFound(f"There is no session {session_id[:40]!r}.", "It may have been deleted.")
        return _stored(record)

    def page(self, limit: int, cursor: str | None) -> tuple[list[StoredSession], str | None]:
        """Up to `limit` sessions, newest first, and the cursor of the next page."""
        query = select(SessionRecord).order_by(SessionRecord.created_at.desc(), SessionRecord.session_id.desc())
        if cursor:
            made, _, session_id = cursor.partition("|")
            try:
                mark = datetime.fromisoformat(made)
            except ValueError:
                raise Invalid("The cursor cannot be read.", "Use next_cursor as it was given.") from None
            query = query.where(tuple_(SessionRecord.created_at, SessionRecord.session_id) < (mark, session_id))
        with self._database.session() as session:
            rows = list(session.scalars(query.limit(limit + 1)))
        more = rows[limit:]
        rows = rows[:limit]
        last = rows[-1] if more else None
        return [_stored(row) for row in rows], f"{last.created_at.isoformat()}|{last.session_id}" if last else None

    def last_ended(self) -> StoredSession | None:
        """The session that ended last, or None before the first one did."""
        query = (
            select(SessionRecord)
            .where(SessionRecord.phase == Phase.ENDED.value)
            .order_by(SessionRecord.created_at.desc(), SessionRecord.session_id.desc())
        )
        with self._database.session() as session:
            record = session.scalars(query.limit(1)).first()
        return _stored(record) if record else None

    def scores(self, session_ids: list[str]) -> dict[str, tuple[str, int | None]]:
        """Status and total of the first scorecard of each session: the one by the rubric of its type of call."""
        query = (
            select(ScoreRecord.session_id, ScoreRecord.status, ScoreRecord.total_score)
            .where(ScoreRecord.session_id.in_(session_ids))
            .order_by(ScoreRecord.created_at.desc())
        )
        with self._database.session() as session:
            return {row[0]: (row[1], row[2]) for row in session.execute(query)}

    def met(self, limit: int) -> list[dict[str, Any]]:
        """Ledger entries of the last prospects, newest first."""
        query = (
            select(SessionRecord.met)
            .where(SessionRecord.previous_session_id.is_(None))
            .order_by(SessionRecord.created_at.desc())
            .limit(limit)
        )
        with self._database.session() as session:
            return list(session.scalars(query))

    def update(self, session_id: str, **fields: Any) -> None:
        """Change some fields of a session; a deleted one stays deleted."""
        with self._database.session() as session:
            record = session.get(SessionRecord, session_id)
            if record is not None:
                for name, value in fields.items():
                    setattr(record, name, value)

    def open_calls(self) -> list[str]:
        """Sessions whose call is on: after a start, those that a dead process left behind."""
        query = select(SessionRecord.session_id).where(SessionRecord.phase.in_(OPEN_PHASES))
        with self._database.session() as session:
            return list(session.scalars(query))

    def delete(self, session_id: str) -> None:
        """Remove the session with all that hangs on it; idempotent."""
        with self._database.session() as session:
            record = session.get(SessionRecord, session_id)
            if record is not None:
                session.delete(record)


def _stored(record: SessionRecord) -> StoredSession:
    values = {field.name: getattr(record, field.name) for field in fields(StoredSession)}
    values |= {
        "call_type": CallType(record.call_type),
        "phase": Phase(record.phase),
        "answered_by": AnsweredBy(record.answered_by),
    }
    return StoredSession(**values | {"created_at": record.created_at.replace(tzinfo=UTC)})
