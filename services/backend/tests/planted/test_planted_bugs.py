"""The tests bite: each of these bugs, planted, turns the test that is named beside it red."""

import asyncio
import inspect
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from app.call import hearing, speaking
from app.call.speaking import Speaker
from app.call.spoken import SpokenLine
from app.call.stalls import Stalls
from app.call.workers import Worker
from app.turn import barge_in, machine, manners, trainee
from tests.call import test_hearing, test_recognition, test_session, test_sharing_the_floor, test_speaking, test_stalls
from tests.turn import test_barge_in, test_end_of_turn, test_manners, test_reopen
from tests.turn.screenplay import Screenplay

Patch = pytest.MonkeyPatch


def ignores_gen(patch: Patch) -> None:
    kept = Speaker.on_played
    patch.setattr(Speaker, "on_played", lambda self, gen, *rest: kept(self, self.gen or gen, *rest))


def speaks_on_after_a_clear(patch: Patch) -> None:
    def stop(self: Speaker) -> bool:
        if self._current and self._wire:
            self._wire.send({"type": "clear", "gen": self._current.gen})
        return self._current is not None

    patch.setattr(Speaker, "_stop", stop)


def keeps_the_whole_text_on_barge_in(patch: Patch) -> None:
    patch.setattr(SpokenLine, "heard", lambda self, played: self.turn.text)


def drops_the_pre_roll(patch: Patch) -> None:
    patch.setattr(trainee, "PREROLL", 0)


def queues_without_limit(patch: Patch) -> None:
    patch.setattr(hearing, "QUEUE_FRAMES", 0)


def recognises_on_the_loop(patch: Patch) -> None:
    async def run(_worker: Worker, work: Callable[[], Any]) -> Any:
        return work()

    patch.setattr(Worker, "run", run)


def loses_words_on_a_reopen(patch: Patch) -> None:
    kept = trainee.reopen

    def reopen(state: Any, now: int, onset: int, pause: int) -> Any:
        state, commands = kept(state, now, onset, pause)
        return replace(state, turn=replace(state.turn, start=onset)), commands

    patch.setattr(trainee, "reopen", reopen)


def takes_ducking_for_stopping(patch: Patch) -> None:
    patch.setattr(barge_in, "PAUSE_MS", 60_000)


def stops_for_a_backchannel(patch: Patch) -> None:
    patch.setattr(barge_in, "is_backchannel", lambda _text: False)


def commits_stale_work(patch: Patch) -> None:
    kept = machine._result

    def result(state: Any, event: Any, now: int) -> Any:
        current = state.turn and hasattr(event, "rev")
        return kept(state, replace(event, rev=state.turn.rev) if current else event, now)

    patch.setattr(machine, "_result", result)


def keeps_a_line_taken_back_off_the_tape(patch: Patch) -> None:
    def forget(self: Speaker) -> None:
        self._stop()
        self._current = None

    patch.setattr(Speaker, "forget", forget)


def refuses_for_ever(patch: Patch) -> None:
    patch.setattr(manners, "REFUSE_MS", 60_000)


def cuts_into_every_turn(patch: Patch) -> None:
    patch.setattr(manners, "breaks_in", lambda *_: True)


def waits_for_a_dead_voice(patch: Patch) -> None:
    patch.setattr(Stalls, "watch", lambda *_: None)


def takes_the_end_for_a_reopen(patch: Patch) -> None:
    patch.setattr("app.call.last_words.UNFINISHED", tuple(machine.Mode))


def acknowledges_what_was_sent(patch: Patch) -> None:
    patch.setattr(speaking, "ACK_GRACE_MS", 0)


def stops_for_every_sound(patch: Patch) -> None:
    patch.setattr(barge_in, "LISTENING_P", 2.0)


def believes_no_sound(patch: Patch) -> None:
    patch.setattr(barge_in, "BELIEVED_P", 2.0)


@dataclass(frozen=True)
class Bug:
    """A way to break the product and the test that must notice."""

    plant: Callable[[Patch], None]
    named: Callable[..., Any]
    given: dict[str, Callable[[], Any]]


def greeting() -> Screenplay:
    play = Screenplay()
    play.prospect_says("Hello, Sam here.", 0.4)
    return play


def monologue() -> Screenplay:
    play = Screenplay()
    play.prospect_says(test_barge_in.MONOLOGUE, 6.0)
    return play


def stubborn() -> Screenplay:
    play = Screenplay(refuses=True, stt_ms=100)
    play.prospect_says(test_manners.MONOLOGUE, 6.0)
    return play


def impatient() -> Screenplay:
    play = Screenplay(stands_s=4.0, stt_ms=100, reply_ms=100)
    play.prospect_says("Hello?", 0.4)
    return play


STAGE = {"stage": test_speaking.Stage}
CALL, OVER = {"call": greeting}, {"call": monologue}

BUGS = [
    Bug(ignores_gen, test_speaking.test_acknowledging_more_than_was_sent_counts_for_nothing, STAGE),
    Bug(speaks_on_after_a_clear, test_speaking.test_a_cancelled_line_waits_for_the_last_word_of_the_client, STAGE),
    Bug(keeps_the_whole_text_on_barge_in, test_session.test_an_interruption_cuts_the_line_at_what_was_heard, {}),
    Bug(drops_the_pre_roll, test_end_of_turn.test_the_audio_of_a_turn_starts_half_a_second_before_the_voice, CALL),
    Bug(
        queues_without_limit,
        test_hearing.test_an_ear_that_falls_behind_listens_to_the_newest_frames_and_records_all,
        {},
    ),
    Bug(recognises_on_the_loop, test_recognition.test_the_call_goes_on_while_the_recogniser_works, {}),
    Bug(loses_words_on_a_reopen, test_reopen.test_speech_before_the_reply_is_audible_takes_it_back, CALL),
    Bug(stops_for_every_sound, test_barge_in.test_speech_that_sounds_like_a_backchannel_is_heard_out, OVER),
    Bug(
        believes_no_sound,
        test_barge_in.test_what_surely_sounds_like_a_backchannel_is_one_whatever_the_recogniser_makes_of_it,
        OVER | {"text": lambda: "So, I"},
    ),
    Bug(takes_ducking_for_stopping, test_barge_in.test_an_interruption_ducks_pauses_and_then_cancels, OVER),
    Bug(
        stops_for_a_backchannel,
        test_barge_in.test_a_backchannel_does_not_stop_the_prospect,
        OVER | {"text": lambda: "mm-hm"},
    ),
    Bug(commits_stale_work, test_end_of_turn.test_a_final_of_an_older_revision_commits_nothing, CALL),
    Bug(
        keeps_a_line_taken_back_off_the_tape,
        test_speaking.test_what_was_heard_of_a_forgotten_line_is_on_the_tape,
        STAGE,
    ),
    Bug(
        refuses_for_ever,
        test_manners.test_a_prospect_that_refuses_to_yield_talks_on_for_a_moment_and_then_yields,
        {"stubborn": stubborn},
    ),
    Bug(
        cuts_into_every_turn,
        test_manners.test_a_short_turn_keeps_the_floor_through_its_breaths,
        {"impatient": impatient},
    ),
    Bug(
        waits_for_a_dead_voice,
        test_stalls.test_a_voice_that_stalls_is_told_and_a_silent_prospect_leaves_all_the_same,
        {},
    ),
    Bug(
        takes_the_end_for_a_reopen,
        test_sharing_the_floor.test_hanging_up_over_the_prospects_answer_writes_the_turn_once,
        {},
    ),
    Bug(acknowledges_what_was_sent, test_speaking.test_no_more_leaves_than_the_lead_until_the_client_plays, STAGE),
]


def perform(bug: Bug) -> None:
    """Run the named test."""
    outcome = bug.named(**{name: make() for name, make in bug.given.items()})
    if inspect.iscoroutine(outcome):
        asyncio.run(outcome)


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.plant.__name__)
def test_the_named_test_notices_the_bug_and_nothing_else(bug: Bug, monkeypatch: Patch) -> None:
    perform(bug)
    bug.plant(monkeypatch)
    with pytest.raises(AssertionError):
        perform(bug)
