"""The person at the desk: screens, guards the prospect's time, and puts through, takes a message or turns away."""

from app.dialogue.gatekeeper.decide import decide, initial_state, mood
from app.dialogue.gatekeeper.desk import desk_of, desk_slots
from app.dialogue.gatekeeper.handover import picked_up_by_boss

__all__ = ["decide", "desk_of", "desk_slots", "initial_state", "mood", "picked_up_by_boss"]
