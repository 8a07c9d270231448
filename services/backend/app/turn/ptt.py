"""Push-to-talk: the key says when a turn begins and ends, and the detector is not asked."""

from dataclasses import replace

from app.turn import overlap, trainee
from app.turn.orders import Overdue, TurnCommand
from app.turn.prospect import may_reopen
from app.turn.smoothing import OFF_P, silenced, voiced_until
from app.turn.state import Mode, Outcome, TurnState, longer

STUCK_KEY_MS = 60_000


def key(state: TurnState, now: int, *, down: bool) -> Outcome:
    """The first press switches the call over; repeats of the same position change nothing."""
    if down == state.key_down:
        return replace(state, ptt=True), ()
    state = replace(state, ptt=True, key_down=down)
    return _pressed(state, now) if down else _let_go(state, now)


def leave(state: TurnState, now: int) -> Outcome:
    """Back to listening for pauses; a key still held counts as let go, what goes on to be said is heard as speech."""
    if not state.ptt:
        return state, ()
    held = state.key_down
    state = replace(state, ptt=False, key_down=False, voice=silenced(state.voice))
    return _let_go(state, now) if held else (state, ())


def _pressed(state: TurnState, now: int) -> Outcome:
    state = replace(state, voice=silenced(state.voice))
    pause = max(0, now - state.voice.last_voiced)
    match state.mode:
        case Mode.LISTENING:
            return trainee.begin(state, now, now)
        case Mode.TRAINEE_PAUSE:
            state, commands = _cut(state)
            state, more = trainee.go_on(state, now, now, pause)
            return state, commands + more
        case Mode.COMMITTED if state.turn is not None:
            return trainee.reopen(state, now, now, pause)
        case Mode.PROSPECT_SPEAKING if may_reopen(state, now):
            return trainee.reopen(state, now, now, pause)
        case Mode.PROSPECT_SPEAKING:
            state, began = trainee.begin(state, now, now, over=True)
            state, cut = overlap.give_way(state)
            return replace(state, mode=Mode.TRAINEE_SPEAKING), began + cut
        case Mode.OVERLAP:
            proposed = trainee.open_turn(state).proposed_at is not None
            state, commands = overlap.give_way(state)
            state, more = trainee.go_on(state, now, now, pause) if proposed else (state, ())
            return replace(state, mode=Mode.TRAINEE_SPEAKING), commands + more
        case _:
            return state, ()


def _cut(state: TurnState) -> Outcome:
    return overlap.give_way(state) if state.far.audible else (state, ())


def _let_go(state: TurnState, now: int) -> Outcome:
    if state.mode is not Mode.TRAINEE_SPEAKING:
        return state, ()
    turn = trainee.open_turn(state)
    if not turn.voiced and not turn.said:
        return trainee.drop(state, now, "noise")
    return trainee.propose(replace(state, mode=Mode.TRAINEE_PAUSE), now)


def frame(state: TurnState, p: float, now: int, samples: int) -> Outcome:
    """One frame with the key held."""
    turn = trainee.open_turn(state)
    if p >= OFF_P:
        state = replace(state, voice=voiced_until(state.voice, now), turn=replace(turn, voiced=turn.voiced + samples))
    state, commands = trainee.want_partial(state, now)
    if not longer(turn.began, now, STUCK_KEY_MS):
        return state, commands
    stuck: tuple[TurnCommand, ...] = (Overdue(what="key_up"),)
    state, more = _let_go(replace(state, key_down=False), now)
    return state, commands + stuck + more
