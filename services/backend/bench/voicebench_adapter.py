"""How the package `voicebench` calls the product: an adapter that speaks the call's wire.

A scenario file of one's own runs with `voicebench run FILE -a bench.voicebench_adapter:RingsideAdapter --url ADDRESS`;
`bench.judge` runs the shipped clips.
"""

import asyncio
import contextlib
import json
from typing import Any, ClassVar

import numpy as np
from voicebench import audio
from voicebench.adapters import Adapter, AdapterError, AgentAudio, AgentClear, Transcript
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from bench.address import Address, BenchError
from bench.playout import Played, Playout
from bench.sound import FRAME_SAMPLES, Samples
from bench.wire import pack_frame, unpack_piece

READY_TIMEOUT_S, ENDED_TIMEOUT_S = 20.0, 10.0


class RingsideAdapter(Adapter):
    """One call over the product's wire; acknowledges like the app's own speaker. A duck does not count as a stop."""

    name: ClassVar[str] = "ringside"

    def __init__(self, url: str, token: str = "", seed: int | None = None, difficulty: int = 1, **more: Any) -> None:
        super().__init__(**more)
        self._address = Address(url, token)
        self._wish = {"duration_minutes": 30, "difficulty": difficulty, "mode": "voice"}
        if seed is not None:
            self._wish["seed"] = seed
        self._socket: ClientConnection | None = None
        self._reader: asyncio.Task[None] | None = None
        self._unsent: Samples = np.zeros(0, np.int16)
        self._frames = 0
        self._captions: dict[int, Transcript] = {}
        """By turn: a caption that is sent again replaces the one before."""

    async def connect(self) -> None:
        """Create a session and get ready; ringing is part of the judged call."""
        try:
            session = await asyncio.to_thread(self._address.post, "/sessions", self._wish)
            url = self._address.call_url(str(session["session_id"]))
            self._socket = await connect(url, compression=None, max_size=2**20)
            await self._socket.send(json.dumps({"type": "start", "echo": "headset", "captions": True}))
            ready = json.loads(await asyncio.wait_for(self._socket.recv(), READY_TIMEOUT_S))
        except (BenchError, OSError, ConnectionClosed) as failure:
            raise AdapterError(f"ringside: no call: {failure}") from failure
        if ready["type"] != "ready":
            raise AdapterError(f"ringside: the call was refused: {ready}")
        self._playout = Playout(int(ready["out_rate"]))
        self._reader = asyncio.create_task(self._read(self._socket))

    async def send_audio(self, pcm: audio.FloatArray) -> None:
        """Frames of any size go out in frames of 32 ms."""
        assert self._socket is not None
        fresh = np.round(np.clip(pcm, -1, 1) * 32767).astype(np.int16)
        self._unsent = np.concatenate([self._unsent, fresh])
        try:
            await self._acknowledge(self._playout.advance(self._now()))
            while self._unsent.size >= FRAME_SAMPLES:
                frame, self._unsent = self._unsent[:FRAME_SAMPLES], self._unsent[FRAME_SAMPLES:]
                await self._socket.send(pack_frame(self._frames, self._frames * FRAME_SAMPLES, frame))
                self._frames += 1
        except ConnectionClosed:
            return
        await asyncio.sleep(0)

    async def close(self) -> None:
        """Hang up, wait for the end, hand over what was understood."""
        if self._socket is not None and self._reader is not None:
            with contextlib.suppress(ConnectionClosed, TimeoutError):
                await self._socket.send(json.dumps({"type": "end"}))
                await asyncio.wait_for(self._reader, ENDED_TIMEOUT_S)
            await self._socket.close()
        self._socket = self._reader = None
        for caption in self._captions.values():
            self.emit(caption)
        self._captions.clear()

    def describe(self) -> dict[str, Any]:
        """Where the call went; never the token."""
        return {"type": self.name, "host": self._address.host, **self._wish}

    async def _read(self, socket: ClientConnection) -> None:
        async for raw in socket:
            if isinstance(raw, bytes):
                piece = unpack_piece(raw)
                stale = self._playout.stale_pieces
                await self._acknowledge(self._playout.push(piece, self._now()))
                if piece.pcm.size and self._playout.stale_pieces == stale:
                    sound = (piece.pcm / 32768).astype(np.float32)
                    sound = audio.resample(sound, self._playout.rate_hz, self.session.sample_rate)
                    self.emit(AgentAudio(sound, self.session.clock.now()))
            else:
                await self._obey(json.loads(raw))

    async def _obey(self, message: dict[str, Any]) -> None:
        now = self.session.clock.now()
        match message["type"]:
            case "clear":
                await self._acknowledge(self._playout.clear(int(message["gen"]), self._now()))
                self.emit(AgentClear(now))
            case "transcript" if message["speaker"] == "trainee" and message["final"]:
                self._captions[message["turn"]] = Transcript("user", message["text"], now)

    async def _acknowledge(self, acks: list[Played]) -> None:
        assert self._socket is not None
        for ack in acks:
            await self._socket.send(json.dumps({"type": "played", "gen": ack.gen, "samples": ack.samples}))

    def _now(self) -> int:
        return int(self.session.clock.now() * self._playout.rate_hz)
