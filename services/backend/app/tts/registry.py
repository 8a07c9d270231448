"""Which voice engines there are: a name, the model it reads, and how to build it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import Invalid
from app.tts.ports import TtsEngine


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the registry."""

    model_id: str
    """Folder of the model inside the models folder; empty if there is none."""
    build: Callable[[Path, int], TtsEngine]
    """Takes the model's folder and a number of threads; cheap, reads nothing."""


def _piper(model_dir: Path, threads: int) -> TtsEngine:
    from app.tts.engines.piper import PiperEngine

    return PiperEngine(model_dir, threads)


def _kokoro(model_dir: Path, threads: int) -> TtsEngine:
    from app.tts.engines.kokoro import KokoroEngine

    return KokoroEngine(model_dir, threads)


def _hibari(_model_dir: Path, _threads: int) -> TtsEngine:
    from app.tts.engines.hibari import HibariEngine

    return HibariEngine()


def _duo(model_dir: Path, threads: int) -> TtsEngine:
    from app.tts.ensemble import Ensemble

    return Ensemble("duo", (_piper(model_dir, threads), _hibari(model_dir, threads)))


def _scripted(_model_dir: Path, _threads: int) -> TtsEngine:
    from app.tts.engines.scripted import ScriptedTts

    return ScriptedTts()


ENGINES: Mapping[str, Entry] = {
    "duo": Entry("piper-joe-medium", _duo),
    "hibari": Entry("", _hibari),
    "piper": Entry("piper-joe-medium", _piper),
    "kokoro": Entry("kokoro-82m-int8", _kokoro),
    "scripted": Entry("", _scripted),
}


def create(name: str, models_dir: Path, threads: int = 2) -> TtsEngine:
    """The engine called `name`, not loaded yet; raises `Invalid` for an unknown name."""
    entry = ENGINES.get(name)
    if entry is None:
        raise Invalid(f"There is no voice engine called {name}.", f"Choose one of: {', '.join(ENGINES)}.")
    return entry.build(models_dir / entry.model_id, threads)
