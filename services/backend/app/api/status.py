"""Is the process alive, and can it call."""

from fastapi import APIRouter

from app.api.deps import RingsideDep
from app.schemas import EngineStatus, Health, ModelStatus, Readiness

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
            detail=part.detail,
            hint=part.error.hint if part.error else "",
        )
        for part in ringside.loader.parts
    ]
    engines.append(EngineStatus(purpose="wording", name="bank", state="ready", detail="built in"))
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
