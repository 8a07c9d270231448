"""The latency of a call is read off its events: what was taken back, lacks a stamp or was asked for is told apart."""

from typing import Any

from app.domain.events import CallEvent, EventKind
from app.domain.latency import SLOW_MS, call_latency


def answered(turn: int, v2v_ms: int | None, **more: Any) -> tuple[EventKind, dict[str, Any]]:
    stages = {"wait_ms": 480, "reply_ms": 100, "stt_ms": 300, "mind_ms": 3, "tts_ms": 120} | more.pop("stages", {})
    return EventKind.METRICS, {"turn": turn, "v2v_ms": v2v_ms, "stages": stages} | more


def call(*facts: tuple[EventKind, dict[str, Any]]) -> list[CallEvent]:
    return [CallEvent(seq=i, t_ms=i * 1000, kind=kind, data=data) for i, (kind, data) in enumerate(facts)]


def test_median_worst_and_the_slow_ones() -> None:
    found = call_latency(call(answered(1, 700), answered(3, 900), answered(5, SLOW_MS + 1)))
    assert (found.median_ms, found.worst_ms, found.slow_turns) == (900, SLOW_MS + 1, (5,))
    assert call_latency(call(answered(1, SLOW_MS))).slow_turns == ()


def test_what_the_trainee_asked_for_is_not_our_making() -> None:
    (answer,) = call_latency(call(answered(1, 4_400, stages={"asked_ms": 4_000}))).answers
    assert (answer.v2v_ms, answer.ours_ms, answer.slow) == (4_400, 400, False)


def test_a_missing_stamp_is_counted_and_never_a_number() -> None:
    found = call_latency(call(answered(1, None), answered(3, 800)))
    assert (found.unmeasured, found.median_ms) == (1, 800)
    assert found.answers[0].ours_ms is None
    assert found.answers[0].stages["transport_ms"] is None
    assert not found.answers[0].slow


def test_the_way_to_the_ear_is_what_the_other_stages_leave() -> None:
    found = call_latency(call(answered(1, 700), answered(3, 640)))
    assert [answer.stages["transport_ms"] for answer in found.answers] == [120, 60]
    by_name = {stage.stage: (stage.median_ms, stage.worst_ms) for stage in found.stages}
    assert (by_name["transport_ms"], by_name["wait_ms"]) == ((90, 120), (480, 480))


def test_an_answer_that_was_taken_back_was_never_given() -> None:
    found = call_latency(call(answered(1, 700), answered(3, 2_000), (EventKind.RETRACTED, {"index": 3})))
    assert [answer.turn for answer in found.answers] == [1]


def test_the_last_figure_of_a_turn_stands() -> None:
    taken_up_again = call_latency(call(answered(1, 2_000), (EventKind.RETRACTED, {"index": 1}), answered(1, 700)))
    assert taken_up_again.worst_ms == 700


def test_who_spoke_and_in_whose_words() -> None:
    found = call_latency(
        call(
            answered(1, 700, voice_engine="kokoro", wording="bank"),
            answered(3, 700, voice_engine="piper", wording="bank (ollama late)"),
            answered(5, 700, voice_engine="kokoro"),
        )
    )
    assert found.voice_engines == ("kokoro", "piper")
    assert found.wordings == ("bank", "bank (ollama late)")


def test_a_call_without_answers_has_no_figures() -> None:
    found = call_latency([])
    assert (found.median_ms, found.worst_ms, found.answers) == (None, None, ())
    assert all(stage.median_ms is None for stage in found.stages)
