"""Disputes: a criterion marked as wrongly judged, with a note; kept beside the score, which never changes by it."""

from dataclasses import asdict
from datetime import datetime

from fastapi import APIRouter, Response
from pydantic import Field

from app.api.deps import ExercisesDep
from app.domain.scorecard import Dispute
from app.schemas import Inbound, Wire

router = APIRouter(prefix="/sessions")


class DisputeIn(Inbound):
    """A criterion held to be judged wrong."""

    criterion: str = Field(min_length=1, max_length=64)
    note: str = Field(default="", max_length=2_000)
    rubric: str | None = Field(default=None, max_length=64)


class DisputeOut(Wire):
    """A dispute as it stands beside the card."""

    dispute_id: str
    session_id: str
    rubric_id: str
    rubric_version: str
    criterion: str
    note: str
    created_at: datetime


class Disputes(Wire):
    """All of one session."""

    disputes: list[DisputeOut]


@router.get("/{session_id}/disputes")
def list_disputes(session_id: str, exercises: ExercisesDep) -> Disputes:
    """All of a session, oldest first."""
    return Disputes(disputes=[_out(dispute) for dispute in exercises.disputes_of(session_id)])


@router.post("/{session_id}/disputes", status_code=201)
def dispute(session_id: str, request: DisputeIn, exercises: ExercisesDep) -> DisputeOut:
    """Mark a criterion of the session's card; 422 when the card has none of that name, 409 while the call is on."""
    return _out(exercises.dispute(session_id, request.criterion, request.note, request.rubric))


@router.delete("/{session_id}/disputes/{dispute_id}", status_code=204)
def take_back(session_id: str, dispute_id: str, exercises: ExercisesDep) -> Response:
    """Take a mark back."""
    exercises.disputes.delete(session_id, dispute_id)
    return Response(status_code=204)


def _out(dispute: Dispute) -> DisputeOut:
    return DisputeOut(**asdict(dispute))
