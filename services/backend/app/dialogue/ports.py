"""What the mind needs from whoever words its plans."""

from typing import Protocol

from app.domain.call import Scene
from app.domain.persona import Persona
from app.domain.prospect import Plan, ProspectState


class WordingEngine(Protocol):
    """Turns a plan into what a person would say; must not decide anything."""

    name: str

    def word(self, plan: Plan, *, state: ProspectState, persona: Persona, scene: Scene) -> str:
        """One to three short sentences; empty for a plan that says nothing."""
        ...
