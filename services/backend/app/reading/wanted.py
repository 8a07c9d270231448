"""What a free question wants to know, by its meaning and its form: a chance for every matter that can be asked for."""

# ruff: noqa: SIM905 - a list of words reads better unquoted

from typing import TYPE_CHECKING, Any

from app.reading.embedder import WIDTH, Embedder, masked
from app.reading.lexicon import Lexicon
from app.reading.normal import View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from app.reading.embedder import Vector

NOTHING = "-"
"""The matter of questions that nobody's facts answer: small talk, the mechanics of the call, life outside work."""
ELSE = "else"
"""The matter of questions about their work that nobody's facts answer either."""
_FORM = (
    "how what who why when where which whose how_long how_often how_much how_many is are do does did have has can "
    "could would will if or it that they he she you your we anybody somebody else before last again next"
).split()
"""Words, and pairs of them, that give a question its form; meaning alone hardly tells "who" from "why"."""
_FORM_WEIGHT = 0.45
_LENGTH_WEIGHT, _LONGEST = 0.1, 15
WANTED_SIZE = WIDTH + len(_FORM) + 1
"""Numbers the head sees of a question."""
PLANE = 112
"""Numbers that are kept of the vector of a known way to ask, the most telling of its `WIDTH`."""
_NEAREST, _SECONDED = 7, 2
_SAME = 0.95
"""Likeness from which a known way to ask is the very question, but for a word."""


def seconded(vector: "Vector", plane: "Vector", ways: "Vector", of: "NDArray[Any]") -> "Mapping[int, float]":
    """Numbers of the matters that at least two of the seven nearest known ways to ask want, or one all but equal.

    To each the likeness of the nearest, in [-1, 1].

    `vector` is `(WIDTH,)`, `plane` `(WIDTH, PLANE)`, `ways` `(ways, PLANE)` of one length each, `of` `(ways,)`: whose.
    """
    import numpy as np

    within = vector @ plane
    # a product as large as this wakes a thread of the linear algebra for every core, which then spin for 10 ms
    likeness = np.einsum("ij,j->i", ways, within / max(float(np.linalg.norm(within)), 1e-9))
    nearest = np.argsort(-likeness, kind="stable")[:_NEAREST]
    matters, counts = np.unique(of[nearest], return_counts=True)
    found: set[int] = set(matters[counts >= _SECONDED].tolist())
    found |= {int(of[one]) for one in nearest[:1] if likeness[one] >= _SAME}
    return {matter: next(float(likeness[one]) for one in nearest if of[one] == matter) for matter in found}


def signs_of_question(seen: View, embedder: Embedder) -> "Vector":
    """`(WANTED_SIZE,)` float32."""
    import numpy as np

    words = set(seen.words) | {f"{one}_{after}" for one, after in zip(seen.words, seen.words[1:], strict=False)}
    form = [_FORM_WEIGHT * (word in words) for word in _FORM]
    length = _LENGTH_WEIGHT * min(len(seen.words), _LONGEST)
    return np.concatenate([embedder.embed(masked(seen, Lexicon())), form, [length]]).astype(np.float32)
