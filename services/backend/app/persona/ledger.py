"""Whether a candidate is too much like somebody the trainee has met; sessions are given newest first."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.chance import unit
from app.domain.persona import Persona, Temperament
from app.persona.identity import Identity

NAMES_BACK, NEAR_BACK, OBJECTIONS_BACK = 200, 50, 2
NEAR = 0.5
"""Distance under which two personas feel like the same person again."""


def ledger_entry(persona: Persona) -> dict[str, Any]:
    """What to remember of a persona: a mapping that `too_near` understands and JSON can hold."""
    return {
        "given_name": persona.given_name,
        "surname": persona.surname,
        "company": persona.company,
        "industry": persona.industry,
        "role": persona.role,
        "primary_objection": persona.primary_objection,
        "vector": vector(persona.temperament, persona.size),
    }


def vector(temperament: Temperament, size: int) -> list[float]:
    """Temperament and the logarithm of the company's size, each roughly in [0, 1]."""
    t = temperament
    traits = [t.warmth, t.patience, t.verbosity, t.scepticism, t.directness, t.formality, t.humour, t.interrupts]
    return [*traits, round(math.log10(max(size, 1)) / 4, 3)]


def too_near(who: Identity, objection: str, met: Sequence[Mapping[str, Any]], *key: object) -> str:
    """Why this candidate must be redrawn, in a word; empty when it need not. Entries may lack any field."""
    if any(objection == entry.get("primary_objection") for entry in met[:OBJECTIONS_BACK]):
        return "objection"
    for age, entry in enumerate(met[OBJECTIONS_BACK:8], start=OBJECTIONS_BACK):
        if objection == entry.get("primary_objection") and unit(*key, "tired of", age) < 0.5 * (1 - age / 8):
            return "objection"
    for entry in met[:NAMES_BACK]:
        if who.company == entry.get("company"):
            return "company"
        same_given, same_surname = who.given_name == entry.get("given_name"), who.surname == entry.get("surname")
        if same_given or same_surname:
            return "name"
    if any(distance(who, objection, entry) < NEAR for entry in met[:NEAR_BACK]):
        return "near"
    return ""


def distance(who: Identity, objection: str, entry: Mapping[str, Any]) -> float:
    """How unlike a candidate and a ledger entry are; infinite when the entry has no vector."""
    theirs = entry.get("vector")
    if not theirs:
        return math.inf
    apart = math.dist(vector(who.temperament, who.size), theirs)
    apart += 0.35 * (who.industry.name != entry.get("industry")) + 0.35 * (who.role.id != entry.get("role"))
    return apart + 0.2 * (objection != entry.get("primary_objection"))
