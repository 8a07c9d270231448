"""The prospect's mind and words: what it decides, and how it says it."""

from app.dialogue.engines.bank import BankWording
from app.dialogue.engines.chat import ChatModel, Message, Sampling
from app.dialogue.engines.model import ModelWording
from app.dialogue.engines.registry import Wordings
from app.dialogue.engines.scripted import ScriptedWording
from app.dialogue.foresight import predict_first_clauses
from app.dialogue.listening import murmurs, stands_ms
from app.dialogue.mind.moment import overhear
from app.dialogue.parties import decide, initial_state
from app.dialogue.turn import generate_prospect_turn, remember_words
from app.dialogue.unprompted import fixed_lines, give_up, nudge, pick_up, wind_up
from app.domain.prospect import ProspectState

__all__ = [
    "BankWording",
    "ChatModel",
    "Message",
    "ModelWording",
    "ProspectState",
    "Sampling",
    "ScriptedWording",
    "Wordings",
    "decide",
    "fixed_lines",
    "generate_prospect_turn",
    "give_up",
    "initial_state",
    "murmurs",
    "nudge",
    "overhear",
    "pick_up",
    "predict_first_clauses",
    "remember_words",
    "stands_ms",
    "wind_up",
]
