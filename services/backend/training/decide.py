"""From which probability a head adds an act, and below which it drops one: what serves unknown writers best."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.reading.admission import admitted
from app.reading.evidence import CERTAIN
from app.reading.heads import SURE_ENOUGH
from app.reading.signs import ACTS, Sensed
from training.fit import Array

ENOUGH_RIGHT = 0.65
"""Of what a head adds to lines of writers it was not trained on at least this share must be right."""
FEWEST = 3
"""Right additions, or wrong signs dropped, that make it worth while."""
NEVER = 2.0
LEAST, MOST_FLOOR = 0.3, 0.3
"""No act is added below the first, none dropped above the second."""


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

    def threshold(self, column: int) -> float:
        """The probability from which adding the act makes F1 highest; `NEVER` where it does not rise."""
        act, found = ACTS[column], self._shown(column, CERTAIN)
        hit = int((found & self.labels[:, column] & self.known[:, column]).sum())
        wrong = int((found & ~self.labels[:, column] & self.known[:, column]).sum())
        missed = int((~found & self.labels[:, column] & self.known[:, column]).sum())
        rows = sorted(
            (
                (float(self.chances[row, column]), bool(self.labels[row, column]))
                for row in np.flatnonzero(self.known[:, column] & ~found & (self.chances[:, column] >= LEAST))
                if act in admitted(self.sensed[row], {act: float(self.chances[row, column])})
            ),
            reverse=True,
        )
        best, limit, right = _f1(hit, wrong, missed), NEVER, 0
        for count, (chance, is_right) in enumerate(rows, start=1):
            right += is_right
            following = rows[count][0] if count < len(rows) else LEAST
            gained = _f1(hit + right, wrong + count - right, missed - right)
            if right >= FEWEST and right / count >= ENOUGH_RIGHT and gained > best and following < chance:
                # Half way to the next line, so that a last bit of the vector seldom decides.
                best, limit = gained, (chance + following) / 2
        return round(limit, 4)

    def floor(self, column: int) -> float:
        """The probability below which dropping what patterns only hold likely makes F1 highest; 0 where it does not."""
        weak = self._shown(column, CERTAIN) & ~self._shown(column, SURE_ENOUGH) & self.known[:, column]
        sure = self._shown(column, SURE_ENOUGH) & self.known[:, column]
        label = self.labels[:, column]
        hit, wrong = int(((weak | sure) & label).sum()), int(((weak | sure) & ~label).sum())
        missed = int((label & self.known[:, column]).sum()) - hit
        rows = sorted((float(self.chances[row, column]), bool(label[row])) for row in np.flatnonzero(weak))
        best, limit, lost, mended = _f1(hit, wrong, missed), 0.0, 0, 0
        for count, (chance, is_right) in enumerate(rows, start=1):
            lost, mended = lost + is_right, mended + (not is_right)
            following = rows[count][0] if count < len(rows) else 1.0
            gained = _f1(hit - lost, wrong - mended, missed + lost)
            if mended >= FEWEST and gained > best and chance < min(following, MOST_FLOOR):
                best, limit = gained, min(MOST_FLOOR, (chance + following) / 2)
        return round(limit, 4)

    def _shown(self, column: int, confidence: float) -> NDArray[np.bool_]:
        act = ACTS[column]
        return np.array(
            [any(item.act is act and item.confidence >= confidence for item in one.evidence) for one in self.sensed]
        )


def _f1(hit: int, wrong: int, missed: int) -> float:
    return 2 * hit / max(1, 2 * hit + wrong + missed)
