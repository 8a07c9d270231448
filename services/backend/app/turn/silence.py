"""When nobody speaks: the prospect asks whether anyone is there, and in the end leaves."""

from dataclasses import replace

from app.domain.audio import samples_to_ms
from app.turn.orders import GiveUp, Nudge
from app.turn.state import Mode, Outcome, TurnState, longer

NUDGE_MS = 4_000
GIVE_UP_MS = 15_000
HELD_NUDGE_MS = 12_000
HELD_GIVE_UP_MS = 45_000
"""After "hold on, let me check" a person waits about three times as long."""
ROOM_MS = 3_000
"""Time to answer a nudge before the prospect leaves; no nudge comes later than that."""


def listen(state: TurnState, now: int, *, counts_as_speech: bool) -> TurnState:
    """The line is free from `now`; a nudge does not count as somebody having spoken."""
    quiet = replace(state.quiet, since=now, nudging=False)
    if counts_as_speech:
        quiet = replace(quiet, silent_since=now, nudges=0)
    return replace(state, mode=Mode.LISTENING, turn=None, quiet=quiet, manners=replace(state.manners, cutting_in=False))


def undisturbed(state: TurnState) -> TurnState:
    """The line is free, and what was just heard was nothing: the silence goes on."""
    return replace(state, mode=Mode.LISTENING, turn=None, quiet=replace(state.quiet, nudging=False))


def tick(state: TurnState, now: int) -> Outcome:
    """One more frame in which nobody speaks."""
    quiet = state.quiet
    nudge_ms, give_up_ms = (HELD_NUDGE_MS, HELD_GIVE_UP_MS) if quiet.held else (NUDGE_MS, GIVE_UP_MS)
    silent_ms = samples_to_ms(now - quiet.silent_since)
    if silent_ms >= give_up_ms and quiet.nudges and longer(quiet.since, now, ROOM_MS):
        return replace(state, mode=Mode.ENDED), (GiveUp(silent_ms=silent_ms),)
    in_time = silent_ms + ROOM_MS < give_up_ms or not quiet.nudges
    if longer(quiet.since, now, nudge_ms) and in_time:
        count = quiet.nudges + 1
        nudged = replace(quiet, since=now, nudges=count, nudging=True)
        return replace(state, quiet=nudged), (Nudge(count=count, silent_ms=silent_ms),)
    return state, ()
