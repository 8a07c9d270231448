"""How quick the prospect was in one call."""

from fastapi import APIRouter

from app.api.deps import ExercisesDep
from app.domain.latency import call_latency
from app.domain.plain import to_plain
from app.schemas import LatencyOut

router = APIRouter(prefix="/sessions")


@router.get("/{session_id}/latency")
def latency(session_id: str, exercises: ExercisesDep) -> LatencyOut:
    """Every answer so far, the median, the worst, the stages, and which answers were slow by our making."""
    exercises.sessions.get(session_id)
    return LatencyOut.model_validate(to_plain(call_latency(exercises.journal.events(session_id))))
