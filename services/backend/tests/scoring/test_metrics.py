"""Figures come from times and nothing else."""

from app.scoring import score_session

from .kit import Line


def line(speaker: str, start: float, end: float, text: str, **more: object) -> Line:
    return {"speaker": speaker, "text": text, "start_ms": int(start * 1000), "end_ms": int(end * 1000), **more}


def figure(lines: list[Line], name: str, **more: object) -> object:
    return score_session(lines, **more)["metrics"][name]["value"]  # type: ignore[arg-type]


def test_talk_share_is_voiced_time_over_all_voiced_time() -> None:
    lines = [line("prospect", 0, 2, "Hello there."), line("trainee", 3, 9, "Hi, this is Ana from Delta.")]
    assert figure(lines, "talk_share") == 0.75
    voiced = {"trainee": [(3000, 5000)], "prospect": [(0, 2000)]}
    assert figure(lines, "talk_share", voiced=voiced) == 0.5


def test_a_monologue_survives_short_gaps_and_ends_with_the_prospects_turn() -> None:
    lines = [
        line("trainee", 0, 10, "First part of a long story."),
        line("trainee", 10.5, 20, "Second part of it."),
        line("prospect", 20.2, 21, "And then?"),
        line("trainee", 21.2, 25, "Then it ended."),
    ]
    assert figure(lines, "longest_monologue") == 20.0


def test_patience_is_the_median_gap_and_objections_are_told_apart() -> None:
    lines = [
        line("prospect", 0, 1, "Dana here."),
        line("trainee", 1.5, 3, "Hi, it's Ana from Delta, about your invoices."),
        line("prospect", 4, 6, "We already have a vendor for that."),
        line("trainee", 8, 10, "Who is it that you work with?"),
    ]
    assert figure(lines, "patience") == 1.25
    assert figure(lines, "patience_after_objections") == 2.0


def test_cutting_in_counts_from_half_a_second_and_three_words() -> None:
    def lines(start: float, text: str) -> list[Line]:
        return [line("prospect", 0, 5, "We do it by hand, mostly, and it takes"), line("trainee", start, 7, text)]

    assert figure(lines(4.0, "But we could help you"), "interruptions") == 1
    assert figure(lines(4.8, "But we could help you"), "interruptions") == 0
    assert figure(lines(4.0, "Oh really?"), "interruptions") == 0


def test_floor_changes_are_counted_per_minute() -> None:
    lines = [line("trainee" if n % 2 else "prospect", n * 10, n * 10 + 9.99, f"Line number {n}.") for n in range(6)]
    assert figure(lines, "floor_changes") == 5.0


def test_fillers_are_not_available_when_none_were_written_down() -> None:
    assert figure([line("trainee", 0, 2, "Um, this is uh Ana speaking")], "fillers") == 33.3
    assert figure([line("trainee", 0, 2, "This is Ana speaking")], "fillers") is None
