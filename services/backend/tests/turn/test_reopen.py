"""A committed turn that goes on: free until 400 ms of the reply were heard."""

from app.turn.events import FinalHeard, ProspectAudible, ProspectProgress
from app.turn.orders import CancelProspect, Commit, Drop, Duck, Reopen, SpeechBegan
from tests.turn.screenplay import Screenplay, kinds

WHOLE = "We help clinics fill empty chairs."


def test_speech_before_the_reply_is_audible_takes_it_back(call: Screenplay) -> None:
    call.reply_ms = 600
    call.prospect_says("Never heard of you.")
    call.trainee_says(1.0, 2.0, "We help clinics", done=0.9)
    call.trainee_says(2.7, 3.6, "fill empty chairs.", done=0.9)
    take = call.run(8)
    assert kinds(take, Commit, Reopen) == ["Commit", "Reopen", "Commit"]
    reopen = take.of(Reopen)[0]
    assert (reopen.turn, reopen.rev, reopen.gen) == (1, 0, None)
    assert [(c.turn, c.rev) for c in take.of(Commit)] == [(1, 0), (1, 1)]
    assert take.commits == [WHOLE]
    assert len({c.start for c in take.of(Commit)}) == 1


def test_speech_in_the_first_moments_of_the_reply_takes_it_back(call: Screenplay) -> None:
    call.stt_ms = call.reply_ms = 100
    call.prospect_says("Never heard of you, and I am busy.")
    call.trainee_says(1.0, 2.0, "Do we help clinics?", done=0.9)
    call.trainee_says(2.6, 3.6, "fill empty chairs.", done=0.9)
    take = call.run(8)
    assert take.of(Reopen)[0].gen == 2
    assert not take.of(CancelProspect)
    assert not take.of(Duck)
    assert take.of(Commit)[-1].interrupted_gen is None


def test_later_it_is_an_interruption_and_another_turn(call: Screenplay) -> None:
    call.stt_ms = call.reply_ms = 100
    call.prospect_says("Never heard of you, and I am busy, so make it quick please.")
    call.trainee_says(1.0, 2.0, "We help clinics.", done=0.9)
    call.trainee_says(3.2, 4.2, "fill empty chairs.", done=0.9)
    take = call.run(8)
    assert not take.of(Reopen)
    assert take.of(CancelProspect)[0].gen == 2
    assert take.of(Commit)[-1].interrupted_gen == 2
    assert take.commits == ["We help clinics.", "fill empty chairs."]


def test_a_noise_after_the_commit_loses_no_words_and_little_time(call: Screenplay) -> None:
    call.reply_ms, call.stt_ms = 700, 60
    call.prospect_says("Fine.")
    call.trainee_says(1.0, 2.0, "We help clinics.", done=0.9)
    call.noise(2.6, 2.9)
    take = call.run(6)
    assert kinds(take, Commit, Reopen) == ["Commit", "Reopen", "Commit"]
    assert take.commits == ["We help clinics."]
    assert take.at_ms(Commit, 1) - 2_900 <= 160 + call.stt_ms + 64


def test_what_was_said_stands_when_the_recogniser_hears_nothing_any_more(call: Screenplay) -> None:
    call.reply_ms = 700
    call.trainee_says(1.0, 2.0, "We help clinics.", done=0.9)
    call.noise(2.6, 2.9)
    call.event(3.15, FinalHeard(turn=1, rev=1, text=""))
    take = call.run(6)
    assert [(c.rev, c.text) for c in take.of(Commit)] == [(0, "We help clinics."), (1, "We help clinics.")]
    assert not take.of(Drop)


def test_on_speakers_the_echo_of_a_reply_does_not_reopen() -> None:
    call = Screenplay(echo="speaker", stt_ms=100, reply_ms=100, leak=0.8)
    call.prospect_says("Hello?", 0.4)
    call.prospect_says("Never heard of you.", 2.0)
    call.trainee_says(2.0, 3.0, "We help clinics.", done=0.9)
    take = call.run(7)
    assert not take.of(Reopen)
    assert take.commits == ["We help clinics."]


def test_a_reply_that_was_taken_back_and_is_heard_all_the_same_is_cancelled(call: Screenplay) -> None:
    call.reply_ms = 600
    call.trainee_says(1.0, 2.0, "We help clinics", done=0.9)
    call.trainee_says(2.7, 3.6, "fill empty chairs.", done=0.9)
    call.event(3.2, ProspectAudible(gen=2))
    take = call.run(6)
    assert [c.gen for c in take.of(CancelProspect)] == [2]
    assert take.commits == [WHOLE]


def test_late_reports_of_a_reply_taken_back_do_not_revive_it(call: Screenplay) -> None:
    call.stt_ms = call.reply_ms = 100
    call.prospect_says("Never heard of you, and I am busy.")
    call.trainee_says(1.0, 2.0, "Do we help clinics?", done=0.9)
    call.trainee_says(2.6, 3.6, "fill empty chairs.", done=0.9)
    call.event(11.0, ProspectProgress(gen=2, played_ms=300))
    call.trainee_says(11.2, 12.4, "Are you still there?")
    take = call.run(14)
    assert not take.of(Duck)
    assert not take.of(SpeechBegan)[-1].over_prospect
