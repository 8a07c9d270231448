"""Figures come from the two sides' audio and from nothing else."""

import pytest

from bench.client import Message
from bench.figures import heard_texts, prospect_lines, summary, turn_figures
from bench.script import Pause
from tests.bench.calls import call, caption, said


def test_v2v_runs_from_the_last_voiced_sample_to_the_first_that_can_be_heard():
    (one,) = turn_figures(call([said("one", 2.0, 4.0)], [(0.5, 1.0), (4.6, 6.0)]))
    assert one.v2v_ms == pytest.approx(600, abs=1)
    assert (one.gen, one.cut_in, one.taken_back, one.barge_in_ms) == (2, False, 0, None)


def test_a_reply_that_was_taken_back_does_not_count_and_is_counted():
    (one,) = turn_figures(call([said("one", 2.0, 4.0)], [(4.3, 4.6), (5.2, 6.0)], cleared={1: 4.6}))
    assert one.v2v_ms == pytest.approx(1_200, abs=1)
    assert one.taken_back == 1


def test_a_reply_that_the_next_turn_interrupts_stands():
    log = call([said("one", 2.0, 4.0), said("two", 5.5, 7.0)], [(4.5, 5.9)], cleared={1: 5.9})
    one, two = turn_figures(log)
    assert (one.v2v_ms, one.taken_back) == (pytest.approx(500, abs=1), 0)
    assert two.barge_in_ms == pytest.approx(400, abs=1)
    assert two.v2v_ms is None


def test_a_prospect_who_talks_on_is_no_barge_in_figure():
    _, two = turn_figures(call([said("one", 2.0, 4.0), said("two", 5.5, 7.0)], [(4.5, 6.8), (7.9, 8.5)]))
    assert (two.barge_in_ms, two.talked_on) == (None, True)
    assert two.v2v_ms == pytest.approx(900, abs=1)


def test_a_line_that_starts_before_the_trainee_has_finished_is_a_cut_in():
    (one,) = turn_figures(call([said("one", 2.0, 6.0)], [(4.0, 4.5), (6.5, 7.0)]))
    assert one.cut_in
    assert (one.cut_in_pause, one.taken_back) == (None, 0)
    assert one.v2v_ms == pytest.approx(500, abs=1)


def test_a_cut_in_names_the_pause_it_fell_into_and_counts_as_taken_back_when_it_was():
    turn = said("well yes", 2.0, 6.0, pauses=[(3.0, 3.6), (4.5, 5.4)])
    (one,) = turn_figures(call([turn], [(5.0, 5.3), (6.6, 7.0)], cleared={1: 5.3}))
    assert one.cut_in_pause == Pause(2_600, 3_500, "inside")
    assert (one.taken_back, one.v2v_ms) == (1, pytest.approx(600, abs=1))


def test_a_pause_counts_as_a_stop_unless_the_line_goes_on():
    log = call([said("stop", 2.0, 4.0), said("again", 9.0, 10.0)], [(1.0, 2.5), (4.6, 6.0), (8.0, 9.4)])
    log.kinds = {1: "line", 3: "line"}
    log.cleared = {1: int(2.5 * log.out_rate), 3: int(9.4 * log.out_rate)}
    one, two = turn_figures(log)
    assert (one.barge_in_ms, one.talked_on) == (None, True), "gen 2 is the same line taken up again"
    assert (two.barge_in_ms, two.talked_on) == (pytest.approx(400, abs=1), False)


def test_a_line_that_was_ending_anyway_was_not_interrupted():
    (one,) = turn_figures(call([said("stop", 2.0, 4.0)], [(1.0, 2.3)]))
    assert (one.over, one.talked_on, one.barge_in_ms) == (False, False, None)
    (one,) = turn_figures(call([said("stop", 2.0, 4.0)], [(1.0, 2.1)], cleared={1: 2.5}))
    assert (one.over, one.barge_in_ms) == (False, None), "it was between two clauses when it was cut"


def test_a_sign_of_listening_stops_a_line_only_if_it_was_cut_outside_a_question():
    hum = said("mm-hm", 2.0, 2.4, listening=True)
    assert not turn_figures(call([hum], [(1.0, 5.0)]))[0].stopped
    log = call([hum], [(1.0, 2.6)], cleared={1: 2.6})
    (one,) = turn_figures(log)
    assert (one.stopped, one.over, one.barge_in_ms, one.v2v_ms) == (True, True, None, None)
    asked = {"type": "transcript", "speaker": "prospect", "final": True, "text": "Who is this?"}
    log.messages = [Message(0, {**asked, "start_ms": 1_000, "end_ms": 2_550})]
    assert not turn_figures(log)[0].stopped, "after a question it is an answer"
    told = {**asked, "text": "We do not.", "heard": True, "start_ms": 1_000, "end_ms": 2_550}
    log.messages = [Message(0, told)]
    assert not turn_figures(log)[0].stopped, "the line was over"
    log.messages = [Message(0, {**told, "heard": False})]
    assert turn_figures(log)[0].stopped


def test_a_silent_prospect_has_no_figure():
    (one,) = turn_figures(call([said("one", 2.0, 4.0)], []))
    assert (one.v2v_ms, one.gen) == (None, None)


def test_a_nudge_an_mm_hm_and_a_line_taken_up_again_are_no_replies():
    log = call([said("one", 2.0, 4.0), said("two", 6.0, 7.0)], [(3.0, 3.2), (4.5, 5.0), (5.2, 6.3), (7.5, 8.5)])
    log.kinds = {1: "backchannel", 2: "nudge", 3: "line"}
    log.cleared = {3: int(6.3 * log.out_rate)}
    one, two = turn_figures(log)
    assert (one.cut_in, one.v2v_ms) == (False, pytest.approx(1_200, abs=1))
    assert (two.barge_in_ms, two.v2v_ms, two.talked_on) == (None, None, True)


def test_inaudible_audio_is_no_line():
    log = call([said("one", 2.0, 4.0)], [(4.5, 5.0)])
    log.prospect[:] = 100
    assert prospect_lines(log) == []


def test_the_last_final_of_a_turn_stands_and_halves_of_a_clip_are_joined():
    log = call([said("one two three", 2.0, 4.0), said("four", 8.0, 9.0)], [])
    log.messages = [
        caption(1, "one", 2_000, 2_900, final=False),
        caption(1, "one", 2_000, 2_900),
        caption(1, "one two", 2_000, 3_200),
        caption(3, "three", 3_300, 4_000),
        caption(5, "for", 8_000, 9_000),
    ]
    assert heard_texts(log) == ["one two three", "for"]
    assert [turn.errors.errors for turn in turn_figures(log) if turn.errors] == [0, 1]


def test_percentiles_wait_until_there_are_enough_values():
    assert summary([1, 2, 3, 4])["p50"] is None
    five = summary([100, 200, 300, 400, 5_000, None])
    assert (five["p50"], five["n"], five["max"], five["missing"]) == (None, 5, 5_000, 1)
    assert summary(range(20))["p50"] == 10
    assert summary(list(range(1, 22)))["p95"] == 20
