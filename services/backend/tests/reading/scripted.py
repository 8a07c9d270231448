"""Heads without a model: every sentence means the same, and what a head makes of it is in its offset."""

import numpy as np
from numpy.typing import NDArray

from app.domain.acts import Act
from app.reading import Reader
from app.reading.embedder import WIDTH
from app.reading.heads import Heads, Weights
from app.reading.signs import ACTS, LINE_SIZE, OBJECTION_SIZE, PAIR_SIZE, SIZE
from app.reading.wanted import NOTHING, PLANE, WANTED_SIZE


class Scripted:
    """Embeds nothing and remembers what it was given."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def embed(self, words: str) -> NDArray[np.float32]:
        self.seen.append(words)
        return np.zeros(WIDTH, dtype=np.float32)


def reader(embedder: Scripted | None = None, *, floor: float = 0.0, **sure: float) -> Reader:
    """A reader whose heads hold the named acts to be as likely as said, and all others impossible.

    Below `floor` the heads drop what patterns only hold likely.
    """
    acts = np.zeros((len(ACTS), SIZE + 1), dtype=np.float32)
    acts[:, -1] = -20
    for name, chance in sure.items():
        acts[ACTS.index(Act(name)), -1] = np.log(chance / (1 - chance))
    limits = np.full(len(ACTS), 0.6, dtype=np.float32)
    weights = Weights(
        acts=acts,
        thresholds=limits,
        floors=np.full(len(ACTS), floor, dtype=np.float32),
        uptake=np.zeros(PAIR_SIZE + 1, dtype=np.float32),
        asks=np.zeros(LINE_SIZE + 1, dtype=np.float32),
        objections=np.zeros(OBJECTION_SIZE + 1, dtype=np.float32),
        wanted=np.zeros((1, WANTED_SIZE + 1), dtype=np.float32),
        matters=(NOTHING,),
        plane=np.zeros((WIDTH, PLANE), dtype=np.float32),
        ways=np.zeros((0, PLANE), dtype=np.float32),
        ways_of=np.zeros(0, dtype=np.uint8),
    )
    return Reader(Heads(embedder or Scripted(), weights))
