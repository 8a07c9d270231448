"""Folds that keep a dialogue together; no chance in them."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from app.domain.chance import unit

Places = NDArray[np.intp]


def folds(dialogues: Sequence[str], count: int = 5) -> Iterator[tuple[Places, Places]]:
    """Places inside and outside of each fold, by the dialogue of every line."""
    part = np.array([int(unit(dialogue, "fold") * count) for dialogue in dialogues])
    for fold in range(count):
        yield np.flatnonzero(part != fold), np.flatnonzero(part == fold)
