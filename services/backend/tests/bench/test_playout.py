"""The simulated speaker does what the playback worklet does."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bench.playout import QUANTUM, Played, Playout
from bench.wire import Piece

RATE_HZ = 22_050
MS = RATE_HZ // 1000


def piece(gen: int, start: int, samples: int, *, last: bool = False, value: int = 8_000) -> Piece:
    return Piece(gen, start, np.full(samples, value, np.int16), first=start == 0, last=last)


def test_sound_begins_when_it_arrives_and_is_never_shifted_back():
    speaker = Playout(RATE_HZ)
    speaker.push(piece(1, 0, 1_000, last=True), now=10 * QUANTUM)
    speaker.advance(20 * QUANTUM)
    assert speaker.rendered()[: 10 * QUANTUM].max() == 0
    assert speaker.rendered()[10 * QUANTUM] == 8_000
    assert [(s.start, s.length) for s in speaker.segments] == [(10 * QUANTUM, 1_000)]
    assert speaker.heard_out(1)


def test_played_is_told_every_100_ms_and_once_when_drained():
    speaker = Playout(RATE_HZ)
    acks = speaker.push(piece(1, 0, 250 * MS, last=True), now=0)
    for now in range(0, 400 * MS, QUANTUM):
        acks += speaker.advance(now)
    assert [ack.gen for ack in acks] == [1, 1, 1]
    assert acks[-1] == Played(1, 250 * MS)
    assert all(100 * MS <= b.samples - a.samples < 100 * MS + 2 * QUANTUM for a, b in pairwise(acks[:-1]))


def test_clear_stops_at_once_tells_what_was_heard_and_drops_what_comes_late():
    speaker = Playout(RATE_HZ)
    speaker.push(piece(1, 0, 2_000), now=0)
    acks = speaker.clear(1, now=5 * QUANTUM)
    assert acks[-1] == Played(1, 5 * QUANTUM)
    speaker.push(piece(1, 2_000, 500, last=True), now=5 * QUANTUM)
    speaker.advance(20 * QUANTUM)
    assert speaker.rendered()[5 * QUANTUM :].max() == 0
    assert (speaker.stale_pieces, speaker.heard_out(1)) == (1, False)
    assert speaker.cleared == {1: 5 * QUANTUM}


def test_clear_leaves_a_newer_line_alone_and_a_finished_one_finished():
    speaker = Playout(RATE_HZ)
    speaker.push(piece(1, 0, QUANTUM, last=True), now=0)
    speaker.advance(2 * QUANTUM)
    speaker.clear(1, now=2 * QUANTUM)
    speaker.push(piece(2, 0, QUANTUM, last=True), now=2 * QUANTUM)
    speaker.advance(4 * QUANTUM)
    assert speaker.heard_out(1)
    assert speaker.heard_out(2)
    assert speaker.cleared == {}


def test_a_clear_of_a_line_that_never_arrived_is_answered_with_nothing_heard():
    assert Playout(RATE_HZ).clear(4, now=0) == [Played(4, 0)]


def test_duck_reaches_its_depth_within_25_ms_and_lifts_again():
    speaker = Playout(RATE_HZ)
    speaker.push(piece(1, 0, RATE_HZ, last=True), now=0)
    speaker.duck(1, -12, now=QUANTUM)
    speaker.advance(40 * MS)
    assert abs(int(speaker.rendered()[-1]) - 8_000 * 10 ** (-12 / 20)) < 2
    speaker.duck(1, 0, now=40 * MS)
    speaker.advance(80 * MS)
    assert speaker.rendered()[-1] == 8_000
    steps = np.abs(np.diff(speaker.rendered()[QUANTUM:].astype(int)))
    assert steps.max() < 8_000 / (25 * MS) * 2, "a ramp, not a click"


def test_a_line_is_open_while_its_rest_is_awaited_and_over_when_nothing_more_comes():
    speaker = Playout(RATE_HZ)
    speaker.push(piece(1, 0, QUANTUM), now=0)
    speaker.advance(4 * QUANTUM)
    assert (speaker.open_gen, speaker.audible_gen) == (1, None)
    assert speaker.line_since() == 0
    speaker.advance(3 * RATE_HZ)
    assert speaker.open_gen is None
    assert speaker.last_line() is not None


def test_a_hole_in_the_middle_of_a_line_is_counted_and_an_empty_last_piece_is_not():
    speaker = Playout(RATE_HZ)
    speaker.push(piece(1, 0, QUANTUM), now=0)
    speaker.push(piece(1, QUANTUM, QUANTUM), now=10 * QUANTUM)
    speaker.push(piece(1, 2 * QUANTUM, 0, last=True), now=20 * QUANTUM)
    assert speaker.underruns == 1
    assert speaker.misplaced_pieces == 0
    speaker.push(piece(2, 99, QUANTUM, last=True), now=21 * QUANTUM)
    assert speaker.misplaced_pieces == 1


@given(
    sizes=st.lists(st.integers(1, 2_000), min_size=1, max_size=12),
    gaps=st.lists(st.integers(0, 3_000), min_size=12, max_size=12),
)
def test_whatever_the_arrival_every_sample_is_played_once_in_order(sizes: list[int], gaps: list[int]):
    speaker, now, start, acks = Playout(RATE_HZ), 0, 0, []
    for number, (size, gap) in enumerate(zip(sizes, gaps, strict=False)):
        now += gap
        pcm = np.arange(start + 1, start + size + 1).astype(np.int16)
        acks += speaker.push(Piece(1, start, pcm, number == 0, number == len(sizes) - 1), now)
        start += size
    acks += speaker.advance(now + start + 10 * QUANTUM)
    sound = speaker.rendered()
    assert sound[sound != 0].tolist() == list(np.arange(1, start + 1).astype(np.int16))
    assert acks[-1] == Played(1, start)
    assert [a.samples for a in acks] == sorted(a.samples for a in acks)
