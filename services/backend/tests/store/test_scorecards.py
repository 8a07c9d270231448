"""Scorecards: one per rubric and version, kept to the byte, even when two store it at once."""

from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

from app.db import Database
from app.domain.session import StoredSession
from app.store import Scorecards, Sessions

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


def stored(tmp_path: Path) -> Scorecards:
    database = Database(tmp_path / "ringside.db")
    session = StoredSession(session_id="a", seed=1, duration_minutes=5, created_at=NOW, persona={}, brief={}, met={})
    Sessions(database).add(session)
    return Scorecards(database)


def card(total: int, version: str = "1") -> dict:
    return {"rubric": {"id": "cold_call", "version": version}, "status": "complete", "total_score": total}


def test_a_card_comes_back_as_it_was(tmp_path: Path) -> None:
    cards = stored(tmp_path)
    cards.put("a", card(70), NOW)
    assert cards.get("a", "cold_call") == card(70)
    assert cards.get("a", "gatekeeper") is None


def test_two_that_store_at_once_do_not_collide(tmp_path: Path) -> None:
    cards = stored(tmp_path)
    failures: list[Exception] = []

    def put() -> None:
        try:
            cards.put("a", card(70), NOW)
        except Exception as error:
            failures.append(error)

    threads = [Thread(target=put) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert cards.get("a", "cold_call") == card(70)
