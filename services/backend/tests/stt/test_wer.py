"""The ruler itself."""

import pytest

from tests.stt.wer import word_error_rate, word_errors


@pytest.mark.parametrize(
    ("said", "heard", "errors"),
    [
        ("Thursday works.", "thursday works", 0),
        ("Thursday works.", "Thursday walks.", 1),
        ("Yes.", "Yes. Yes. Yes.", 2),
        ("Who is this?", "", 3),
        ("At two thirty.", "at 2:30", 0),
    ],
)
def test_counts_words_put_in_left_out_and_changed(said: str, heard: str, errors: int) -> None:
    assert word_errors(said, heard) == errors


def test_rate_is_over_all_words_said() -> None:
    assert word_error_rate([("one two three", "one two three"), ("four", "five")]) == 0.25
