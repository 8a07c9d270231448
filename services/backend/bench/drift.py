"""Whether the two sides' clocks part: where the recording has the prospect's lines, early in a call and late."""

from collections.abc import Sequence
from statistics import median

from bench.exercise import Exercise
from bench.sound import RATE_HZ, read_wav
from bench.tape import tape_matches

LEAST_LINES = 6
SURE = 0.8
"""Likeness from which a line's place on the tape is certain."""


def drift_ms(exercises: Sequence[Exercise]) -> float | None:
    """The largest of all calls; None when no call had enough lines."""
    found = [drift for exercise in exercises if (drift := call_drift_ms(exercise)) is not None]
    return max(found, default=None)


def call_drift_ms(exercise: Exercise) -> float | None:
    """How much the last third of a call's lines lies off the first third on the tape."""
    if not exercise.recording:
        return None
    tape, rate_hz = read_wav(exercise.recording)
    if rate_hz != RATE_HZ or tape.shape[1] != 2:
        return None
    shifts = [match.shift_ms for match in tape_matches(exercise.log, tape) if match.likeness >= SURE]
    if len(shifts) < LEAST_LINES:
        return None
    third = len(shifts) // 3
    return round(abs(median(shifts[-third:]) - median(shifts[:third])), 1)
