"""Turn-taking: who has the floor, decided in one pure place on the sample clock."""

from app.turn.events import TurnCommand, TurnEvent
from app.turn.machine import step
from app.turn.ports import SpeechDetector, TurnEndModel
from app.turn.registry import detector, turn_end_model
from app.turn.state import Mode, TurnState, initial

__all__ = [
    "Mode",
    "SpeechDetector",
    "TurnCommand",
    "TurnEndModel",
    "TurnEvent",
    "TurnState",
    "detector",
    "initial",
    "step",
    "turn_end_model",
]
