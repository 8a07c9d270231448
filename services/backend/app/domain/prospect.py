"""How the prospect feels now, what it decided, and why."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.acts import Reading
from app.domain.call import EndReason, Party
from app.domain.persona import Voice


class Move(StrEnum):
    """One thing the prospect does with its turn."""

    PICK_UP = "pick_up"
    ASK_WHO = "ask_who"
    ASK_WHAT = "ask_what"
    GRANT_TIME = "grant_time"
    REFUSE_TIME = "refuse_time"
    BRUSH_OFF = "brush_off"
    OBJECT = "object"
    ASK_BACK = "ask_back"
    ANSWER = "answer"
    DEFLECT = "deflect"
    REVEAL = "reveal"
    PUSH_ON_CLAIM = "push_on_claim"
    SHOW_INTEREST = "show_interest"
    SOFTEN = "soften"
    HESITATE = "hesitate"
    STAY_SILENT = "stay_silent"
    INTERRUPT = "interrupt"
    BACKCHANNEL = "backchannel"
    HOLD = "hold"
    REFER = "refer"
    COUNTER_TIME = "counter_time"
    ACCEPT = "accept"
    CONFIRM = "confirm"
    SAY_WHO = "say_who"
    REPEAT = "repeat"
    CORRECT = "correct"
    ADMIT_NOT_KNOWING = "admit_not_knowing"
    ASK_REPEAT = "ask_repeat"
    DENY_AI = "dodge_ai_question"
    OFF_LIST = "off_list"
    NO_FIT = "no_fit"
    REFUSE = "refuse"
    NUDGE = "nudge"
    SMALL_TALK = "small_talk"
    GOODBYE = "goodbye"
    HANG_UP = "hang_up"
    SCREEN = "screen"
    TRANSFER = "transfer"
    TAKE_MESSAGE = "take_message"
    GREETING = "voicemail_greeting"
    RECALL = "recall"
    """Refers to an earlier call, or to what somebody passed on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One change of mind, in words that the trainee can read afterwards."""

    what: str
    change: dict[str, float]
    """Deltas by name: `trust`, `resistance`, `patience`, `interest`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenObjection:
    """An objection from the moment it was raised."""

    kind: str
    raised_at: int
    """Exchange number."""
    stage: str = "raised"
    """`raised` → `acknowledged` → `explored` → `resolved` or `dropped`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProspectState:
    """Everything the mind remembers: restoring it restores the prospect."""

    trust: float = 0.3
    resistance: float = 0.5
    patience: float = 0.7
    interest: float = 0.2
    party: Party = Party.PROSPECT
    """Who is on the line."""
    phase: str = "opening"
    """`opening`, `discovery`, `objection`, `closing`, `closed`."""
    exchange: int = 0
    """Trainee utterances answered so far; with the prospect code the root of chance."""
    objections: tuple[OpenObjection, ...] = ()
    disclosed: tuple[str, ...] = ()
    """Ids of facts the trainee has heard."""
    said: tuple[str, ...] = ()
    """The prospect's own sentences so far, so that it repeats and contradicts nothing."""
    last_moves: tuple[Move, ...] = ()
    trainee_lines: tuple[str, ...] = ()
    """Normalised trainee sentences so far: the same line twice gets less, then costs."""
    spoken_ms: int = 0
    """Trainee speech so far."""
    notes: dict[str, str] = field(default_factory=dict)
    """Small memories by name: `trainee_name`, `trainee_company`, `promised`, `booked_slot`, `asked_what` …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One trainee utterance as it reaches the mind."""

    text: str
    start_ms: int = 0
    end_ms: int = 0
    interrupted: bool = False
    """The trainee cut the prospect's line."""
    previous_line: str = ""
    """The prospect's last line, as far as it was heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to say, before anybody words it."""

    moves: tuple[Move, ...]
    facts: tuple[str, ...] = ()
    """Ids of the facts that may be told in this turn."""
    must_say: tuple[str, ...] = ()
    must_not_say: tuple[str, ...] = ()
    mood: str = "neutral"
    slots: dict[str, str] = field(default_factory=dict)
    max_sentences: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The mind's answer to one utterance: the plan, the new state, and how the call goes on."""

    plan: Plan
    next_state: ProspectState
    causes: tuple[Cause, ...] = ()
    reading: Reading | None = None
    ends: EndReason | None = None
    """Set when the prospect leaves the line after this turn."""
    refuses_to_yield: bool = False
    hands_over: bool = False
    """The person at the desk puts the call through."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A plan's words, and whose they are."""

    text: str
    by: str
    """Name of the wording engine; with the reason in brackets where another one was asked first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProspectTurn:
    """A decision with its words."""

    text: str
    """What is said aloud; empty when the prospect stays silent."""
    next_state: ProspectState
    moves: tuple[Move, ...]
    causes: tuple[Cause, ...] = ()
    ends: EndReason | None = None
    refuses_to_yield: bool = False
    reading: Reading | None = None
    party: Party = Party.PROSPECT
    """Who says it."""
    voice: Voice | None = None
    """The speaker's own voice; None means the prospect's."""
    pause_ms: int = 0
    """Quiet before the line, while a call is put through."""
    beep: bool = False
    """A machine's tone follows."""
    wording: str = "bank"
    """Who worded it, see `Worded.by`."""
    then: "ProspectTurn | None" = None
    """What follows without the trainee saying anything: somebody else picks up."""
