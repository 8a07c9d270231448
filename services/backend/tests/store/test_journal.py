"""The event log remembers what prospects said, so that the next one finds words of its own."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from app.call.lately import CALLS, bank_for
from app.db import Database
from app.domain.call import Scene
from app.domain.events import EventKind
from app.domain.prospect import Move, Plan, ProspectState
from app.domain.session import StoredSession
from app.persona import PersonaGenerator
from app.store import Journal, Sessions

FIRST_DAY = datetime(2026, 3, 2, tzinfo=UTC)


def line(speaker: str, text: str) -> tuple[EventKind, int, dict[str, Any]]:
    return EventKind.UTTERANCE, 0, {"speaker": speaker, "text": text}


def diary(tmp_path: Path, *days: str) -> Journal:
    """A journal with one call a day, named by its day; in each the prospect says what the day is called."""
    database = Database(tmp_path / "ringside.db")
    sessions, journal = Sessions(database), Journal(database)
    for number, day in enumerate(days):
        at = FIRST_DAY + timedelta(days=number)
        sessions.add(
            StoredSession(
                session_id=day,
                seed=1,
                duration_minutes=5,
                created_at=at,
                prospect_code=day.rstrip("2"),
                persona={},
                brief={},
                met={},
            )
        )
        journal.append(day, [line("trainee", "How was your day?"), line("prospect", f"It was {day} all day long.")])
    return journal


def test_only_what_prospects_said_in_earlier_calls_counts(tmp_path: Path) -> None:
    journal = diary(tmp_path, "Monday", "Tuesday", "Wednesday", "Thursday")
    assert journal.said_before("Wednesday", 20) == ["It was Monday all day long.", "It was Tuesday all day long."]
    assert journal.said_before("Thursday", 1) == ["It was Wednesday all day long."]
    assert journal.said_before("Monday", 20) == []


def test_who_is_called_again_says_it_as_the_first_time(tmp_path: Path) -> None:
    journal = diary(tmp_path, "Monday", "Tuesday", "Wednesday", "Tuesday2")
    assert journal.said_before("Tuesday2", 20) == journal.said_before("Tuesday", 20) != []


def test_a_prospect_does_not_say_what_another_said_lately(tmp_path: Path) -> None:
    persona = PersonaGenerator().generate(12)
    plan = Plan(moves=(Move.ANSWER,), slots={"content": "It was Monday all day long."})
    said = bank_for(diary(tmp_path, "Monday", "Tuesday"), "Tuesday").word(
        plan, state=ProspectState(exchange=2), persona=persona, scene=Scene(code="ONE")
    )
    assert "It was Monday all day long" not in said
    assert "Monday all day long" in said
    assert CALLS == 20
