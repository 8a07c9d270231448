"""When is a turn over: the commit table, the learned habit, patience, and what counts as no turn at all."""

import pytest

from app.domain.audio import samples_to_ms
from app.turn.events import FinalHeard, PatienceSet
from app.turn.orders import Commit, Drop, Propose, Reopen, SpeechBegan, SpeechPaused, WantPartial, Withdraw
from app.turn.smoothing import DETECTOR_LAG
from tests.turn.screenplay import Screenplay, Take, kinds

LINE = "How do you handle no-shows today?"


FRAME_MS = 32
"""Nothing is decided between two frames."""


def near(value: int, expected: int) -> bool:
    return expected - FRAME_MS <= value <= expected + FRAME_MS


def commit_ms(take: Take, spoken_until_s: float, which: int = 0) -> int:
    """Silence that passed before the commit, give or take a frame; the script's times are the detector's."""
    return take.at_ms(Commit, which) - int(spoken_until_s * 1000) + samples_to_ms(DETECTOR_LAG)


def test_work_starts_before_the_soft_end_and_the_turn_is_committed_when_it_sounds_finished(
    call: Screenplay,
) -> None:
    call.trainee_says(1.0, 2.6, LINE, done=0.95)
    take = call.run(6)
    assert kinds(take, SpeechBegan, SpeechPaused, Propose, Withdraw, Commit) == [
        "SpeechBegan",
        "Propose",
        "SpeechPaused",
        "Commit",
    ]
    assert take.commits == [LINE]
    assert near(take.at_ms(Propose) - 2_600, 64)
    assert near(take.at_ms(SpeechPaused) - 2_600, 160)


def test_a_dip_inside_a_word_is_no_pause_and_its_work_is_stale(call: Screenplay) -> None:
    call.trainee_says(1.0, 2.0, "Your dispatch")
    call.trainee_says(2.1, 3.0, "ers lose an hour.", done=0.95)
    take = call.run(6)
    assert len(take.of(SpeechPaused)) == 1
    assert [(w.rev, w.paused) for w in take.of(Withdraw)] == [(0, False)]
    assert [p.rev for p in take.of(Propose)] == [0, 1]
    assert take.commits == ["Your dispatch ers lose an hour."]


def test_the_audio_of_a_turn_starts_half_a_second_before_the_voice(call: Screenplay) -> None:
    call.trainee_says(2.0, 3.0, LINE)
    began = call.run(4).of(SpeechBegan)[0]
    assert abs(began.start - 1.5 * 16_000) < 2 * 512
    assert not began.over_prospect


@pytest.mark.parametrize(
    ("text", "done", "expected_ms"),
    [
        ("How do you handle no-shows today?", 0.95, 360),
        ("How do you handle no-shows today?", 0.88, 600),
        ("How do you handle no-shows today", 0.95, 480),
        ("How do you handle no-shows today?", 0.60, 600),
        ("How do you handle no-shows today?", 0.30, 1_000),
        ("How do you handle no-shows today?", 0.10, 1_000),
        ("We help teams cut no-shows.", 0.99, 690),
        ("We help teams cut no-shows.", 0.95, 740),
        ("We help teams cut no-shows.", 0.90, 740),
        ("We help teams cut no-shows.", 0.60, 740),
        ("We help teams cut no-shows.", 0.30, 900),
        ("We help teams cut no-shows.", 0.10, 1_600),
        ("Hi, this is Ana from Delta.", 0.95, 740),
        ("Hi, this is Ana from Delta.", 0.3, 1_000),
        ("Thanks for your time. I'll send you the invitation.", 0.8, 360),
        ("I understand.", 0.95, 1_000),
        ("So when a patient stays away.", 0.95, 1_000),
        ("We help teams cut no-shows and", 0.95, 1_600),
        ("We help teams, um", 0.95, 1_600),
        ("I wanted to ask about the", 0.60, 1_600),
        ("I think so.", 0.95, 480),
        ("I think so.", 0.10, 690),
        ("I think so", 0.10, 1_600),
        ("No, not at all.", 0.60, 480),
        ("No, not at all.", 0.30, 690),
        ("We help teams cut.", 0.60, 740),
        ("Have a good day. Bye.", 0.10, 360),
        ("Bye, have a good day.", 0.10, 480),
        ("Hold on, let me check.", 0.95, 4_000),
        ("Just one second.", 0.95, 4_000),
        ("Do you have a minute?", 0.95, 360),
    ],
)
def test_the_commit_table(call: Screenplay, text: str, done: float, expected_ms: int) -> None:
    call.stt_ms = 100
    call.trainee_says(1.0, 2.6, text, done=done)
    take = call.run(8)
    assert take.commits == [text]
    assert near(commit_ms(take, 2.6), expected_ms)


@pytest.mark.parametrize("lag_s", [0.02, 0.06, 0.13])
def test_silence_is_counted_from_the_end_of_the_sound_however_long_the_detector_hears_it(
    call: Screenplay, lag_s: float
) -> None:
    call.stt_ms, call.room_db, call.lag_s = 100, 30.0, lag_s
    call.trainee_says(1.0, 2.6, LINE, done=0.95)
    assert 360 <= call.run(6).at_ms(Commit) - 2_600 <= 360 + FRAME_MS


def test_in_a_loud_room_the_detector_decides(call: Screenplay) -> None:
    call.stt_ms, call.room_db, call.lag_s = 100, 60.0, 0.1
    call.trainee_says(1.0, 2.6, LINE, done=0.95)
    assert near(commit_ms(call.run(6), 2.7), 360)


def test_a_sound_that_comes_back_is_waited_for_before_the_detector_knows_it(call: Screenplay) -> None:
    call.stt_ms, call.room_db, call.lag_s = 100, 30.0, 0.06
    call.trainee_says(1.0, 2.6, "We help teams cut no-shows.", done=0.95)
    call.trainee_says(3.33, 5.0, "Is that of any interest?", done=0.95)
    take = call.run(8)
    assert take.commits == ["We help teams cut no-shows. Is that of any interest?"]
    assert not take.of(Reopen)


def test_a_sound_that_is_no_voice_is_not_waited_for(call: Screenplay) -> None:
    call.stt_ms, call.room_db, call.lag_s = 100, 30.0, 0.06
    call.trainee_says(1.0, 2.6, LINE, done=0.95)
    call.noise(2.9, 6.0, p=0.02)
    assert call.run(6).at_ms(Commit) - 2_600 <= 360 + 3 * FRAME_MS


@pytest.mark.parametrize(
    ("text", "done", "expected_ms"),
    [
        ("Ana from Delta", 0.6, 360),
        ("Yes.", 0.1, 480),
        ("Hi, this is", 0.1, 1_600),
        ("Tell me.", 0.9, 1_000),
        ("It's Ana from Delta.", 0.9, 360),
        ("Hi, my name is Ana.", 0.9, 740),
        ("We look after the booking desk of eleven clinics.", 0.92, 690),
    ],
)
def test_a_short_answer_to_a_question_needs_no_certainty(text: str, done: float, expected_ms: int) -> None:
    call = Screenplay(stt_ms=100)
    call.prospect_says("Who is this?", 0.5)
    call.trainee_says(1.0, 1.6, text, done=done)
    assert near(commit_ms(call.run(4), 1.6), expected_ms)


@pytest.mark.parametrize(("level", "expected_ms"), [(-2, 440), (0, 600), (1, 850), (2, 1_200)])
def test_the_patience_setting_moves_the_deadline(call: Screenplay, level: int, expected_ms: int) -> None:
    call.stt_ms = 100
    call.event(0.5, PatienceSet(level=level))
    call.trainee_says(1.0, 2.6, LINE, done=0.6)
    assert near(commit_ms(call.run(6), 2.6), expected_ms)


def test_nothing_but_a_request_to_hold_waits_longer_than_the_cap() -> None:
    patient = Screenplay(patience=2)
    patient.prospect_says("Hello?", 0.4)
    patient.trainee_says(1.0, 2.6, "So we looked at your", done=0.05)
    assert commit_ms(patient.run(8), 2.6) <= 2_500


def test_speech_in_the_pause_is_the_same_turn(call: Screenplay) -> None:
    call.trainee_says(1.0, 2.0, "I am calling because", done=0.1)
    call.trainee_says(2.9, 4.0, "your clinics lose patients.", done=0.95)
    take = call.run(7)
    assert take.commits == ["I am calling because your clinics lose patients."]
    assert kinds(take, Propose, Withdraw, Commit) == ["Propose", "Withdraw", "Propose", "Commit"]
    assert [(p.turn, p.rev) for p in take.of(Propose)] == [(1, 0), (1, 1)]
    assert take.of(Propose)[0].start == take.of(Propose)[1].start
    assert take.of(Withdraw)[0].rev == 0


def test_a_voice_that_is_just_coming_back_is_heard_out(call: Screenplay) -> None:
    call.stt_ms = 100
    call.trainee_says(1.0, 2.6, LINE, done=0.6)
    call.trainee_says(3.024, 3.5, "Roughly?", done=0.95)
    take = call.run(6)
    assert take.commits == [f"{LINE} Roughly?"]


def test_a_late_final_commits_as_soon_as_it_comes(call: Screenplay) -> None:
    call.stt_ms = 1_000
    call.trainee_says(1.0, 2.6, LINE, done=0.95)
    take = call.run(6)
    assert 1_000 <= take.at_ms(Commit) - take.at_ms(Propose) <= 1_032


def test_the_first_final_of_a_revision_stands(call: Screenplay) -> None:
    call.trainee_says(1.0, 2.6, LINE, done=0.1)
    call.event(3.2, FinalHeard(turn=1, rev=0, text="Something else."))
    assert call.run(6).commits == [LINE]


def test_a_final_of_an_older_revision_commits_nothing(call: Screenplay) -> None:
    call.stt_ms = 1_300
    call.trainee_says(1.0, 2.0, "I am calling because", done=0.1)
    call.trainee_says(2.5, 3.1, "your clinics lose patients.", done=0.95)
    take = call.run(7)
    assert take.commits == ["I am calling because your clinics lose patients."]
    assert len(take.of(Commit)) == 1


def test_without_the_turn_end_model_a_pause_is_judged_even(call: Screenplay) -> None:
    call.lost = frozenset({"judge"})
    call.stt_ms = 100
    call.trainee_says(1.0, 2.6, LINE)
    assert near(commit_ms(call.run(6), 2.6), 600)


def test_a_trainee_who_pauses_longer_than_the_table_is_given_more_time(call: Screenplay) -> None:
    call.reply_ms = 700
    call.prospect_says("Go on.", 0.5)
    for start in (1.0, 4.0, 7.0):
        call.trainee_says(start, start + 1, "Do we help clinics?", done=0.6)
        call.trainee_says(start + 1.7, start + 2.2, "fill their chairs.", done=0.6)
    take = call.run(12)
    assert 0 < take.state.habit_ms <= 300
    quick = Screenplay()
    quick.trainee_says(1.0, 2.0, LINE)
    assert quick.run(5).state.habit_ms == 0


def test_partials_are_wanted_while_the_trainee_speaks(call: Screenplay) -> None:
    call.trainee_says(1.0, 4.0, "one two three four five six seven eight")
    take = call.run(6)
    assert 4 <= len(take.of(WantPartial)) <= 5
    assert all(wanted.start == take.of(SpeechBegan)[0].start for wanted in take.of(WantPartial))


def test_a_click_is_no_turn(call: Screenplay) -> None:
    call.noise(1.0, 1.15)
    take = call.run(3)
    assert [drop.why for drop in take.of(Drop)] == ["noise"]
    assert not take.of(Propose)


def test_sound_without_words_is_dropped(call: Screenplay) -> None:
    call.noise(1.0, 3.0)
    take = call.run(5)
    assert [drop.why for drop in take.of(Drop)] == ["empty"]
    assert not take.commits


@pytest.mark.parametrize("text", ["Thank you.", "you", "Thanks for watching!"])
def test_words_that_the_recogniser_makes_up_are_dropped(call: Screenplay, text: str) -> None:
    call.no_speech_prob = 0.8
    call.trainee_says(1.0, 1.5, text)
    assert [drop.why for drop in call.run(4).of(Drop)] == ["hallucination"]


def test_a_real_thank_you_is_heard(call: Screenplay) -> None:
    call.trainee_says(1.0, 1.6, "Thank you.")
    assert call.run(4).commits == ["Thank you."]


def test_muted_speech_is_silence(call: Screenplay) -> None:
    call.muted(0.9, 3.0)
    call.trainee_says(1.0, 2.5, LINE)
    take = call.run(3)
    assert not take.of(SpeechBegan)


def test_muting_in_the_middle_of_a_sentence_ends_the_turn(call: Screenplay) -> None:
    call.muted(2.0, 9.0)
    call.trainee_says(1.0, 4.0, "We help dental clinics fill empty chairs")
    assert len(call.run(5).of(Commit)) == 1


def test_nobody_is_heard_while_it_rings() -> None:
    from app.turn import Mode, initial, step
    from app.turn.events import Frame

    state = initial()
    for i in range(1, 100):
        state, commands = step(state, Frame(p=0.99), i * 512)
        assert not commands
    assert state.mode is Mode.RINGING
