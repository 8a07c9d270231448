"""Trains the head that tells what a question wants: `python -m training.askings --models DIR`.

Ways to ask stand in `askings.tsv`; every eighth is left out in turn to print how many are found.
"""

import argparse
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.reading.embedder import WIDTH, MiniLm
from app.reading.normal import view
from app.reading.wanted import ELSE, NOTHING, PLANE, seconded, signs_of_question
from training.fit import Array, one_of_many, scores, softmax
from training.train_heads import save

ASKINGS = Path(__file__).parent / "askings.tsv"
PENALTY = 0.000025
FOLDS = 8


def askings() -> list[tuple[str, str]]:
    """`(matter, a way to ask for it)`; the matters `-` and `else` mark questions that no fact answers."""
    rows = [row for row in ASKINGS.read_text(encoding="utf-8").splitlines() if row and not row.startswith("#")]
    return [(matter, text) for matter, text in (row.split("\t") for row in rows)]


def of_the_most_telling(vectors: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.int8]]:
    """The `PLANE` directions in which the vectors differ most, and the vectors in them, to within half a percent."""
    _, _, directions = np.linalg.svd(vectors - vectors.mean(axis=0), full_matrices=False)
    plane = directions[:PLANE].T
    within = unit(vectors @ plane)
    return plane, np.round(within / np.abs(within).max() * 127).astype(np.int8)


def unit(vectors: NDArray[Any]) -> Array:
    """Every row scaled to length one."""
    grown = vectors.astype(np.float64)
    grown /= np.linalg.norm(grown, axis=1, keepdims=True)
    return grown


def main() -> None:
    """Train on all, store in half precision, and print how left-out questions fare."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--models", type=Path, required=True, help="folder of the models, with minilm-l6-int8 in it")
    embedder = MiniLm(asked.parse_args().models)
    rows = askings()
    matters = sorted({matter for matter, _ in rows})
    signs = np.array([signs_of_question(view(text), embedder) for _, text in rows], dtype=np.float64)
    labels = np.array([[float(matter == one) for one in matters] for matter, _ in rows])
    vectors, right = signs[:, :WIDTH].astype(np.float32), labels.argmax(axis=1)
    plane, ways = of_the_most_telling(vectors)
    save("wanted", matters=np.array(matters), weights=one_of_many(signs, labels, penalty=PENALTY))
    save("ways", plane=plane, ways=ways, matters=right.astype(np.uint8))
    chances, alike = np.zeros_like(labels), np.zeros_like(labels)
    for fold in range(FOLDS):
        out = np.arange(len(rows)) % FOLDS == fold
        chances[out] = softmax(scores(signs[out], one_of_many(signs[~out], labels[~out], penalty=PENALTY)))
        known = unit(ways[~out]).astype(np.float32)
        for row in np.flatnonzero(out):
            found = seconded(vectors[row], plane, known, right[~out])
            alike[row, list(found)] = list(found.values())
    best = chances.argmax(axis=1)
    untold = [matters.index(NOTHING), matters.index(ELSE)]
    told, nothing = ~np.isin(best, untold), np.isin(right, untold)
    print(f"{len(rows)} questions, {len(matters)} matters, {float((best == right).mean()):.2f} found right")
    near = alike[np.arange(len(rows)), best]
    for limit, least in product((0.35, 0.45, 0.75, 0.85), (-1.0, 0.01, 0.6)):
        taken = told & (near >= least) & (chances.max(axis=1) >= limit)
        hit, wrong = taken & (best == right), taken & (best != right)
        print(
            f"from {limit}, seconded from {least}: {hit.sum() / (~nothing).sum():.2f} right, "
            f"{(wrong & ~nothing).sum() / (~nothing).sum():.2f} taken for another matter, "
            f"{(wrong & nothing).sum() / nothing.sum():.2f} let through that want none"
        )


if __name__ == "__main__":
    main()
