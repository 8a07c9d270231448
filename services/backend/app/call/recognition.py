"""What the trainee said in the turn in progress: settled stretches are kept, only the rest is recognised again."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from app.call.ports import Recogniser
from app.call.workers import Worker
from app.domain.audio import ms_to_samples
from app.domain.speech import Transcript

SETTLE_SPEECH_MS = 3_000
"""A shorter stretch is recognised together with what follows: a recogniser needs context."""
SETTLE_SILENCE_MS = 140
"""Silence after the soft end (which itself takes 160 ms) that makes a pause one between phrases, not inside a word."""
OVERLAP_MS = 60
"""Less than the silence after which work on a turn starts, or the last word before it would be heard twice."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The text of `turn` from its `start` to `until`."""

    turn: int
    text: str
    start: int
    until: int


@dataclass(slots=True)
class _Job:
    """Whether anybody still waits for a piece of work, and whether it was left undone for want of that."""

    wanted: bool = True
    skipped: bool = False


class Recognition:
    """Recognises turns on two lanes, so that a final never waits for a partial that has become stale."""

    def __init__(
        self,
        recogniser: Recogniser,
        sound: Callable[[int, int], bytes],
        prompt: str,
        seconds: Callable[[], float],
    ) -> None:
        self._recogniser, self._sound, self._prompt, self._seconds = recogniser, sound, prompt, seconds
        self._finals, self._partials = Worker("recogniser"), Worker("partials")
        self._busy = 0
        self._rested_at = 0.0
        self._settled: _Stretch | None = None
        self._last: _Stretch | None = None
        self._resumed: tuple[int, int] | None = None
        """Turn that went on, and the sample at which it did."""

    @property
    def busy(self) -> bool:
        """Work is under way, or was until just now: partials take at most half of one core's time."""
        return self._busy > 0 or self._seconds() < self._rested_at

    async def final(self, turn: int, start: int, end: int) -> Transcript:
        """The whole text of `turn`, which began at `start`, up to `end`.

        Cancelling drops work that waits, not work that has begun: its text settles the stretch if the turn goes on.
        """
        job = _Job()
        try:
            return await asyncio.shield(self._final(job, turn, start, end))
        except asyncio.CancelledError:
            job.wanted = False
            raise

    async def partial(self, turn: int, start: int, end: int) -> str:
        """The text so far, cheaper."""
        return (await self._recognise(_Job(), turn, start, end, fast=True)).text

    def goes_on(self, turn: int, resumed: int) -> None:
        """Speech went on after a pause: what was recognised before a real one need not be recognised again."""
        self._resumed = (turn, resumed)
        self._settle()

    def close(self) -> None:
        """Stop the threads."""
        self._finals.close()
        self._partials.close()

    def _final(self, job: _Job, turn: int, start: int, end: int) -> "asyncio.Task[Transcript]":
        async def work() -> Transcript:
            found = await self._recognise(job, turn, start, end, fast=False)
            if not job.skipped:
                self._last = _Stretch(turn, found.text, start, end)
                self._settle()
            return found

        task = asyncio.create_task(work())
        task.add_done_callback(lambda done: done.cancelled() or done.exception())
        return task

    def _settle(self) -> None:
        last, resumed = self._last, self._resumed
        if last is None or resumed is None or resumed[0] != last.turn or not last.text:
            return
        since = self._settled.until if self._settled and self._settled.turn == last.turn else last.start
        long_enough = last.until - since >= ms_to_samples(SETTLE_SPEECH_MS)
        if long_enough and resumed[1] - last.until >= ms_to_samples(SETTLE_SILENCE_MS):
            self._settled = last

    async def _recognise(self, job: _Job, turn: int, start: int, end: int, *, fast: bool) -> Transcript:
        before, begin = "", start
        if self._settled and self._settled.turn == turn and self._settled.until < end:
            before, begin = self._settled.text, max(start, self._settled.until - ms_to_samples(OVERLAP_MS))
        pcm = self._sound(begin, end)
        self._busy += 1
        began = self._seconds()
        try:
            lane = self._partials if fast else self._finals
            found = await lane.run(lambda: self._transcribe(job, pcm, fast))
        finally:
            self._busy -= 1
            self._rested_at = 2 * self._seconds() - began
        text = f"{before} {found.text}".strip()
        return Transcript(text, found.avg_logprob, found.no_speech_prob, found.voiced_ms)

    def _transcribe(self, job: _Job, pcm: bytes, fast: bool) -> Transcript:
        job.skipped = not job.wanted
        return Transcript("") if job.skipped else self._recogniser.transcribe(pcm, prompt=self._prompt, fast=fast)
