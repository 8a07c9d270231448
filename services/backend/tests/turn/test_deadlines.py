"""Habit and caps: the numbers around the commit table."""

from hypothesis import given
from hypothesis import strategies as st

from app.turn.deadlines import CAP_MS, FLOOR_MS, HABIT_CLAMP_MS, HOLD_MS, deadline_ms, learned


@given(st.floats(0, 1), st.text(max_size=40), st.booleans(), st.floats(0, HABIT_CLAMP_MS), st.integers(-2, 2))
def test_every_deadline_lies_between_floor_and_cap(p: float, text: str, asked: bool, habit: float, level: int) -> None:
    deadline = deadline_ms(p, text, answers_question=asked, habit_ms=habit, patience=level)
    assert FLOOR_MS <= deadline <= CAP_MS or deadline == HOLD_MS


@given(st.floats(0, HABIT_CLAMP_MS), st.lists(st.floats(0, 5_000), max_size=50))
def test_the_habit_stays_within_its_clamp(habit: float, pauses: list[float]) -> None:
    for pause in pauses:
        habit = learned(habit, pause, 480)
    assert 0 <= habit <= HABIT_CLAMP_MS + 1e-6


def test_long_pauses_teach_patience_and_short_ones_unteach_it() -> None:
    habit = 0.0
    for _ in range(12):
        habit = learned(habit, 900, 480)
    assert habit > 290
    for _ in range(12):
        habit = learned(habit, 200, 480)
    assert habit < 5
