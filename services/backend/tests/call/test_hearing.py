"""The ear: a queue with a limit, a clock without holes."""

import asyncio

from app.call.frames import CaptureFrame
from app.call.hearing import QUEUE_FRAMES, Hearing
from app.call.workers import Worker
from app.domain.audio import FRAME_SAMPLES
from app.turn.events import Frame, TurnEvent
from tests.scripted_call import EnergyDetector, MemoryTape

LOUD = b"\x00\x10" * FRAME_SAMPLES


class Ear:
    """Frames go in; what turn-taking is told comes out."""

    def __init__(self) -> None:
        self.tape, self.told = MemoryTape(), list[tuple[TurnEvent, int]]()
        self.disk = Worker("disk")
        self.hearing = Hearing(
            EnergyDetector(), self.tape, self.disk, lambda event, now: self.told.append((event, now)), lambda _: None
        )

    def take(self, *numbers: int) -> None:
        for number in numbers:
            self.hearing.take(CaptureFrame(0, number, number * FRAME_SAMPLES, LOUD))

    async def listen(self, until: int) -> None:
        running = asyncio.create_task(self.hearing.run())
        for _ in range(400):
            if self.hearing.now >= until * FRAME_SAMPLES:
                break
            await asyncio.sleep(0.005)
        running.cancel()
        await self.disk.drain()
        self.hearing.close()
        self.disk.close()


async def test_an_ear_that_falls_behind_listens_to_the_newest_frames_and_records_all() -> None:
    ear = Ear()
    ear.take(*range(QUEUE_FRAMES + 50))
    await ear.listen(QUEUE_FRAMES + 50)
    listened = [now for event, now in ear.told if isinstance(event, Frame) and not event.gap]
    assert len(listened) == QUEUE_FRAMES
    assert ear.hearing.lost_frames == 50
    assert bytes(ear.tape.sides["trainee"]) == LOUD * (QUEUE_FRAMES + 50)


async def test_a_lost_frame_is_silence_and_shifts_nothing() -> None:
    ear = Ear()
    ear.take(0, 1, 4)
    await ear.listen(5)
    assert [(event.p > 0.5, event.gap) for event, _ in ear.told] == [
        (True, False),
        (True, False),
        (False, True),
        (False, True),
        (True, False),
    ]
    assert [now for _, now in ear.told] == [FRAME_SAMPLES * (i + 1) for i in range(5)]


async def test_a_frame_that_comes_twice_counts_once() -> None:
    ear = Ear()
    ear.take(0, 1, 1, 2)
    await ear.listen(3)
    assert len(ear.told) == 3
