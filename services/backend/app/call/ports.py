"""What a live call needs from the rest of the house, and no more."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from app.domain.audio import Clip
from app.domain.events import EventKind
from app.domain.persona import Voice
from app.domain.prospect import Heard, ProspectState, ProspectTurn
from app.domain.speech import Transcript

Fact = tuple[EventKind, int, dict[str, Any]]
"""Kind, time on the call's clock in ms, data."""


class Line(Protocol):
    """The connection to the trainee's side; sending never blocks and never fails."""

    def send(self, message: Mapping[str, Any]) -> None:
        """Queue a JSON message of the wire."""
        ...

    def send_audio(self, piece: bytes) -> None:
        """Queue a binary audio piece of the wire."""
        ...

    def finish(self) -> None:
        """Close once everything queued is sent."""
        ...


class Journal(Protocol):
    """Where facts are kept; blocking, called off the loop and in order."""

    def append(self, session_id: str, facts: Sequence[Fact]) -> object:
        """Store facts before anybody sees them."""
        ...


class Tape(Protocol):
    """The stereo recording; blocking, called off the loop and in order."""

    def write(self, side: str, sample: int, pcm: bytes) -> None:
        """Place int16 mono at a sample of the call's clock."""
        ...

    def flush(self) -> None:
        """Make what was written survive this process."""
        ...

    def close(self) -> None:
        """Release the files."""
        ...


class Recogniser(Protocol):
    """Speech to text; blocking, entered by two threads at most."""

    def transcribe(self, pcm: bytes, *, prompt: str = "", fast: bool = False) -> Transcript:
        """Recognise int16 mono 16 kHz."""
        ...


class Speech(Protocol):
    """Text to speech; blocking, one thread at a time."""

    @property
    def rate_hz(self) -> int:
        """Rate of every clip."""
        ...

    def speak(self, text: str, voice: Voice) -> Clip:
        """Speak one clause."""
        ...

    def prepare(self, texts: Iterable[str], voice: Voice, *, keep: bool = False) -> int:
        """Have clauses made in the background, the first one next; `keep` stores them for other calls."""
        ...

    def drop_prepared(self) -> None:
        """Forget the clauses that are not begun."""
        ...

    def engine_of(self, voice: Voice) -> str:
        """Name of the engine that speaks for `voice`."""
        ...

    def hold(self, on: bool) -> None:
        """While `on`, nothing new is begun ahead of need."""
        ...


class Detector(Protocol):
    """Speech probability per frame."""

    def probability(self, frame: bytes) -> float:
        """For 512 int16 samples at 16 kHz."""
        ...


class TurnEnd(Protocol):
    """Is the turn over, by its sound."""

    def probability(self, pcm: bytes) -> float:
        """For int16 mono 16 kHz."""
        ...


class Backchannel(Protocol):
    """Does speech over the prospect's only say "I am listening", by its sound."""

    def probability(self, pcm: bytes) -> float:
        """For int16 mono 16 kHz that ends a third of a second after the onset."""
        ...


class Prospect(Protocol):
    """The other person: pure decisions with their words."""

    voice: Voice
    prompt: str
    """Names that the recogniser should expect."""

    def pick_up(self) -> ProspectTurn:
        """How the phone is answered."""
        ...

    def answer(self, state: ProspectState, heard: Heard) -> ProspectTurn:
        """What the prospect does about an utterance."""
        ...

    def drop(self) -> None:
        """Gives up the answer under way: nobody will hear it; callable from any thread."""
        ...

    def overhear(self, state: ProspectState, so_far: str) -> None:
        """Gets ready for a line that is still being spoken; decides nothing."""
        ...

    def foresee(self, state: ProspectState, so_far: str, split: Callable[[str], list[str]]) -> Sequence[str]:
        """Clauses that an answer from `state` will probably begin with, likeliest first; decides nothing."""
        ...

    def nudge(self, state: ProspectState, count: int) -> ProspectTurn:
        """Asks whether anyone is there."""
        ...

    def give_up(self, state: ProspectState) -> ProspectTurn:
        """Leaves a silent line."""
        ...

    def wind_up(self, state: ProspectState) -> ProspectTurn:
        """Leaves because the session's time is up."""
        ...

    def cut(self, before: ProspectState, turn: ProspectTurn, heard: str) -> ProspectState:
        """The state after `turn` when only `heard` of its text was heard; `before` is the state it came from."""
        ...

    def stands_ms(self, state: ProspectState) -> int | None:
        """Trainee speech in one turn after which the prospect cuts in at a breath; None never."""
        ...

    def murmurs(self) -> tuple[str, ...]:
        """What is said while listening, such as "uh-huh"; empty for who listens in silence."""
        ...

    def fixed_lines(self) -> tuple[str, ...]:
        """Lines worth having as sound before the call is live."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Equipment:
    """Everything a call works with."""

    recogniser: Recogniser
    speech: Speech
    clauses: Callable[[str], list[str]]
    """Cuts a reply into pieces to be spoken one after the other."""
    to_call_rate: Callable[[Clip], bytes]
    """A clip as int16 mono at 16 kHz, for the recording."""
    detector: Detector
    turn_end: TurnEnd | None
    prospect: Prospect
    journal: Journal
    tape: Tape
    seconds: Callable[[], float]
    """A monotonic clock, for stage timings only; it decides nothing about turns."""
    ready: Callable[[], Awaitable[None]]
    """Waits until every engine is loaded; raises the error of one that failed."""
    backchannel: Backchannel | None = None
    """Without one, whoever speaks over the prospect for long enough stops it."""
    tail: Recogniser | None = None
    """A quick recogniser for the last seconds of a turn, where there is one."""
