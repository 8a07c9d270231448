"""A whole call in memory that reads like a screenplay: scripted sound, a playing client, no model, no wall clock.

The trainee's words are written into the samples themselves (word `k` has amplitude 1000 + k), so that the scripted
recogniser hears exactly the words whose sound it is given.
"""

import asyncio
import json
import struct
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from unittest.mock import patch

from app.call.frames import CaptureFrame
from app.call.ports import Equipment, Fact
from app.call.session import CallSession
from app.call.workers import Worker
from app.domain.audio import CALL_RATE_HZ, FRAME_SAMPLES, Clip
from app.domain.call import EndedBy, EndReason
from app.domain.events import CallEvent
from app.domain.persona import Voice
from app.domain.prospect import Heard, Move, ProspectState, ProspectTurn
from app.domain.speech import Transcript
from tests.virtual_time import VirtualWorkers

LOUD = 1000
WORD_MS = 300
OUT_RATE = 8_000


class Words:
    """Every word of the screenplay by its amplitude."""

    def __init__(self) -> None:
        self._words: list[str] = []

    def sound(self, text: str, length: int) -> bytes:
        """`text` spread evenly over `length` samples."""
        words = text.split()
        first = len(self._words)
        self._words += words
        return b"".join(struct.pack("<h", LOUD + first + i * len(words) // length) for i in range(length))

    def heard(self, pcm: bytes) -> str:
        """The words in `pcm`, each once, in order."""
        return " ".join(word for word, _ in self.spans(pcm))

    def spans(self, pcm: bytes) -> list[tuple[str, int]]:
        """The words in `pcm` in order, each once, with how many samples of it there are."""
        found = Counter(value for (value,) in struct.iter_unpack("<h", pcm) if value >= LOUD)
        return [(self._words[value - LOUD], samples) for value, samples in found.items()]


class ScriptedRecogniser:
    """Hears the words in the samples."""

    def __init__(self, words: Words, mistakes: Mapping[str, str] | None = None) -> None:
        self._words, self._mistakes = words, mistakes or {}
        self.fails = False

    def transcribe(self, pcm: bytes, *, prompt: str = "", fast: bool = False) -> Transcript:
        """The words whose sound is in `pcm`, or what it takes them for."""
        if self.fails:
            raise RuntimeError("the recogniser broke")
        words = (self._mistakes.get(word, word) for word in self._words.heard(pcm).split())
        return Transcript(" ".join(words), -0.2, 0.01)


class ScriptedVoice:
    """Every word takes 300 ms, and can be told on the tape."""

    rate_hz = OUT_RATE

    def __init__(self, words: Words) -> None:
        self._words = words
        self.prepared: list[str] = []

    def speak(self, text: str, voice: Voice) -> Clip:
        """The words as sound."""
        return Clip(self._words.sound(text, len(text.split()) * WORD_MS * OUT_RATE // 1000), OUT_RATE)

    def prepare(self, texts: Iterable[str], voice: Voice, *, keep: bool = False) -> int:
        """Only noted: everything is made at once anyway."""
        self.prepared = list(texts)
        return len(self.prepared)

    def drop_prepared(self) -> None:
        """Forget the notes."""
        self.prepared = []

    def engine_of(self, voice: Voice) -> str:
        """There is but one."""
        return "scripted"

    def hold(self, on: bool) -> None:
        """Nothing to hold."""


class EnergyDetector:
    """Anything above silence is speech."""

    def probability(self, frame: bytes) -> float:
        """1 for sound."""
        return 0.97 if any(frame) else 0.01


class ScriptedProspect:
    """Says the given lines in order; remembers what it was told."""

    voice = Voice(gender="male")
    prompt = ""

    def __init__(self, lines: Sequence[str], leaves_after: int | None = None) -> None:
        self._lines, self._leaves_after = lines, leaves_after
        self.refuses = False
        self.stands: int | None = None
        self.murmured: tuple[str, ...] = ()
        self.heard: list[Heard] = []

    def pick_up(self) -> ProspectTurn:
        return self._turn(ProspectState(), "Hello?", Move.PICK_UP)

    def answer(self, state: ProspectState, heard: Heard) -> ProspectTurn:
        self.heard.append(heard)
        number = state.exchange
        text = self._lines[number] if number < len(self._lines) else "Okay."
        ends = EndReason.PROSPECT_HUNG_UP if self._leaves_after == number else None
        return self._turn(replace(state, exchange=number + 1), text, Move.ANSWER, ends)

    def nudge(self, state: ProspectState, count: int) -> ProspectTurn:
        return self._turn(state, "Hello? You there?", Move.NUDGE)

    def give_up(self, state: ProspectState) -> ProspectTurn:
        return self._turn(state, "Okay, bye.", Move.HANG_UP, EndReason.SILENCE)

    def wind_up(self, state: ProspectState) -> ProspectTurn:
        return self._turn(state, "I have to run.", Move.GOODBYE, EndReason.TIME_LIMIT)

    def cut(self, before: ProspectState, turn: ProspectTurn, heard: str) -> ProspectState:
        return replace(turn.next_state, said=(*before.said, heard))

    def drop(self) -> None:
        pass

    def overhear(self, state: ProspectState, so_far: str) -> None:
        pass

    def foresee(self, state: ProspectState, so_far: str, split: Callable[[str], list[str]]) -> list[str]:
        return []

    def stands_ms(self, state: ProspectState) -> int | None:
        return self.stands

    def murmurs(self) -> tuple[str, ...]:
        return self.murmured

    def fixed_lines(self) -> tuple[str, ...]:
        return ("Hello? You there?",)

    def _turn(self, state: ProspectState, text: str, move: Move, ends: EndReason | None = None) -> ProspectTurn:
        said = (*state.said, text) if text else state.said
        after = replace(state, said=said)
        return ProspectTurn(text=text, next_state=after, moves=(move,), ends=ends, refuses_to_yield=self.refuses)


@dataclass
class MemoryJournal:
    """The log in a list."""

    events: list[CallEvent] = field(default_factory=list)
    fails: bool = False

    def append(self, session_id: str, facts: Sequence[Fact]) -> None:
        if self.fails:
            raise OSError("disk full")
        for kind, t_ms, data in facts:
            json.dumps(data)
            self.events.append(CallEvent(seq=len(self.events), t_ms=t_ms, kind=kind, data=data))


class MemoryTape:
    """The recording in two byte arrays."""

    def __init__(self) -> None:
        self.sides = {"trainee": bytearray(), "prospect": bytearray()}

    def write(self, side: str, sample: int, pcm: bytes) -> None:
        track = self.sides[side]
        end = sample * 2 + len(pcm)
        track.extend(bytes(max(0, end - len(track))))
        track[sample * 2 : end] = pcm

    def flush(self) -> None: ...

    def close(self) -> None: ...


class Client:
    """Plays what comes at the pace of the call's clock and acknowledges like the app's playback worklet."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []
        self.gens_played: list[int] = []
        self.acks: list[tuple[int, int]] = []
        self._queue: dict[int, int] = {}
        self._played: dict[int, int] = {}
        self._cleared = 0
        self._frames = 0
        self.audio_after_clear = 0

    def send(self, message: Mapping[str, Any]) -> None:
        self.messages.append(dict(message))
        if message["type"] == "clear":
            self._cleared = max(self._cleared, message["gen"])
            self.acks += [(gen, played) for gen, played in self._played.items() if gen <= self._cleared]
            self._queue = {gen: left for gen, left in self._queue.items() if gen > self._cleared}

    def send_audio(self, piece: bytes) -> None:
        _, _, _, gen, _ = struct.unpack_from("<BBHIQ", piece)
        if gen <= self._cleared:
            self.audio_after_clear += 1
            return
        self._queue[gen] = self._queue.get(gen, 0) + (len(piece) - 16) // 2
        self._played.setdefault(gen, 0)

    def finish(self) -> None: ...

    def play_frame(self) -> None:
        """32 ms go by."""
        self._frames += 1
        budget = OUT_RATE * FRAME_SAMPLES // CALL_RATE_HZ
        for gen in sorted(self._queue):
            step = min(budget, self._queue[gen])
            self._queue[gen] -= step
            self._played[gen] += step
            budget -= step
            if gen not in self.gens_played and step:
                self.gens_played.append(gen)
            if step and (self._frames % 3 == 0 or not self._queue[gen]):
                self.acks.append((gen, self._played[gen]))

    def of(self, kind: str) -> list[dict[str, Any]]:
        """All messages of a type."""
        return [message for message in self.messages if message["type"] == kind]


class ScriptedCall:
    """Seconds are the call's clock, ringing (1 s) included; the pick-up line takes 0.3 s from there."""

    def __init__(
        self,
        *lines: str,
        leaves_after: int | None = None,
        limit_s: float = 600,
        p_end: float = 0.9,
        delays: Mapping[str, int] | None = None,
        quick: Mapping[str, str] | None = None,
    ) -> None:
        """With `quick` there is a second recogniser, which takes its keys for its values."""
        self._words, self._spoken = Words(), Words()
        self._workers = VirtualWorkers(delays or {})
        self._lost: list[tuple[float, float]] = []
        self._script: list[tuple[float, float, str]] = []
        self._after: list[tuple[float, Any]] = []
        self.client = Client()
        self.journal, self.tape = MemoryJournal(), MemoryTape()
        self.recogniser = ScriptedRecogniser(self._words)
        self.quick = None if quick is None else ScriptedRecogniser(self._words, quick)
        self.voice = ScriptedVoice(self._spoken)
        self.prospect = ScriptedProspect(lines, leaves_after)
        self._limit_ms = int(limit_s * 1000)
        self._p_end = p_end
        self.ended: tuple[EndReason, EndedBy] | None = None

    def trainee_says(self, at_s: float, until_s: float, text: str) -> None:
        """Words spread over a stretch of the clock."""
        self._script.append((at_s, until_s, text))

    def loses(self, at_s: float, until_s: float) -> None:
        """Frames that never arrive."""
        self._lost.append((at_s, until_s))

    def stalls(self, at_s: float, worker: str) -> None:
        """From then on a thread gives nothing back."""
        self.at(at_s, lambda _: self._workers.stall(worker))

    def hangs(self, at_s: float, until_s: float) -> None:
        """The connection is gone and comes back."""
        self.loses(at_s, until_s)
        self.at(at_s, lambda session: session.attach(None))
        self.at(until_s, lambda session: session.attach(self.client))

    def on_tape(self) -> list[tuple[str, int]]:
        """The prospect's words on the recording in order, with how many ms of each."""
        return [(word, samples // 16) for word, samples in self._spoken.spans(bytes(self.tape.sides["prospect"]))]

    def at(self, at_s: float, action: Any) -> None:
        """Do something with the session at a time."""
        self._after.append((at_s, action))

    async def run(self, seconds: float) -> list[CallEvent]:
        """Play the screenplay for so long, then hang up if the call is still on."""
        workers = self._workers

        async def virtually(worker: Worker, work: Any) -> Any:
            return await workers.run(worker, work)

        with patch.object(Worker, "run", virtually), patch.object(Worker, "post", Worker._guarded):
            return await self._run(seconds)

    async def _run(self, seconds: float) -> list[CallEvent]:
        judge = type("Judge", (), {"probability": lambda _, pcm: self._p_end})()

        async def ready() -> None:
            return None

        kit = Equipment(
            recogniser=self.recogniser,
            speech=self.voice,
            clauses=lambda text: text.split(", ") if text else [],
            to_call_rate=lambda clip: b"".join(clip.pcm[i : i + 2] * 2 for i in range(0, len(clip.pcm), 2)),
            detector=EnergyDetector(),
            turn_end=judge,
            prospect=self.prospect,
            journal=self.journal,
            tape=self.tape,
            seconds=lambda: 0.0,
            ready=ready,
            tail=self.quick,
        )
        session = CallSession("call", kit, ProspectState(), ring_ms=1_000, limit_ms=self._limit_ms, show_state=True)
        session.attach(self.client)
        running = asyncio.create_task(session.run())
        session.start("headset", True)
        await self._settle()
        for number in range(int(seconds * CALL_RATE_HZ / FRAME_SAMPLES)):
            if running.done():
                break
            await self._frame(session, number)
        session.end(EndReason.TRAINEE_ENDED, EndedBy.TRAINEE)
        self.ended = await running
        return self.journal.events

    async def _frame(self, session: CallSession, number: int) -> None:
        start = number * FRAME_SAMPLES
        for at_s, action in list(self._after):
            if at_s * CALL_RATE_HZ <= start:
                self._after.remove((at_s, action))
                action(session)
        if not any(a * CALL_RATE_HZ <= start < b * CALL_RATE_HZ for a, b in self._lost):
            session.frame(CaptureFrame(0, number, start, self._sound(start)))
        self._workers.tick()
        self.client.play_frame()
        await self._settle()
        acks, self.client.acks = self.client.acks, []
        for gen, samples in acks:
            session.played(gen, samples)

    async def _settle(self) -> None:
        """Let everything that was set off come to rest."""
        for _ in range(40):
            await asyncio.sleep(0)

    def _sound(self, start: int) -> bytes:
        if not hasattr(self, "_track"):
            self._track: dict[int, bytes] = {}
            for at_s, until_s, text in sorted(self._script):
                first, last = int(at_s * CALL_RATE_HZ), int(until_s * CALL_RATE_HZ)
                self._track[first] = self._words.sound(text, last - first)
        frame = bytearray(FRAME_SAMPLES * 2)
        for first, pcm in self._track.items():
            low, high = max(start, first), min(start + FRAME_SAMPLES, first + len(pcm) // 2)
            if low < high:
                frame[(low - start) * 2 : (high - start) * 2] = pcm[(low - first) * 2 : (high - first) * 2]
        return bytes(frame)
