"""Out of a circle: the same small sign of listening three times running is asked about, six idle turns end it."""

from app.dialogue.mind.moves.choice import Choice, Situation
from app.dialogue.mind.notes import Note, Pending
from app.domain.call import EndReason
from app.domain.prospect import Move

IDLE = frozenset({
    Move.BACKCHANNEL, Move.SMALL_TALK, Move.ADMIT_NOT_KNOWING, Move.ASK_WHAT, Move.HOLD, Move.STAY_SILENT, Move.CORRECT,
})  # fmt: skip
"""Moves that bring neither side anything."""
_LONGEST = 6
_SAME = {Move.ADMIT_NOT_KNOWING: 4}
"""Times running after which the same move is one too many, where it is not two."""


def out_of_the_circle(now: Situation, choice: Choice) -> Choice:
    """`choice`, or what people do when a talk leads nowhere."""
    last = now.moment.state.last_moves
    answers = bool(choice.variants.get(Move.ADMIT_NOT_KNOWING))  # by the form of the question, if by nothing else
    if choice.ends is not None or answers or not set(choice.moves) <= IDLE:
        return choice
    if len(last) >= _LONGEST and set(last[-_LONGEST:]) <= IDLE:
        return Choice(
            moves=(Move.HANG_UP,),
            variants={Move.HANG_UP: "busy"},
            phase="closed",
            ends=EndReason.PROSPECT_HUNG_UP,
            why="the talk led nowhere",
        )
    times = _SAME.get(choice.moves[0], 2)
    if last[-times:] != choice.moves * times or choice.moves == (Move.ASK_WHAT,):
        return choice
    asked = now.note(Note.REASON) and choice.moves == (Move.ADMIT_NOT_KNOWING,)
    return Choice(
        moves=(Move.ASK_WHAT,),
        variants={Move.ASK_WHAT: "questions" if asked else "point"},
        notes={} if now.note(Note.REASON) else {Note.PENDING: Pending.WHAT},
        line="What is your point?",
    )
