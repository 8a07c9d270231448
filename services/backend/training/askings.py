"""Trains the head that tells what a question wants: `python -m training.askings --models DIR`.

Ways to ask stand in `askings.tsv`; every eighth is left out in turn to print how many are found.
"""

import argparse
from pathlib import Path

import numpy as np

from app.reading.embedder import MiniLm
from app.reading.normal import view
from app.reading.wanted import NOTHING, signs_of_question
from training.fit import one_of_many, scores, softmax
from training.train_heads import save

ASKINGS = Path(__file__).parent / "askings.tsv"
PENALTY = 0.000025
FOLDS = 8


def askings() -> list[tuple[str, str]]:
    """`(matter, a way to ask for it)`; the matter `-` marks questions that nothing a prospect knows answers."""
    rows = [row for row in ASKINGS.read_text(encoding="utf-8").splitlines() if row and not row.startswith("#")]
    return [(matter, text) for matter, text in (row.split("\t") for row in rows)]


def main() -> None:
    """Train on all, store in half precision, and print how left-out questions fare."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--models", type=Path, required=True, help="folder of the models, with minilm-l6-int8 in it")
    embedder = MiniLm(asked.parse_args().models)
    rows = askings()
    matters = sorted({matter for matter, _ in rows})
    signs = np.array([signs_of_question(view(text), embedder) for _, text in rows], dtype=np.float64)
    labels = np.array([[float(matter == one) for one in matters] for matter, _ in rows])
    save("wanted", matters=np.array(matters), weights=one_of_many(signs, labels, penalty=PENALTY))
    chances = np.zeros_like(labels)
    for fold in range(FOLDS):
        out = np.arange(len(rows)) % FOLDS == fold
        chances[out] = softmax(scores(signs[out], one_of_many(signs[~out], labels[~out], penalty=PENALTY)))
    best, right = chances.argmax(axis=1), labels.argmax(axis=1)
    told, nothing = best != matters.index(NOTHING), right == matters.index(NOTHING)
    print(f"{len(rows)} questions, {len(matters)} matters, {float((best == right).mean()):.2f} found right")
    for limit in (0.25, 0.35, 0.45, 0.6):
        taken = told & (chances.max(axis=1) >= limit)
        print(
            f"from {limit}: {float((taken & (best == right)).sum() / (~nothing).sum()):.2f} right, "
            f"{float((taken & ~nothing & (best != right)).sum() / (~nothing).sum()):.2f} taken for another matter, "
            f"{float((taken & nothing).sum() / nothing.sum()):.2f} let through that want none"
        )


if __name__ == "__main__":
    main()
