"""Everything the turn machine remembers: small frozen values on the sample clock (16 kHz)."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.audio import ms_to_samples
from app.turn.events import FinalHeard
from app.turn.orders import TurnCommand

QUIET_DB = 0.0
"""The level of nothing: one step of an int16 sample."""


class Mode(StrEnum):
    """Who has the floor; a turn that interrupted is one that speaks or pauses with `OpenTurn.cut` set."""

    RINGING = "ringing"
    LISTENING = "listening"
    """Nobody speaks; the next word is the trainee's."""
    TRAINEE_SPEAKING = "trainee_speaking"
    TRAINEE_PAUSE = "trainee_pause"
    """Soft end reached; the turn is over once its deadline has passed."""
    COMMITTED = "committed"
    """The prospect has the floor and is not audible yet."""
    PROSPECT_SPEAKING = "prospect_speaking"
    OVERLAP = "overlap"
    """Both are audible, and whether it is an interruption is not decided."""
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Voice:
    """The smoothed detector: is the trainee voiced now, and since when."""

    on: bool = False
    rising: int = 0
    """Samples of unbroken speech while off."""
    falling: int = 0
    """Samples of unbroken silence while on."""
    onset: int = 0
    last_voiced: int = 0
    loud_db: float = QUIET_DB
    """Level of the voice where it is loud."""
    sounded: int = 0
    """End of the last sound that was not far below that level, whatever the detector made of it."""
    ended: int = 0
    """Where the silence since began, once the voice is off."""
    clear: bool = False
    """The room is so quiet that a sound in this silence may be the voice coming back."""
    stirring: int = 0
    """Samples of such a sound, unbroken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTurn:
    """The trainee's turn from its first voiced sample until nobody can take it back."""

    number: int
    start: int
    """First sample, pre-roll included."""
    began: int
    """When speech last set in; after a pause that is later than `start`."""
    rev: int = 0
    voiced: int = 0
    """Voiced samples so far, pauses not counted."""
    asked_voiced: int = 0
    """`voiced` at the last `WantPartial`."""
    explained: int = 0
    """`voiced` up to which the text is known to hold backchannels alone."""
    partial: str = ""
    said: str = ""
    """Text of the last commit, kept for a reopen."""
    proposed_at: int | None = None
    proposed_end: int = 0
    final: FinalHeard | None = None
    p_end: float | None = None
    cut: int | None = None
    """The prospect utterance this turn interrupted."""
    over: bool = False
    """It began while the prospect was audible."""
    onset: int = 0
    """Where the latest stretch of its speech set in."""
    weighed: bool = False
    """The start of that stretch is being judged, or was."""
    backchannel_p: float | None = None
    """How likely that start is only a backchannel or a noise."""
    murmured: int = 0
    """`voiced` at the last `Murmur`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FarSide:
    """The prospect's voice at the client, as acknowledged."""

    gen: int = 0
    """Newest utterance heard of."""
    dead: int = 0
    """Newest utterance that is over, cancelled or taken back: it and older ones get no further command."""
    audible: bool = False
    paused: bool = False
    ducked: bool = False
    since: int = 0
    """When `gen` became audible."""
    fresh: int = 0
    """Last sign that playback moves."""
    remaining_ms: int | None = None
    words: tuple[str, ...] = ()
    words_at: int = 0
    asked: bool = False
    """What was last heard is a question."""
    answers: bool = False
    """`gen` answers a committed turn, so that a reopen may take it back."""
    refuses: bool = False
    """The first interruption of `gen` is not yielded to at once."""
    holds_until: int | None = None
    """Until when it is not; None while nobody has interrupted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """How long nobody has spoken."""

    since: int = 0
    """End of the last speech or nudge."""
    silent_since: int = 0
    """The same, but nudges do not count as sound."""
    nudges: int = 0
    nudging: bool = False
    """A nudge was ordered and is not audible yet."""
    held: bool = False
    """The trainee asked for a moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How the prospect shares the floor."""

    stands_ms: int | None = None
    """Speech in one turn that it stands."""
    murmurs: bool = False
    cutting_in: bool = False
    """It has taken the floor at a breath and is not audible yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnState:
    """The whole machine between two events."""

    mode: Mode = Mode.RINGING
    now: int = 0
    voice: Voice = Voice()
    turn: OpenTurn | None = None
    turns: int = 0
    """Turn numbers used so far."""
    spent: int = 0
    """Audio before this sample belongs to earlier turns."""
    far: FarSide = FarSide()
    quiet: Quiet = Quiet()
    manners: Manners = Manners()
    waiting_since: int = 0
    """When the prospect was given the floor."""
    patience: int = 0
    habit_ms: float = 0.0
    """Learned: how far this trainee's pauses reach past the commit table."""
    echo: str = "unknown"
    echo_hits: int = 0
    wary_until: int = 0
    half_duplex: bool = False
    ptt: bool = False
    key_down: bool = False


Outcome = tuple[TurnState, tuple[TurnCommand, ...]]


def initial(patience: int = 0, echo: str = "unknown") -> TurnState:
    """A machine for a call that still rings."""
    return TurnState(patience=max(-2, min(2, patience)), echo=echo)


def longer(since: int, now: int, ms: float) -> bool:
    """At least `ms` have passed on the sample clock."""
    return now - since >= ms_to_samples(ms)
