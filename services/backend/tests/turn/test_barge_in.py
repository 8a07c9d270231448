"""Speech over the prospect's: duck, pause, and yield to words; a backchannel or a noise stops nobody."""

import pytest

from app.turn.events import OverlapWeighed, ProspectProgress
from app.turn.orders import (
    CancelProspect,
    Commit,
    Drop,
    Duck,
    Overdue,
    PauseProspect,
    ResumeProspect,
    SpeechBegan,
    WantPartial,
    WeighOverlap,
)
from tests.turn.screenplay import Screenplay, Take, kinds

MONOLOGUE = "Look, we have used the same vendor for years and nobody here complains, so I really see no reason to talk."


@pytest.fixture
def call() -> Screenplay:
    play = Screenplay()
    play.prospect_says(MONOLOGUE, 6.0)
    return play


def reaction(take: Take) -> list[str]:
    return kinds(take, Duck, PauseProspect, ResumeProspect, CancelProspect, Drop)


def test_an_interruption_ducks_pauses_and_then_cancels(call: Screenplay) -> None:
    call.trainee_says(2.0, 4.0, "But what about your missed appointments last quarter?")
    take = call.run(8)
    assert reaction(take)[:2] == ["Duck", "PauseProspect"]
    assert reaction(take)[-1] == "CancelProspect"
    assert take.at_ms(Duck) - 2_000 <= 128 + 32
    assert 400 <= take.at_ms(PauseProspect) - 2_000 <= 464
    assert take.of(SpeechBegan)[0].over_prospect
    assert take.of(Commit)[0].interrupted_gen == 1
    assert take.of(Duck)[0].db == -12.0


@pytest.mark.parametrize("text", ["mm-hm", "Yeah.", "Okay", "uh-huh", "Right.", "I see.", "Got it."])
def test_a_backchannel_does_not_stop_the_prospect(call: Screenplay, text: str) -> None:
    call.trainee_says(2.0, 2.35, text)
    take = call.run(8)
    assert reaction(take) == ["Duck", "Duck", "Drop"]
    assert take.of(Duck)[-1].db == 0.0
    assert take.of(Drop)[0].why == "backchannel"
    assert not take.commits


def test_a_longer_backchannel_that_was_paused_for_is_resumed(call: Screenplay) -> None:
    call.trainee_says(2.0, 2.6, "yeah")
    take = call.run(8)
    assert reaction(take) == ["Duck", "PauseProspect", "Duck", "ResumeProspect", "Drop"]


def test_speech_that_sounds_like_a_backchannel_is_heard_out(call: Screenplay) -> None:
    call.backchannel_p = 0.5
    call.trainee_says(2.0, 2.6, "yeah")
    take = call.run(8)
    assert reaction(take) == ["Duck", "Duck", "Drop"]
    assert take.at_ms(WeighOverlap) - 2_000 <= 352 + 32


def test_what_only_began_like_a_backchannel_pauses_the_prospect_all_the_same(call: Screenplay) -> None:
    call.backchannel_p, call.stt_ms = 0.95, 1_000
    call.trainee_says(2.0, 4.0, "Okay but what does it cost you every month?")
    take = call.run(8)
    assert reaction(take)[:3] == ["Duck", "PauseProspect", "CancelProspect"]
    assert 688 <= take.at_ms(PauseProspect) - 2_000 <= 752


def test_a_known_okay_does_not_hide_what_follows_it(call: Screenplay) -> None:
    call.backchannel_p, call.stt_ms, call.lost = 0.95, 130, frozenset({"final"})
    call.trainee_says(2.0, 4.0, "Okay but what does it cost you every month?")
    take = call.run(8)
    stopped_ms = min(at for at, order in take.log if isinstance(order, PauseProspect | CancelProspect))
    assert stopped_ms - 2_000 <= 752


@pytest.mark.parametrize("text", ["So, I", "Allah.", "real, real"])
def test_what_surely_sounds_like_a_backchannel_is_one_whatever_the_recogniser_makes_of_it(
    call: Screenplay, text: str
) -> None:
    call.backchannel_p, call.stt_ms = 0.95, 60
    call.trainee_says(2.0, 2.55, text)
    take = call.run(8)
    assert reaction(take) == ["Duck", "Duck", "Drop"]
    assert take.of(Drop)[0].why == "backchannel"
    assert not take.commits


def test_a_prospect_held_for_a_sound_talks_on_though_its_words_never_come(call: Screenplay) -> None:
    call.backchannel_p, call.stt_ms, call.lost = 0.95, 60, frozenset({"final"})
    call.trainee_says(2.0, 2.55, "So, I")
    take = call.run(8)
    assert reaction(take) == ["Duck", "Duck", "Drop"]
    assert take.at_ms(Duck, 1) - 2_550 <= 864


def test_a_stop_phrase_outweighs_its_sound(call: Screenplay) -> None:
    call.backchannel_p = 0.95
    call.trainee_says(2.0, 2.5, "Wait.")
    assert call.run(8).of(CancelProspect)


def test_the_sound_of_an_earlier_stretch_says_nothing_about_the_next(call: Screenplay) -> None:
    call.event(2.9, OverlapWeighed(turn=1, onset=0, p=1.0))
    call.trainee_says(2.0, 3.4, "But what about your missed appointments?")
    assert 400 <= call.run(8).at_ms(PauseProspect) - 2_000 <= 464


def test_without_an_opinion_on_its_sound_speech_is_heard_a_little_longer(call: Screenplay) -> None:
    call.lost = frozenset({"weighed", "partial"})
    call.trainee_says(2.0, 4.0, "But what about your missed appointments?")
    assert 688 <= call.run(8).at_ms(PauseProspect) - 2_000 <= 752


def test_words_known_to_be_backchannels_prevent_the_pause(call: Screenplay) -> None:
    call.stt_ms = 60
    call.trainee_says(2.0, 2.6, "yeah right")
    assert "PauseProspect" not in reaction(call.run(8))


def test_a_backchannel_after_a_question_is_an_answer() -> None:
    call = Screenplay()
    call.prospect_says("I am busy. Is this a sales call? Because I have a meeting. Is it?", 5.0)
    call.trainee_says(3.0, 3.4, "Yeah.")
    take = call.run(8)
    assert take.of(CancelProspect)
    assert take.commits == ["Yeah."]


def test_a_backchannel_over_the_last_two_words_is_an_answer_that_cuts_nothing(call: Screenplay) -> None:
    call.stt_ms = 60
    call.trainee_says(5.35, 5.65, "Sure.")
    take = call.run(9)
    assert not take.of(CancelProspect)
    assert take.commits == ["Sure."]
    assert take.of(Commit)[0].interrupted_gen is None
    line_ends_ms = call.reply_ms + 6_000
    assert take.at_ms(Commit) >= line_ends_ms


@pytest.mark.parametrize("text", ["Wait.", "Stop", "Hold on.", "Excuse me", "Sorry?"])
def test_a_stop_phrase_is_enough(call: Screenplay, text: str) -> None:
    call.trainee_says(2.0, 2.4, text)
    assert call.run(8).of(CancelProspect)


def test_one_word_of_weight_is_enough_once_it_was_said_to_its_end(call: Screenplay) -> None:
    call.trainee_says(2.0, 2.45, "Delta.")
    take = call.run(8)
    assert take.of(CancelProspect)
    assert take.commits == ["Delta."]


def test_nine_hundred_milliseconds_of_speech_need_no_words(call: Screenplay) -> None:
    call.lost = frozenset({"partial"})
    call.trainee_says(2.0, 3.5, "We only need a moment of your time")
    take = call.run(8)
    assert 900 <= take.at_ms(CancelProspect) - 2_000 <= 964


def test_a_noise_lowers_the_voice_for_a_moment_and_no_more(call: Screenplay) -> None:
    call.noise(2.0, 2.15)
    take = call.run(4)
    assert reaction(take) == ["Duck", "Duck", "Drop"]
    assert take.of(Drop)[0].why == "noise"


def test_sound_without_words_is_resumed_after(call: Screenplay) -> None:
    call.noise(2.0, 2.7)
    take = call.run(5)
    assert reaction(take) == ["Duck", "PauseProspect", "Duck", "ResumeProspect", "Drop"]


def test_no_text_within_800_ms_of_the_sound_resumes(call: Screenplay) -> None:
    call.lost = frozenset({"partial", "final"})
    call.trainee_says(2.0, 2.7, "anything")
    take = call.run(7)
    assert reaction(take) == ["Duck", "PauseProspect", "Duck", "ResumeProspect", "Drop"]
    assert 768 <= take.at_ms(ResumeProspect) - 2_700 <= 864
    assert [o.what for o in take.of(Overdue)] == ["overlap_words"]


def test_words_that_are_recognised_late_still_interrupt(call: Screenplay) -> None:
    call.stt_ms = 1_500
    call.trainee_says(2.0, 2.8, "What about Thursday?")
    take = call.run(9)
    assert reaction(take) == ["Duck", "PauseProspect", "Duck", "ResumeProspect", "CancelProspect"]
    assert take.commits == ["What about Thursday?"]


def test_late_reports_of_a_cancelled_utterance_do_not_revive_it(call: Screenplay) -> None:
    call.noise(2.0, 4.0)
    call.event(5.0, ProspectProgress(gen=1, played_ms=2_500))
    call.trainee_says(5.3, 6.5, "Sorry, I am here.")
    take = call.run(8)
    assert reaction(take) == ["Duck", "PauseProspect", "CancelProspect", "Drop"]
    assert not take.of(SpeechBegan)[1].over_prospect


def test_faint_speech_does_not_duck(call: Screenplay) -> None:
    call.noise(2.0, 4.0, p=0.6)
    assert reaction(call.run(6)) == []


def test_words_are_wanted_sooner_over_the_prospect(call: Screenplay) -> None:
    call.lost = frozenset({"partial"})
    call.trainee_says(2.0, 2.8, "one two three")
    assert call.run(5).at_ms(WantPartial) - 2_000 <= 300


def test_on_speakers_the_first_three_seconds_need_words() -> None:
    early, late = Screenplay(echo="speaker"), Screenplay(echo="speaker")
    for call, start in ((early, 1.0), (late, 3.5)):
        call.prospect_says(MONOLOGUE, 6.0)
        call.noise(start, start + 1.2)
    assert not early.run(3).of(PauseProspect)
    assert late.run(5).of(CancelProspect)


def test_on_speakers_early_words_still_interrupt() -> None:
    call = Screenplay(echo="speaker")
    call.prospect_says(MONOLOGUE, 6.0)
    call.trainee_says(1.0, 2.2, "But our customers switched in weeks")
    assert call.run(4).of(CancelProspect)


def test_a_prospect_who_finishes_first_was_not_interrupted(call: Screenplay) -> None:
    call.trainee_says(5.8, 7.5, "That is exactly why I am calling you today.")
    take = call.run(10)
    assert not take.of(CancelProspect)
    assert take.of(Commit)[0].interrupted_gen is None
    assert take.commits == ["That is exactly why I am calling you today."]


def test_a_backchannel_long_before_the_question_answers_nothing() -> None:
    call = Screenplay()
    call.prospect_says(f"{MONOLOGUE} Why do you call?", 8.0)
    call.trainee_says(2.0, 2.3, "Right.")
    take = call.run(6)
    assert not take.of(CancelProspect)
    assert take.of(Drop)[0].why == "backchannel"


def test_a_backchannel_right_after_a_question_that_is_talked_past_is_an_answer() -> None:
    call = Screenplay()
    call.prospect_says(f"Is this a sales call? {MONOLOGUE}", 8.0)
    call.trainee_says(1.9, 2.2, "Yeah.")
    take = call.run(6)
    assert take.of(CancelProspect)
    assert take.commits == ["Yeah."]
