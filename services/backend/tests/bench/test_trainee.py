"""The trainee speaks when a person would: after the line, at a time, or into it."""

import numpy as np

from bench.script import Script, Turn, When
from bench.sound import FRAME_SAMPLES, RATE_HZ, Samples
from bench.trainee import NO_REPLY_S, Ear, Trainee


def turn(name: str, seconds: float = 1.0, **when: float) -> Turn:
    pcm = np.full(int(seconds * RATE_HZ), 5_000, np.int16)
    return Turn(name=name, pcm=pcm, speech_ms=((0, int(seconds * 1000)),), when=When(**when), text=name)


class Line:
    """A prospect whose lines are given as `(begin_s, end_s)`; drives a trainee frame by frame."""

    def __init__(self, *turns: Turn, live_s: float = 0.0) -> None:
        self.trainee = Trainee(Script(name="test", turns=turns))
        self.live_s = live_s
        self.lines: list[tuple[float, float]] = []
        self.sound: list[Samples] = []

    def run(self, until_s: float) -> None:
        while (now := len(self.sound) * FRAME_SAMPLES) < until_s * RATE_HZ:
            self.sound.append(self.trainee.frame(self.ear(now)))

    def ear(self, now: int) -> Ear:
        now_s = now / RATE_HZ
        sounding = [begin for begin, end in self.lines if begin <= now_s < end]
        ended = [end for _, end in self.lines if end <= now_s]
        return Ear(
            now=now,
            live_since=int(self.live_s * RATE_HZ) if now_s >= self.live_s else None,
            line_since=int(sounding[0] * RATE_HZ) if sounding else None,
            last_line_ended=int(ended[-1] * RATE_HZ) if ended else None,
        )

    def starts(self) -> list[float]:
        return [round(spoken.start / RATE_HZ, 1) for spoken in self.trainee.spoken]


def test_nothing_is_said_while_it_rings_and_the_first_turn_follows_the_pick_up_line():
    call = Line(turn("hello", after_line_s=0.5), live_s=3.0)
    call.lines = [(3.0, 3.6)]
    call.run(2.9)
    assert np.abs(np.concatenate(call.sound)).max() < 330, "only room noise while it rings"
    assert np.abs(np.concatenate(call.sound)).max() > 0
    call.run(6.0)
    assert call.starts() == [4.1]


def test_each_turn_waits_for_a_reply_to_the_one_before():
    call = Line(turn("one", after_line_s=0.5), turn("two", after_line_s=0.4))
    call.lines = [(0.0, 1.0)]
    call.run(5.0)
    assert call.starts() == [1.5]
    call.lines.append((5.0, 6.0))
    call.run(8.0)
    assert call.starts() == [1.5, 6.4]
    assert [spoken.answered for spoken in call.trainee.spoken] == [True, True]


def test_without_any_reply_the_trainee_goes_on_after_a_while_and_it_is_known():
    call = Line(turn("one", after_line_s=0.5), turn("two", after_line_s=0.5))
    call.lines = [(0.0, 1.0)]
    call.run(2.5 + NO_REPLY_S + 1)
    assert call.starts() == [1.5, 2.5 + NO_REPLY_S]
    assert call.trainee.spoken[1].answered is False


def test_an_interruption_starts_inside_the_line():
    call = Line(turn("one", after_line_s=0.5), turn("stop", interrupt_s=0.8))
    call.lines = [(0.0, 1.0), (3.0, 6.0)]
    call.run(5.0)
    assert call.starts() == [1.5, 3.8]
    assert all(spoken.answered for spoken in call.trainee.spoken)


def test_a_line_too_short_to_interrupt_is_heard_out():
    call = Line(turn("one", after_line_s=0.5), turn("stop", interrupt_s=2.0))
    call.lines = [(0.0, 1.0), (3.0, 4.0)]
    call.run(6.0)
    assert call.starts() == [1.5, 4.5]


def test_a_line_that_ran_on_from_before_is_not_interrupted_as_if_it_were_the_reply():
    call = Line(turn("one", at_s=1.0), turn("stop", interrupt_s=0.5))
    call.lines = [(0.0, 5.0)]
    call.run(5.2)
    assert call.starts() == [1.0]


def test_a_fixed_time_counts_from_the_pick_up():
    call = Line(turn("one", at_s=2.0), live_s=3.0)
    call.lines = [(3.0, 9.0)]
    call.run(6.0)
    assert call.starts() == [5.0]


def test_the_clip_goes_out_whole_and_once():
    call = Line(turn("one", seconds=0.99, after_line_s=0.5))
    call.lines = [(0.0, 1.0)]
    call.run(4.0)
    assert int((np.concatenate(call.sound) == 5_000).sum()) == int(0.99 * RATE_HZ)


def test_the_trainee_hangs_up_after_the_last_reply():
    call = Line(turn("bye", after_line_s=0.5))
    call.lines = [(0.0, 1.0), (3.0, 4.0)]
    call.run(4.5)
    assert not call.trainee.wants_to_end(call.ear(int(4.5 * RATE_HZ)))
    assert call.trainee.wants_to_end(call.ear(int(5.1 * RATE_HZ)))


def test_a_sign_of_listening_falls_into_the_line_and_the_next_turn_waits_for_its_end():
    call = Line(turn("ask", after_line_s=0.5), turn("mm", seconds=0.4, over_s=0.6), turn("next", after_line_s=0.5))
    call.lines = [(0.0, 1.0), (3.0, 6.0)]
    call.run(9.0)
    assert call.starts() == [1.5, 3.6, 6.5]
    assert call.trainee.left_out == []


def test_a_sign_of_listening_is_left_out_when_the_line_was_too_short_for_it():
    call = Line(turn("ask", after_line_s=0.5), turn("mm", over_s=2.0), turn("next", after_line_s=0.5))
    call.lines = [(0.0, 1.0), (3.0, 4.0)]
    call.run(7.0)
    assert call.starts() == [1.5, 4.5]
    assert call.trainee.left_out == ["mm"]
