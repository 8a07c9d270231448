"""A call on virtual time: a script of who says what and when drives the machine, frame by frame, without a clock.

    call = Screenplay()
    call.prospect_says("Yeah?")                      # the pick-up line; later lines answer commits in order
    call.trainee_says(1.0, 2.5, "Hi, this is Ana.", done=0.9)
    take = call.run(6)
    assert take.commits == ["Hi, this is Ana."]

Times are seconds since the pick-up. The recogniser, the judge and the client's player are simulated with settable
delays; any of their reports can be lost.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from app.domain.audio import CALL_RATE_HZ, FRAME_SAMPLES, samples_to_ms
from app.turn import TurnCommand, TurnEvent, TurnState, initial, step
from app.turn.events import (
    FinalHeard,
    Frame,
    MannersSet,
    OverlapWeighed,
    PartialHeard,
    PickedUp,
    ProspectAudible,
    ProspectDone,
    ProspectProgress,
    PttChanged,
    TurnEndJudged,
    TypedLine,
)
from app.turn.orders import (
    CancelProspect,
    Commit,
    Nudge,
    PauseProspect,
    Propose,
    Reopen,
    ResumeProspect,
    WantPartial,
    WeighOverlap,
)

C = TypeVar("C")
WORDS_PER_S = 2.7
VOICE_DB = 70.0


@dataclass(frozen=True)
class Saying:
    """The trainee, or something the detector takes for speech, from `start` to `end` (samples)."""

    start: int
    end: int
    words: tuple[str, ...]
    done: float
    p: float

    def words_within(self, start: int, end: int) -> list[str]:
        """Words whose middle lies inside the stretch."""
        each = (self.end - self.start) / max(1, len(self.words))
        middles = (self.start + each * (i + 0.5) for i in range(len(self.words)))
        return [word for word, middle in zip(self.words, middles, strict=True) if start <= middle < end]


@dataclass
class Line:
    """A prospect utterance at the client."""

    gen: int
    text: str
    samples: int
    played: int = 0
    paused: bool = False
    spans: list[tuple[int, str]] = field(default_factory=list)
    """Words already played, with when."""

    def asks(self) -> bool:
        """A question ends about now."""
        words = self.text.split()
        ends = [self.samples * (i + 1) // len(words) for i, word in enumerate(words) if word.endswith("?")]
        return any(self.played - _samples(1.0) <= end <= self.played + _samples(0.4) for end in ends)

    def move(self, now: int) -> None:
        """Play one frame."""
        words = self.text.split()
        before = len(words) * self.played // max(1, self.samples)
        self.played = min(self.samples, self.played + FRAME_SAMPLES)
        after = len(words) * self.played // max(1, self.samples)
        self.spans += [(now, word) for word in words[before:after]]


@dataclass(frozen=True)
class Take:
    """What the machine ordered, with the time of each order in ms."""

    log: list[tuple[int, TurnCommand]]
    state: TurnState

    def of(self, kind: type[C]) -> list[C]:
        """All orders of one kind."""
        return [command for _, command in self.log if isinstance(command, kind)]

    def at_ms(self, kind: type[TurnCommand], which: int = 0) -> int:
        """When the machine gave the `which`-th order of this kind."""
        return [at for at, command in self.log if isinstance(command, kind)][which]

    @property
    def commits(self) -> list[str]:
        """Committed texts, one for each turn: the last commit of a turn stands."""
        return list({commit.turn: commit.text for commit in self.of(Commit)}.values())


@dataclass
class Screenplay:
    """The script and the simulated rest of the house."""

    stt_ms: int = 250
    judge_ms: int = 150
    reply_ms: int = 150
    patience: int = 0
    echo: str = "headset"
    weigh_ms: int = 30
    backchannel_p: float = 0.0
    """What the sound of the trainee's speech over the prospect's is taken for."""
    refuses: bool = False
    """The prospect means to talk on when interrupted."""
    stands_s: float | None = None
    """Speech in one turn that the prospect stands."""
    murmurs: bool = False
    leak: float = 0.0
    """Probability of the frames in which the prospect's own voice comes back."""
    lost: frozenset[str] = frozenset()
    """Reports that never arrive: `final`, `judge`, `weighed`, `partial`, `audible`, `progress`, `done`."""
    twice: bool = False
    """Every report arrives twice."""
    no_speech_prob: float = 0.0
    room_db: float | None = None
    """Level of the room, where levels are measured at all; a voice is at 70."""
    lag_s: float = 0.0
    """How long the detector goes on hearing a voice, and how long it takes to hear one."""

    def __post_init__(self) -> None:
        self._sayings: list[Saying] = []
        self._lines: list[tuple[str, float]] = []
        self._mutes: list[tuple[int, int]] = []
        self._events: list[tuple[int, TurnEvent]] = [(0, PickedUp())]
        self._line: Line | None = None
        self._pending: tuple[int, str, float] | None = None
        self._gen = 0
        self._log: list[tuple[int, TurnCommand]] = []
        self._state = initial(self.patience, self.echo)
        stands_ms = None if self.stands_s is None else int(self.stands_s * 1000)
        self.event(0, MannersSet(stands_ms=stands_ms, murmurs=self.murmurs))

    # The script.

    def trainee_says(self, start_s: float, end_s: float, text: str, *, done: float = 0.9, p: float = 0.95) -> None:
        """Speech with words; `done` is what Smart Turn thinks of a pause after it."""
        self._sayings.append(Saying(_samples(start_s), _samples(end_s), tuple(text.split()), done, p))

    def noise(self, start_s: float, end_s: float, *, p: float = 0.8) -> None:
        """The detector hears speech where nobody speaks."""
        self.trainee_says(start_s, end_s, "", done=0.5, p=p)

    def prospect_says(self, text: str, seconds: float | None = None) -> None:
        """The next line: the first is the pick-up, the others answer commits and nudges in order."""
        self._lines.append((text, seconds or max(0.3, len(text.split()) / WORDS_PER_S)))

    def event(self, at_s: float, event: TurnEvent) -> None:
        """Anything else that reaches the machine."""
        self._events.append((_samples(at_s), event))

    def types(self, at_s: float, text: str) -> None:
        """A typed line."""
        self.event(at_s, TypedLine(text=text))

    def key(self, down_s: float, up_s: float) -> None:
        """The push-to-talk key is held."""
        self.event(down_s, PttChanged(down=True))
        self.event(up_s, PttChanged(down=False))

    def puts_the_key_away(self, at_s: float) -> None:
        """Push-to-talk is switched off."""
        self.event(at_s, PttChanged(down=False, on=False))

    def muted(self, start_s: float, end_s: float) -> None:
        """The microphone is muted."""
        self._mutes.append((_samples(start_s), _samples(end_s)))

    # The run.

    def run(self, seconds: float) -> Take:
        """Play the script up to `seconds` and give back what was ordered."""
        now = 0
        self._begin(now, self.reply_ms)
        self._deliver(now)
        while now < _samples(seconds):
            now += FRAME_SAMPLES
            muted = any(a < now <= b for a, b in self._mutes)
            self._feed(Frame(p=self._p(now), muted=muted, levels_db=self._levels(now)), now)
            self._play(now)
            self._deliver(now)
        return Take(self._log, self._state)

    def _p(self, now: int) -> float:
        heard = now - FRAME_SAMPLES // 2 - _samples(self.lag_s)
        spoken = [s.p for s in self._sayings if s.start <= heard < s.end]
        leaked = self.leak if self._line and not self._line.paused else 0.0
        return max([0.02, leaked, *spoken])

    def _levels(self, now: int) -> tuple[float, ...]:
        if self.room_db is None:
            return ()
        parts = [now - FRAME_SAMPLES + FRAME_SAMPLES * (2 * i + 1) // 8 for i in range(4)]
        return tuple(VOICE_DB if any(s.start <= at < s.end for s in self._sayings) else self.room_db for at in parts)

    def _feed(self, event: TurnEvent, now: int) -> None:
        self._state, commands = step(self._state, event, now)
        for command in commands:
            self._log.append((samples_to_ms(now), command))
            self._obey(command, now)

    def _report(self, name: str, at: int, event: TurnEvent) -> None:
        if name not in self.lost:
            self._events += [(at, event)] * (2 if self.twice else 1)

    def _deliver(self, now: int) -> None:
        due = sorted((e for e in self._events if e[0] <= now), key=lambda e: e[0])
        self._events = [e for e in self._events if e[0] > now]
        for _, event in due:
            self._feed(event, now)

    def _obey(self, command: TurnCommand, now: int) -> None:
        match command:
            case Propose(turn=turn, rev=rev, start=start, end=end):
                text = self._recognise(start, end)
                final = FinalHeard(turn=turn, rev=rev, text=text, no_speech_prob=self.no_speech_prob)
                self._report("final", now + _samples(self.stt_ms / 1000), final)
                done = next((s.done for s in reversed(self._sayings) if s.start < end), 0.5)
                judged = TurnEndJudged(turn=turn, rev=rev, p=done)
                self._report("judge", now + _samples(self.judge_ms / 1000), judged)
            case WantPartial(turn=turn, start=start, end=end):
                partial = PartialHeard(turn=turn, text=self._recognise(start, end))
                self._report("partial", now + _samples(self.stt_ms / 1000), partial)
            case WeighOverlap(turn=turn, onset=onset):
                weighed = OverlapWeighed(turn=turn, onset=onset, p=self.backchannel_p)
                self._report("weighed", now + _samples(self.weigh_ms / 1000), weighed)
            case Commit() | Nudge():
                self._begin(now, self.reply_ms)
            case Reopen():
                self._pending = self._line = None
            case CancelProspect(gen=gen) if self._line and self._line.gen <= gen:
                self._line = None
            case PauseProspect() if self._line:
                self._line.paused = True
            case ResumeProspect() if self._line:
                self._line.paused = False
            case _:
                pass

    def _recognise(self, start: int, end: int) -> str:
        heard = [w for s in sorted(self._sayings, key=lambda s: s.start) for w in s.words_within(start, end)]
        if not heard and self.leak and self._line:
            heard = [word for at, word in self._line.spans if start <= at < end]
        return " ".join(heard)

    def _begin(self, now: int, delay_ms: int) -> None:
        if self._lines:
            text, seconds = self._lines.pop(0)
            self._pending = (now + _samples(delay_ms / 1000), text, seconds)

    def _play(self, now: int) -> None:
        if self._pending and self._pending[0] <= now:
            _, text, seconds = self._pending
            self._gen += 1
            self._pending, self._line = None, Line(self._gen, text, _samples(seconds))
            self._report("audible", now, ProspectAudible(gen=self._gen, refuses=self.refuses))
        line = self._line
        if line is None or line.paused:
            return
        line.move(now)
        if line.played >= line.samples:
            self._line = None
            self._report("done", now, ProspectDone(gen=line.gen))
        elif (line.played // FRAME_SAMPLES) % 3 == 0:
            self._report("progress", now, _progress(line, now))


def _progress(line: Line, now: int) -> ProspectProgress:
    return ProspectProgress(
        gen=line.gen,
        played_ms=samples_to_ms(line.played),
        remaining_ms=samples_to_ms(line.samples - line.played),
        recent_words=tuple(word for at, word in line.spans if now - at < _samples(5)),
        asked_question=line.asks(),
    )


def _samples(seconds: float) -> int:
    return int(seconds * CALL_RATE_HZ)


def kinds(take: Take, *wanted: type[TurnCommand]) -> list[str]:
    """Names of the orders in their sequence, only those of the kinds asked for."""
    return [type(command).__name__ for _, command in take.log if isinstance(command, wanted)]


def all_words(sayings: Iterable[str]) -> list[str]:
    """The words of several texts in order."""
    return [word for text in sayings for word in text.split()]
