"""Which recognisers there are: a name, the model it reads, and how to build it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import Invalid
from app.stt.ports import SttEngine


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the registry."""

    model_id: str
    """Folder of the model inside the models folder; empty if there is none."""
    build: Callable[[Path, int], SttEngine]
    """Takes the model's folder and a number of threads; cheap, reads nothing."""


def _whisper(model_dir: Path, threads: int) -> SttEngine:
    from app.stt.engines.whisper import WhisperEngine

    return WhisperEngine(model_dir, threads)


def _moonshine(model_dir: Path, threads: int) -> SttEngine:
    from app.stt.engines.moonshine import MoonshineEngine

    return MoonshineEngine(model_dir, threads)


def _scripted(_model_dir: Path, _threads: int) -> SttEngine:
    from app.stt.engines.scripted import ScriptedStt

    return ScriptedStt()


ENGINES: Mapping[str, Entry] = {
    "whisper-base": Entry("whisper-base", _whisper),
    "whisper-tiny-en": Entry("whisper-tiny-en", _whisper),
    "moonshine-tiny-en": Entry("moonshine-tiny-en", _moonshine),
    "scripted": Entry("", _scripted),
}


def create(name: str, models_dir: Path, threads: int = 2) -> SttEngine:
    """The engine called `name`, not loaded yet; raises `Invalid` for an unknown name."""
    entry = ENGINES.get(name)
    if entry is None:
        raise Invalid(f"There is no recogniser called {name}.", f"Choose one of: {', '.join(ENGINES)}.")
    return entry.build(models_dir / entry.model_id, threads)
