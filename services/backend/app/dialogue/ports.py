"""What the mind needs from whoever words its plans."""

from typing import Protocol

from app.domain.call import Scene
from app.domain.persona import Persona
from app.domain.prospect import Plan, ProspectState, Worded


class WordingEngine(Protocol):
    """Turns a plan into what a person would say; must not decide anything."""

    name: str

    def worded(self, plan: Plan, *, state: ProspectState, persona: Persona, scene: Scene) -> Worded:
        """One to three short sentences, empty for a plan that says nothing; the same plan gets the same words."""
        ...

    def drop(self) -> None:
        """Give up the line under way, if any; callable from any thread."""
        ...
