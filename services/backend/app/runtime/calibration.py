"""How quick each engine is on this machine: measured once, kept in the data folder, and what follows for the choice."""

import json
import logging
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import TypeVar

from app.domain.errors import RingsideError
from app.domain.plain import from_plain, to_plain

logger = logging.getLogger(__name__)

T = TypeVar("T")

RECOGNISER, VOICE = "speech to text", "voice"
REPEATS = 5

DEFAULT_RECOGNISER, LIGHT_RECOGNISER = "whisper-base", "whisper-tiny-en"
DEFAULT_VOICE, RICH_VOICE = "duo", "kokoro"
RECOGNISER_MAX_MS = 700
"""A short sentence should be words before the silence that ends a turn is over."""
VOICE_MAX_RTF = 0.35
"""A voice that needs more than a third of real time falls behind as soon as anything else is going on."""
VOICE_MAX_MS = 400
"""And its first clause must not add a pause of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An engine to be measured; `short` and `long` work once and return the seconds of sound they dealt with."""

    purpose: str
    engine: str
    load: Callable[[], object]
    short: Callable[[], float]
    long: Callable[[], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What was measured of one engine; medians of `REPEATS` runs."""

    purpose: str
    engine: str
    rtf: float
    """Seconds of work per second of sound, on a long sentence."""
    short_ms: float
    """Time for a short sentence: heard (recogniser) or ready to be played (voice)."""
    load_ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """All figures of one measurement."""

    measured_at: str
    """ISO 8601, UTC."""
    cores: int
    figures: tuple[Figure, ...]

    def of(self, engine: str) -> Figure | None:
        """The figure of an engine, if it was measured."""
        return next((figure for figure in self.figures if figure.engine == engine), None)


def measure(candidates: Iterable[Candidate], seconds: Callable[[], float], now: datetime) -> Calibration:
    """Load and time every candidate, one after the other; one that fails has no figure."""
    figures = []
    for candidate in candidates:
        try:
            figures.append(_figure(candidate, seconds))
        except RingsideError as error:
            logger.warning("engine %s cannot be measured (%s)", candidate.engine, error.code)
    return Calibration(measured_at=now.isoformat(timespec="seconds"), cores=os.cpu_count() or 1, figures=tuple(figures))


def best_recogniser(calibration: Calibration | None) -> str:
    """The accurate recogniser where it is quick enough or nothing lighter was measured, else the light one."""
    usual = calibration.of(DEFAULT_RECOGNISER) if calibration else None
    light = calibration.of(LIGHT_RECOGNISER) if calibration else None
    slow = usual is not None and usual.short_ms > RECOGNISER_MAX_MS
    return LIGHT_RECOGNISER if slow and light else DEFAULT_RECOGNISER


def best_voice(calibration: Calibration | None) -> str:
    """The voice with the most speakers where it was measured and keeps up with a call, else the quick ones."""
    rich = calibration.of(RICH_VOICE) if calibration else None
    keeps_up = rich is not None and rich.rtf <= VOICE_MAX_RTF and rich.short_ms <= VOICE_MAX_MS
    return RICH_VOICE if keeps_up else DEFAULT_VOICE


def stored(path: Path) -> Calibration | None:
    """What was kept, or None when this machine was not measured yet (or the file cannot be read)."""
    try:
        return from_plain(Calibration, json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def store(calibration: Calibration, path: Path) -> None:
    """Keep the figures for the next start."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    unfinished.write_text(json.dumps(to_plain(calibration), indent=1), encoding="utf-8")
    unfinished.replace(path)


def in_words(figures: Sequence[Figure]) -> str:
    """`piper: 0.08 of real time, 0.12 s for a short sentence; …`."""
    return "; ".join(
        f"{figure.engine}: {figure.rtf:.2f} of real time, {figure.short_ms / 1000:.2f} s for a short sentence"
        for figure in figures
    )


def _figure(candidate: Candidate, seconds: Callable[[], float]) -> Figure:
    _, load_s = _timed(candidate.load, seconds)
    candidate.short()
    short_s = median(_timed(candidate.short, seconds)[1] for _ in range(REPEATS))
    factors = []
    for _ in range(REPEATS):
        sound_s, work_s = _timed(candidate.long, seconds)
        factors.append(work_s / max(sound_s, 0.1))
    return Figure(
        purpose=candidate.purpose,
        engine=candidate.engine,
        rtf=round(median(factors), 4),
        short_ms=round(short_s * 1000, 1),
        load_ms=round(load_s * 1000, 1),
    )


def _timed(work: Callable[[], T], seconds: Callable[[], float]) -> tuple[T, float]:
    began = seconds()
    result = work()
    return result, seconds() - began
