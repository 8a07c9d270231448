"""What the turn machine is told: plain values on the sample clock."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One capture frame was judged by the speech detector."""

    p: float
    """Speech probability of these 512 samples."""
    muted: bool = False
    gap: bool = False
    """True for silence that stands in for lost frames."""
    levels_db: tuple[float, ...] = ()
    """Levels of equal parts of it, above one step of an int16 sample; empty where nobody measured."""


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
class OverlapWeighed:
    """How likely the speech that set in over the prospect's at `onset` is only a backchannel or a noise."""

    turn: int
    onset: int
    p: float


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
    | OverlapWeighed
    | ProspectAudible
    | ProspectProgress
    | ProspectDone
    | TypedLine
    | PttChanged
    | PatienceSet
    | RouteSet
    | MannersSet
)
