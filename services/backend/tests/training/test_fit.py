"""The fits find what is there."""

import numpy as np
import pytest

from training.fit import kappa, logistic, ridge, scores, spearman

SIGNS = np.array([[x, y] for x in np.linspace(-1, 1, 21) for y in np.linspace(-1, 1, 21)])


def test_logistic_finds_the_side_of_a_line_for_every_label() -> None:
    labels = np.stack([SIGNS[:, 0] > 0.1, SIGNS[:, 1] < 0], axis=1).astype(float)
    found = logistic(SIGNS, labels, np.ones_like(labels), penalty=1e-4)
    assert found.shape == (2, 3)
    assert ((scores(SIGNS, found) > 0) == (labels > 0)).mean() > 0.97


def test_lines_of_no_weight_teach_nothing() -> None:
    labels = (SIGNS[:, :1] > 0).astype(float)
    lied = np.where(SIGNS[:, 1:] > 0, 1 - labels, labels)
    weights = (SIGNS[:, 1:] <= 0).astype(float)
    found = logistic(SIGNS[:, :1], lied, weights, penalty=1e-4)
    assert found[0, 0] > 0


def test_ridge_finds_slope_and_offset() -> None:
    found = ridge(SIGNS, SIGNS @ np.array([2.0, -1.0]) + 0.5, penalty=1e-6)
    assert found == pytest.approx([2.0, -1.0, 0.5], abs=1e-4)


def test_agreement_and_rank() -> None:
    yes = np.array([True, True, False, False])
    assert kappa(yes, yes) == 1
    assert kappa(yes, np.array([True, False, True, False])) == 0
    assert spearman(np.array([1.0, 2, 3, 3]), np.array([10.0, 20, 50, 50])) == pytest.approx(1)
