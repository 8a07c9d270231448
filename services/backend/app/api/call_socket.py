"""The call's socket: checks who comes, then passes frames and messages on and awaits nothing else."""

import asyncio
import json
import logging
from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from pydantic import TypeAdapter, ValidationError
from starlette.websockets import WebSocketState

from app.api.deps import RingsideDep
from app.api.gate import host_allowed, origin_allowed, token_allowed
from app.call.frames import BadFrameError, parse_capture
from app.call.session import CallSession
from app.domain.call import EndedBy, EndReason, Phase
from app.domain.errors import NotFound
from app.schemas import (
    ClientMessage,
    EndMessage,
    MuteMessage,
    PatienceMessage,
    PingMessage,
    PlayedMessage,
    PttMessage,
    SayMessage,
    StartMessage,
)
from app.turn.events import PatienceSet, PttChanged, TypedLine
from app.wiring import Ringside

logger = logging.getLogger(__name__)
router = APIRouter()

MAX_TEXT = 64 * 1024
START_WAIT_S = 30.0
NORMAL, POLICY, TOO_BIG = 1000, 1008, 1009
TOKEN, ORIGIN, SESSION, BUSY, ENDED = 4401, 4403, 4404, 4409, 4410

MESSAGES: TypeAdapter[Any] = TypeAdapter(ClientMessage)


class Refused(Exception):
    """The other side did something that the wire does not allow; `close` is None when the line stays open."""

    def __init__(self, code: str, message: str, hint: str = "", close: int | None = POLICY) -> None:
        super().__init__(message)
        self.answer = {"type": "error", "code": code, "message": message, "hint": hint, "fatal": close is not None}
        self.close = close


class SocketLine:
    """The outgoing half: a queue with one writer, so that nothing is sent out of order."""

    def __init__(self, socket: WebSocket) -> None:
        self._socket = socket
        self._queue: asyncio.Queue[str | bytes | int] = asyncio.Queue()

    def send(self, message: Mapping[str, Any]) -> None:
        """Queue a JSON message."""
        self._queue.put_nowait(json.dumps(message, ensure_ascii=False))

    def send_audio(self, piece: bytes) -> None:
        """Queue a piece of sound."""
        self._queue.put_nowait(piece)

    def finish(self, code: int = NORMAL) -> None:
        """Close once everything queued is sent."""
        self._queue.put_nowait(code)

    async def run(self) -> None:
        """Send until told to finish or the other side is gone."""
        while True:
            item = await self._queue.get()
            try:
                if isinstance(item, int):
                    await self._socket.close(item)
                    return
                await (self._socket.send_text(item) if isinstance(item, str) else self._socket.send_bytes(item))
            except (WebSocketDisconnect, RuntimeError):
                return


@router.websocket("/sessions/{session_id}/call")
async def call_socket(socket: WebSocket, session_id: str, ringside: RingsideDep) -> None:
    """One live connection to one call."""
    await socket.accept()
    refusal = _refusal(socket, ringside) or await _not_callable(session_id, ringside)
    if refusal:
        await socket.close(*refusal)
        return
    line = SocketLine(socket)
    writer = asyncio.create_task(line.run())
    connected = False
    try:
        start = await _first_message(socket)
        stored = await asyncio.to_thread(ringside.exercises.sessions.get, session_id)
        # From here to `connect` nothing is awaited: of two that come at once, the second one finds the line busy.
        if stored.phase is Phase.ENDED or ringside.switchboard.busy(session_id):
            line.finish(ENDED if stored.phase is Phase.ENDED else BUSY)
            return
        live = ringside.switchboard.call(session_id)
        call, resumed = live or ringside.build_call(stored), live is not None
        line.send({"type": "ready", "session_id": session_id, "out_rate": call.out_rate, "resumed": resumed})
        if not resumed:
            ringside.switchboard.start(call)
        ringside.switchboard.connect(session_id, line)
        connected = True
        call.start(start.echo, start.captions)
        await _listen(socket, call, line)
    except Refused as refused:
        line.send(refused.answer)
        line.finish(refused.close or POLICY)
    except WebSocketDisconnect:
        pass
    finally:
        if connected:
            ringside.switchboard.disconnect(session_id)
        try:
            await asyncio.wait([writer], timeout=5)
        finally:
            writer.cancel()


def _refusal(socket: WebSocket, ringside: Ringside) -> tuple[int, str] | None:
    host = socket.headers.get("host", "")
    settings = ringside.settings
    if not host_allowed(host, settings) or not origin_allowed(socket.headers.get("origin"), host, settings):
        return ORIGIN, "origin"
    if not token_allowed(socket.query_params.get("token", ""), settings):
        return TOKEN, "token"
    return None


async def _not_callable(session_id: str, ringside: Ringside) -> tuple[int, str] | None:
    try:
        stored = await asyncio.to_thread(ringside.exercises.sessions.get, session_id)
    except NotFound:
        return SESSION, "no such session"
    if stored.phase is Phase.ENDED or stored.mode == "typed":
        return ENDED, "already ended" if stored.mode != "typed" else "a typed call has no line"
    if ringside.switchboard.busy(session_id):
        return BUSY, "busy"
    return None


async def _first_message(socket: WebSocket) -> StartMessage:
    try:
        received = await asyncio.wait_for(socket.receive(), START_WAIT_S)
    except TimeoutError:
        raise Refused("no_start", "No start message came.") from None
    if received["type"] == "websocket.disconnect":
        raise WebSocketDisconnect
    message = _message(received.get("text") or "")
    if not isinstance(message, StartMessage):
        raise Refused("no_start", "The first message must be start.")
    return message


async def _listen(socket: WebSocket, call: CallSession, line: SocketLine) -> None:
    while True:
        received = await socket.receive()
        if received["type"] == "websocket.disconnect":
            return
        if socket.application_state is not WebSocketState.CONNECTED:
            return
        try:
            if (data := received.get("bytes")) is not None:
                call.frame(parse_capture(data))
            else:
                _obey(_message(received.get("text") or ""), call, line)
        except BadFrameError as error:
            raise Refused("bad_frame", f"This is no audio frame: {error}.") from None
        except Refused as refused:
            if refused.close is not None:
                raise
            line.send(refused.answer)


def _message(text: str) -> Any:
    if len(text.encode()) > MAX_TEXT:
        raise Refused("too_large", "A message may have 64 KB at most.", close=TOO_BIG)
    try:
        return MESSAGES.validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        raise Refused("bad_message", f"{where}: {first['msg']}" if where else first["msg"], close=None) from None


def _obey(message: Any, call: CallSession, line: SocketLine) -> None:
    match message:
        case PlayedMessage():
            call.played(message.gen, message.samples)
        case SayMessage():
            call.tell(TypedLine(text=message.text))
        case PttMessage():
            call.tell(PttChanged(down=message.down, on=message.on))
        case PatienceMessage():
            call.tell(PatienceSet(level=message.level))
        case EndMessage():
            call.end(EndReason.TRAINEE_ENDED, EndedBy.TRAINEE)
        case PingMessage():
            line.send({"type": "pong", "t": message.t})
        case MuteMessage():
            call.mute(message.on)
        case StartMessage():
            raise Refused("already_started", "The call has started already.", close=None)
