"""What the turn machine is told and what it orders: plain values on the sample clock."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One capture frame was judged by the speech detector."""

    p: float
    """Speech probability of these 512 samples."""
    muted: bool = False
    gap: bool = False
    """True for silence that stands in for lost frames."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PickedUp:
    """The ringing is over; the prospect is about to speak the pick-up line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnEndJudged:
    """Smart Turn's opinion on the pause that `Propose(turn, rev)` announced."""

    turn: int
    rev: int
    p: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialHeard:
    """Recognised text so far of the speech in progress (also of speech over the prospect's)."""

    turn: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalHeard:
    """Recognised text of the whole turn up to the pause that `Propose(turn, rev)` announced."""

    turn: int
    rev: int
    text: str
    no_speech_prob: float = 0.0
    avg_logprob: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ProspectAudible:
    """Playback of prospect utterance `gen` began at the client."""

    gen: int
    asked_question: bool = False
    refuses: bool = False
    """This prospect talks on for a while when interrupted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProspectProgress:
    """The client played this much of `gen`; `remaining_ms` is None while the line is still being made."""

    gen: int
    played_ms: int
    remaining_ms: int | None = None
    recent_words: tuple[str, ...] = ()
    """Words played in the last five seconds, for the echo guard."""
    asked_question: bool = False
    """What was just heard is a question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProspectDone:
    """`gen` was played to its end; after a commit also: there is nothing to play, the prospect stays silent."""

    gen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedLine:
    """The trainee typed a line in a voice call: a finished turn at once."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PttChanged:
    """Push-to-talk key; the first one switches the call to push-to-talk, `on` False lets it listen by itself again."""

    down: bool
    on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PatienceSet:
    """The trainee's patience setting, -2 (quick) to 2 (patient)."""

    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteSet:
    """How the prospect's voice reaches the trainee: `headset`, `speaker` or `unknown`."""

    echo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MannersSet:
    """How the prospect shares the floor from now on."""

    stands_ms: int | None = None
    """Speech in one turn after which it takes the floor at a breath; None waits for the end."""
    murmurs: bool = False
    """It says "uh-huh" while it listens to a long turn."""


TurnEvent = (
    Frame
    | PickedUp
    | TurnEndJudged
    | PartialHeard
    | FinalHeard
    | ProspectAudible
    | ProspectProgress
    | ProspectDone
    | TypedLine
    | PttChanged
    | PatienceSet
    | RouteSet
    | MannersSet
)


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
