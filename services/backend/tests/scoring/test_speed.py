"""A ten-minute call is scored while the trainee still looks at the screen."""

import time

from .kit import Line, call, score


def test_a_ten_minute_imported_call_takes_under_three_seconds_of_computing() -> None:
    sample = call("excellent_freight")
    lines: list[Line] = []
    shift = 0
    while shift < 600_000:
        for line in sample["transcript"]:
            text = f"{line['text']} That was part {shift}."
            lines.append({**line, "text": text, "start_ms": line["start_ms"] + shift, "end_ms": line["end_ms"] + shift})
        shift = lines[-1]["end_ms"]
    started = time.process_time()
    card = score(sample, lines)
    assert card["total_score"] is not None
    assert time.process_time() - started < 3
