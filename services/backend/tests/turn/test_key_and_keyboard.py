"""Push-to-talk and typed lines: turns that no detector decides."""

from app.domain.audio import samples_to_ms
from app.turn.orders import CancelProspect, Commit, Drop, Propose, Reopen, SpeechBegan, Withdraw
from app.turn.smoothing import DETECTOR_LAG
from tests.turn.screenplay import Screenplay, kinds

MONOLOGUE = "We have used the same vendor for years and nobody here complains about it at all."


def test_the_key_alone_begins_and_ends_the_turn(call: Screenplay) -> None:
    call.key(1.0, 5.0)
    call.trainee_says(1.2, 2.0, "We help clinics and", done=0.05)
    call.trainee_says(4.0, 4.8, "that is all.", done=0.05)
    take = call.run(7)
    assert take.commits == ["We help clinics and that is all."]
    assert kinds(take, SpeechBegan, Propose, Withdraw, Commit) == ["SpeechBegan", "Propose", "Commit"]
    assert take.at_ms(Commit) - 5_000 <= call.stt_ms + 64


def test_without_the_key_nothing_is_heard(call: Screenplay) -> None:
    call.key(0.8, 1.5)
    call.trainee_says(2.0, 3.5, "Nobody hears this.")
    take = call.run(4)
    assert not take.commits
    assert [drop.why for drop in take.of(Drop)] == ["noise"]


def test_with_the_key_put_away_speech_is_heard_again(call: Screenplay) -> None:
    call.key(0.8, 1.5)
    call.puts_the_key_away(1.8)
    call.trainee_says(2.0, 3.5, "We help clinics fill chairs.", done=0.95)
    take = call.run(6)
    assert take.commits == ["We help clinics fill chairs."]
    assert take.at_ms(Commit) - 3_500 + samples_to_ms(DETECTOR_LAG) >= 320


def test_putting_a_held_key_away_lets_it_go(call: Screenplay) -> None:
    call.key(1.0, 9.0)
    call.puts_the_key_away(3.0)
    call.trainee_says(1.2, 2.8, "We help clinics fill chairs.", done=0.95)
    take = call.run(6)
    assert take.commits == ["We help clinics fill chairs."]
    assert take.at_ms(Commit) - 2_800 >= 700


def test_pressing_again_before_the_text_is_there_goes_on(call: Screenplay) -> None:
    call.stt_ms = 600
    call.key(1.0, 2.0)
    call.key(2.3, 3.3)
    call.trainee_says(1.0, 2.0, "We help")
    call.trainee_says(2.4, 3.2, "clinics.")
    take = call.run(6)
    assert take.commits == ["We help clinics."]
    assert take.of(Withdraw)[0].rev == 0


def test_the_key_interrupts_at_once() -> None:
    call = Screenplay()
    call.prospect_says(MONOLOGUE, 6.0)
    call.key(2.0, 3.5)
    call.trainee_says(2.2, 3.4, "May I say something?")
    take = call.run(6)
    assert take.at_ms(CancelProspect) == 2_016
    assert take.of(Commit)[0].interrupted_gen == 1


def test_the_key_in_the_reply_reopens(call: Screenplay) -> None:
    call.prospect_says(MONOLOGUE, 6.0)
    call.reply_ms = 500
    call.key(1.0, 2.0)
    call.key(2.5, 3.5)
    call.trainee_says(1.0, 2.0, "We help clinics")
    call.trainee_says(2.6, 3.4, "fill chairs.")
    take = call.run(6)
    assert take.of(Reopen)
    assert take.commits == ["We help clinics fill chairs."]


def test_a_typed_line_is_a_turn(call: Screenplay) -> None:
    call.types(1.0, "Is this a good number for you?")
    take = call.run(3)
    assert take.commits == ["Is this a good number for you?"]
    assert not take.of(Propose)


def test_a_typed_line_interrupts() -> None:
    call = Screenplay()
    call.prospect_says(MONOLOGUE, 6.0)
    call.types(2.0, "One question.")
    take = call.run(4)
    assert [c.gen for c in take.of(CancelProspect)] == [1]
    assert take.of(Commit)[0].interrupted_gen == 1


def test_a_line_typed_before_the_reply_joins_the_turn(call: Screenplay) -> None:
    call.reply_ms = 1_000
    call.trainee_says(1.0, 2.0, "We help clinics.")
    call.types(2.8, "In your town.")
    take = call.run(5)
    assert take.commits == ["We help clinics. In your town."]
    assert [c.rev for c in take.of(Commit)] == [0, 1]


def test_a_line_typed_into_a_pause_never_commits_the_proposed_revision(call: Screenplay) -> None:
    call.trainee_says(1.0, 2.0, "We help clinics and", done=0.1)
    call.types(2.6, "dentists.")
    take = call.run(5)
    assert take.commits == ["We help clinics and dentists."]
    assert take.of(Commit)[0].rev > take.of(Propose)[0].rev


def test_an_empty_line_is_nothing(call: Screenplay) -> None:
    call.types(1.0, "   ")
    assert not call.run(2).commits
