"""The client against a small server of its own: it keeps time, plays, acknowledges, obeys and hangs up."""

import asyncio
import json
import struct
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import pytest
from websockets.asyncio.server import ServerConnection, serve

from bench.client import CallClient, CallLog
from bench.conditions import CLEAN, Conditions
from bench.figures import turn_figures
from bench.script import Script, Turn, When
from bench.server import BenchError
from bench.sound import RATE_HZ

OUT_HZ = 22_050
SPEECH = np.full(RATE_HZ // 2, 6_000, np.int16)


@dataclass
class Answerer:
    """A prospect of tones: picks up, answers 300 ms after speech stops, yields when told over."""

    yields: bool = False
    frames: list[bytes] = field(default_factory=list)
    played: list[dict[str, int]] = field(default_factory=list)
    ended: bool = False

    async def __call__(self, socket: ServerConnection) -> None:
        assert json.loads(await socket.recv())["type"] == "start"
        await socket.send(json.dumps({"type": "ready", "session_id": "s", "out_rate": OUT_HZ, "resumed": False}))
        await socket.send(json.dumps({"type": "phase", "phase": "ringing"}))
        quiet, spoke, gen, line_on, over = 0, False, 0, False, 0
        async for raw in socket:
            if isinstance(raw, str):
                message = json.loads(raw)
                if message["type"] == "played":
                    self.played.append(message)
                if message["type"] == "end":
                    self.ended = True
                    over = {"type": "ended", "reason": "trainee_ended", "by": "trainee", "score_ready": True}
                    await socket.send(json.dumps(over))
                    return
                continue
            self.frames.append(raw)
            if len(self.frames) == 10:
                await socket.send(json.dumps({"type": "phase", "phase": "live"}))
                gen = await self.say(socket, gen + 1, 0.3)
            voiced = np.abs(np.frombuffer(raw, "<i2", offset=16)).max() > 3_000
            over = over + 1 if voiced and line_on else 0
            if over == 8 and self.yields:
                await socket.send(json.dumps({"type": "clear", "gen": gen}))
                line_on = False
            quiet = 0 if voiced else quiet + 1
            spoke = spoke or bool(voiced)
            if spoke and quiet == 10:
                spoke, line_on = False, True
                gen = await self.say(socket, gen + 1, 1.2 if self.yields else 0.3)

    async def say(self, socket: ServerConnection, gen: int, seconds: float) -> int:
        size, total = OUT_HZ // 20, int(OUT_HZ * seconds)
        for start in range(0, total, size):
            count = min(size, total - start)
            flags = (start == 0) | (2 if start + count == total else 0)
            tone = np.full(count, 7_000, "<i2").tobytes()
            await socket.send(struct.pack("<BBHIQ", 1, 1, flags, gen, start) + tone)
        return gen


def turn(name: str, **when: float) -> Turn:
    return Turn(name=name, pcm=SPEECH, speech_ms=((0, 500),), when=When(**when), text=name)


async def call(answerer: Answerer, *turns: Turn, conditions: Conditions = CLEAN) -> CallLog:
    async with serve(answerer, "127.0.0.1", 0, compression=None) as server:
        port = server.sockets[0].getsockname()[1]
        client = CallClient(
            f"ws://127.0.0.1:{port}/sessions/s/call?token=t", "s", Script(name="t", turns=turns), conditions=conditions
        )
        return await asyncio.wait_for(client.run(max_s=15), 20)


async def test_a_call_from_ringing_to_hanging_up():
    answerer = Answerer()
    log = await call(answerer, turn("one", after_line_s=0.2), turn("two", after_line_s=0.2))
    assert answerer.ended
    assert log.ended is not None
    assert log.ended["by"] == "trainee"
    headers = [struct.unpack_from("<BBHIQ", frame) for frame in answerer.frames]
    assert [(seq, index) for *_, seq, index in headers] == [(i, i * 512) for i in range(len(headers))]
    assert all(len(frame) == 16 + 1024 for frame in answerer.frames)
    assert any(flags & 2 for _, _, flags, _, _ in headers), "frames say when the prospect is audible"
    assert log.heard_out == {1, 2, 3}
    figures = turn_figures(log)
    assert all(figure.v2v_ms is not None and figure.v2v_ms > 250 for figure in figures)
    finals = {ack["gen"]: ack["samples"] for ack in answerer.played}
    assert finals == {gen: int(OUT_HZ * 0.3) for gen in (1, 2, 3)}


async def test_an_interrupted_prospect_is_measured_at_the_speaker():
    answerer = Answerer(yields=True)
    log = await call(answerer, turn("one", after_line_s=0.2), turn("stop", interrupt_s=0.4))
    assert 2 in log.cleared
    one, stop = turn_figures(log)
    assert one.taken_back == 0
    assert stop.barge_in_ms is not None
    assert 200 < stop.barge_in_ms < 800, "the rest of a line of 1.2 s was never heard"
    cut = max(ack["samples"] for ack in answerer.played if ack["gen"] == 2)
    assert 0 < cut < int(OUT_HZ * 1.2), "only what was heard is acknowledged"


async def test_lost_frames_leave_a_gap_that_is_told_and_shift_nothing():
    answerer = Answerer()
    log = await call(answerer, turn("one", after_line_s=0.2), conditions=Conditions(lost=0.2))
    headers = [struct.unpack_from("<BBHIQ", frame) for frame in answerer.frames]
    assert all(index == seq * 512 for *_, seq, index in headers)
    gaps = [after[2] & 4 for before, after in pairwise(headers) if after[3] > before[3] + 1]
    assert gaps
    assert all(gaps)
    assert not any(after[2] & 4 for before, after in pairwise(headers) if after[3] == before[3] + 1)
    assert log.lost_frames + len(headers) == pytest.approx(log.trainee.size / 512, abs=1)


async def test_a_clock_that_is_fast_sends_more_frames_in_the_same_time():
    began = asyncio.get_running_loop().time()
    fast = await call(Answerer(), turn("one", after_line_s=0.2), conditions=Conditions(skew_ppm=100_000))
    took_s = asyncio.get_running_loop().time() - began
    assert fast.trainee.size / RATE_HZ > took_s * 1.05


async def test_a_client_that_stalls_hears_everything_late_and_loses_nothing():
    log = await call(Answerer(), turn("one", at_s=4.0), conditions=Conditions(stall_s=0.4))
    assert log.heard_out == {1, 2}
    assert (log.stale_pieces, log.misplaced_pieces) == (0, 0)


async def test_a_trainee_who_stays_says_nothing_and_hangs_up_when_the_time_is_over():
    async with serve(answerer := Answerer(), "127.0.0.1", 0, compression=None) as server:
        port = server.sockets[0].getsockname()[1]
        silent = Script(name="silent", turns=(), stay_s=2.5)
        log = await CallClient(f"ws://127.0.0.1:{port}/", "s", silent).run(max_s=15)
    assert answerer.ended
    assert log.spoken == []
    assert 2.5 < log.trainee.size / RATE_HZ < 4.5


async def test_a_server_that_refuses_is_an_error_with_its_reason():
    async def refuse(socket: ServerConnection) -> None:
        await socket.recv()
        refusal = {"type": "error", "code": "busy", "message": "Taken.", "hint": "Wait.", "fatal": True}
        await socket.send(json.dumps(refusal))
        await socket.close(4409)

    async with serve(refuse, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        client = CallClient(f"ws://127.0.0.1:{port}/", "s", Script(name="t", turns=()))
        with pytest.raises(BenchError, match="Taken"):
            await client.run()
