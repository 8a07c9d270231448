"""The package `voicebench` calls a small server through the adapter and finds what that server did."""

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import uvicorn
from fastapi import FastAPI, WebSocket
from voicebench.adapters import AdapterError
from voicebench.bench import run_benchmark
from voicebench.scenario import parse_scenario

from bench import judge
from bench.peer.wire import Lines, unpack_frame
from bench.script import Script, Turn, When, load_set

OUT_HZ = 22_050
TONE = (np.sin(np.arange(441) * 0.2) * 8_000).astype("<i2").tobytes()
SPEECH = {"synth": "speech", "duration_ms": 600}


class Prospect:
    """Rings for half a second, says hello, answers 400 ms after speech; yields to speech over its own line."""

    def __init__(self) -> None:
        self.acknowledged: list[tuple[int, int]] = []
        self.sizes: set[int] = set()

    async def __call__(self, line: WebSocket) -> None:
        lines, frames, quiet, spoke, left = Lines(), 0, 0, False, 0
        assert json.loads(await line.receive_text())["type"] == "start"
        await line.send_json({"type": "ready", "session_id": "s", "out_rate": OUT_HZ, "resumed": False})
        while True:
            message = await line.receive()
            if message.get("text"):
                said = json.loads(message["text"])
                if said["type"] == "end":
                    over = {"type": "ended", "reason": "trainee_ended", "by": "trainee", "score_ready": True}
                    await line.send_json(over)
                    return await line.close()
                self.acknowledged.append((said["gen"], said["samples"]))
                continue
            self.sizes.add(len(message["bytes"]))
            frame = unpack_frame(message["bytes"])
            assert frame is not None
            frames += 1
            voiced = bool(np.abs(np.frombuffer(frame[1], "<i2")).max() > 2_000)
            spoke, quiet = spoke or voiced, 0 if voiced else quiet + 1
            if voiced and left > 0:
                await line.send_text(str(lines.interrupted()))
                left = 0
            if frames == 16 or (spoke and quiet == 12):
                left = 30 if spoke else 10
                if spoke:
                    caption = {"type": "transcript", "speaker": "trainee", "turn": 1, "final": True}
                    await line.send_json(caption | {"text": "something wrong"})
                    await line.send_json(caption | {"text": "hello you there"})
                spoke = False
            if left:
                left -= 1
                await line.send_bytes(lines.sound(TONE) if left else lines.ended() or b"")


@contextmanager
def serving(prospect: Prospect) -> Iterator[str]:
    app = FastAPI()
    app.post("/sessions", status_code=201)(lambda: {"session_id": "s"})

    @app.websocket("/sessions/s/call")
    async def call(socket: WebSocket) -> None:
        await socket.accept()
        await prospect(socket)

    config = uvicorn.Config(app, port=0, log_level="error", ws="websockets-sansio")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def run(url: str, *turns: dict[str, Any]) -> Any:
    scenario = parse_scenario({"name": "t", "frame_ms": 20, "tail_ms": 600, "turns": list(turns)})
    return asyncio.run(run_benchmark(scenario, judge.ADAPTER, {"url": url}))


def test_the_judge_hears_the_answer_and_the_words() -> None:
    prospect = Prospect()
    with serving(prospect) as url:
        opening = {
            "audio": SPEECH,
            "start": {"after": "agent_speech_end", "delay_ms": 300},
            "text": "Hello, you there?",
        }
        result = run(url, opening)
    turn = result.sessions[0].turns[0]
    assert turn.trigger == "anchor", "the pick-up line was heard"
    assert turn.responded
    assert turn.response_latency_ms > 300
    assert turn.wer == 0, "the last caption of a turn stands"
    assert prospect.sizes == {16 + 1_024}, "frames of 32 ms whatever the judge's frames are"
    assert max(prospect.acknowledged)[1] == 29 * 441, "all that was said was acknowledged as played"


def test_the_judge_sees_a_prospect_give_way() -> None:
    with serving(Prospect()) as url:
        first = {"audio": SPEECH, "start": {"after": "agent_speech_end", "delay_ms": 300}}
        over = {"audio": SPEECH, "start": {"after": "agent_speech_start", "delay_ms": 200}, "expect": "stop"}
        result = run(url, first, over)
    assert result.sessions[0].turns[1].stopped
    assert result.sessions[0].turns[1].stop_latency_ms < 400, "30 pieces would have been 600 ms and more"


def test_no_server_is_an_adapter_error() -> None:
    with pytest.raises(AdapterError, match="no call"):
        run("http://127.0.0.1:9", {"audio": SPEECH})


def test_a_shipped_set_in_the_judges_words(tmp_path: Path) -> None:
    pcm = np.full(16_000, 5_000, np.int16)
    whens = (When(after_line_s=0.5), When(interrupt_s=0.8), When(over_s=0.9))
    turns = tuple(
        Turn(name=f"t{i}", pcm=pcm, speech_ms=((0, 1_000),), when=when, text="words") for i, when in enumerate(whens)
    )
    scenario = judge.scenario_of(Script(name="s", turns=turns), tmp_path)
    found = scenario.turns
    assert [turn.expect for turn in found] == ["respond", "stop", "ignore"]
    assert [turn.start.after for turn in found] == ["agent_speech_end", "agent_speech_start", "agent_speech_start"]
    assert [turn.start.delay_ms for turn in found] == [500, 800, 900]
    assert [turn.text for turn in found] == ["words", "words", None]
    assert found[0].audio.render(16_000).size == 16_000
    assert {"max_wer", "min_barge_in_success_rate", "max_false_barge_ins"} <= set(scenario.assertions)
    plain = judge.scenario_of(Script(name="s", turns=turns[:1]), tmp_path)
    assert "min_barge_in_success_rate" not in plain.assertions, "nobody interrupts in it"


def test_the_sets_that_are_judged_are_shipped(tmp_path: Path) -> None:
    for name in judge.SETS:
        assert judge.scenario_of(load_set(name), tmp_path).turns
