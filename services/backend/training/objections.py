"""Trains the head that knows an objection or refusal of any kind, on lines of our own and on a public set's."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from app.reading.embedder import Embedder
from app.reading.normal import view
from app.reading.questions import asks
from app.reading.signs import signs_of_objection
from training import public
from training.fit import Array, kappa, logistic, scores
from training.folds import Places, folds

LINES = Path(__file__).with_name("objections.tsv")
PENALTY, RARE, OWN = 0.0002, 6.0, 2.0
"""How much more an objection of the public set weighs than its other lines, of which there are fourteen for each; ours
weigh in between."""
SLACK = 0.015


def own_lines() -> list[tuple[str, bool]]:
    """Every line of our own twice: bare, and as it would be written."""
    rows = [row.split("\t") for row in LINES.read_text(encoding="utf-8").splitlines() if not row.startswith("#")]
    bare = [(text, mark == "1") for mark, text in rows]
    return bare + [(written(text), objects) for text, objects in bare]


def written(text: str) -> str:
    """A bare line with a capital and a mark at its end."""
    mark = "?" if asks(view(text), mark=False, full_stop=False) else "."
    return f"{text[:1].upper()}{text[1:]}{mark}"


def objection_head(rated: Sequence[public.Rated], embedder: Embedder) -> tuple[Array, float, float]:
    """The head; its kappa over dialogue folds of the public set at .5; and at its own best, the public set unseen.

    The offset is moved so that .5 is where the folds agree best with the labels.
    """
    own = own_lines()
    labels = np.array([float(objects) for _, objects in own] + [one.rating for one in rated])
    texts = [text for text, _ in own] + [one.text for one in rated]
    signs = np.array([signs_of_objection(view(text), embedder) for text in texts], dtype=np.float64)
    weights = np.where(np.arange(len(labels)) < len(own), OWN, np.where(labels > 0, RARE, 1.0))
    theirs, mine = np.arange(len(own), len(labels)), np.arange(len(own))
    left_out = np.zeros(len(rated))
    for inside, outside in folds([one.dialogue for one in rated]):
        fitted = _fitted(signs, labels, weights, np.concatenate([mine, theirs[inside]]))
        left_out[outside] = fitted(signs[theirs[outside]])
    truth = labels[theirs] > 0
    level, agreed = _best(left_out, truth)
    _, unseen = _best(_fitted(signs, labels, weights, mine)(signs[theirs]), truth)
    head = logistic(signs, labels[:, None], weights[:, None], penalty=PENALTY)[0]
    head[-1] -= level
    return head, agreed, unseen


def _fitted(signs: Array, labels: Array, weights: Array, some: Places) -> Callable[[Array], Array]:
    head = logistic(signs[some], labels[some, None], weights[some, None], penalty=PENALTY)[0]
    return lambda others: scores(others, head)


def _best(found: Array, truth: "np.typing.NDArray[np.bool_]") -> tuple[float, float]:
    """The lowest level at which `found` agrees with `truth` nearly best, and that kappa.

    Where people talk business, more lines object than where they talk about a gift.
    """
    levels = np.quantile(found, np.linspace(0.5, 0.99, 50))
    agreed = [kappa(found >= level, truth) for level in levels]
    enough = next(place for place, value in enumerate(agreed) if value >= max(agreed) - SLACK)
    return float(levels[enough]), agreed[enough]
