"""From which probability the heads add an act: one for all acts, and the acts that adding does not serve."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.reading.admission import admitted
from app.reading.evidence import CERTAIN
from app.reading.signs import ACTS, Sensed
from training.fit import Array

NEVER = 2.0
SLACK = 0.005
"""Macro-F1 hardly changes over a range of limits; what may be given up of it for fewer wrong additions."""
LIMITS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8)


@dataclass(frozen=True, slots=True)
class Judged:
    """Lines with their labels and the probabilities of heads that have not seen their writers."""

    sensed: list[Sensed]
    labels: NDArray[np.bool_]
    """`(lines, acts)`."""
    known: NDArray[np.bool_]
    """`(lines, acts)`; False where a line may show the act either way."""
    chances: Array
    """`(lines, acts)`, rounded as the reader rounds them."""

    def thresholds(self) -> Array:
        """`(acts,)`: the strictest limit of nearly the highest macro-F1; `NEVER` for acts it does not serve.

        One limit rather than one an act: most acts have too few lines that patterns miss to tell a better one.
        """
        patterns = self._f1(NEVER)
        by_limit = {limit: self._f1(limit) for limit in LIMITS}
        highest = max(float(f1.mean()) for f1 in by_limit.values())
        best = max(limit for limit, f1 in by_limit.items() if float(f1.mean()) >= highest - SLACK)
        return np.where(by_limit[best] > patterns, best, NEVER)

    def _f1(self, limit: float) -> Array:
        """`(acts,)`: F1 by act if every act were added from `limit`."""
        shown = np.zeros_like(self.labels)
        for row, sensed in enumerate(self.sensed):
            chances = zip(ACTS, self.chances[row].tolist(), strict=True)
            new = admitted(sensed, {act: chance for act, chance in chances if chance >= limit})
            have = {item.act for item in sensed.evidence if item.confidence >= CERTAIN}
            shown[row] = [act in have or act in new for act in ACTS]
        hit = (shown & self.labels & self.known).sum(axis=0)
        wrong = (shown & ~self.labels & self.known).sum(axis=0)
        missed = (~shown & self.labels & self.known).sum(axis=0)
        f1: Array = 2 * hit / np.maximum(1, 2 * hit + wrong + missed)
        return f1
