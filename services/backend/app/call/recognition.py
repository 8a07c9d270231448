"""What the trainee said in the turn in progress: settled stretches are kept, only the rest is recognised again."""

from collections.abc import Callable
from dataclasses import dataclass

from app.call.ports import Recogniser
from app.call.workers import Worker
from app.domain.audio import ms_to_samples
from app.domain.speech import Transcript

SETTLE_SPEECH_MS = 3_000
"""A shorter stretch is recognised together with what follows: a recogniser needs context."""
SETTLE_PAUSE_MS = 300
OVERLAP_MS = 100


@dataclass(slots=True)
class _Settled:
    turn: int = -1
    text: str = ""
    until: int = 0


class Recognition:
    """Recognises turns; one job at a time, finals before partials."""

    def __init__(
        self,
        recogniser: Recogniser,
        sound: Callable[[int, int], bytes],
        prompt: str,
        seconds: Callable[[], float],
    ) -> None:
        self._recogniser, self._sound, self._prompt, self._seconds = recogniser, sound, prompt, seconds
        self._rested_at = 0.0
        self._worker = Worker("recogniser")
        self._busy = 0
        self._settled = _Settled()
        self._last: tuple[int, int, str] | None = None
        """Turn, end sample and whole text of the last final."""

    @property
    def busy(self) -> bool:
        """Work is under way, or was until just now: partials take at most half of the time, finals need the rest."""
        return self._busy > 0 or self._seconds() < self._rested_at

    async def final(self, turn: int, start: int, end: int) -> Transcript:
        """The whole text of `turn`, which began at `start`, up to `end`."""
        found = await self._recognise(turn, start, end, fast=False)
        self._last = (turn, end, found.text)
        return found

    async def partial(self, turn: int, start: int, end: int) -> str:
        """The text so far, cheaper."""
        return (await self._recognise(turn, start, end, fast=True)).text

    def goes_on(self, turn: int, resumed: int) -> None:
        """Speech went on after a pause: what was recognised before a real one need not be recognised again."""
        if self._last is None or self._last[0] != turn:
            return
        _, end, text = self._last
        spoken = end - max(self._settled.until if self._settled.turn == turn else 0, 0)
        if resumed - end >= ms_to_samples(SETTLE_PAUSE_MS) and spoken >= ms_to_samples(SETTLE_SPEECH_MS):
            self._settled = _Settled(turn, text, end)

    def close(self) -> None:
        """Stop the thread."""
        self._worker.close()

    async def _recognise(self, turn: int, start: int, end: int, *, fast: bool) -> Transcript:
        settled = self._settled if self._settled.turn == turn else _Settled(turn, "", start)
        begin = max(start, settled.until - ms_to_samples(OVERLAP_MS)) if settled.text else start
        pcm = self._sound(begin, end)
        self._busy += 1
        began = self._seconds()
        try:
            found = await self._worker.run(lambda: self._recogniser.transcribe(pcm, prompt=self._prompt, fast=fast))
        finally:
            self._busy -= 1
            self._rested_at = 2 * self._seconds() - began
        text = f"{settled.text} {found.text}".strip()
        return Transcript(text, found.avg_logprob, found.no_speech_prob, found.voiced_ms)
