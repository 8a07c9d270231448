"""Whole calls by scripted trainees: who gets a meeting, who is shown the door."""

import pytest

from app.dialogue import BankWording
from app.dialogue.words.guard import faults
from app.dialogue.words.sentences import is_long, same, sentences_of
from app.domain.call import EndReason
from bench.prospect_calls import cast, play
from bench.prospect_figures import wording_figures

SEEDS = range(7000, 7014)


def ends(trainee: str, level: int) -> list[EndReason | None]:
    return [play(trainee, seed, level).ends for seed in SEEDS]


@pytest.mark.parametrize("level", [1, 3])
def test_a_good_caller_gets_meetings_but_not_always(level: int) -> None:
    booked = sum(play("good", seed, level).booked for seed in SEEDS)
    assert 1 <= booked < len(SEEDS)


def test_whoever_recites_features_is_cut_off() -> None:
    assert ends("pitch_dumper", 4).count(EndReason.PROSPECT_HUNG_UP) == len(SEEDS)


def test_rudeness_never_books() -> None:
    assert set(ends("rude", 1)) == {EndReason.PROSPECT_HUNG_UP}


def test_silence_ends_the_call() -> None:
    assert set(ends("silent", 3)) == {EndReason.SILENCE}


def test_whoever_does_not_fit_never_books() -> None:
    unfit = [seed for seed in range(7100, 7250) if not cast(seed, 1)[0].fits][:5]
    assert len(unfit) == 5
    assert not any(play("excellent", seed, 1).booked for seed in unfit)


def test_every_line_of_whole_calls_can_be_spoken() -> None:
    for trainee in ("average", "excellent"):
        for seed in SEEDS:
            assert all(line and faults(line) == () for line in play(trainee, seed, 2).lines)


def test_hardly_a_sentence_comes_back_within_forty_calls_and_none_within_one() -> None:
    wording = BankWording()
    calls = []
    for number in range(40):
        call = play(("good", "average")[number % 2], 50_000 + number, 1 + number % 5, wording)
        wording.remember(call.lines)
        calls.append(call)
    figures = wording_figures(calls)
    assert figures["unique_long"] >= 0.985
    assert figures["distinct_openings"] == 40
    for call in calls:
        long = [same(one) for line in call.lines for one in sentences_of(line) if is_long(one)]
        assert len(long) == len(set(long))
