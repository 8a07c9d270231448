"""One call through pipecat: its input, Whisper, turn detection, the given words, Piper, its output.

Runs in the peer's environment only.
"""

import asyncio
import functools
from pathlib import Path
from typing import Any

import numpy as np
from fastapi import WebSocket
from pipecat.audio.turn.smart_turn.base_smart_turn import SmartTurnParams
from pipecat.audio.turn.smart_turn.local_smart_turn_v3 import LocalSmartTurnAnalyzerV3
from pipecat.audio.vad.silero import SileroVADAnalyzer
from pipecat.audio.vad.vad_analyzer import VADParams
from pipecat.frames.frames import TTSSpeakFrame
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.worker import PipelineParams, PipelineWorker
from pipecat.processors.aggregators.llm_context import LLMContext
from pipecat.processors.aggregators.llm_response_universal import LLMContextAggregatorPair, LLMUserAggregatorParams
from pipecat.services.piper.tts import PiperTTSService
from pipecat.services.whisper.stt import WhisperSTTService
from pipecat.transports.websocket.fastapi import FastAPIWebsocketParams, FastAPIWebsocketTransport
from pipecat.turns.user_start import MinWordsUserTurnStartStrategy, VADUserTurnStartStrategy
from pipecat.turns.user_stop import SpeechTimeoutUserTurnStopStrategy, TurnAnalyzerUserTurnStopStrategy
from pipecat.turns.user_turn_strategies import UserTurnStrategies
from pipecat.workers.runner import WorkerRunner

from bench.peer.processors import IN_HZ, GivenWords, LineEnds, WholeTurns, Wire, caption, tell
from bench.peer.setups import Setup

OUT_HZ = 22_050
VOICE = "en_US-joe-medium"
WARM_UP_S = 2.0
USUAL_WORDS_S, WORDS_WITHIN_S = 1.0, 2.5
"""How long a turn waits for words that are not marked final: the package's figure, and one that Whisper can keep."""


class Engines:
    """The services of one call; loading them takes a second or two and runs in a thread."""

    def __init__(self, models_dir: Path, setup: Setup) -> None:
        service, patience = (WholeTurns, WORDS_WITHIN_S) if setup.whole_turns else (WhisperSTTService, USUAL_WORDS_S)
        self.stt = service(
            device="cpu",
            compute_type=setup.compute_type,
            trailing_silence_secs=setup.trailing_silence_s,
            ttfs_p99_latency=patience,
            settings=WhisperSTTService.Settings(model=str(models_dir / "whisper-base")),
        )
        whisper: Any = self.stt._model
        if setup.beam_size != Setup().beam_size:
            whisper.transcribe = functools.partial(whisper.transcribe, beam_size=setup.beam_size)
        self.tts = PiperTTSService(
            download_dir=models_dir / "piper-joe-medium", settings=PiperTTSService.Settings(voice=VOICE)
        )
        vad = VADParams(confidence=setup.vad_confidence, start_secs=setup.vad_start_s, stop_secs=setup.vad_stop_s)
        self.vad = SileroVADAnalyzer(params=vad)
        self.turns = self._turns(models_dir, setup)
        if setup.warm:
            noise = np.random.default_rng(0).normal(0, 0.05, int(IN_HZ * WARM_UP_S)).astype(np.float32)
            list(whisper.transcribe(noise, language="en")[0])
            list(self.tts._voice.synthesize("Hello there."))

    def _turns(self, models_dir: Path, setup: Setup) -> UserTurnStrategies:
        start = [] if setup.words_start_turns else [VADUserTurnStartStrategy()]
        if setup.min_words:
            start = [MinWordsUserTurnStartStrategy(min_words=setup.min_words)]
        if not setup.smart_turn:
            stop = SpeechTimeoutUserTurnStopStrategy(user_speech_timeout=setup.silence_s)
            return UserTurnStrategies(start=start, stop=[stop])
        analyzer = LocalSmartTurnAnalyzerV3(
            smart_turn_model_path=str(models_dir / "smart-turn-v3.2" / "smart-turn-v3.2-cpu.onnx"),
            params=SmartTurnParams(stop_secs=setup.smart_turn_stop_s),
        )
        if setup.warm:
            analyzer._predict_endpoint(np.zeros(8 * IN_HZ, np.float32))
        return UserTurnStrategies(start=start, stop=[TurnAnalyzerUserTurnStopStrategy(turn_analyzer=analyzer)])


async def converse(socket: WebSocket, name: str, lines: list[str], models_dir: Path, setup: Setup) -> None:
    """Ring, pick up with the first line, answer with the others in turn until the client hangs up."""
    over = asyncio.Event()
    wire = Wire(over)
    engines = await asyncio.to_thread(Engines, models_dir, setup)
    params = FastAPIWebsocketParams(
        audio_in_enabled=True,
        audio_out_enabled=True,
        audio_out_10ms_chunks=setup.chunk_10ms,
        audio_out_end_silence_secs=0,
        serializer=wire,
    )
    transport = FastAPIWebsocketTransport(socket, params)
    users = LLMUserAggregatorParams(user_turn_strategies=engines.turns, vad_analyzer=engines.vad)
    context = LLMContextAggregatorPair(LLMContext(), user_params=users)
    caption(socket, wire, context)
    pipeline = Pipeline(
        [
            transport.input(),
            engines.stt,
            context.user(),
            GivenWords(lines[1:]),
            engines.tts,
            transport.output(),
            LineEnds(socket, wire.lines),
            context.assistant(),
        ]
    )
    rates = PipelineParams(audio_in_sample_rate=IN_HZ, audio_out_sample_rate=OUT_HZ)
    worker = PipelineWorker(pipeline, params=rates, enable_rtvi=False)

    @transport.event_handler("on_client_connected")
    async def pick_up(*_: object) -> None:
        await tell(socket, "phase", phase="live")
        await worker.queue_frame(TTSSpeakFrame(lines[0]))

    @transport.event_handler("on_client_disconnected")
    async def gone(*_: object) -> None:
        over.set()

    async def hang_up() -> None:
        await over.wait()
        await tell(socket, "ended", reason="trainee_ended", by="trainee", score_ready=False)
        await worker.cancel()

    await tell(socket, "ready", session_id=name, out_rate=OUT_HZ, resumed=False)
    await tell(socket, "phase", phase="ringing")
    runner = WorkerRunner(handle_sigint=False)
    await runner.add_workers(worker)
    ending = asyncio.create_task(hang_up())
    try:
        await runner.run()
    finally:
        ending.cancel()
