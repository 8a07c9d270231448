"""What the heads look at: a sentence's meaning as a vector, the patterns' signs of it, and how it sits in the talk."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.acts import Act, ProspectSays
from app.reading.embedder import WIDTH, Embedder, masked
from app.reading.evidence import Evidence
from app.reading.lexicon import Lexicon
from app.reading.normal import View, view
from app.reading.prospect import read_prospect
from app.reading.uptake import builds_on
from app.reading.words import content_of, content_words

if TYPE_CHECKING:
    from app.reading.embedder import Vector

ACTS = tuple(Act)
_SAYS = tuple(ProspectSays)
SIZE = WIDTH + len(ACTS) + len(_SAYS) + 6
"""Numbers the act heads see of a sentence."""
PAIR_SIZE = 4 * WIDTH + 8
"""Numbers the uptake head sees of a line and the line before it."""
LINE_SIZE = WIDTH + len(ACTS) + 3
"""Numbers the ask head sees of a line."""
OBJECTION_SIZE = WIDTH + len(_SAYS) + 3
"""Numbers the objection head sees of a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensed:
    """One sentence as the patterns left it, with all that the heads may know about it."""

    seen: View
    question: bool
    evidence: list[Evidence]
    said: frozenset[ProspectSays]
    previous_line: str
    lexicon: Lexicon


def signs_of(sensed: Sensed, embedder: Embedder) -> "Vector":
    """`(SIZE,)` float32 for the act heads."""
    import numpy as np

    vector = embedder.embed(masked(sensed.seen, sensed.lexicon))
    near = float(vector @ _line(sensed.previous_line, sensed.lexicon, embedder)) if sensed.previous_line else 0.0
    piece = sensed.seen.text[sensed.seen.start : sensed.seen.end]
    other = [
        float(sensed.question),
        float(bool(sensed.previous_line)),
        near,
        builds_on(piece, sensed.previous_line),
        min(1.0, len(sensed.seen.words) / 20),
        float(len(sensed.seen.words) <= 3),
    ]
    said = [float(says in sensed.said) for says in _SAYS]
    return np.concatenate([vector, _strengths(sensed.evidence), said, other]).astype(np.float32)


def signs_of_pair(text: str, previous_line: str, lexicon: Lexicon, embedder: Embedder) -> "Vector":
    """`(PAIR_SIZE,)` float32 for the uptake head."""
    import numpy as np

    mine, theirs = _line(text, lexicon, embedder), _line(previous_line, lexicon, embedder)
    words, before = content_words(text), content_words(previous_line)
    counted, counted_before = view(text), view(previous_line)
    shared = len(words & before)
    other = [
        float(mine @ theirs),
        builds_on(text, previous_line),
        shared / max(1, len(words)),
        shared / max(1, len(before)),
        min(1.0, shared / 4),
        min(1.0, len(counted.words) / 40),
        min(1.0, len(counted_before.words) / 40),
        float("?" in text),
    ]
    return np.concatenate([mine, theirs, mine * theirs, abs(mine - theirs), other]).astype(np.float32)


def signs_of_line(sensed: Sensed, embedder: Embedder) -> "Vector":
    """`(LINE_SIZE,)` float32 for the ask head: the sentence alone, whatever stood before it."""
    import numpy as np

    words = sensed.seen.words
    vector = embedder.embed(masked(sensed.seen, sensed.lexicon))
    other = [float(sensed.question), min(1.0, len(words) / 20), min(1.0, len(content_of(words)) / 10)]
    return np.concatenate([vector, _strengths(sensed.evidence), other]).astype(np.float32)


def signs_of_objection(seen: View, embedder: Embedder) -> "Vector":
    """`(OBJECTION_SIZE,)` float32: a sentence of either side by itself, and what the prospect's patterns read in it."""
    import numpy as np

    says = read_prospect(seen.text[seen.start : seen.end])
    other = [
        float("?" in seen.text[seen.start : seen.end]),
        min(1.0, len(seen.words) / 20),
        float(len(seen.words) <= 3),
    ]
    vector = embedder.embed(masked(seen, Lexicon()))
    return np.concatenate([vector, [float(each in says) for each in _SAYS], other]).astype(np.float32)


def _strengths(evidence: list[Evidence]) -> list[float]:
    best = dict.fromkeys(ACTS, 0.0)
    for item in evidence:
        best[item.act] = max(best[item.act], item.confidence)
    return list(best.values())


def _line(text: str, lexicon: Lexicon, embedder: Embedder) -> "Vector":
    return embedder.embed(masked(view(text), lexicon))
