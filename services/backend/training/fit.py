"""The fits the heads need: logistic, many labels at once or one of many, by full-batch descent; ridge, closed form."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def logistic(signs: Array, labels: Array, weights: Array, *, penalty: float, steps: int = 250) -> Array:
    """`(labels, signs + 1)`: one row of coefficients per label, the offset last.

    `signs` is `(lines, signs)`, `labels` and `weights` `(lines, labels)`; a weight of 0 leaves a line out for a label.
    Adam over all lines at once from zero: no chance in it. `penalty` is on the squared coefficients, not the offset.
    """
    total = np.maximum(weights.sum(axis=0), 1.0)
    labels, share = labels.astype(np.float32), (weights / total).astype(np.float32)
    return _descend(signs, labels, lambda values: (sigmoid(values) - labels) * share, penalty=penalty, steps=steps)


def one_of_many(signs: Array, labels: Array, *, penalty: float, steps: int = 500) -> Array:
    """`(labels, signs + 1)`: as `logistic`, for lines that have one label each; their chances add up to one."""
    labels = labels.astype(np.float32)
    return _descend(
        signs, labels, lambda values: softmax(values) - labels, penalty=penalty, steps=steps, over=len(signs)
    )


def sigmoid(values: Array) -> Array:
    """The chance of each value by itself."""
    return 1.0 / (1.0 + np.exp(-np.clip(values, -30, 30)))


def softmax(values: Array) -> Array:
    """Chances along the last axis."""
    grown: Array = np.exp(values - values.max(axis=-1, keepdims=True))
    grown /= grown.sum(axis=-1, keepdims=True)
    return grown


def _descend(
    signs: Array, labels: Array, off: Callable[[Array], Array], *, penalty: float, steps: int, over: int = 1
) -> Array:
    """Adam with a falling rate from zero; `off`: how far values are from `labels`, `over`: what that is divided by."""
    whole: NDArray[Any] = np.hstack([signs, np.ones((len(signs), 1))]).astype(np.float32)
    found: NDArray[Any] = np.zeros((whole.shape[1], labels.shape[1]), dtype=np.float32)
    decay = np.full((whole.shape[1], 1), penalty, dtype=np.float32)
    decay[-1] = 0.0
    mean, square = np.zeros_like(found), np.zeros_like(found)
    for step in range(1, steps + 1):
        slope = whole.T @ off(whole @ found) / over + decay * found
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        rate = 0.08 * (1.0 - step / (steps + 1))
        found -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return found.T.astype(np.float64)


def ridge(signs: Array, target: Array, *, penalty: float) -> Array:
    """`(signs + 1,)` coefficients of a linear fit, the offset last."""
    centre, middle = signs.mean(axis=0), float(target.mean())
    moved = signs - centre
    found = np.linalg.solve(moved.T @ moved + penalty * np.eye(signs.shape[1]), moved.T @ (target - middle))
    return np.append(found, middle - centre @ found)


def scores(signs: Array, coefficients: Array) -> Array:
    """`(lines, labels)` or `(lines,)`: what the coefficients make of the signs, before any squashing."""
    return signs @ coefficients[..., :-1].T + coefficients[..., -1]


def ranks(values: Array) -> Array:
    """Ranks from 0, ties shared."""
    _, back, counts = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(counts) - (counts + 1) / 2)[back]


def spearman(one: Array, other: Array) -> float:
    """Spearman's rank correlation."""
    return float(np.corrcoef(ranks(one), ranks(other))[0, 1])


def kappa(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    """Cohen's kappa of two yes/no judgements."""
    agreed = float((one == other).mean())
    by_chance = float(one.mean() * other.mean() + (1 - one.mean()) * (1 - other.mean()))
    return (agreed - by_chance) / (1 - by_chance)
