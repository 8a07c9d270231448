"""What turn-taking orders: each may be carried out twice without harm."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechBegan:
    """The trainee started to speak; `start` includes the pre-roll."""

    turn: int
    start: int
    over_prospect: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechPaused:
    """The trainee fell silent (not yet the end of the turn)."""

    turn: int
    last_voiced: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WantPartial:
    """A good moment to recognise what was said so far; may be skipped under load."""

    turn: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighOverlap:
    """Listen to what has set in at `onset` over the prospect's voice: an interruption or a sign of listening?"""

    turn: int
    onset: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Propose:
    """Soft end: make the final text, Smart Turn's opinion, the reply and its first clause, on suspicion."""

    turn: int
    rev: int
    start: int
    end: int
    last_voiced: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """Speech went on inside the pause: whatever was made for `rev` or older is stale."""

    turn: int
    rev: int
    paused: bool = True
    """False when it was no pause but a dip shorter than the soft end, never announced as `SpeechPaused`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """The turn is over; speak the reply made for (`turn`, `rev`), if it was made for this very `text`."""

    turn: int
    rev: int
    text: str
    start: int
    last_voiced: int
    interrupted_gen: int | None = None
    """The prospect utterance that this turn cut, if any."""
    cuts_in: bool = False
    """The prospect takes the floor at a breath: what is said from here on is another turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopen:
    """A committed turn goes on as `rev + 1`: take the reply to `rev` back, forget its state. Not an interruption."""

    turn: int
    rev: int
    gen: int | None
    """None while the reply is not audible."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """Nothing was said: `why` is `noise`, `empty`, `hallucination`, `backchannel` or `echo`."""

    turn: int
    why: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duck:
    """Lower (`db` < 0) or restore (`db` = 0) the prospect's voice."""

    gen: int
    db: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseProspect:
    """Stop the sound of `gen`, ready to resume."""

    gen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeProspect:
    """Go on with `gen`, from 120 ms before the pause."""

    gen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelProspect:
    """`gen` is over, its unheard text was never said: an interruption, or a line that came when the floor was taken."""

    gen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Murmur:
    """A long turn pauses unfinished: a listener's "uh-huh" fits; it takes no floor."""

    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """Nobody has spoken for `silent_ms`; the prospect asks whether anyone is there."""

    count: int
    silent_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveUp:
    """Too long a silence: the prospect leaves."""

    silent_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfDuplex:
    """The prospect's own voice keeps coming back: stop listening while it speaks, and tell the user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue:
    """A watchdog fired: `what` did not arrive in time; the machine went on without it."""

    what: str


TurnCommand = (
    SpeechBegan
    | SpeechPaused
    | WantPartial
    | WeighOverlap
    | Propose
    | Withdraw
    | Commit
    | Reopen
    | Drop
    | Duck
    | PauseProspect
    | ResumeProspect
    | CancelProspect
    | Murmur
    | Nudge
    | GiveUp
    | HalfDuplex
    | Overdue
)
