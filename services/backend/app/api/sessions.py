"""Sessions: made, found, listed, ended, deleted, and what was said in them."""

import time
from dataclasses import replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Response

from app.api.deps import ExercisesDep, RingsideDep
from app.api.shapes import created_out, session_out, utterance_out
from app.call.casting import Wish
from app.call.second_opinion import verified
from app.call.typed import open_typed
from app.domain.call import CallType, EndedBy, EndReason, Phase
from app.domain.errors import Invalid
from app.domain.plain import to_plain
from app.domain.run import utterances
from app.schemas import (
    EventOut,
    Events,
    ScorecardOut,
    SessionCreated,
    SessionList,
    SessionOut,
    SessionRequest,
    Transcript,
)

router = APIRouter(prefix="/sessions")


@router.post("", status_code=201)
def create(request: SessionRequest, exercises: ExercisesDep) -> SessionCreated:
    """Sample a prospect and open a session."""
    stored = exercises.open(_wish(request))
    opening = open_typed(exercises, stored) if stored.mode == "typed" else None
    return created_out(stored, opening)


@router.get("")
def list_sessions(
    exercises: ExercisesDep,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Annotated[str | None, Query(max_length=120)] = None,
) -> SessionList:
    """Newest first."""
    rows, following = exercises.sessions.page(limit, cursor)
    scores = exercises.sessions.scores([row.session_id for row in rows])
    return SessionList(
        sessions=[session_out(row, None, scores.get(row.session_id)) for row in rows], next_cursor=following
    )


@router.get("/{session_id}")
def get(session_id: str, ringside: RingsideDep) -> SessionOut:
    """One session."""
    exercises, call = ringside.exercises, ringside.switchboard.call(session_id)
    stored = exercises.sessions.get(session_id)
    if call and stored.phase is not Phase.ENDED:
        stored = replace(stored, phase=call.phase)
    opening = None
    if stored.mode == "typed":
        said = utterances(exercises.journal.events(session_id))
        opening = said[0] if said else None
    return session_out(stored, opening, exercises.sessions.scores([session_id]).get(session_id))


@router.delete("/{session_id}", status_code=204)
async def delete(session_id: str, ringside: RingsideDep) -> Response:
    """Gone with its recording; a live call ends first. Idempotent."""
    call = ringside.switchboard.call(session_id)
    if call:
        call.end(EndReason.TRAINEE_ENDED, EndedBy.TRAINEE)
        await ringside.switchboard.over(session_id)
    ringside.exercises.delete(session_id)
    return Response(status_code=204)


@router.post("/{session_id}/end")
async def end(session_id: str, ringside: RingsideDep) -> SessionOut:
    """Hang up from outside; idempotent."""
    exercises = ringside.exercises
    call = ringside.switchboard.call(session_id)
    if call:
        call.end(EndReason.TRAINEE_ENDED, EndedBy.TRAINEE)
        await ringside.switchboard.over(session_id)
    else:
        exercises.hang_up(session_id)
    return get(session_id, ringside)


@router.get("/{session_id}/transcript")
def transcript(session_id: str, exercises: ExercisesDep) -> Transcript:
    """What was said, as it was heard."""
    exercises.sessions.get(session_id)
    return Transcript(utterances=[utterance_out(said) for said in utterances(exercises.journal.events(session_id))])


@router.get("/{session_id}/events")
def events(session_id: str, exercises: ExercisesDep) -> Events:
    """The whole log."""
    exercises.sessions.get(session_id)
    return Events(events=[EventOut(**to_plain(event)) for event in exercises.journal.events(session_id)])


@router.get("/{session_id}/scorecard")
def scorecard(
    session_id: str,
    exercises: ExercisesDep,
    rubric: Annotated[str | None, Query(max_length=64)] = None,
    verifier: Literal["ollama", "llama_cpp"] | None = None,
) -> ScorecardOut:
    """The scorecard; 409 while the call is on. With `verifier` a language model reads it again, slowly."""
    if verifier is None:
        card: dict[str, Any] = exercises.scorecard(session_id, rubric)
    else:
        card = verified(exercises, session_id, rubric, verifier, time.monotonic)
    return ScorecardOut.model_validate(card)


def _wish(request: SessionRequest) -> Wish:
    """The request with what was left open left to the casting: a call-back is as hard as the call before it."""
    asked = request.model_dump()
    if "difficulty" not in request.model_fields_set:
        asked["difficulty"] = None
    call_type = CallType(request.call_type)
    if request.previous_session_id is not None:
        if call_type not in (CallType.COLD, CallType.CALLBACK):
            raise Invalid(f"A {call_type} call has no earlier session.", "Leave out 'previous_session_id'.")
        call_type = CallType.CALLBACK
    return Wish(**asked | {"call_type": call_type})
