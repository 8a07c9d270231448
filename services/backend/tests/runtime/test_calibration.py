"""What a machine can do decides who listens and who speaks; the figures survive a restart."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.errors import ModelMissing
from app.runtime.calibration import (
    RECOGNISER,
    VOICE,
    Calibration,
    Candidate,
    Figure,
    best_recogniser,
    best_voice,
    in_words,
    measure,
    store,
    stored,
)

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@dataclass
class Workshop:
    """Work that takes exactly as long as the clock is told."""

    now: float = 0.0
    done: list[str] = field(default_factory=list)

    def work(self, what: str, takes_s: float, sound_s: float = 0.0) -> Callable[[], float]:
        def run() -> float:
            self.done.append(what)
            self.now += takes_s
            return sound_s

        return run

    def candidate(self, engine: str, short_s: float, long_s: float, purpose: str = VOICE) -> Candidate:
        return Candidate(
            purpose=purpose,
            engine=engine,
            load=self.work("load", 1.5),
            short=self.work("short", short_s, 2.0),
            long=self.work("long", long_s, 5.0),
        )


def measured(*figures: tuple[str, float, float], purpose: str = VOICE) -> Calibration:
    return Calibration(
        measured_at=NOON.isoformat(),
        cores=2,
        figures=tuple(
            Figure(purpose=purpose, engine=engine, rtf=rtf, short_ms=short_ms, load_ms=900)
            for engine, rtf, short_ms in figures
        ),
    )


def test_figures_are_what_the_clock_says() -> None:
    shop = Workshop()
    (figure,) = measure([shop.candidate("kokoro", 0.7, 3.0)], lambda: shop.now, NOON).figures
    assert figure == Figure(purpose=VOICE, engine="kokoro", rtf=0.6, short_ms=700.0, load_ms=1500.0)
    assert shop.done.count("short") == shop.done.count("long") + 1, "the first run warms up and is not counted"


def test_an_engine_that_fails_has_no_figure_and_hinders_no_other() -> None:
    def missing() -> float:
        raise ModelMissing("not here")

    shop = Workshop()
    broken = Candidate(purpose=VOICE, engine="kokoro", load=missing, short=missing, long=missing)
    found = measure([broken, shop.candidate("piper", 0.1, 0.4)], lambda: shop.now, NOON)
    assert [figure.engine for figure in found.figures] == ["piper"]


@pytest.mark.parametrize(
    ("calibration", "voice"),
    [
        (None, "duo"),
        (measured(("piper", 0.08, 120)), "duo"),
        (measured(("kokoro", 0.6, 700)), "duo"),
        (measured(("kokoro", 0.3, 700)), "duo"),
        (measured(("kokoro", 0.2, 250)), "kokoro"),
    ],
)
def test_kokoro_speaks_only_where_it_was_seen_to_keep_up(calibration: Calibration | None, voice: str) -> None:
    assert best_voice(calibration) == voice


@pytest.mark.parametrize(
    ("calibration", "recogniser"),
    [
        (None, "whisper-base"),
        (measured(("whisper-base", 0.1, 400)), "whisper-base"),
        (measured(("whisper-base", 0.5, 1_900)), "whisper-base"),
        (measured(("whisper-base", 0.5, 1_900), ("whisper-tiny-en", 0.2, 800)), "whisper-tiny-en"),
        (measured(("whisper-base", 0.1, 400), ("whisper-tiny-en", 0.05, 200)), "whisper-base"),
    ],
)
def test_the_light_recogniser_is_for_slow_machines_that_have_it(
    calibration: Calibration | None, recogniser: str
) -> None:
    assert best_recogniser(calibration) == recogniser


def test_figures_are_kept_for_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "new" / "calibration.json"
    assert stored(path) is None
    found = measured(("piper", 0.08, 120), purpose=RECOGNISER)
    store(found, path)
    assert stored(path) == found


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"figures": 3}'])
def test_a_damaged_file_is_as_good_as_none(content: str, tmp_path: Path) -> None:
    (tmp_path / "calibration.json").write_text(content)
    assert stored(tmp_path / "calibration.json") is None


def test_figures_read_as_words() -> None:
    assert in_words(measured(("piper", 0.08, 120)).figures) == "piper: 0.08 of real time, 0.12 s for a short sentence"
