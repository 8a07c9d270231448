"""Scores any transcript, no session needed."""

from typing import Any

from fastapi import APIRouter

from app.api.deps import RingsideDep
from app.call.exercises import Exercises
from app.domain.errors import Invalid
from app.domain.plain import to_plain
from app.schemas import ScorecardOut, ScoreRequest
from app.scoring import score_session

router = APIRouter()


@router.post("/score")
def score(request: ScoreRequest, ringside: RingsideDep) -> ScorecardOut:
    """The card of an imported call."""
    card = score_session(
        [line.model_dump(exclude_none=True) for line in request.transcript],
        request.outcomes.model_dump(exclude_none=True),
        call_type=request.call_type,
        brief=_brief(request, ringside.exercises),
        rubric=ringside.exercises.rubric(request.rubric) if request.rubric else None,
        reader=ringside.reader,
    )
    return ScorecardOut.model_validate(card)


def _brief(request: ScoreRequest, exercises: Exercises) -> dict[str, Any] | None:
    """The brief as given, with the playbook as its seller."""
    if request.playbook is None:
        return request.brief
    if isinstance(request.playbook, str):
        seller: Any = to_plain(exercises.playbook(request.playbook).seller)
    else:
        seller = request.playbook
        if not isinstance(seller.get("company"), str) or not isinstance(seller.get("product"), str):
            raise Invalid("An inline playbook needs 'company' and 'product'.", "Or name a ready-made one by its id.")
    return {**(request.brief or {}), "seller": seller}
