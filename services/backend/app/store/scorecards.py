"""Scorecards: stored with the rubric's version, never overwritten by another one."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from app.db import Database
from app.models import ScoreRecord

KEY = ("session_id", "rubric_id", "rubric_version")


class Scorecards:
    """The only door to the `scorecards` table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, session_id: str, card: dict[str, Any], now: datetime) -> None:
        """Store a card under its rubric and version."""
        values = {
            "session_id": session_id,
            "rubric_id": card["rubric"]["id"],
            "rubric_version": card["rubric"]["version"],
            "status": card["status"],
            "total_score": card["total_score"],
            "card": json.dumps(card),
            "created_at": now,
        }
        # Two may score the same call at once; both come to the same card, and the later one stands.
        put = insert(ScoreRecord).values(values)
        put = put.on_conflict_do_update(index_elements=KEY, set_={k: v for k, v in values.items() if k not in KEY})
        with self._database.session() as session:
            session.execute(put)

    def get(self, session_id: str, rubric_id: str, version: str | None = None) -> dict[str, Any] | None:
        """The newest card of a session by one rubric (in one version of it), or None."""
        query = select(ScoreRecord.card).where(ScoreRecord.session_id == session_id, ScoreRecord.rubric_id == rubric_id)
        if version is not None:
            query = query.where(ScoreRecord.rubric_version == version)
        with self._database.session() as session:
            text = session.scalar(query.order_by(ScoreRecord.created_at.desc()).limit(1))
        return None if text is None else dict(json.loads(text))
