"""Who sits at the desk in this call, and what they have heard so far."""

from enum import StrEnum

from app.dialogue.mind.moment import Moment
from app.domain.chance import unit
from app.domain.persona import Desk, Persona, Voice

_SEX = {"female": "her", "male": "him"}


class Screen(StrEnum):
    """What a desk wants to know before it decides."""

    WHO = "who"
    WHAT = "what"
    EXPECTED = "expected"


def desk_of(persona: Persona) -> Desk:
    """The persona's own desk; one without a name for personas that came without."""
    if persona.desk is not None:
        return persona.desk

    def trait(name: str) -> float:
        return round(0.2 + 0.6 * unit(persona.code, "desk", name), 2)

    return Desk(
        name="",
        voice=Voice(gender="female"),
        warmth=trait("warmth"),
        patience=trait("patience"),
        protective=trait("protective"),
    )


def desk_slots(persona: Persona) -> dict[str, str]:
    """How the desk speaks of the prospect and of itself."""
    her = _SEX.get(persona.voice.gender, "them")
    slots = {
        "desk": desk_of(persona).name or "the front desk",
        "asked_for": persona.given_name,
        "asked_for_surname": persona.surname,
        "him": her,
        "he": {"her": "she", "him": "he"}.get(her, "they"),
        "his": {"her": "her", "him": "his"}.get(her, "their"),
        "best_time": persona.best_time,
    }
    return slots | {f"{name}_cap": text[:1].upper() + text[1:] for name, text in slots.items()}


def names_the_boss(moment: Moment) -> bool:
    """The line names the prospect."""
    words = set(moment.heard.text.lower().replace(",", " ").replace(".", " ").replace("?", " ").split())
    return bool(words & {moment.persona.given_name.lower(), moment.persona.surname.lower()})
