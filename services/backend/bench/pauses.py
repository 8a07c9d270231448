"""Where a turn pauses: it is spoken whole, so that its melody goes on, and then its gaps get their lengths."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from bench.sound import RATE_HZ, Samples, voiced_ms

SHORTEST_MS = 150
"""Gaps from here on are pauses; shorter ones belong to the words around them."""
INSIDE, SENTENCE = "inside", "sentence"
"""A pause within a sentence, and one after a sentence that is complete and sounds so."""
_DIP_MS = 60
"""A gap of the voice that is long enough to be made longer."""
_REACH_MS = 200
"""How far from its word a gap may lie: what the alignment is good for."""
_LEAD_MS, _TAIL_MS = 30, 60
"""Sound under the voiced level that stays around a stretch: soft consonants, decay."""
_FADE = 80


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn as the script asks for it: its words and how long it pauses before some of them."""

    words: tuple[str, ...]
    wanted_ms: dict[int, int]
    """Index of a word → pause before it."""

    @classmethod
    def of(cls, say: Sequence[str | int]) -> "Turn":
        """Read `say`: phrases with pauses in milliseconds between them."""
        words: list[str] = []
        wanted: dict[int, int] = {}
        for part in say:
            if isinstance(part, int):
                wanted[len(words)] = part
            else:
                words += part.split()
        return cls(tuple(words), wanted)

    def ends_sentence(self, word: int) -> bool:
        """Whether a sentence ends before `word`."""
        return self.words[word - 1][-1] in ".?!"


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap of the voice in the spoken sentence."""

    start_ms: int
    end_ms: int
    length_ms: int
    """How long it is to be."""
    kind: str


@dataclass(frozen=True, slots=True)
class Paused:
    """A turn with its pauses, its voiced stretches and what kind each pause between them is."""

    pcm: Samples
    speech_ms: list[tuple[int, int]]
    kinds: list[str]


def gaps(pcm: Samples, turn: Turn, starts_ms: Sequence[int]) -> list[Gap]:
    """The gaps of a spoken turn: those that the script asks for, and natural ones of 150 ms or more."""
    natural = [(end, start) for (_, end), (start, _) in pairwise(voiced_ms(pcm, bridge_ms=_DIP_MS))]
    found: list[Gap] = []
    for word, length_ms in turn.wanted_ms.items():
        kind = SENTENCE if turn.ends_sentence(word) else INSIDE
        near = min(natural, key=lambda gap: _away(gap, starts_ms[word]), default=None)
        if near is None or _away(near, starts_ms[word]) > _REACH_MS:
            dip = _softest_ms(pcm, starts_ms[word])
            near = (dip, dip)
        else:
            natural.remove(near)
        found.append(Gap(*near, length_ms, kind))
    for start, end in natural:
        if end - start >= SHORTEST_MS:
            word = min(range(1, len(turn.words)), key=lambda w: _away((start, end), starts_ms[w]))
            found.append(Gap(start, end, end - start, SENTENCE if turn.ends_sentence(word) else INSIDE))
    return sorted(found, key=lambda gap: gap.start_ms)


def paused(pcm: Samples, found: Sequence[Gap]) -> Paused:
    """The turn cut to its voice, every gap exactly as long as it is to be; labels by energy."""
    whole = voiced_ms(pcm)
    borders = [whole[0][0], *(ms for gap in found for ms in (gap.start_ms, gap.end_ms)), whole[-1][1]]
    length_ms = sum(gap.length_ms - (gap.end_ms - gap.start_ms) for gap in found) + borders[-1] - borders[0]
    out = np.zeros(_at(length_ms + _LEAD_MS + _TAIL_MS), np.int16)
    labels: list[tuple[int, int]] = []
    start_ms = _LEAD_MS
    for i, (begin, end) in enumerate(zip(borders[::2], borders[1::2], strict=True)):
        lead = _LEAD_MS if i == 0 else min(_LEAD_MS, (found[i - 1].end_ms - found[i - 1].start_ms) // 2)
        tail = _TAIL_MS if i == len(found) else min(_TAIL_MS, (found[i].end_ms - found[i].start_ms) // 2)
        part = _faded(pcm[max(0, _at(begin - lead)) : _at(end + tail)])
        at = _at(start_ms + end + tail - begin) - part.size
        out[at : at + part.size] = part
        labels.append((start_ms, start_ms + end - begin))
        start_ms = labels[-1][1] + (found[i].length_ms if i < len(found) else 0)
    return Paused(out, labels, [gap.kind for gap in found])


def _faded(part: Samples) -> Samples:
    ramp = np.linspace(0, 1, min(_FADE, part.size // 2))
    soft = part.astype(np.float64)
    soft[: ramp.size] *= ramp
    soft[soft.size - ramp.size :] *= ramp[::-1]
    faded: Samples = np.round(soft).astype(np.int16)
    return faded


def _away(gap: tuple[int, int], ms: int) -> int:
    return max(gap[0] - ms, ms - gap[1], 0)


def _softest_ms(pcm: Samples, around_ms: int) -> int:
    """The softest 10 ms within 100 ms of a word's beginning: where a cut is heard least."""

    def energy(ms: int) -> float:
        return float(np.square(pcm[_at(ms) : _at(ms + 10)].astype(np.float64)).sum())

    return min(range(max(0, around_ms - 100), around_ms + 100, 10), key=energy)


def _at(ms: int) -> int:
    return ms * RATE_HZ // 1000
