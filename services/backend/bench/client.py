"""One voice call as a real-time client makes it: paced microphone frames out, a simulated speaker in, all kept."""

import asyncio
import contextlib
import gc
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import numpy as np
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from bench.conditions import CLEAN, STALL_EVERY_S, Conditions, Microphone
from bench.pacing import Metronome
from bench.playout import Played, Playout, Segment
from bench.script import Script
from bench.server import BenchError
from bench.sound import FRAME_SAMPLES, RATE_HZ, Samples
from bench.trainee import Ear, Spoken, Trainee
from bench.wire import GAP_BEFORE, PROSPECT_AUDIBLE, pack_frame, unpack_piece

TICK_S = 0.005
"""How often the simulated speaker looks at its clock; what it renders does not depend on it."""
READY_TIMEOUT_S = 20.0
ENDED_TIMEOUT_S = 15.0


@dataclass(frozen=True, slots=True)
class Message:
    """One JSON message from the server, with the moment it arrived on the call's clock."""

    at: int
    data: dict[str, Any]


@dataclass(slots=True, kw_only=True)
class CallLog:
    """Both sides of a call as the client knows them; `trainee` at 16 kHz, `prospect` at `out_rate`."""

    session_id: str
    script: str = ""
    """Which set the trainee spoke."""
    out_rate: int
    trainee: Samples
    prospect: Samples
    spoken: list[Spoken]
    segments: list[Segment]
    """Runs of prospect audio, in samples at `out_rate`."""
    heard_out: set[int]
    """Prospect utterances that played to their end."""
    cleared: dict[int, int]
    """Prospect utterances that a clear cut → when, in samples at `out_rate`."""
    messages: list[Message] = field(default_factory=list)
    close_code: int | None = None
    worst_late_ms: float = 0.0
    underruns: int = 0
    stale_pieces: int = 0
    misplaced_pieces: int = 0
    lost_frames: int = 0
    """Capture frames that were left out on purpose."""
    left_out: list[str] = field(default_factory=list)
    """Signs of listening that found no line to listen to."""
    kinds: dict[int, str] = field(default_factory=dict)
    """`gen` → `line`, `nudge` or `backchannel`, as the server's log names them; a resumed line has no entry."""

    def of_type(self, kind: str) -> list[Message]:
        """All messages of one type in order."""
        return [message for message in self.messages if message.data.get("type") == kind]

    @property
    def ended(self) -> dict[str, Any] | None:
        """The server's `ended` message."""
        return next((message.data for message in self.of_type("ended")), None)


class CallClient:
    """Plays one script into one session; `run` returns when the call is over."""

    def __init__(
        self,
        url: str,
        session_id: str,
        script: Script,
        *,
        conditions: Conditions = CLEAN,
        on_message: Callable[[dict[str, Any]], None] = lambda _: None,
    ) -> None:
        self._url = url
        self._session_id = session_id
        self._trainee = Trainee(script)
        self._conditions = conditions
        self._on_message = on_message
        self._messages: list[Message] = []
        self._sent: list[Samples] = []
        self._sent_last: int | None = None
        self._lost_frames = 0
        self._live_since: int | None = None
        self._over = asyncio.Event()
        self._end_sent = False

    async def run(self, max_s: float = 1_800.0) -> CallLog:
        """Make the call; raises `BenchError` when the server refuses or never gets ready."""
        self._loop = asyncio.get_running_loop()
        try:
            async with connect(self._url, compression=None, max_size=2**20, ping_interval=None) as socket:
                await socket.send(json.dumps({"type": "start", "echo": self._conditions.route, "captions": True}))
                self._playout = Playout(await self._ready(socket))
                self._microphone = Microphone(self._conditions, self._playout.heard, self._playout.rate_hz)
                self._pace = 1 + self._conditions.skew_ppm / 1e6
                beat_s = FRAME_SAMPLES / RATE_HZ / self._pace
                self._metronome = Metronome(self._loop.time(), self._loop.time, beat_s=beat_s)
                await self._talk(socket, max_s)
                close_code = socket.close_code
        except (OSError, TimeoutError, ConnectionClosed) as failure:
            raise BenchError(f"the call socket failed: {failure or type(failure).__name__}") from failure
        return self._log(close_code)

    async def _ready(self, socket: ClientConnection) -> int:
        async with asyncio.timeout(READY_TIMEOUT_S):
            async for raw in socket:
                message = json.loads(raw)
                self._messages.append(Message(0, message))
                self._on_message(message)
                if message["type"] == "ready":
                    return int(message["out_rate"])
                if message["type"] == "error" and message.get("fatal"):
                    raise BenchError(f"the call was refused: {message['message']} {message.get('hint', '')}")
        raise BenchError(f"the call closed before it was ready, code {socket.close_code}")

    async def _talk(self, socket: ClientConnection, max_s: float) -> None:
        collecting = gc.isenabled()
        gc.collect()
        gc.disable()
        tasks = [asyncio.create_task(side(socket)) for side in (self._speak, self._play, self._listen)]
        try:
            async with asyncio.timeout(max_s):
                await self._over.wait()
        except TimeoutError:
            raise BenchError(f"the call was not over after {max_s:.0f} s") from None
        finally:
            for task in tasks:
                task.cancel()
            results = await asyncio.gather(*tasks, return_exceptions=True)
            if collecting:
                gc.enable()
        for failure in results:
            if isinstance(failure, Exception) and not isinstance(failure, ConnectionClosed):
                raise failure

    async def _speak(self, socket: ClientConnection) -> None:
        end_by: float | None = None
        for beat in count():
            await self._metronome.wait(beat)
            index = beat * FRAME_SAMPLES
            await self._acknowledge(socket, self._playout.advance(self._out_now()))
            ear = self._ear(index)
            pcm = self._microphone.hears(self._trainee.frame(ear), index)
            self._sent.append(pcm)
            try:
                await self._send(socket, beat, pcm)
                if not self._end_sent and self._trainee.wants_to_end(ear):
                    self._end_sent = True
                    end_by = self._loop.time() + ENDED_TIMEOUT_S
                    await socket.send(json.dumps({"type": "end"}))
            except ConnectionClosed:
                self._over.set()
                return
            if end_by is not None and self._loop.time() > end_by:
                self._over.set()
                return

    async def _send(self, socket: ClientConnection, beat: int, pcm: Samples) -> None:
        if self._conditions.lost and self._conditions.loses(beat):
            self._lost_frames += 1
            return
        flags = PROSPECT_AUDIBLE if self._playout.audible_gen is not None else 0
        if self._sent_last is not None and self._sent_last < beat - 1:
            flags |= GAP_BEFORE
        self._sent_last = beat
        await socket.send(pack_frame(beat, beat * FRAME_SAMPLES, pcm, flags))

    async def _play(self, socket: ClientConnection) -> None:
        with contextlib.suppress(ConnectionClosed):
            while True:
                await asyncio.sleep(TICK_S)
                await self._acknowledge(socket, self._playout.advance(self._out_now()))

    async def _listen(self, socket: ClientConnection) -> None:
        next_stall_s = STALL_EVERY_S
        try:
            async for raw in socket:
                now = self._out_now()
                if isinstance(raw, bytes):
                    await self._acknowledge(socket, self._playout.push(unpack_piece(raw), now))
                else:
                    await self._obey(socket, json.loads(raw), now)
                if self._conditions.stall_s and self._elapsed_s() >= next_stall_s:
                    await asyncio.sleep(self._conditions.stall_s)
                    next_stall_s = self._elapsed_s() + STALL_EVERY_S
        finally:
            self._over.set()

    async def _obey(self, socket: ClientConnection, message: dict[str, Any], now: int) -> None:
        self._messages.append(Message(self._now(), message))
        self._on_message(message)
        match message["type"]:
            case "clear":
                await self._acknowledge(socket, self._playout.clear(int(message["gen"]), now))
            case "duck":
                await self._acknowledge(socket, self._playout.duck(int(message["gen"]), float(message["db"]), now))
            case "phase" if message["phase"] == "live" and self._live_since is None:
                self._live_since = self._now()

    async def _acknowledge(self, socket: ClientConnection, acks: Iterable[Played]) -> None:
        for ack in acks:
            with contextlib.suppress(ConnectionClosed):
                await socket.send(json.dumps({"type": "played", "gen": ack.gen, "samples": ack.samples}))

    def _elapsed_s(self) -> float:
        """Seconds on the client's own clock, which may run fast or slow."""
        return (self._loop.time() - self._metronome.t0_s) * self._pace

    def _now(self) -> int:
        return int(self._elapsed_s() * RATE_HZ)

    def _out_now(self) -> int:
        return int(self._elapsed_s() * self._playout.rate_hz)

    def _ear(self, now: int) -> Ear:
        began, last = self._playout.line_since(), self._playout.last_line()

        def capture_clock(samples: int) -> int:
            return samples * RATE_HZ // self._playout.rate_hz

        return Ear(
            now=now,
            live_since=self._live_since,
            line_since=None if began is None else capture_clock(began),
            last_line_ended=None if last is None else capture_clock(last.end),
        )

    def _log(self, close_code: int | None) -> CallLog:
        playout = self._playout
        return CallLog(
            session_id=self._session_id,
            script=self._trainee.name,
            out_rate=playout.rate_hz,
            trainee=np.concatenate(self._sent) if self._sent else np.zeros(0, np.int16),
            prospect=playout.rendered(),
            spoken=self._trainee.spoken,
            segments=playout.segments,
            heard_out={segment.gen for segment in playout.segments if playout.heard_out(segment.gen)},
            cleared=dict(playout.cleared),
            messages=self._messages,
            close_code=close_code,
            worst_late_ms=round(self._metronome.worst_late_ms, 1),
            underruns=playout.underruns,
            stale_pieces=playout.stale_pieces,
            misplaced_pieces=playout.misplaced_pieces,
            lost_frames=self._lost_frames,
            left_out=self._trainee.left_out,
        )
