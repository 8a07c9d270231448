"""The built-in wording: composed phrases, no model, a fraction of a millisecond."""

from collections import deque

from app.dialogue.words.compose import compose
from app.dialogue.words.sentences import is_long, same, sentences_of
from app.domain.call import Scene
from app.domain.persona import Persona
from app.domain.prospect import Plan, ProspectState

_REMEMBERED = 2_000
"""Sentences remembered across calls: about twenty calls."""


class BankWording:
    """Words plans from the phrase families.

    One instance kept over several calls avoids what it said lately; a fresh one depends on its arguments alone.
    """

    name = "bank"

    def __init__(self) -> None:
        self._lately: deque[str] = deque(maxlen=_REMEMBERED)

    def word(self, plan: Plan, *, state: ProspectState, persona: Persona, scene: Scene) -> str:
        """The line for `plan`; empty for a plan that says nothing."""
        line = compose(plan, state=state, persona=persona, scene=scene, told_before=self._lately)
        self._lately.extend(same(sentence) for sentence in sentences_of(line) if is_long(sentence))
        return line
