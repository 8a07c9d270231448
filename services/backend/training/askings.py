"""Writes vectors of the ways to ask for a fact, and says what they reach: `python -m training.askings --models DIR`."""

import argparse
from pathlib import Path

import numpy as np

from app.reading.embedder import MiniLm, masked
from app.reading.lexicon import Lexicon
from app.reading.nearest import NEAR, NOBODY
from app.reading.normal import view

ASKINGS = Path(__file__).parent / "askings.tsv"
VECTORS = Path(__file__).parents[1] / "app" / "reading" / "heads" / "askings.npz"


def askings() -> list[tuple[str, str]]:
    """`(fact id, a way to ask for it)`; the id `-` marks questions that no fact answers."""
    rows = [row for row in ASKINGS.read_text(encoding="utf-8").splitlines() if row and not row.startswith("#")]
    return [(id_, text) for id_, text in (row.split("\t") for row in rows)]


def main() -> None:
    """Embed, store in half precision, and find each asking by the others."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--models", type=Path, required=True, help="folder of the models, with minilm-l6-int8 in it")
    embedder = MiniLm(asked.parse_args().models)
    rows = askings()
    ids = np.array([id_ for id_, _ in rows])
    vectors = np.array([embedder.embed(masked(view(text), Lexicon())) for _, text in rows])
    np.savez_compressed(VECTORS, ids=ids, vectors=vectors.astype(np.float16))
    near = vectors @ vectors.T - 2 * np.eye(len(rows))
    background = ids == NOBODY
    for limit in (NEAR - 0.05, NEAR, NEAR + 0.05, NEAR + 0.1):
        best = np.where(background, -1, near).argmax(axis=1)
        strength = near[np.arange(len(rows)), best]
        taken = (strength >= limit) & (strength >= np.where(background, near, -1).max(axis=1))
        right = int((taken & (ids[best] == ids)).sum())
        wrong = int((taken & (ids[best] != ids) & ~background).sum())
        print(
            f"from {limit:.2f}: {right} right, {wrong} wrong of {int((~background).sum())}; "
            f"{int((taken & background).sum())} of {int(background.sum())} let through that nobody answers"
        )


if __name__ == "__main__":
    main()
