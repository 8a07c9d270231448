"""Wording by a language model: guarded, tried twice, never late, and the built-in line wherever it fails."""

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Event, Lock

from app.dialogue.engines.answer import DROPPED, GUARDED, LATE, Deadlines, Listening
from app.dialogue.engines.bank import BankWording
from app.dialogue.engines.chat import ChatModel, Message, Sampling
from app.dialogue.engines.guard import MAX_SENTENCES, Spoken, faults
from app.dialogue.engines.prompt import messages_for, opening
from app.domain.call import AnsweredBy, Party, Scene
from app.domain.chance import unit
from app.domain.errors import RingsideError
from app.domain.persona import Persona
from app.domain.prospect import Plan, ProspectState, Worded

TEMPERATURES = (0.6, 0.3)
"""One per try; the second is the tamer one."""
MAX_TOKENS = 80
WARM_UP_S = 120.0
"""A server may load its model first; nobody waits for it."""
REMEMBERED = 16
MISSES, REST = 2, 4
"""After so many late lines running, the model is asked for every fourth line only."""


class ModelWording:
    """Words plans with `model`; a plan gets the same words however often it is worded, so suspicion costs nothing.

    `worded` blocks until the deadline at the latest and belongs on a worker; `drop` may come from any thread.
    """

    def __init__(
        self,
        model: ChatModel,
        bank: BankWording | None = None,
        deadlines: Deadlines | None = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = model.name
        self._model, self._bank, self._seconds = model, bank or BankWording(), seconds
        self._deadlines = deadlines or Deadlines()
        self._known: OrderedDict[str, Worded] = OrderedDict()
        self._busy, self._dropped = Lock(), Event()
        self._misses = self._asked = 0

    def worded(self, plan: Plan, *, state: ProspectState, persona: Persona, scene: Scene) -> Worded:
        """The line for `plan`, by the model or, where it fails, by the bank, and who worded it."""
        draft = self._bank.worded(plan, state=state, persona=persona, scene=scene)
        if not draft.text or state.party is not Party.PROSPECT or scene.answered_by is not AnsweredBy.PERSON:
            return draft
        key = repr((scene.code, state.exchange, state.trainee_lines[-1:], state.said, plan))
        with self._busy:
            if key in self._known:
                return self._known[key]
            self._dropped.clear()
            text, failed = self._ask(Spoken(plan=plan, draft=draft.text, persona=persona, state=state), scene)
            found = Worded(text, self.name) if text else Worded(draft.text, f"{draft.by} ({self.name} {failed})")
            if failed != DROPPED:
                self._known[key] = found
                while len(self._known) > REMEMBERED:
                    self._known.popitem(last=False)
            return found

    def drop(self) -> None:
        """Give up the line under way: the trainee went on speaking, nobody will say it."""
        self._dropped.set()
        self._model.drop()

    def warm_up(self, persona: Persona) -> bool:
        """Have the model loaded and what stands before every line read; blocking, False when it does not answer."""
        try:
            first = (*opening(persona), Message(role="user", content="Hello?"))
            for _ in self._model.stream(first, Sampling(seed=0, temperature=0.0, max_tokens=1), WARM_UP_S):
                pass
        except RingsideError:
            return False
        return True

    def _ask(self, spoken: Spoken, scene: Scene) -> tuple[str, str]:
        """The model's line, or an empty one and what was wrong."""
        self._asked += 1
        if self._misses >= MISSES and self._asked % REST:
            return "", LATE
        clock, messages = Listening(self._model, self._deadlines, self._seconds), messages_for(spoken)
        for attempt, temperature in enumerate(TEMPERATURES):
            seed = int(unit(scene.code, spoken.state.exchange, "model", attempt) * 2**31)
            sampling = Sampling(seed=seed, temperature=temperature, max_tokens=MAX_TOKENS)
            text, failed = clock.take(messages, sampling, MAX_SENTENCES)
            if self._dropped.is_set():
                return "", DROPPED
            self._misses = self._misses + 1 if failed == LATE and not attempt else 0 if not failed else self._misses
            if failed:
                # A second try that has no time left says how the first one ended.
                return "", GUARDED if attempt and failed == LATE else failed
            if not faults(text, spoken):
                return text, ""
        return "", GUARDED
