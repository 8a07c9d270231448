"""The call as both sides see it: who speaks, in which phase, and what was said."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.domain.earlier import Earlier


class Speaker(StrEnum):
    """Which side of the line."""

    TRAINEE = "trainee"
    PROSPECT = "prospect"


class Party(StrEnum):
    """Who exactly speaks."""

    TRAINEE = "trainee"
    PROSPECT = "prospect"
    GATEKEEPER = "gatekeeper"
    VOICEMAIL = "voicemail"


class Phase(StrEnum):
    """Where a call stands; see `app.call.phases` for the legal moves."""

    CREATED = "created"
    RINGING = "ringing"
    LIVE = "live"
    WRAPPING = "wrapping"
    ENDED = "ended"


class CallType(StrEnum):
    """What kind of exercise a session is."""

    COLD = "cold"
    GATEKEEPER = "gatekeeper"
    VOICEMAIL = "voicemail"
    CALLBACK = "callback"


class AnsweredBy(StrEnum):
    """Who is at the other end of the number; a day of real dials needs all three."""

    PERSON = "person"
    """Whoever the type of call says."""
    WRONG_NUMBER = "wrong_number"
    NOBODY = "nobody"


class EndReason(StrEnum):
    """Why a call ended."""

    TRAINEE_ENDED = "trainee_ended"
    PROSPECT_HUNG_UP = "prospect_hung_up"
    BOOKED = "booked"
    GOODBYE = "goodbye"
    MESSAGE_LEFT = "message_left"
    """A message stands on the machine, or somebody promised to pass one on."""
    WRONG_NUMBER = "wrong_number"
    NO_ANSWER = "no_answer"
    SILENCE = "silence"
    TIME_LIMIT = "time_limit"
    CONNECTION_LOST = "connection_lost"
    BACKEND_STOPPED = "backend_stopped"
    ERROR = "error"


class EndedBy(StrEnum):
    """Who ended it, in the words of the wire."""

    TRAINEE = "trainee"
    PROSPECT = "prospect"
    LIMIT = "limit"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One finished piece of speech, as it was heard."""

    index: int
    speaker: Speaker
    party: Party
    text: str
    start_ms: int
    end_ms: int
    heard: bool = True
    """False for a prospect line that an interruption cut; `text` then holds the part that was heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller:
    """The playbook in short: what the trainee sells."""

    company: str
    product: str
    problems: tuple[str, ...] = ()
    proof: tuple[str, ...] = ()
    price_hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What a rep would know before dialling, and nothing more."""

    trainee_name: str
    seller: Seller
    prospect_name: str | None
    prospect_title: str
    prospect_company: str
    prospect_industry: str
    prospect_size: str
    public_facts: tuple[str, ...] = ()
    goal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is fixed for a whole call beside the persona."""

    code: str
    """Prospect code: the root of all chance in the call, see `app.domain.chance`."""
    difficulty: int = 3
    call_type: CallType = CallType.COLD
    brief: Brief | None = None
    answered_by: AnsweredBy = AnsweredBy.PERSON
    earlier: Earlier | None = None
    """The call before this one, where there was one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """What the event log knows about how a call went; the scorer trusts it over the text."""

    meeting_booked: bool | None = None
    close_attempt: bool | None = None
    hung_up_by: Speaker | None = None
    no_fit: bool = False
    end_reason: EndReason | None = None
    causes: tuple[str, ...] = ()
    """Why the prospect left, in plain words; empty when it left for reasons of its own."""
    extra: dict[str, Any] = field(default_factory=dict)
