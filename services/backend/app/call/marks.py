"""What the silence before an answer was made of, as far as the call itself knows: the marks of the latency card."""

from app.domain.audio import samples_to_ms
from app.turn import TurnState
from app.turn.deadlines import asked_ms
from app.turn.orders import Commit


def waited(commit: Commit, committed: int, state: TurnState, stt_ms: float | None) -> dict[str, float | None]:
    """`wait_ms` from the last voiced sample to the end of the turn, and `asked_ms`, the part the trainee asked for.

    With push-to-talk the trainee ends the turn with the key: only the recogniser's time after it is ours.
    """
    wait_ms = samples_to_ms(committed - commit.last_voiced)
    asked = max(0, wait_ms - (stt_ms or 0)) if state.ptt else asked_ms(commit.text, state.patience)
    return {"wait_ms": wait_ms, "asked_ms": min(wait_ms, asked)}
