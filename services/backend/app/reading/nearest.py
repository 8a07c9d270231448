"""Which of the things a person knows a free question is after, by meaning: nearest way to ask it, or none."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from app.reading.embedder import Embedder, masked
from app.reading.lexicon import Lexicon
from app.reading.normal import view

if TYPE_CHECKING:
    from app.reading.embedder import Vector

NEAR = 0.48
"""Least likeness (cosine) of an answerable question; `training/askings.py` tells what it lets through."""
NOBODY = "-"
"""The id of questions that no fact answers: small talk, the mechanics of the call, life outside work."""


def nearest(
    question: str, candidates: Mapping[str, Sequence[str]], embedder: Embedder, lexicon: Lexicon | None = None
) -> tuple[str, float] | None:
    """`(id, likeness in [0, 1])` of the candidate that `question` asks for, or None when none is near enough.

    `candidates` maps fact ids to ways of asking for or telling them. Ids of facts that every persona has
    (`company.size`, `tools.main` …) need no texts: ways to ask for them come with the package. A question that is
    nearer to one nobody's facts answer ("Do you play golf?") gets None.
    """
    vector = _embedded(question, lexicon, embedder)
    likeness = _to_askings(vector)
    other = likeness.pop(NOBODY, 0.0)
    found = {
        id_: max([likeness.get(id_, 0.0), *(float(vector @ _embedded(text, None, embedder)) for text in texts)])
        for id_, texts in candidates.items()
    }
    best = min(found, key=lambda id_: (-round(found[id_], 3), id_), default=None)
    if best is None or found[best] < NEAR or found[best] < other:
        return None
    return best, round(min(1.0, found[best]), 3)


def _to_askings(vector: "Vector") -> dict[str, float]:
    ids, vectors = _askings()
    best: dict[str, float] = {}
    for id_, value in zip(ids, (vectors @ vector).tolist(), strict=True):
        best[id_] = max(best.get(id_, 0.0), value)
    return best


@lru_cache(maxsize=1)
def _askings() -> tuple[tuple[str, ...], "Vector"]:
    """Ids, and the vectors `(askings, WIDTH)` of the ways to ask for them."""
    import numpy as np

    with (resources.files("app.reading.heads") / "askings.npz").open("rb") as file, np.load(file) as saved:
        return tuple(str(id_) for id_ in saved["ids"]), saved["vectors"].astype(np.float32)


def _embedded(text: str, lexicon: Lexicon | None, embedder: Embedder) -> "Vector":
    return embedder.embed(masked(view(text), lexicon or Lexicon()))
