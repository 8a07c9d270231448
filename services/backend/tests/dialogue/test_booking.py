"""The meeting in short scenes: a time taken, countered, kept, refused, and what is still settled after it."""

from app.dialogue.mind.notes import Note
from app.domain.call import EndReason
from app.domain.prospect import Move, OpenObjection
from tests.dialogue.stage import OPENER, REASON, Call, opened


def ready(seed: int = 3, level: int = 1) -> Call:
    """A prospect that has every reason to say yes, and nothing left to object."""
    call = opened(seed, level)
    kinds = [one.kind for one in call.persona.objections]
    return call.prospect_is(  # type: ignore[arg-type]
        trust=0.95,
        interest=0.95,
        resistance=0.05,
        patience=0.9,
        objections=tuple(OpenObjection(kind=kind, raised_at=1, stage="resolved") for kind in kinds),
        disclosed=tuple(f.id for f in call.persona.facts if f.hidden),
    )


def test_a_ready_prospect_books_one_of_its_own_free_slots() -> None:
    call = ready()
    free = call.persona.calendar[2]
    turn = call.trainee(f"Would {free.day} at {free.time} work for fifteen minutes?")
    assert Move.ACCEPT in turn.moves
    day, time, _ = call.state.notes["booked_slot"].split(" ")
    assert (day, time) == (free.day, free.time)
    assert turn.ends is None
    assert call.trainee("Great, thank you {given}, bye.").ends is EndReason.BOOKED


def test_a_time_that_is_taken_is_countered_and_the_counter_can_be_taken() -> None:
    call = ready()
    busy = next(day for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"))
    turn = call.trainee(f"Would {busy} at twelve fifteen work?")
    assert Move.COUNTER_TIME in turn.moves
    assert Move.ACCEPT in call.trainee("Yes, that works for me.").moves
    assert call.state.notes["booked_slot"]


def test_naming_a_day_is_not_enough_for_a_meeting() -> None:
    call = Call(3, 1)
    call.trainee(OPENER)
    assert Move.ACCEPT not in call.trainee("Thursday at ten?").moves


def test_with_an_open_objection_there_is_no_meeting() -> None:
    call = ready()
    first = call.state.objections[0]
    call.prospect_is(objections=(OpenObjection(kind=first.kind, raised_at=1),))  # type: ignore[arg-type]
    assert Move.ACCEPT not in call.trainee("So Thursday at ten?").moves


def unfit_seed() -> int:
    return next(seed for seed in range(200) if not Call(seed).persona.fits)


def test_an_honest_no_fit_never_books_and_gives_a_name_to_who_respects_it() -> None:
    call = Call(unfit_seed(), 1)
    call.trainee(OPENER)
    call.trainee(REASON)
    call.prospect_is(objections=(), phase="discovery", trust=0.8, interest=0.9, resistance=0.1)
    call.trainee("Do the carrier invoices match the agreed rates?")
    assert Move.NO_FIT in call.moves
    assert call.state.notes["no_fit"]
    assert Move.ACCEPT not in call.trainee("Could we still meet on Thursday at ten?").moves
    turn = call.trainee("Fair. Is there anyone else you know I should talk to about this?")
    assert Move.REFER in turn.moves
    assert call.persona.words["friend_first"] in turn.text


def test_a_booked_prospect_does_not_linger() -> None:
    call = ready()
    free = call.persona.calendar[2]
    call.trainee(f"Would {free.day} at {free.time} work?")
    call.trainee("What's the best e-mail address for the invite?")
    assert call.trainee("And let me tell you more about the product.").ends is EndReason.BOOKED


def test_who_else_comes_is_still_settled_once_a_day_stands() -> None:
    call = ready()
    free = call.persona.calendar[2]
    call.trainee(f"Would {free.day} at {free.time} work?")
    turn = call.trainee("Great. Besides you, who else has a say in this?")
    assert (turn.moves, turn.ends) == ((Move.ANSWER,), None)
    assert any(name in turn.text for name in (call.persona.words["colleague_first"], call.persona.words["team_one"]))


def test_a_booked_day_stands_when_another_is_offered() -> None:
    call = ready()
    free = call.persona.calendar[2]
    call.trainee(f"Would {free.day} at {free.time} work?")
    other = next(day for day in ("Monday", "Tuesday", "Wednesday") if day != free.day)
    turn = call.trainee(f"Or what about {other} at ten?")
    assert turn.moves == (Move.CONFIRM,)
    assert free.day in turn.text
    assert call.state.notes["booked_slot"].startswith(free.day)
    assert turn.ends is None


def test_what_would_be_different_on_a_day_asks_for_no_meeting() -> None:
    call = ready()
    assert Move.ACCEPT not in call.trainee("If that went away, what would be different on Monday?").moves


def test_who_else_belongs_on_the_invite_is_answered_with_a_name() -> None:
    call = ready()
    free = call.persona.calendar[2]
    call.trainee(f"Would {free.day} at {free.time} work for fifteen minutes?")
    turn = call.trainee("Who else should I put on the invite?")
    assert turn.moves == (Move.ANSWER,)
    assert turn.next_state.notes["booked_slot"]


def the_last_no(seed: int, *, trust: float) -> tuple[Move, ...]:
    """What somebody who is just not in the mood, or does not trust, says when asked for the third time."""
    call = ready(seed, 5)
    call.prospect_is(notes=dict(call.state.notes) | {Note.NOES: "2"}, trust=trust, interest=0.8)
    turn = call.trainee("Would fifteen minutes next week make sense?")
    return turn.moves if turn.ends is not None else ()


def test_who_trusts_and_is_just_not_in_the_mood_parts_without_a_grudge() -> None:
    last = [the_last_no(seed, trust=0.95) for seed in range(30)]
    assert (Move.REFUSE, Move.HANG_UP) in last
    assert not any(Move.OFF_LIST in moves for moves in last)
    assert any(Move.OFF_LIST in the_last_no(seed, trust=0.2) for seed in range(30))
