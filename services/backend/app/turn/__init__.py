"""Turn-taking: who has the floor, decided in one pure place on the sample clock."""

from app.turn.events import TurnEvent
from app.turn.machine import step
from app.turn.orders import TurnCommand
from app.turn.ports import BackchannelModel, SpeechDetector, TurnEndModel
from app.turn.registry import backchannel_model, detector, turn_end_model
from app.turn.state import Mode, TurnState, initial

__all__ = [
    "BackchannelModel",
    "Mode",
    "SpeechDetector",
    "TurnCommand",
    "TurnEndModel",
    "TurnEvent",
    "TurnState",
    "backchannel_model",
    "detector",
    "initial",
    "step",
    "turn_end_model",
]
