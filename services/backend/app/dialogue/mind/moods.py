"""The colour of the next line, from how the prospect feels and who it is."""

from app.domain.persona import Persona
from app.domain.prospect import ProspectState

MOODS = ("neutral", "warm", "cold", "busy", "curious", "dry")


def mood_of(state: ProspectState, persona: Persona) -> str:
    """One of `MOODS`; the strongest feeling wins, then temper."""
    t = persona.temperament
    if state.patience < 0.22:
        return "busy"
    if state.interest > 0.5:
        return "curious" if t.humour < 0.65 else "dry"
    if state.trust < 0.25 and t.warmth < 0.6:
        return "cold"
    if t.humour > 0.62:
        return "dry"
    if t.warmth > 0.55 or state.trust > 0.55:
        return "warm"
    return "neutral"
