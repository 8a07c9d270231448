"""Where a call may go from where it is; any other move is a mistake of ours."""

from app.domain.call import Phase

NEXT: dict[Phase, frozenset[Phase]] = {
    Phase.CREATED: frozenset({Phase.RINGING, Phase.LIVE, Phase.ENDED}),
    Phase.RINGING: frozenset({Phase.LIVE, Phase.ENDED}),
    Phase.LIVE: frozenset({Phase.WRAPPING, Phase.ENDED}),
    Phase.WRAPPING: frozenset({Phase.ENDED}),
    Phase.ENDED: frozenset(),
}


class IllegalMoveError(RuntimeError):
    """A phase change that the table does not know."""


def advance(current: Phase, target: Phase) -> Phase:
    """`target`, if a call in `current` may go there."""
    if target not in NEXT[current]:
        raise IllegalMoveError(f"a call cannot go from {current} to {target}")
    return target
