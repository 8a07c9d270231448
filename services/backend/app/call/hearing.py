"""The ear: capture frames become a gapless clock, speech probabilities and stretches of sound to recognise."""

import asyncio
from collections.abc import Callable

from app.call.frames import CaptureFrame
from app.call.ports import Detector, Tape
from app.call.workers import Worker
from app.domain.audio import FRAME_SAMPLES, levels_db, ms_to_samples
from app.turn.events import Frame, TurnEvent

QUEUE_FRAMES = 96
"""Three seconds; when the ear falls further behind, the oldest frames are recorded but not listened to."""
KEPT_SAMPLES = ms_to_samples(120_000)
LEVELS = 4
"""Parts of a frame whose level is measured: 8 ms each."""
GAP_STEP_MS = 2_000
"""Of a longer gap only so much is stepped through: the rest of the time did not pass for the two speakers."""


class Hearing:
    """Takes frames in, tells turn-taking what they are, keeps the last two minutes of sound."""

    def __init__(
        self,
        detector: Detector,
        tape: Tape,
        disk: Worker,
        on_frame: Callable[[TurnEvent, int], None],
        on_skip: Callable[[int], None],
    ) -> None:
        self._detector, self._tape, self._disk = detector, tape, disk
        self._on_frame, self._on_skip = on_frame, on_skip
        self._queue: asyncio.Queue[CaptureFrame] = asyncio.Queue(QUEUE_FRAMES)
        self._worker = Worker("ear")
        self._sound = bytearray()
        self._dropped_samples = 0
        self.now = 0
        """End of the newest frame on the call's clock, in samples."""
        self.received = 0
        """End of the newest frame that came in, listened to or not: the present as the client sees it."""
        self.lost_frames = 0
        self.muted = False

    def take(self, frame: CaptureFrame) -> None:
        """Accept a frame without waiting."""
        self.received = max(self.received, frame.sample_index + FRAME_SAMPLES)
        if self._queue.full():
            late = self._queue.get_nowait()
            self.lost_frames += 1
            if not late.muted and not self.muted:
                self._disk.post(lambda: self._tape.write("trainee", late.sample_index, late.pcm))
        self._queue.put_nowait(frame)

    async def run(self) -> None:
        """Work through the frames until cancelled."""
        while True:
            await self._hear(await self._queue.get())

    def sound(self, start: int, end: int) -> bytes:
        """The trainee's sound between two samples of the clock, as far as it is kept."""
        first = max(start - self._dropped_samples, 0)
        last = max(end - self._dropped_samples, first)
        return bytes(self._sound[first * 2 : last * 2])

    def close(self) -> None:
        """Stop the ear's thread."""
        self._worker.close()

    async def _hear(self, frame: CaptureFrame) -> None:
        missing = frame.sample_index - self.now
        if missing < 0:
            self.lost_frames += 1
            return
        if missing:
            self._bridge(missing)
        muted = frame.muted or self.muted
        pcm = bytes(len(frame.pcm)) if muted else frame.pcm
        p = 0.0 if muted else await self._worker.run(lambda: self._detector.probability(pcm))
        at = self.now
        self._disk.post(lambda: self._tape.write("trainee", at, pcm))
        self._keep(pcm)
        self.now += FRAME_SAMPLES
        self._on_frame(Frame(p=p, muted=muted, levels_db=levels_db(pcm, LEVELS)), self.now)

    def _bridge(self, missing: int) -> None:
        """Fill a gap with silence, so that nothing after it is shifted."""
        stepped = min(missing, ms_to_samples(GAP_STEP_MS))
        self._keep(bytes(missing * 2))
        if missing > stepped:
            self._on_skip(missing - stepped)
            self.now += missing - stepped
        for _ in range(stepped // FRAME_SAMPLES):
            self.now += FRAME_SAMPLES
            self._on_frame(Frame(p=0.0, gap=True), self.now)
        self.now += stepped % FRAME_SAMPLES

    def _keep(self, pcm: bytes) -> None:
        self._sound += pcm
        surplus = len(self._sound) // 2 - KEPT_SAMPLES
        if surplus > KEPT_SAMPLES // 4:
            del self._sound[: surplus * 2]
            self._dropped_samples += surplus
