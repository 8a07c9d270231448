"""What the trainee was still saying when the call ended."""

import asyncio
from collections.abc import Callable

from app.call.recognition import Recognition
from app.domain.audio import samples_to_ms
from app.domain.errors import RingsideError
from app.turn import Mode, TurnState

LAST_WORDS_S = 5.0
"""How long the end of a call waits for the words of an unfinished turn."""
UNFINISHED = (Mode.TRAINEE_SPEAKING, Mode.TRAINEE_PAUSE, Mode.OVERLAP)
"""In any other mode the turn that is remembered was committed and written down."""
LEAST_MS = 200
"""Less voice than this is no speech."""


async def unfinished(state: TurnState, recognition: Recognition, on_the_clock: Callable[[int], int]) -> str:
    """The text of the turn that `state` leaves open, or nothing; `on_the_clock` places the machine's time."""
    turn = state.turn
    if turn is None or state.mode not in UNFINISHED or (samples_to_ms(turn.voiced) < LEAST_MS and not turn.said):
        return ""
    try:
        work = recognition.final(turn.number, on_the_clock(turn.start), on_the_clock(state.now))
        return (await asyncio.wait_for(work, LAST_WORDS_S)).text
    except (TimeoutError, RingsideError):
        return turn.said or turn.partial
