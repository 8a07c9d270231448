"""The user's own rubrics, kept as they were written."""

from sqlalchemy import select

from app.db import Database
from app.domain.errors import NotFound
from app.models import RubricRecord


class Rubrics:
    """The only door to the `rubrics` table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, str]:
        """The text of every one by its id."""
        with self._database.session() as session:
            rows = list(session.scalars(select(RubricRecord).order_by(RubricRecord.rubric_id)))
        return {row.rubric_id: row.text for row in rows}

    def put(self, rubric_id: str, text: str) -> None:
        """Store a new one, or the new text of an old one."""
        with self._database.session() as session:
            session.merge(RubricRecord(rubric_id=rubric_id, text=text))

    def delete(self, rubric_id: str) -> None:
        """Remove one; raises `NotFound`. Cards keep the id and version they were made with."""
        with self._database.session() as session:
            record = session.get(RubricRecord, rubric_id)
            if record is None:
                raise NotFound(f"There is no rubric {rubric_id[:40]!r}.", "It may have been deleted.")
            session.delete(record)
