"""What the trainee said in the turn in progress: settled stretches are kept, only the rest is recognised again.

When the voice falls silent, the accurate recogniser's last look at the turn is about a second old. A quick one hears
the last seconds, and the two texts are joined: the whole turn again would take longer than the pause before an answer.
"""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from typing import Any

from app.call.grafting import graft
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
SHARED_MS = 2_500
"""Sound that both recognisers hear, so that their texts have six or seven words in common."""
TAIL_MS = 7_000
"""A longer tail takes the quick recogniser as long as the accurate one needs for the whole turn."""


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
    """Recognises turns on three lanes: accurate finals, accurate partials and quick looks wait for no other."""

    def __init__(
        self,
        recogniser: Recogniser,
        sound: Callable[[int, int], bytes],
        prompt: str,
        seconds: Callable[[], float],
        tail: Recogniser | None = None,
    ) -> None:
        self._recogniser, self._sound, self._prompt, self._seconds = recogniser, sound, prompt, seconds
        self._quick = tail
        self._finals, self._partials, self._tails = Worker("recogniser"), Worker("partials"), Worker("tails")
        self._busy = self._hurrying = 0
        self._rested_at = 0.0
        self._settled: _Stretch | None = None
        self._last: _Stretch | None = None
        self._quick_final: _Stretch | None = None
        """The newest final, where it has the quick recogniser's end and the accurate one did not look at it yet."""
        self._known: _Stretch | None = None
        """The newest text of a turn in progress, the accurate recogniser's as far as that has come."""
        self._resumed: tuple[int, int] | None = None
        """Turn that went on, and the sample at which it did."""

    async def final(self, turn: int, start: int, end: int) -> Transcript:
        """The whole text of `turn`, which began at `start`, up to `end`.

        Cancelling drops work that waits, not work that has begun: its text settles the stretch if the turn goes on.
        """
        job = _Job()
        try:
            return await asyncio.shield(_kept(self._final(job, turn, start, end)))
        except asyncio.CancelledError:
            job.wanted = False
            raise

    async def partial(self, turn: int, start: int, end: int) -> str:
        """The text so far, by whoever is free; empty when nobody is."""
        if not self._busy and self._seconds() >= self._rested_at:
            return (await self._recognise(_Job(), turn, start, end, fast=True)).text
        found = None if self._hurrying else await self._grafted(_Job(), turn, start, end)
        return found.text if found else ""

    async def accurate(self, text: str) -> str:
        """The newest final, `text`, as the accurate recogniser has it, now that nobody waits for an answer.

        Where that one has less than half of the words it gave up on the way, and `text` stands: after an echo of a
        single word it wrote nothing but that word for a whole opener.
        """
        grafted, self._quick_final = self._quick_final, None
        if grafted is None or grafted.text != text:
            return text
        pcm = self._sound(grafted.start, grafted.until)
        found = await self._timed(self._partials, lambda: self._transcribe(_Job(), pcm, False, self._recogniser))
        return found.text if 2 * len(found.text.split()) >= len(text.split()) else text

    def goes_on(self, turn: int, resumed: int) -> None:
        """Speech went on after a pause: what was recognised before a real one need not be recognised again."""
        self._resumed = (turn, resumed)
        self._settle()

    def close(self) -> None:
        """Stop the threads."""
        for lane in (self._finals, self._partials, self._tails):
            lane.close()

    async def _final(self, job: _Job, turn: int, start: int, end: int) -> Transcript:
        self._quick_final = None
        found = await self._grafted(job, turn, start, end)
        if found is None:
            found = await self._recognise(job, turn, start, end, fast=False)
        else:
            self._quick_final = _Stretch(turn, found.text, start, end)
        if not job.skipped:
            self._last = _Stretch(turn, found.text, start, end)
            self._settle()
        return found

    def _settle(self) -> None:
        last, resumed = self._last, self._resumed
        if last is None or resumed is None or resumed[0] != last.turn or not last.text:
            return
        since = self._settled.until if self._settled and self._settled.turn == last.turn else last.start
        long_enough = last.until - since >= ms_to_samples(SETTLE_SPEECH_MS)
        if long_enough and resumed[1] - last.until >= ms_to_samples(SETTLE_SILENCE_MS):
            self._settled = last

    async def _recognise(self, job: _Job, turn: int, start: int, end: int, *, fast: bool) -> Transcript:
        """The accurate recogniser's text of what is not settled, after what is."""
        before, begin = "", start
        if self._settled and self._settled.turn == turn and self._settled.until < end:
            before, begin = self._settled.text, max(start, self._settled.until - ms_to_samples(OVERLAP_MS))
        pcm = self._sound(begin, end)
        lane = self._partials if fast else self._finals
        found = await self._timed(lane, lambda: self._transcribe(job, pcm, fast, self._recogniser))
        text = f"{before} {found.text}".strip()
        known = self._known
        if text and known and known.turn == turn and known.until > end:
            # Meanwhile the quick one has heard more: its words stand from where these end.
            self._known = replace(known, text=graft(text, known.text) or known.text)
        elif text:
            self._known = _Stretch(turn, text, start, end)
        return replace(found, text=text)

    async def _grafted(self, job: _Job, turn: int, start: int, end: int) -> Transcript | None:
        """The turn's text with its end from the quick recogniser; None where the accurate one has to do it all.

        Never the quick one alone: it makes words out of coughs and murmurs, which then find nothing to be joined to.
        """
        known = self._known
        if self._quick is None or known is None or known.turn != turn or known.until >= end:
            return None
        begin = max(start, known.until - ms_to_samples(SHARED_MS))
        if end - begin > ms_to_samples(TAIL_MS):
            return None
        pcm, quick = self._sound(begin, end), self._quick
        self._hurrying += 1
        try:
            found = await self._tails.run(lambda: self._transcribe(job, pcm, True, quick))
        finally:
            self._hurrying -= 1
        text = graft(known.text, found.text)
        if text is None:
            return None
        if not (self._known and self._known.turn == turn and self._known.until > end):
            self._known = _Stretch(turn, text, start, end)
        return replace(found, text=text)

    async def _timed(self, lane: Worker, work: Callable[[], Transcript]) -> Transcript:
        """Work of the accurate recogniser; it takes half of one core's time at most beside the finals."""
        self._busy += 1
        began = self._seconds()
        try:
            return await lane.run(work)
        finally:
            self._busy -= 1
            self._rested_at = 2 * self._seconds() - began

    def _transcribe(self, job: _Job, pcm: bytes, fast: bool, by: Recogniser) -> Transcript:
        job.skipped = not job.wanted
        return Transcript("") if job.skipped else by.transcribe(pcm, prompt=self._prompt, fast=fast)


def _kept(work: Coroutine[Any, Any, Transcript]) -> "asyncio.Task[Transcript]":
    """Work that goes on whoever stops waiting for it; its failure is told to those who wait."""
    task = asyncio.create_task(work)
    task.add_done_callback(lambda done: done.cancelled() or done.exception())
    return task
