"""The common limit of the heads is the one that reads unknown writers best."""

import numpy as np

from app.domain.acts import Act
from app.reading.reader import sense
from app.reading.signs import ACTS
from training.decide import NEVER, Judged
from training.lines import labelled_lines

COLUMN = ACTS.index(Act.NAMES_PROBLEM)
ODD = "The lorries keep the yard awake."


def judged(*lines: tuple[float, bool]) -> Judged:
    """Lines that no pattern knows, each with the chance of a head and whether it is right."""
    labels, chances = np.zeros((len(lines), len(ACTS)), dtype=bool), np.zeros((len(lines), len(ACTS)))
    for row, (chance, right) in enumerate(lines):
        labels[row, COLUMN], chances[row, COLUMN] = right, chance
    return Judged([next(iter(sense(ODD))) for _ in lines], labels, np.ones_like(labels), chances)


def test_the_limit_lies_between_what_is_wrong_and_what_is_right() -> None:
    limit = judged((0.9, True), (0.58, True), (0.48, False), (0.41, False), (0.36, False)).thresholds()[COLUMN]
    assert 0.48 < limit <= 0.58


def test_an_act_whose_additions_are_all_wrong_stays_with_the_patterns() -> None:
    assert judged((0.9, False), (0.6, False)).thresholds()[COLUMN] == NEVER


def test_an_act_that_rides_along_unasked_is_taught_as_absent() -> None:
    lines = [line for line in labelled_lines() if line.riding]
    assert lines
    assert all(line.riding <= line.may and not line.riding & line.must for line in lines)
