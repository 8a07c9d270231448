"""One live call from the first ring to the last stored fact; knows ports only."""

import asyncio
import contextlib
import logging

from app.call.conversation import Conversation
from app.call.frames import CaptureFrame
from app.call.hearing import Hearing
from app.call.last_words import LAST_WORDS_S
from app.call.log import CallLog
from app.call.phases import advance
from app.call.ports import Equipment, Line
from app.call.spoken import SpokenLine
from app.call.workers import Worker
from app.domain.audio import ms_to_samples, samples_to_ms
from app.domain.call import EndedBy, EndReason, Phase
from app.domain.errors import EngineFailed, RingsideError
from app.domain.events import EventKind
from app.domain.prospect import ProspectState
from app.turn import events

logger = logging.getLogger(__name__)

FLUSH_SAMPLES = ms_to_samples(480)
OVERTIME_MS = 20_000
"""After the limit the prospect waits this long for a pause to say goodbye in; then the line is cut."""
RING_LIMIT_MS = 90_000
"""A cold start on a slow disk takes half a minute; nobody lets it ring for longer than this."""
DEAF_MS = 10_000
"""Frames wait three seconds at most: sound that is this much older stopped being listened to."""
TRY_AGAIN = "Close other programs, then start a new call."
BY = {EndReason.TIME_LIMIT: EndedBy.LIMIT, EndReason.ERROR: EndedBy.ERROR}


class CallSession:
    """`run` returns when all of the call is stored, however it ended."""

    def __init__(
        self,
        session_id: str,
        kit: Equipment,
        state: ProspectState,
        *,
        ring_ms: int,
        limit_ms: int,
        show_state: bool = False,
    ) -> None:
        self.session_id, self.phase = session_id, Phase.CREATED
        self.out_rate = kit.speech.rate_hz
        self._kit, self._ring_ms, self._limit_ms = kit, ring_ms, limit_ms
        self._loop = asyncio.get_running_loop()
        self._disk = Worker("disk", on_error=self._failed_elsewhere)
        self._log = CallLog(session_id, kit.journal, self._disk)
        self._hearing = Hearing(kit.detector, kit.tape, self._disk, self._on_frame, self._on_skip)
        self._talk = Conversation(
            kit,
            self._log,
            self._disk,
            self._hearing.sound,
            state,
            show_state=show_state,
            last_line=self._wrap,
            leaves=lambda reason: self.end(reason, BY.get(reason, EndedBy.PROSPECT)),
            failed=self._failed,
        )
        self._over = asyncio.Event()
        self._outcome = (EndReason.ERROR, EndedBy.ERROR)
        self._opening: SpokenLine | None = None
        self._live_at = self._flushed = 0
        self._failing = False
        self._answering: asyncio.Task[None] | None = None

    def attach(self, wire: Line | None) -> None:
        """Connect the trainee's side, or None when it is lost."""
        self._log.attach(wire)
        self._talk.speaker.attach(wire)

    def start(self, echo: str, captions: bool) -> None:
        """The trainee dials."""
        self._talk.minutes.captions = captions
        self._talk.floor.feed(events.RouteSet(echo=echo))

    def frame(self, frame: CaptureFrame) -> None:
        """One block of the microphone; never waits."""
        self._hearing.take(frame)
        if samples_to_ms(self._hearing.received - self._hearing.now) > DEAF_MS:
            self._failed(EngineFailed("Speech detection does not answer any more.", TRY_AGAIN))

    def played(self, gen: int, samples: int) -> None:
        """The client's acknowledgement."""
        self._talk.speaker.on_played(gen, samples, self._hearing.received)

    def mute(self, on: bool) -> None:
        """The trainee's switch: nothing that comes in counts until it is off again."""
        self._hearing.muted = on

    def tell(self, event: events.TypedLine | events.PttChanged | events.PatienceSet) -> None:
        """What the trainee types or sets."""
        self._talk.floor.feed(event)

    def end(self, reason: EndReason, by: EndedBy) -> None:
        """Hang up; the first reason stands."""
        if not self._over.is_set():
            self._outcome = (reason, by)
            self._over.set()

    async def run(self) -> tuple[EndReason, EndedBy]:
        """Ring, talk, end; whatever happens, the log says how it ended."""
        tasks = [
            asyncio.create_task(self._log.run(self._failed)),
            asyncio.create_task(self._hearing.run()),
            asyncio.create_task(self._prepare()),
        ]
        for task in tasks:
            task.add_done_callback(self._ended)
        self._enter(Phase.RINGING)
        try:
            await self._over.wait()
            if self.phase is not Phase.RINGING and self._outcome[0] is not EndReason.ERROR:
                await self._talk.last_words()
        except Exception as error:
            self._failed(error)
        finally:
            self._talk.speaker.settle()
            reason, by = self._outcome
            self.phase = Phase.ENDED
            self._log.record(EventKind.ENDED, self._talk.now_ms, {"reason": reason.value, "by": by.value})
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._log.drain(), LAST_WORDS_S)
            for task in tasks:
                task.cancel()
            self._disk.post(self._kit.tape.close)
            await self._disk.drain()
            self._talk.close()
            self._hearing.close()
            self._disk.close()
        return reason, by

    async def _prepare(self) -> None:
        """While it rings: wait for the engines, make the pick-up line, then lines that are likely."""
        await self._kit.ready()
        self._opening = await self._talk.prepare()
        await self._talk.rehearse()

    async def _answer(self, opening: SpokenLine) -> None:
        """No sound before the client was told that the call is live."""
        await self._log.drain()
        self._talk.pick_up(opening)

    def _enter(self, phase: Phase) -> None:
        self.phase = advance(self.phase, phase)
        message = {"type": "phase", "phase": phase.value}
        self._log.record(EventKind.PHASE, self._talk.now_ms, {"phase": phase.value}, message)

    def _wrap(self) -> None:
        if self.phase is Phase.LIVE:
            self._enter(Phase.WRAPPING)

    def _on_skip(self, samples: int) -> None:
        self._talk.floor.skip(samples)

    def _on_frame(self, event: events.TurnEvent, now: int) -> None:
        self._talk.floor.now = now
        self._talk.speaker.tick(now)
        self._talk.stalls.watch(now)
        if self.phase is Phase.RINGING and samples_to_ms(now) >= RING_LIMIT_MS:
            self._failed(EngineFailed("The prospect never picked up: the models did not get ready.", TRY_AGAIN))
        rung = samples_to_ms(now) >= self._ring_ms
        if rung and self.phase is Phase.RINGING and self._opening and self._opening.turn.ends:
            self.end(self._opening.turn.ends, EndedBy.PROSPECT)
        elif rung and self.phase is Phase.RINGING and self._opening:
            self._live_at = now
            self._enter(Phase.LIVE)
            self._answering = asyncio.create_task(self._answer(self._opening))
            self._answering.add_done_callback(self._ended)
        if self.phase is Phase.LIVE:
            self._talk.floor.feed(event)
            self._watch_limit(now)
        if now - self._flushed >= FLUSH_SAMPLES:
            self._flushed = now
            self._disk.post(self._kit.tape.flush)

    def _watch_limit(self, now: int) -> None:
        over_ms = samples_to_ms(now - self._live_at) - self._limit_ms
        if over_ms >= OVERTIME_MS:
            self.end(EndReason.TIME_LIMIT, EndedBy.LIMIT)
        elif over_ms >= 0 and self._talk.idle:
            self._talk.wind_up()

    def _ended(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (error := task.exception()):
            self._failed(error)

    def _failed_elsewhere(self, error: Exception) -> None:
        self._loop.call_soon_threadsafe(self._failed, error)

    def _failed(self, error: BaseException) -> None:
        """A part of the call broke: say so and end with what was said."""
        code, message = "call_failed", f"Something in the call broke ({type(error).__name__})."
        if isinstance(error, RingsideError):
            code, message = error.code, error.message
        if self._failing:
            return
        self._failing = True
        logger.error("call failed: %s", type(error).__name__, exc_info=error)
        self._log.fault(self._talk.now_ms, code, message, fatal=True)
        self.end(EndReason.ERROR, EndedBy.ERROR)
