"""Every wait ends: what never comes is named, and the call goes on."""

from app.turn import Mode
from app.turn.events import ProspectDone
from app.turn.orders import Commit, Drop, Nudge, Overdue
from tests.turn.screenplay import Screenplay, Take

LINE = "We help clinics fill chairs."


def overdue(take: Take) -> list[str]:
    return [o.what for o in take.of(Overdue)]


def test_without_a_final_the_last_partial_is_what_was_said(call: Screenplay) -> None:
    call.lost = frozenset({"final"})
    call.trainee_says(1.0, 3.2, LINE)
    take = call.run(15)
    assert overdue(take)[0] == "final"
    assert take.commits[0].startswith("We help")


def test_without_any_text_nothing_was_said(call: Screenplay) -> None:
    call.lost = frozenset({"final", "partial"})
    call.trainee_says(1.0, 3.2, LINE)
    take = call.run(15)
    assert not take.commits
    assert take.of(Drop)[0].why == "empty"


def test_a_voice_that_never_comes_gives_the_floor_back(call: Screenplay) -> None:
    call.trainee_says(1.0, 2.6, LINE)
    take = call.run(15)
    assert "prospect_audible" in overdue(take)
    assert take.of(Nudge)


def test_a_prospect_that_says_nothing_gives_the_floor_back_at_once(call: Screenplay) -> None:
    call.trainee_says(1.0, 2.6, LINE)
    call.event(3.5, ProspectDone(gen=2))
    take = call.run(4)
    assert not take.of(Overdue)
    assert take.state.mode is Mode.LISTENING


def test_a_voice_that_never_ends_gives_the_floor_back(call: Screenplay) -> None:
    call.lost = frozenset({"done"})
    call.trainee_says(5.0, 6.0, LINE)
    take = call.run(8)
    assert overdue(take)[0] == "prospect_done"
    assert take.of(Commit)[0].interrupted_gen is None


def test_a_pick_up_that_is_never_heard_lets_the_trainee_speak() -> None:
    call = Screenplay(lost=frozenset({"audible", "progress", "done"}))
    call.prospect_says("Yeah?", 0.4)
    call.trainee_says(7.0, 8.0, LINE)
    take = call.run(10)
    assert overdue(take) == ["prospect_audible"]
    assert take.commits == [LINE]


def test_speech_that_never_pauses_is_cut_into_a_pause(call: Screenplay) -> None:
    call.noise(1.0, 40.0)
    take = call.run(45)
    assert "speech_end" in overdue(take)
    assert not take.commits


def test_a_key_that_sticks_is_let_go(call: Screenplay) -> None:
    call.key(1.0, 200.0)
    call.trainee_says(1.5, 3.0, LINE)
    take = call.run(65)
    assert "key_up" in overdue(take)
    assert take.commits == [LINE]
