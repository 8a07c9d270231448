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


def test_a_slow_speaker_is_given_more_time_inside_sentences_than_after_whole_ones() -> None:
    def added(p: float, text: str) -> float:
        with_habit, without = (deadline_ms(p, text, answers_question=False, habit_ms=h, patience=0) for h in (300, 0))
        return with_habit - without

    assert added(0.95, "Where does it hurt most?") == 100
    assert added(0.3, "It hurts where the drivers") == 300


def test_nobody_waits_after_a_goodbye_whatever_its_melody() -> None:
    goodbye, thanks = (
        deadline_ms(0.1, text, answers_question=False, habit_ms=0, patience=0)
        for text in ("Good, then I won't keep you, goodbye.", "Have a good day with that.")
    )
    assert (goodbye, thanks) == (360, 480)


def test_a_question_that_has_come_to_its_or_is_not_waited_for_as_long() -> None:
    half, whole = (
        deadline_ms(0.3, text, answers_question=False, habit_ms=0, patience=0)
        for text in ("Is that because the rates change?", "Is that because the rates change? Or because of the time?")
    )
    assert (half, whole) == (1_000, 600)
