"""The person at the other end: a persona in a scene, with the mind's functions bound to them."""

from collections.abc import Callable
from dataclasses import replace

from app.dialogue import (
    BankWording,
    fixed_lines,
    generate_prospect_turn,
    give_up,
    initial_state,
    murmurs,
    nudge,
    overhear,
    pick_up,
    predict_first_clauses,
    remember_words,
    stands_ms,
    wind_up,
)
from app.dialogue.ports import WordingEngine
from app.domain.call import Scene
from app.domain.persona import Persona
from app.domain.prospect import Heard, ProspectState, ProspectTurn
from app.reading import Reader

HEARD_ENOUGH = 0.6
"""A fact counts as told when at least this share of its line's words was heard."""


class SimulatedProspect:
    """Binds persona, scene and wording; every method is pure."""

    def __init__(
        self, persona: Persona, scene: Scene, wording: WordingEngine | None = None, reader: Reader | None = None
    ) -> None:
        self._persona, self._scene, self._reader = persona, scene, reader or Reader()
        self._wording = wording or BankWording()
        self.voice = persona.voice
        brief = scene.brief
        names = [persona.name, persona.company]
        if brief:
            names += [brief.trainee_name, brief.seller.company]
        self.prompt = ", ".join(name for name in names if name)

    def initial_state(self) -> ProspectState:
        """How they feel when the phone rings."""
        return initial_state(self._persona, self._scene)

    def pick_up(self) -> ProspectTurn:
        """How the phone is answered."""
        return pick_up(self._persona, self._scene)

    def answer(self, state: ProspectState, heard: Heard) -> ProspectTurn:
        """What the prospect does about an utterance."""
        return generate_prospect_turn(
            state,
            heard.text,
            self._persona,
            scene=self._scene,
            heard=heard,
            wording=self._wording,
            reader=self._reader,
        )

    def drop(self) -> None:
        """Gives up the answer under way, as far as words take time."""
        self._wording.drop()

    def overhear(self, state: ProspectState, so_far: str) -> None:
        """Gets ready for a line that is still being spoken."""
        overhear(state, so_far, self._persona, self._scene, self._reader)

    def foresee(self, state: ProspectState, so_far: str, split: Callable[[str], list[str]]) -> list[str]:
        """Clauses that an answer will probably begin with; nothing where a model words the plan anew each time."""
        if not isinstance(self._wording, BankWording):
            return []
        return predict_first_clauses(
            state, self._persona, self._scene, split=split, heard_so_far=so_far, wording=self._wording
        )

    def nudge(self, state: ProspectState, count: int) -> ProspectTurn:
        """Asks whether anyone is there."""
        return nudge(state, self._persona, self._scene, count)

    def give_up(self, state: ProspectState) -> ProspectTurn:
        """Leaves a silent line."""
        return give_up(state, self._persona, self._scene)

    def wind_up(self, state: ProspectState) -> ProspectTurn:
        """Leaves because the session's time is up."""
        return wind_up(state, self._persona, self._scene)

    def cut(self, before: ProspectState, turn: ProspectTurn, heard: str) -> ProspectState:
        """The state when only `heard` was heard: nothing unheard was said, and no fact is known from half a line."""
        after = turn.next_state
        if heard == turn.text:
            return after
        said = remember_words(before, heard).said if heard else before.said
        enough = len(heard.split()) >= HEARD_ENOUGH * len(turn.text.split())
        return replace(after, said=said, disclosed=after.disclosed if enough else before.disclosed)

    def stands_ms(self, state: ProspectState) -> int | None:
        """Trainee speech in one turn that this person stands."""
        return stands_ms(self._persona, state)

    def murmurs(self) -> tuple[str, ...]:
        """What this person says while listening."""
        return murmurs(self._persona, self._scene)

    def fixed_lines(self) -> tuple[str, ...]:
        """Lines worth having as sound before the call is live."""
        return fixed_lines(self._persona, self._scene)
