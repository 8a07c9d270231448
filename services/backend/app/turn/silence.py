"""When nobody speaks: the prospect asks whether anyone is there, and in the end leaves."""

from dataclasses import replace

from app.domain.audio import samples_to_ms
from app.turn.events import GiveUp, Nudge
from app.turn.state import Mode, Outcome, Quiet, TurnState, longer

NUDGE_MS = 4_000
GIVE_UP_MS = 15_000
HELD_NUDGE_MS = 12_000
HELD_GIVE_UP_MS = 45_000
"""After "hold on, let me check" a person waits about three times as long."""
LAST_NUDGE_ROOM_MS = 3_000
"""A nudge this close to leaving would be cut by it."""
BREATH_MS = 1_000
"""Nobody leaves in the same instant in which a sound ended."""


def listen(state: TurnState, now: int, *, counts_as_speech: bool) -> TurnState:
    """The line is free from `now`; a nudge or a noise does not count as somebody having spoken."""
    silent_since = now if counts_as_speech else state.quiet.silent_since
    nudges = 0 if counts_as_speech else state.quiet.nudges
    quiet = Quiet(since=now, silent_since=silent_since, nudges=nudges, held=state.quiet.held)
    return replace(state, mode=Mode.LISTENING, turn=None, quiet=quiet)


def tick(state: TurnState, now: int) -> Outcome:
    """One more frame in which nobody speaks."""
    quiet = state.quiet
    nudge_ms, give_up_ms = (HELD_NUDGE_MS, HELD_GIVE_UP_MS) if quiet.held else (NUDGE_MS, GIVE_UP_MS)
    silent_ms = samples_to_ms(now - quiet.silent_since)
    if silent_ms >= give_up_ms and longer(quiet.since, now, BREATH_MS):
        return replace(state, mode=Mode.ENDED), (GiveUp(silent_ms=silent_ms),)
    if longer(quiet.since, now, nudge_ms) and silent_ms + LAST_NUDGE_ROOM_MS < give_up_ms:
        count = quiet.nudges + 1
        nudged = replace(quiet, since=now, nudges=count, nudging=True)
        return replace(state, quiet=nudged), (Nudge(count=count, silent_ms=silent_ms),)
    return state, ()
