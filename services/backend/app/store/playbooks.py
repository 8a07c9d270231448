"""The user's own playbooks."""

from sqlalchemy import select

from app.db import Database
from app.domain.errors import NotFound
from app.domain.plain import from_plain, to_plain
from app.domain.playbook import Playbook
from app.models import PlaybookRecord


class Playbooks:
    """The only door to the `playbooks` table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Playbook]:
        """Every one, by id."""
        with self._database.session() as session:
            rows = list(session.scalars(select(PlaybookRecord).order_by(PlaybookRecord.playbook_id)))
        return [from_plain(Playbook, row.playbook) for row in rows]

    def put(self, playbook: Playbook) -> None:
        """Store a new one, or the new state of an old one."""
        with self._database.session() as session:
            session.merge(PlaybookRecord(playbook_id=playbook.id, playbook=to_plain(playbook)))

    def delete(self, playbook_id: str) -> None:
        """Remove one; raises `NotFound`. Sessions keep what they were opened with."""
        with self._database.session() as session:
            record = session.get(PlaybookRecord, playbook_id)
            if record is None:
                raise NotFound(f"There is no playbook {playbook_id[:40]!r}.", "It may have been deleted.")
            session.delete(record)
