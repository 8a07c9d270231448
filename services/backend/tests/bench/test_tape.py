"""A recording that is late, torn or incomplete is told from a true one."""

import numpy as np
import pytest

from bench.client import CallLog, Message
from bench.sound import RATE_HZ, Samples, read_wav
from bench.tape import tape_matches, tape_report, trainee_is_exact
from tests.bench.calls import call, said, tape


@pytest.fixture
def log() -> CallLog:
    log = call([said("one", 2.0, 4.0)], [(0.5, 1.5), (4.6, 6.6)])
    rng = np.random.default_rng(5)
    voice = np.convolve(rng.normal(0, 9_000, log.prospect.size), np.ones(8) / 8, "same")
    log.prospect = np.where(log.prospect != 0, voice, 0).astype(np.int16)
    log.trainee = rng.normal(0, 3_000, log.trainee.size).astype(np.int16)
    return log


def tape_of(log: CallLog) -> Samples:
    return read_wav(tape(log))[0].copy()


def test_a_true_recording_matches_in_place(log: CallLog):
    matches = tape_matches(log, tape_of(log))
    assert [match.gen for match in matches] == [1, 2]
    assert all(abs(match.shift_ms) < 1 and match.likeness > 0.98 for match in matches)
    assert trainee_is_exact(log, tape_of(log))


def test_a_line_in_the_wrong_place_is_seen(log: CallLog):
    wav = tape_of(log)
    wav[:, 1] = np.roll(wav[:, 1], -RATE_HZ // 2)
    assert all(match.shift_ms == pytest.approx(-500, abs=1) for match in tape_matches(log, wav))


def test_a_line_torn_by_small_gaps_is_seen(log: CallLog):
    wav = tape_of(log)
    torn = wav.copy()
    for start in range(0, len(wav) - 1_600, 1_600):
        torn[start + 400 : start + 1_600, 1] = wav[start : start + 1_200, 1]
    assert all(match.likeness < 0.8 for match in tape_matches(log, torn))


def test_a_missing_line_is_like_nothing(log: CallLog):
    wav = tape_of(log)
    wav[:, 1] = 0
    assert all(match.likeness < 0.1 for match in tape_matches(log, wav))


def test_a_left_channel_that_slipped_by_one_sample_is_not_exact(log: CallLog):
    wav = tape_of(log)
    assert not trainee_is_exact(log, np.roll(wav, 1, axis=0))
    assert not trainee_is_exact(log, wav[: len(wav) // 2])


def test_what_the_microphone_hears_after_the_call_belongs_on_no_tape(log: CallLog):
    wav = tape_of(log)[: 8 * RATE_HZ]
    assert not trainee_is_exact(log, wav)
    log.messages.append(Message(8 * RATE_HZ, {"type": "phase", "phase": "ended"}))
    assert trainee_is_exact(log, wav)
    assert not trainee_is_exact(log, wav[: 7 * RATE_HZ])


def test_a_line_taken_back_at_once_is_not_looked_for(log: CallLog):
    log.cleared = {1: int(0.7 * log.out_rate)}
    log.prospect[int(0.7 * log.out_rate) : int(1.6 * log.out_rate)] = 0
    assert [match.gen for match in tape_matches(log, tape_of(log))] == [2]


def test_the_report_names_the_worst_line(log: CallLog):
    report = tape_report(log, tape(log))
    assert (report["trainee_exact"], report["lines"]) == (True, 2)
    assert report["worst_shift_ms"] < 1
    assert report["worst_likeness"] > 0.98
