"""How quick the engines are here: what was measured, and measuring again."""

from fastapi import APIRouter

from app.api.deps import RingsideDep
from app.domain.errors import Conflict
from app.domain.plain import to_plain
from app.runtime.calibration import RECOGNISER, VOICE, best_recogniser, best_voice
from app.schemas import CalibrationOut, EngineFigure
from app.wiring import Ringside

router = APIRouter(prefix="/calibration")


@router.get("")
def get(ringside: RingsideDep) -> CalibrationOut:
    """The latest measurement."""
    return _out(ringside)


@router.post("")
def measure(ringside: RingsideDep) -> CalibrationOut:
    """Measure now, which takes some seconds; 409 while a call is on."""
    if not ringside.switchboard.quiet:
        raise Conflict("A call is on.", "Measure when it is over: both would be slow.")
    ringside.calibrate()
    return _out(ringside)


def _out(ringside: Ringside) -> CalibrationOut:
    found, settings = ringside.calibration, ringside.settings
    return CalibrationOut(
        measured_at=found.measured_at if found else None,
        cores=found.cores if found else None,
        figures=[EngineFigure(**to_plain(figure)) for figure in found.figures] if found else [],
        chosen={
            RECOGNISER: settings.stt_engine or best_recogniser(found),
            VOICE: settings.tts_engine or best_voice(found),
        },
        in_use={RECOGNISER: ringside.stt_engine, VOICE: ringside.tts_engine},
    )
