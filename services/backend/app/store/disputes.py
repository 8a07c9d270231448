"""Disputed criteria, kept beside the scorecards they are about."""

from dataclasses import asdict, fields
from datetime import UTC

from sqlalchemy import select

from app.db import Database
from app.domain.errors import NotFound
from app.domain.scorecard import Dispute
from app.models import DisputeRecord


class Disputes:
    """The only door to the `disputes` table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, dispute: Dispute) -> None:
        """Keep one."""
        with self._database.session() as session:
            session.add(DisputeRecord(**asdict(dispute)))

    def of(self, session_id: str) -> list[Dispute]:
        """Those of one session, oldest first."""
        query = (
            select(DisputeRecord)
            .where(DisputeRecord.session_id == session_id)
            .order_by(DisputeRecord.created_at, DisputeRecord.dispute_id)
        )
        with self._database.session() as session:
            rows = list(session.scalars(query))
        return [_dispute(row) for row in rows]

    def delete(self, session_id: str, dispute_id: str) -> None:
        """Take one back; `NotFound` when this session has none of that id."""
        with self._database.session() as session:
            record = session.get(DisputeRecord, dispute_id)
            if record is None or record.session_id != session_id:
                raise NotFound("There is no such dispute.", "It may have been taken back already.")
            session.delete(record)


def _dispute(record: DisputeRecord) -> Dispute:
    values = {field.name: getattr(record, field.name) for field in fields(Dispute)}
    return Dispute(**values | {"created_at": record.created_at.replace(tzinfo=UTC)})
