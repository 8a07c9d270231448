"""What pipecat's pipeline does not bring: the product's wire, the given words, the end of a line, captions.

Runs in the peer's environment only.
"""

import asyncio
import contextlib
import json
from typing import Any

from fastapi import WebSocket, WebSocketDisconnect
from pipecat.frames.frames import (
    BotStoppedSpeakingFrame,
    Frame,
    InputAudioRawFrame,
    InterruptionFrame,
    LLMContextFrame,
    LLMFullResponseEndFrame,
    LLMFullResponseStartFrame,
    LLMTextFrame,
    OutputAudioRawFrame,
    TranscriptionFrame,
)
from pipecat.processors.aggregators.llm_response_universal import LLMContextAggregatorPair
from pipecat.processors.frame_processor import FrameDirection, FrameProcessor
from pipecat.serializers.base_serializer import FrameSerializer
from pipecat.services.stt_service import SegmentedSTTService
from pipecat.services.whisper.stt import WhisperSTTService

from bench.peer.wire import Lines, unpack_frame

IN_HZ = 16_000


class Wire(FrameSerializer):
    """The product's frames and pieces as pipecat's; hears the client hang up."""

    def __init__(self, over: asyncio.Event) -> None:
        super().__init__()
        self.lines = Lines()
        self._over = over
        self._heard_samples = 0

    @property
    def now_ms(self) -> int:
        """The call's clock: what came in from the client's microphone."""
        return self._heard_samples * 1000 // IN_HZ

    async def serialize(self, frame: Frame) -> str | bytes | None:
        """Speech as a piece, an interruption as `clear`."""
        if isinstance(frame, OutputAudioRawFrame):
            return self.lines.sound(frame.audio)
        return self.lines.interrupted() if isinstance(frame, InterruptionFrame) else None

    async def deserialize(self, data: str | bytes) -> Frame | None:
        """A capture frame as sound; of the messages only `end` matters."""
        if isinstance(data, str):
            if json.loads(data).get("type") == "end":
                self._over.set()
            return None
        if (unpacked := unpack_frame(data)) is None:
            return None
        index, pcm = unpacked
        self._heard_samples = index + len(pcm) // 2
        return InputAudioRawFrame(audio=pcm, sample_rate=IN_HZ, num_channels=1)


class WholeTurns(WhisperSTTService):
    """Whisper that calls words final only when nothing that was said is still to be recognised.

    The package marks the words of every stretch as final. Where a stretch takes longer to recognise than the pause
    after it lasts, they then end a turn whose last words are not there yet.
    """

    async def push_frame(self, frame: Frame, direction: FrameDirection = FrameDirection.DOWNSTREAM) -> None:
        """Words with the mark they deserve; anything else as it is."""
        if not isinstance(frame, TranscriptionFrame):
            await super().push_frame(frame, direction)
            return
        frame.finalized = not self._user_speaking and self._segment_queue.empty()
        await super(SegmentedSTTService, self).push_frame(frame, direction)


class GivenWords(FrameProcessor):
    """Stands where a language model would: answers each turn with the next given line, at once."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._lines = lines
        self._said = 0

    async def process_frame(self, frame: Frame, direction: FrameDirection) -> None:
        """A finished turn is answered, anything else passes."""
        await super().process_frame(frame, direction)
        if not isinstance(frame, LLMContextFrame):
            await self.push_frame(frame, direction)
            return
        line = self._lines[self._said % len(self._lines)]
        self._said += 1
        await self.push_frame(LLMFullResponseStartFrame())
        for word in line.split():
            await self.push_frame(LLMTextFrame(f"{word} "))
        await self.push_frame(LLMFullResponseEndFrame())


class LineEnds(FrameProcessor):
    """Sits behind the output and puts the end of each utterance on the wire."""

    def __init__(self, socket: WebSocket, lines: Lines) -> None:
        super().__init__()
        self._socket = socket
        self._lines = lines

    async def process_frame(self, frame: Frame, direction: FrameDirection) -> None:
        """The bot stopped: the line is over."""
        await super().process_frame(frame, direction)
        if isinstance(frame, BotStoppedSpeakingFrame) and (piece := self._lines.ended()) is not None:
            await self._socket.send_bytes(piece)
        await self.push_frame(frame, direction)


async def tell(socket: WebSocket, type_: str, /, **fields: Any) -> None:
    """One message to the client, who may have gone."""
    with contextlib.suppress(RuntimeError, WebSocketDisconnect):
        await socket.send_json({"type": type_, **fields})


def caption(socket: WebSocket, wire: Wire, context: LLMContextAggregatorPair) -> None:
    """Tell the client what was understood, and what of a line was spoken, when pipecat says so."""
    began = {"trainee": 0, "prospect": 0}
    turns = 0

    async def line(speaker: str, turn: int, text: str, *, heard: bool) -> None:
        said = {"speaker": speaker, "party": speaker, "kind": "line", "turn": turn, "text": text, "final": True}
        await tell(socket, "transcript", **said, start_ms=began[speaker], end_ms=wire.now_ms, heard=heard)

    @context.user().event_handler("on_user_turn_started")
    async def turn_began(*_: object) -> None:
        began["trainee"] = wire.now_ms

    @context.user().event_handler("on_user_turn_stopped")
    async def turn_ended(_: object, __: object, message: Any) -> None:
        nonlocal turns
        turns += 1
        await line("trainee", 2 * turns - 1, message.content or "", heard=True)

    @context.assistant().event_handler("on_assistant_turn_started")
    async def line_began(*_: object) -> None:
        began["prospect"] = wire.now_ms

    @context.assistant().event_handler("on_assistant_turn_stopped")
    async def line_ended(_: object, message: Any) -> None:
        await line("prospect", 2 * turns, message.content, heard=not message.interrupted)
