"""What the playback worklet does, on paper: queues per utterance, clear, duck, and counting what was really played.

Time is a sample count at `rate_hz` since the call's clock began. Nothing here waits: the caller says what time it is.
"""

from collections import deque
from dataclasses import dataclass, field

import numpy as np

from bench.sound import Samples
from bench.wire import Piece

QUANTUM = 128
"""Samples a worklet renders at a time."""
ACK_MS = 100
RAMP_MS = 25
ABANDONED_S = 2.0
"""A line that stays dry for this long without its last piece is over for a listener."""


@dataclass(frozen=True, slots=True)
class Played:
    """`samples` of `gen` have left the queue so far."""

    gen: int
    samples: int


@dataclass(slots=True)
class Segment:
    """An unbroken run of one utterance on the call's clock."""

    gen: int
    start: int
    length: int

    @property
    def end(self) -> int:
        """One past the last sample."""
        return self.start + self.length


@dataclass(slots=True)
class _Line:
    pieces: deque[Samples] = field(default_factory=deque)
    received: int = 0
    played: int = 0
    acknowledged: int = 0
    complete: bool = False
    """The piece flagged last has arrived."""
    began: int | None = None
    """When its first sample was rendered."""
    dry_since: int = 0

    @property
    def heard_out(self) -> bool:
        return self.complete and not self.pieces


class Playout:
    """Renders the prospect's side sample by sample and says what to acknowledge."""

    def __init__(self, rate_hz: int) -> None:
        self.rate_hz = rate_hz
        self.now = 0
        self.segments: list[Segment] = []
        self.cleared: dict[int, int] = {}
        """`gen` → when its clear arrived."""
        self.stale_pieces = 0
        """Pieces that came after a clear of their `gen`: dropped, as the wire asks."""
        self.misplaced_pieces = 0
        """Pieces whose `start_sample` does not continue their utterance."""
        self.underruns = 0
        """Times the queue ran dry in the middle of an utterance."""
        self._lines: dict[int, _Line] = {}
        self._open: list[int] = []
        self._rendered: list[Samples] = []
        self._newest_clear = 0
        self._gain, self._target = 1.0, 1.0

    def push(self, piece: Piece, now: int) -> list[Played]:
        """Queue one piece that arrived at `now`."""
        acks = self.advance(now)
        if piece.gen <= self._newest_clear:
            self.stale_pieces += 1
            return acks
        if piece.gen not in self._lines:
            self._lines[piece.gen] = _Line(dry_since=self.now)
            self._open.append(piece.gen)
        line = self._lines[piece.gen]
        self.misplaced_pieces += piece.start_sample != line.received
        self.underruns += bool(piece.pcm.size) and 0 < line.received == line.played
        line.received += piece.pcm.size
        line.complete = line.complete or piece.last
        if piece.pcm.size:
            line.pieces.append(piece.pcm)
        return acks

    def clear(self, gen: int, now: int) -> list[Played]:
        """Drop `gen` and everything older, at once; lifts a duck."""
        acks = self.advance(now)
        self._newest_clear = max(self._newest_clear, gen)
        self._close_finished()
        for number in [number for number in self._open if number <= gen]:
            self.cleared[number] = self.now
            self._open.remove(number)
            self._lines[number].pieces.clear()
            acks.append(self._acknowledge(number))
        if gen not in self._lines:
            acks.append(Played(gen, 0))
        self._gain = self._target = 1.0
        return acks

    def duck(self, gen: int, db: float, now: int) -> list[Played]:
        """Lower or restore the voice over 25 ms; a `gen` already cleared is ignored."""
        acks = self.advance(now)
        if gen > self._newest_clear:
            self._target = 10 ** (db / 20)
        return acks

    def advance(self, now: int) -> list[Played]:
        """Render the quanta that have begun by `now`; what arrives later waits for the next one."""
        acks: list[Played] = []
        while self.now < now:
            acks += self._render()
        return acks

    def heard_out(self, gen: int) -> bool:
        """Whether all of `gen` was played to its end."""
        return gen in self._lines and gen not in self.cleared and self._lines[gen].heard_out

    @property
    def audible_gen(self) -> int | None:
        """The utterance in the speaker right now."""
        return next((gen for gen in self._open if self._lines[gen].pieces), None)

    @property
    def open_gen(self) -> int | None:
        """The utterance in the speaker, or the one whose rest is awaited."""
        self._close_finished()
        waiting = self._open[-1:] if self.audible_gen is None else [self.audible_gen]
        patience = self.now - ABANDONED_S * self.rate_hz
        return next((g for g in waiting if self._lines[g].pieces or self._lines[g].dry_since > patience), None)

    def line_since(self) -> int | None:
        """When the line now open began to sound; None between lines and while one has yet to sound."""
        gen = self.open_gen
        return None if gen is None else self._lines[gen].began

    def last_line(self) -> Segment | None:
        """The last run of audio of a line that is over, heard out or cut."""
        gen = self.open_gen
        return next((segment for segment in reversed(self.segments) if segment.gen != gen), None)

    def rendered(self) -> Samples:
        """Everything that left the speaker, silence included, from the start of the call's clock."""
        return np.concatenate(self._rendered) if self._rendered else np.zeros(0, np.int16)

    def heard(self, start: int, end: int) -> Samples:
        """What left the speaker between two times, both already past."""
        blocks = self._rendered[start // QUANTUM : -(-end // QUANTUM)]
        begin = start % QUANTUM
        return np.concatenate(blocks)[begin : begin + end - start] if blocks else np.zeros(0, np.int16)

    def _render(self) -> list[Played]:
        block = np.zeros(QUANTUM, np.int16)
        acks: list[Played] = []
        filled = 0
        while filled < QUANTUM and (gen := self.audible_gen) is not None:
            line = self._lines[gen]
            pcm = line.pieces.popleft()
            take = min(QUANTUM - filled, pcm.size)
            block[filled : filled + take] = pcm[:take]
            if take < pcm.size:
                line.pieces.appendleft(pcm[take:])
            line.played += take
            if line.began is None:
                line.began = self.now + filled
            line.dry_since = self.now + filled + take
            self._log(gen, self.now + filled, take)
            filled += take
            if not line.pieces or line.played - line.acknowledged >= self.rate_hz * ACK_MS // 1000:
                acks.append(self._acknowledge(gen))
        self._rendered.append(self._faded(block))
        self.now += QUANTUM
        return acks

    def _close_finished(self) -> None:
        self._open = [gen for gen in self._open if not self._lines[gen].heard_out]

    def _faded(self, block: Samples) -> Samples:
        if self._gain == self._target == 1.0:
            return block
        step = 1000 / (RAMP_MS * self.rate_hz) * np.sign(self._target - self._gain)
        ramp = self._gain + step * np.arange(1, QUANTUM + 1)
        low, high = sorted((self._gain, self._target))
        gains = np.clip(ramp, low, high)
        self._gain = float(gains[-1])
        faded: Samples = np.round(block * gains).astype(np.int16)
        return faded

    def _log(self, gen: int, start: int, length: int) -> None:
        last = self.segments[-1] if self.segments else None
        if last and last.gen == gen and last.end == start:
            last.length += length
        else:
            self.segments.append(Segment(gen, start, length))

    def _acknowledge(self, gen: int) -> Played:
        line = self._lines[gen]
        line.acknowledged = line.played
        return Played(gen, line.played)
