"""Is the process alive, and can it call."""

from fastapi import APIRouter

from app.api.deps import RingsideDep
from app.runtime.calibration import in_words
from app.schemas import EngineStatus, Health, ModelStatus, Readiness
from app.wiring import Ringside

router = APIRouter()


@router.get("/health")
async def health() -> Health:
    """The process answers."""
    return Health()


@router.get("/readiness")
def readiness(ringside: RingsideDep) -> Readiness:
    """Which engines are loaded, which models are on disk, what to do about the rest."""
    ringside.loader.start()
    engines = [
        EngineStatus(
            purpose=part.purpose,
            name=part.name,
            state=part.state.value,
            detail=_with_figures(part.detail, part.purpose, ringside),
            hint=part.error.hint if part.error else "",
        )
        for part in ringside.loader.parts
    ]
    engines += [
        EngineStatus(purpose="wording", name=one.name, state="ready", detail=one.detail)
        for one in ringside.wordings.standing()
        if one.ready
    ]
    models = [
        ModelStatus(
            id=spec.id,
            purpose=spec.purpose,
            state=ringside.models.state(spec.id).value,
            size_bytes=spec.bytes,
            licence=spec.licence,
            default=spec.default,
        )
        for spec in ringside.models.manifest.values()
    ]
    return Readiness(can_call=ringside.loader.can_call, engines=engines, models=models)


def _with_figures(detail: str, purpose: str, ringside: Ringside) -> str:
    """How the engine stands, and how quick this machine was found to be at its work."""
    known = ringside.calibration.figures if ringside.calibration else ()
    figures = [figure for figure in known if figure.purpose == purpose]
    return f"{detail}; measured here: {in_words(figures)}" if figures else detail
