"""Which detectors, turn-end and backchannel models there are: a name and how to build it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from app.domain.errors import Invalid
from app.turn.ports import BackchannelModel, SpeechDetector, TurnEndModel


def _silero() -> SpeechDetector:
    from app.turn.engines.silero import SileroDetector

    return SileroDetector()


def _scripted_detector() -> SpeechDetector:
    from app.turn.engines.scripted import ScriptedDetector

    return ScriptedDetector()


def _smart_turn(model_dir: Path) -> TurnEndModel:
    from app.turn.engines.smart_turn import SmartTurn

    return SmartTurn(model_dir)


def _scripted_turn_end(_model_dir: Path) -> TurnEndModel:
    from app.turn.engines.scripted import ScriptedTurnEnd

    return ScriptedTurnEnd()


DETECTORS: Mapping[str, Callable[[], SpeechDetector]] = {"silero": _silero, "scripted": _scripted_detector}

TURN_END_MODELS: Mapping[str, Callable[[Path], TurnEndModel]] = {
    "smart-turn-v3.2": _smart_turn,
    "scripted": _scripted_turn_end,
}
"""The name is also the model's folder inside the models folder."""


def detector(name: str = "silero") -> SpeechDetector:
    """A fresh detector for one call; raises `Invalid` for an unknown name."""
    build = DETECTORS.get(name)
    if build is None:
        raise Invalid(f"There is no speech detector called {name}.", f"Choose one of: {', '.join(DETECTORS)}.")
    return build()


def turn_end_model(name: str, models_dir: Path) -> TurnEndModel:
    """The model called `name`, not loaded yet; raises `Invalid` for an unknown name."""
    build = TURN_END_MODELS.get(name)
    if build is None:
        raise Invalid(f"There is no turn-end model called {name}.", f"Choose one of: {', '.join(TURN_END_MODELS)}.")
    return build(models_dir / name)


def backchannel_model(models_dir: Path) -> BackchannelModel:
    """The model that knows a sign of listening by its sound, not loaded yet; it reads the quick recogniser's files."""
    from app.turn.engines.backchannel import MODEL_ID, MoonshineBackchannel

    return MoonshineBackchannel(models_dir / MODEL_ID)
