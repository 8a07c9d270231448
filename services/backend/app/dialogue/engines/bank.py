"""The built-in wording: composed phrases, no model, a fraction of a millisecond."""

from collections.abc import Iterable

from app.dialogue.words.compose import compose
from app.dialogue.words.leads import long_ones
from app.domain.call import Scene
from app.domain.persona import Persona
from app.domain.prospect import Plan, ProspectState, Worded


class BankWording:
    """Words plans from the phrase families; pure, so that a line may be worded on suspicion and again.

    `lately` are lines that prospects said in other calls: their long sentences are avoided while there are others.
    """

    name = "bank"

    def __init__(self, lately: Iterable[str] = ()) -> None:
        self._lately: dict[str, None] = {}
        self.remember(lately)

    def remember(self, lines: Iterable[str]) -> None:
        """Take in what was said in a call that is over; only the newest `REMEMBERED` sentences are kept."""
        for sentence in (one for line in lines for one in long_ones(line)):
            self._lately.pop(sentence, None)
            self._lately[sentence] = None
        while len(self._lately) > REMEMBERED:
            del self._lately[next(iter(self._lately))]

    def word(self, plan: Plan, *, state: ProspectState, persona: Persona, scene: Scene) -> str:
        """The line for `plan`; empty for a plan that says nothing."""
        return compose(plan, state=state, persona=persona, scene=scene, told_before=self._lately)

    def worded(self, plan: Plan, *, state: ProspectState, persona: Persona, scene: Scene) -> Worded:
        """The same, signed."""
        return Worded(self.word(plan, state=state, persona=persona, scene=scene), self.name)

    def drop(self) -> None:
        """Nothing to give up: a line takes no time."""


REMEMBERED = 2_000
"""Sentences remembered across calls: well over twenty calls."""
