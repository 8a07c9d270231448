"""Trains the head that knows an objection or refusal of any kind, on lines of our own and on a public set's."""

from collections.abc import Sequence
from dataclasses import dataclass
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
    """The head; its kappa over dialogue folds of the public set; and that of a head which never saw the set.

    No figure owes its level to the lines it is judged by: inside a fold, and for the head on own lines alone, the level
    is chosen on the lines the head was made of, each judged by a head without it. The offset of the head itself is
    moved so that .5 is the level chosen over all folds.
    """
    own = own_lines()
    labels = np.array([float(objects) for _, objects in own] + [one.rating for one in rated])
    texts = [text for text, _ in own] + [one.text for one in rated]
    signs = np.array([signs_of_objection(view(text), embedder) for text in texts], dtype=np.float64)
    weights = np.where(np.arange(len(labels)) < len(own), OWN, np.where(labels > 0, RARE, 1.0))
    talks = [text.lower().rstrip(".?") for text, _ in own] + [one.dialogue for one in rated]
    made_of = _Made(signs, labels, weights, talks)
    mine, theirs = np.arange(len(own)), np.arange(len(own), len(labels))
    found = np.zeros(len(labels), dtype=bool)
    for inside, outside in folds([one.dialogue for one in rated]):
        level = made_of.level(theirs[inside], beside=mine)
        found[theirs[outside]] = made_of.scored(np.concatenate([mine, theirs[inside]]), theirs[outside]) >= level
    truth = labels > 0
    unseen = made_of.scored(mine, theirs) >= made_of.level(mine, beside=mine[:0])
    head = logistic(signs, labels[:, None], weights[:, None], penalty=PENALTY)[0]
    head[-1] -= made_of.level(theirs, beside=mine)
    return head, kappa(found[theirs], truth[theirs]), kappa(unseen, truth[theirs])


@dataclass(frozen=True, slots=True)
class _Made:
    """All lines, and what heads made of some of them find in others."""

    signs: Array
    labels: Array
    weights: Array
    talks: list[str]

    def scored(self, by: Places, others: Places) -> Array:
        """What a head made of the lines `by` scores the lines `others`."""
        head = logistic(self.signs[by], self.labels[by, None], self.weights[by, None], penalty=PENALTY)[0]
        return scores(self.signs[others], head)

    def level(self, some: Places, *, beside: Places) -> float:
        """The lowest level at which heads agree nearly best with `some`, each scored without its own dialogue.

        Where people talk business, more lines object than where they talk about a gift. `beside` always teaches.
        """
        found = np.zeros(len(some))
        for inside, outside in folds([self.talks[place] for place in some]):
            found[outside] = self.scored(np.concatenate([beside, some[inside]]), some[outside])
        levels = np.quantile(found, np.linspace(0.5, 0.99, 50))
        agreed = [kappa(found >= level, self.labels[some] > 0) for level in levels]
        return float(next(level for level, value in zip(levels, agreed, strict=True) if value >= max(agreed) - SLACK))
