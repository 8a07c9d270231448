"""Frames keep an absolute grid: what is late is sent at once and nothing shifts."""

import pytest

from bench.pacing import Metronome


class Clock:
    """Time that passes only when somebody sleeps or works."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s

    async def sleep(self, seconds: float) -> None:
        self.now_s += seconds


async def test_a_hundred_beats_of_slow_work_end_on_the_grid():
    clock = Clock()
    metronome = Metronome(100.0, clock, clock.sleep)
    for beat in range(100):
        await metronome.wait(beat)
        clock.now_s += 0.011
    assert clock.now_s == pytest.approx(100.0 + 100 * 0.032 + 0.011)
    assert metronome.worst_late_ms == pytest.approx(0.0, abs=1e-6)


async def test_after_a_stall_the_missed_beats_come_at_once_and_the_grid_stays():
    clock = Clock()
    metronome = Metronome(100.0, clock, clock.sleep)
    await metronome.wait(0)
    clock.now_s += 0.200
    sent_at = []
    for beat in range(1, 10):
        await metronome.wait(beat)
        sent_at.append(clock.now_s)
    assert sent_at[:6] == [pytest.approx(100.232)] * 6
    assert sent_at[-1] == pytest.approx(100.0 + 10 * 0.032)
    assert metronome.worst_late_ms == pytest.approx(200 - 32)
