"""Each scenario reads its own figures off finished calls, and goes on until it has enough."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from bench import runs
from bench.address import Address
from bench.client import CallLog, Message
from bench.exercise import Exercise, Plan
from bench.report import cut_in, turns_of
from bench.scenarios import SCENARIOS, backchannels, echo, silence
from bench.scenarios.scenario import Scenario
from bench.script import Script
from bench.sound import RATE_HZ
from tests.bench.calls import call, caption, said


def made(log: CallLog, ended: str = "trainee_ended", **fields: Any) -> Exercise:
    log.messages.append(Message(0, {"type": "ended", "reason": ended, "by": "prospect", "score_ready": True}))
    return Exercise(session={"session_id": "s"}, log=log, **fields)


def line(turn: int, kind: str) -> Message:
    data = {"type": "transcript", "speaker": "prospect", "turn": turn, "text": "x", "final": True, "kind": kind}
    return Message(0, {**data, "start_ms": 0, "end_ms": 1})


def test_every_scenario_has_calls_and_figures():
    for name, scenario in SCENARIOS.items():
        assert name == scenario.name
        assert scenario.about
        assert all(plan.script.name for plans in scenario.calls() for plan in plans)


def test_cut_ins_are_told_by_the_pause_they_fell_into():
    fair = said("one two three", 2.0, 8.0, pauses=[(3.0, 3.3), (5.0, 5.6)])
    hit = said("four five", 12.0, 16.0, pauses=[(13.0, 13.6)])
    turns = turns_of([made(call([fair, hit], [(9.0, 10.0), (13.4, 13.5), (17.0, 18.0)]))])
    found = cut_in(turns)
    assert (found["turns"], found["of"], found["share"]) == (1, 2, 0.5)
    assert found["by_pause_ms"]["600"] == {"cut_in": 1, "of": 2}
    assert found["by_pause_ms"]["300"] == {"cut_in": 0, "of": 1}


def test_signs_of_listening_count_when_there_was_a_line_to_listen_to():
    signs = [said("mm-hm", 2.0, 2.4, listening=True), said("yeah", 8.0, 8.3, listening=True)]
    log = call([*signs, said("right", 12.0, 12.2, listening=True)], [(1.0, 5.0), (7.0, 8.5)], cleared={2: 8.5})
    found = backchannels.figures([made(log)])
    assert (found["signs"], found["stopped"], found["stopped_by"]) == (2, 1, ["yeah"])
    assert not backchannels.enough([made(log)])


def test_an_echo_that_cuts_a_line_while_the_trainee_is_silent_is_the_prospects_own_doing():
    log = call([said("stop", 6.0, 7.0)], [(1.0, 2.0), (5.0, 6.4)], cleared={1: 2.0, 2: 6.4})
    assert echo.interrupted_itself([made(log)]) == 1


def test_silence_is_full_after_a_minute_and_counts_words_and_replies():
    log = call([], [(0.5, 1.0)])
    log.trainee = log.trainee.repeat(2)
    log.messages = [Message(0, {"type": "phase", "phase": "live"}), line(0, "line"), line(1, "nudge"), line(2, "line")]
    quiet = silence.figures([made(log, ended="silence")])
    assert (quiet["seconds"], quiet["words"], quiet["replies"], quiet["nudges"]) == ({"quiet": 60}, 0, 0, 1)
    log = call([], [(0.5, 1.0)])
    log.messages = [Message(0, {"type": "phase", "phase": "live"}), line(0, "line"), line(2, "line")]
    log.messages.append(caption(1, "thank you", 2_000, 2_400))
    answered = silence.figures([made(log)])
    assert (answered["words"], answered["replies"], answered["kinds"]) == (2, 1, 0)


@pytest.mark.parametrize(("wanted", "rounds"), [(None, 1), (5, 3), (100, runs.MOST_ROUNDS)])
def test_rounds_go_on_until_there_is_enough(monkeypatch: pytest.MonkeyPatch, wanted: int | None, rounds: int):
    seeds: list[int] = []
    beside: list[str] = []

    def together(_: Address, plans: tuple[Plan, ...], *, seed: int, **__: Any) -> list[Exercise]:
        seeds.append(seed)
        return [made(call([], [])) for _ in plans]

    @contextmanager
    def around() -> Iterator[None]:
        beside.append("on")
        yield
        beside.append("off")

    monkeypatch.setattr(runs, "run_together", together)
    plans = (Plan(script=Script(name="one", turns=())),)
    scenario = Scenario(
        name="x",
        about="x",
        calls=lambda: (plans, plans),
        enough=None if wanted is None else lambda found: len(found) >= wanted,
        around=around,
    )
    run = runs.make(Address(), None, scenario, minutes=0, seed=11, difficulty=1)
    assert len(run.exercises) == 2 * rounds or (wanted == 5 and len(run.exercises) in {5, 6})
    assert seeds == [11 + i for i in range(len(run.exercises))], "nobody is met twice"
    assert beside == ["on", "off"]
    assert run.watch.peak_rss_mb is None


def test_calls_have_a_place_in_time():
    log = call([said("one", 2.0, 4.0)], [])
    log.messages = [Message(RATE_HZ, {"type": "phase", "phase": "live"})]
    assert silence.live_s(made(log)) == 29
