"""Wording for tests: fixed lines in order, then the plan's own content."""

from collections.abc import Sequence

from app.domain.call import Scene
from app.domain.persona import Persona
from app.domain.prospect import Plan, ProspectState, Worded


class ScriptedWording:
    """Says its lines one after the other, whatever the plan; keeps the plans for the test to look at."""

    name = "scripted"

    def __init__(self, lines: Sequence[str] = ()) -> None:
        self._lines = list(lines)
        self.plans: list[Plan] = []

    def worded(self, plan: Plan, *, state: ProspectState, persona: Persona, scene: Scene) -> Worded:  # noqa: ARG002
        """The next line; when there are none left, what the plan must say, or its first move's name."""
        self.plans.append(plan)
        if self._lines:
            return Worded(self._lines.pop(0), self.name)
        return Worded(" ".join(plan.must_say) or plan.moves[0].value.replace("_", " "), self.name)

    def drop(self) -> None:
        """Nothing to give up."""
