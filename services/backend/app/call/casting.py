"""Who answers the next call: a fresh prospect, one rebuilt from a code or seed, or the one who was called before."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from app.call.earlier import earlier_of
from app.domain.call import AnsweredBy, Brief, CallType, Phase
from app.domain.earlier import Earlier
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.events import CallEvent
from app.domain.persona import Persona
from app.domain.plain import from_plain
from app.domain.playbook import Playbook
from app.domain.session import StoredSession
from app.persona import (
    DEFAULT_PLAYBOOK_ID,
    BadCode,
    OtherLibrary,
    PersonaGenerator,
    brief_for,
    calendar_of,
    decode,
    encode,
    find_playbook,
    goal_of,
)

DEFAULT_LEVEL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the trainee asked for."""

    duration_minutes: int
    difficulty: int | None = None
    """None: that of the earlier call, or the middle one."""
    call_type: CallType = CallType.COLD
    playbook_id: str | None = None
    seed: int | None = None
    prospect_code: str | None = None
    previous_session_id: str | None = None
    trainee_name: str = ""
    assisted: bool = False
    show_state: bool = False
    wording: str = "bank"
    mode: str = "voice"
    answered_by: AnsweredBy = AnsweredBy.PERSON
    """Not the trainee's to choose: a day of dials draws it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who will be on the line."""

    persona: Persona
    playbook_id: str
    brief: Brief
    difficulty: int
    call_type: CallType
    earlier: Earlier | None = None
    previous_id: str | None = None
    """The session that a call-back goes back to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Casting:
    """What a choice needs to know."""

    playbooks: Sequence[Playbook]
    met: Callable[[], Sequence[Mapping[str, Any]]]
    """The ledger, newest first."""
    voices: Collection[str]
    random_seed: Callable[[], int]
    now: datetime

    def choose(self, wish: Wish, trainee: str) -> Cast:
        """A code or seed rebuilds exactly, else the ledger has a say; raises `Invalid` and `NotFound`."""
        weekday, generator = self.now.astimezone().weekday(), PersonaGenerator()
        if wish.prospect_code:
            code = decode(wish.prospect_code)
            playbook = find_playbook(code, self.playbooks)
            level, call_type = code.difficulty, code.call_type
            persona = generator.generate(
                code.seed, difficulty=level, call_type=call_type, playbook=playbook, weekday=weekday
            )
        else:
            playbook = self._playbook(wish.playbook_id or DEFAULT_PLAYBOOK_ID)
            level, call_type, fixed = wish.difficulty or DEFAULT_LEVEL, wish.call_type, wish.seed is not None
            persona = generator.generate(
                self.random_seed() if wish.seed is None else wish.seed,
                () if fixed else self.met(),
                difficulty=level,
                call_type=call_type,
                playbook=playbook,
                weekday=weekday,
                **({} if fixed else {"voices": self.voices}),
            )
        return Cast(
            persona=persona,
            playbook_id=playbook.id,
            brief=brief_for(persona, playbook, trainee, call_type),
            difficulty=level,
            call_type=call_type,
        )

    def call_back(self, wish: Wish, previous: StoredSession, events: Sequence[CallEvent], trainee: str) -> Cast:
        """The prospect of an earlier session, who remembers it; raises `Conflict` while that one is on."""
        if previous.phase is not Phase.ENDED:
            raise Conflict("The earlier call has not ended.", "End it first, then call back.")
        if wish.prospect_code or wish.seed is not None:
            raise Invalid("A call-back reaches the prospect of the earlier call.", "Leave out the code and the seed.")
        level = wish.difficulty or previous.difficulty
        persona = from_plain(Persona, previous.persona)
        days = max(0, (self.now.astimezone().date() - previous.created_at.astimezone().date()).days)
        if days:
            playbook = next((one for one in self.playbooks if one.id == previous.playbook_id), None)
            calendar = calendar_of(persona.seed, playbook.hash if playbook else "", self.now.astimezone().weekday())
            persona = replace(persona, calendar=calendar)
        persona = replace(persona, code=_code_of_second_call(persona.code, level))
        brief = replace(
            from_plain(Brief, previous.brief), trainee_name=trainee, goal=goal_of(persona, CallType.CALLBACK)
        )
        return Cast(
            persona=persona,
            playbook_id=previous.playbook_id,
            brief=brief,
            difficulty=level,
            call_type=CallType.CALLBACK,
            earlier=earlier_of(previous, events, days),
            previous_id=previous.session_id,
        )

    def _playbook(self, playbook_id: str) -> Playbook:
        for playbook in self.playbooks:
            if playbook.id == playbook_id:
                return playbook
        raise NotFound(f"There is no playbook {playbook_id!r}.", "Choose one from the list of playbooks.")


def _code_of_second_call(code: str, level: int) -> str:
    """The code with the type of call changed, so that chance does not repeat the first call's."""
    try:
        return encode(replace(decode(code), call_type=CallType.CALLBACK, difficulty=level))
    except (BadCode, OtherLibrary):
        return code
