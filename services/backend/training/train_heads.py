"""Trains the heads and writes their model card: `python -m training.train_heads --models DIR [--public DIR]`."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.domain.acts import Act
from app.reading.embedder import Embedder, MiniLm
from app.reading.heads import Heads, load_weights
from app.reading.lexicon import Lexicon
from app.reading.reader import Reader, sense
from app.reading.signs import ACTS, LINE_SIZE, Sensed, signs_of, signs_of_line, signs_of_pair
from training import public
from training.card import Figures, card
from training.decide import Judged
from training.fit import Array, kappa, logistic, ridge, scores, sigmoid, spearman
from training.folds import folds
from training.lines import Line, labelled_lines
from training.measure import counted, unpunctuated
from training.objections import objection_head

HELD_OUT = ("indian", "startup", "veteran")
"""Writers the heads never see; every figure on acts is theirs."""
HEADS = Path(__file__).parents[1] / "app" / "reading" / "heads"
CARD = Path(__file__).parents[3] / "docs" / "model-card-reader.md"
ACT_PENALTY, UPTAKE_PENALTY, ASK_PENALTY = 0.00002, 60.0, 0.0008
RARE = 4.0
"""How much more a line that shows an act weighs than one that does not: most acts are rare."""
FOLDS = 4
"""Every fold leaves a quarter of the writers out."""
COMMITMENTS = frozenset({Act.ASKS_MEETING, Act.PROPOSES_TIME})


def main() -> None:
    """Train, write `app/reading/heads/*.npz`, measure on what was held out and write the card."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--models", type=Path, required=True, help="folder of the models, with minilm-l6-int8 in it")
    asked.add_argument("--public", type=Path, help="folder of the public sets; without it only the act heads change")
    given = asked.parse_args()
    embedder = MiniLm(given.models)
    lines = labelled_lines()
    train = [line for line in lines if line.writer not in HELD_OUT]
    acts = act_heads([*train, *unpunctuated(train)], embedder)
    save("acts", weights=acts.weights, thresholds=acts.thresholds, floors=acts.floors)
    figures = Figures(lines=len(lines), bare=sum(line.text == line.text.lower() for line in lines), held_out=HELD_OUT)
    if given.public:
        uptake, figures.uptake = uptake_head(public.uptake(given.public), embedder)
        asks, figures.asks = ask_head(public.asks(given.public), train, embedder)
        save("uptake", weights=uptake)
        save("asks", weights=asks)
        objections, figures.objections, figures.objections_unseen = objection_head(
            public.refusals(given.public), embedder
        )
        save("objections", weights=objections)
    held = [line for line in lines if line.writer in HELD_OUT]
    with_heads = Reader(Heads(embedder, load_weights()))
    for name, some in (("punctuated", held), ("bare", unpunctuated(held))):
        figures.acts[name] = counted(Reader(), some), counted(with_heads, some)
    figures.added = [act for act, limit in zip(ACTS, acts.thresholds, strict=True) if limit <= 1]
    CARD.write_text(card(figures), encoding="utf-8")
    print(card(figures))


@dataclass(frozen=True, slots=True)
class ActHeads:
    """What the act heads are made of."""

    weights: Array
    """`(acts, SIZE + 1)`."""
    thresholds: Array
    """`(acts,)`, see `app.reading.heads.Weights`."""
    floors: Array
    """`(acts,)`."""


def act_heads(lines: Sequence[Line], embedder: Embedder) -> ActHeads:
    """Coefficients from all lines; thresholds from folds that leave writers out. Floors drop too much that is right."""
    single = [(line, sensed[0]) for line in lines if len(sensed := list(_sensed(line))) == 1 and sensed[0].seen.words]
    signs = np.array([signs_of(sensed, embedder) for _, sensed in single], dtype=np.float64)
    labels = np.array([[act in line.must for act in ACTS] for line, _ in single], dtype=np.float64)
    # Acts that ride along are taught as absent; untaught they come out likely everywhere and crowd out the others.
    known = np.array([[act not in line.may - line.riding for act in ACTS] for line, _ in single], dtype=np.float64)
    weights = known * np.where(labels > 0, RARE, 1.0)
    left_out = np.zeros_like(labels)
    writers = sorted({line.writer for line, _ in single})
    for fold in range(FOLDS):
        outside = np.array([writers.index(line.writer) % FOLDS == fold for line, _ in single])
        fitted = logistic(signs[~outside], labels[~outside], weights[~outside], penalty=ACT_PENALTY)
        left_out[outside] = np.round(sigmoid(scores(signs[outside], fitted)), 3)
    judged = Judged([sensed for _, sensed in single], labels > 0, known > 0, left_out)
    fitted = logistic(signs, labels, weights, penalty=ACT_PENALTY)
    return ActHeads(fitted, thresholds=judged.thresholds(), floors=np.zeros(len(ACTS)))


def uptake_head(rated: list[public.Rated], embedder: Embedder) -> tuple[Array, float]:
    """The uptake head and its Spearman correlation over folds that keep a dialogue together."""
    signs = np.array([signs_of_pair(one.text, one.previous_line, Lexicon(), embedder) for one in rated], dtype=float)
    target = np.array([one.rating for one in rated])
    low, high = np.quantile(target, (0.02, 0.98))
    target = np.clip((target - low) / (high - low), 0, 1)
    left_out = np.zeros(len(rated))
    for inside, outside in folds([one.dialogue for one in rated]):
        left_out[outside] = scores(signs[outside], ridge(signs[inside], target[inside], penalty=UPTAKE_PENALTY))
    return ridge(signs, target, penalty=UPTAKE_PENALTY), spearman(left_out, target)


def ask_head(rated: list[public.Rated], lines: Sequence[Line], embedder: Embedder) -> tuple[Array, float]:
    """The ask head, fitted on both kinds of talk, and its kappa over dialogue folds of the public set at .5."""
    pairs = [(one.dialogue, one.text, one.rating > 0) for one in rated]
    own = [(line.writer, line.text, bool(line.must & COMMITMENTS)) for line in lines if not line.may & COMMITMENTS]
    sensed = [list(sense(text)) for _, text, _ in (*pairs, *own)]
    signs = np.array([_strongest([signs_of_line(one, embedder) for one in some]) for some in sensed], dtype=np.float64)
    labels = np.array([[float(is_ask)] for _, _, is_ask in (*pairs, *own)])
    weights = np.where(labels > 0, RARE, 1.0)
    left_out = np.zeros(len(pairs))
    extra = np.arange(len(pairs), len(pairs) + len(own))
    for inside, outside in folds([dialogue for dialogue, _, _ in pairs]):
        fold = np.concatenate([inside, extra])
        fitted = logistic(signs[fold], labels[fold], weights[fold], penalty=ASK_PENALTY)
        left_out[outside] = scores(signs[outside], fitted)[:, 0]
    agreed = kappa(left_out >= 0, labels[: len(pairs), 0] > 0)
    return logistic(signs, labels, weights, penalty=ASK_PENALTY)[0], agreed


def _strongest(signs: list["np.ndarray[tuple[int], np.dtype[np.float32]]"]) -> Array:
    """The signs of a line of several sentences: those of the last one, where asks stand; zeros for no words."""
    return signs[-1].astype(np.float64) if signs else np.zeros(LINE_SIZE)


def _sensed(line: Line) -> Iterator[Sensed]:
    yield from sense(line.text, previous_line=line.previous_line)


def save(name: str, **arrays: NDArray[Any]) -> None:
    """Write an archive of the arrays, numbers in half precision, which is plenty for them."""
    halves: dict[str, Any] = {
        key: value.astype(np.float16) if value.dtype.kind == "f" else value for key, value in arrays.items()
    }
    np.savez_compressed(HEADS / f"{name}.npz", **halves)


if __name__ == "__main__":
    main()
