"""The typed call: one line in, one line out."""

from fastapi import APIRouter

from app.api.deps import ExercisesDep
from app.call.typed import take_line
from app.schemas import EndedOut, Reply, StateOut, TypedLine, TypedTurn

router = APIRouter(prefix="/sessions")


@router.post("/{session_id}/turns")
def take(session_id: str, line: TypedLine, exercises: ExercisesDep) -> TypedTurn:
    """What the prospect does about a line; empty text is silence."""
    answer = take_line(exercises, session_id, line.text)
    replies = [Reply(text=line.text, party=line.party.value) for line in answer.lines]
    ended = EndedOut.model_validate({"reason": answer.ended[0], "by": answer.ended[1]}) if answer.ended else None
    return TypedTurn.model_validate(
        {
            "turn": answer.turn,
            "reply": replies[0] if replies else None,
            "then": replies[1] if len(replies) > 1 else None,
            "moves": answer.moves,
            "state": StateOut(**answer.state),
            "phase": answer.phase.value,
            "ended": ended,
        }
    )
