"""Keeping time: every frame has a deadline counted from the first one, so lateness never adds up."""

import asyncio
from collections.abc import Awaitable, Callable

from bench.sound import FRAME_SAMPLES, RATE_HZ


class Metronome:
    """Deadlines on an absolute grid from `t0_s`; a late beat is made at once and the next keeps its own time."""

    def __init__(
        self,
        t0_s: float,
        now: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        beat_s: float = FRAME_SAMPLES / RATE_HZ,
    ) -> None:
        self.t0_s = t0_s
        self.worst_late_ms = 0.0
        self._now = now
        self._sleep = sleep
        self._beat_s = beat_s

    def deadline_s(self, beat: int) -> float:
        """When beat `beat` is due: a frame can leave once its last sample was captured."""
        return self.t0_s + (beat + 1) * self._beat_s

    async def wait(self, beat: int) -> None:
        """Sleep until `beat` is due; returns at once when that time has passed."""
        wait_s = self.deadline_s(beat) - self._now()
        await self._sleep(max(0.0, wait_s))
        late_ms = (self._now() - self.deadline_s(beat)) * 1000
        self.worst_late_ms = max(self.worst_late_ms, late_ms)
