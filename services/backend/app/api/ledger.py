"""The ledger: whom the trainee has met so far, and what kinds of people are still to come."""

from fastapi import APIRouter

from app.api.deps import ExercisesDep
from app.persona import AXES, coverage
from app.schemas import LedgerAxis, LedgerCell, LedgerOut, LedgerValue

router = APIRouter()
MOST = 100_000


@router.get("/ledger")
def ledger(exercises: ExercisesDep) -> LedgerOut:
    """How often each industry, role, temper and first objection was met, alone and together."""
    found = coverage(exercises.sessions.met(MOST))
    cells = sorted(found.cells.items(), key=lambda item: (-item[1], item[0]))
    return LedgerOut(
        prospects=found.prospects,
        possible=found.possible,
        axes=[
            LedgerAxis(name=name, values=[LedgerValue(name=value, met=met) for value, met in found.axes[name].items()])
            for name in AXES
        ],
        cells=[LedgerCell(**dict(zip(AXES, cell, strict=True)), met=met) for cell, met in cells],
    )
