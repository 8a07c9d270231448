"""A prospect with a temper: talks on when interrupted, takes the floor at a breath, murmurs while it listens."""

from dataclasses import replace

from app.domain.audio import ms_to_samples, samples_to_ms
from app.turn.cues import asks_to_hold
from app.turn.orders import Murmur
from app.turn.state import FarSide, Mode, OpenTurn, Outcome, TurnState

REFUSE_MS = 1_200
"""Counted from where the trainee set in; then even the rudest gives way."""
CUT_IN_MS = 320
"""A breath: no turn is over sooner, and whoever wants the floor waits no longer."""
MURMUR_EVERY_MS = 6_000
UNFINISHED_P = 0.5


def challenged(state: TurnState, onset: int) -> TurnState:
    """Somebody speaks over the prospect: one that refuses to yield does so once in a line."""
    far = state.far
    if not far.refuses or far.holds_until is not None:
        return state
    return replace(state, far=replace(far, holds_until=onset + ms_to_samples(REFUSE_MS)))


def holds_out(far: FarSide, now: int) -> bool:
    """The prospect talks on, on purpose."""
    return far.holds_until is not None and now < far.holds_until


def breaks_in(state: TurnState, turn: OpenTurn, text: str) -> bool:
    """The trainee has spoken longer than this prospect stands; who asks for a moment is left in peace."""
    stands_ms = state.manners.stands_ms
    return stands_ms is not None and samples_to_ms(turn.voiced) >= stands_ms and not asks_to_hold(text)


def take_floor(state: TurnState, gen: int, now: int) -> TurnState:
    """The prospect that cut in is audible; who has gone on meanwhile is talked over."""
    far = FarSide(gen=gen, dead=state.far.dead, audible=True, since=now, fresh=now, refuses=True)
    state = replace(state, far=far, manners=replace(state.manners, cutting_in=False))
    if state.mode is Mode.TRAINEE_SPEAKING and state.turn is not None:
        talked_over = replace(state, mode=Mode.OVERLAP, turn=replace(state.turn, over=True))
        return challenged(talked_over, now)
    return state if state.mode is Mode.TRAINEE_PAUSE else replace(state, mode=Mode.PROSPECT_SPEAKING)


def murmur(state: TurnState) -> Outcome:
    """Show that one listens, where a long turn pauses unfinished and nothing can come back as echo."""
    turn = state.turn
    if turn is None or not state.manners.murmurs or state.echo != "headset" or state.ptt or state.far.audible:
        return state, ()
    unfinished = turn.p_end is not None and turn.p_end < UNFINISHED_P
    if not unfinished or samples_to_ms(turn.voiced - turn.murmured) < MURMUR_EVERY_MS:
        return state, ()
    return replace(state, turn=replace(turn, murmured=turn.voiced)), (Murmur(turn=turn.number),)
