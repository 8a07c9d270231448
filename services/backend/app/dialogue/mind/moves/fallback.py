"""When no other rule applies: a nudge towards the point, or just a sign of listening."""

from app.dialogue.mind.moves.choice import Choice, Situation
from app.dialogue.mind.notes import Note, Pending
from app.domain.acts import Act
from app.domain.prospect import Move


def anything_else(now: Situation) -> Choice:
    """The last rule."""
    moment = now.moment
    if moment.has(Act.OFF_TOPIC, Act.SMALL_TALK):
        return Choice(moves=(Move.SMALL_TALK,), line="Okay.")
    if not now.note(Note.REASON):
        return Choice(moves=(Move.ASK_WHAT,), notes={Note.PENDING: Pending.WHAT}, line="What is this about?")
    if moment.reading.sentences[-1].is_question:
        return Choice(moves=(Move.ADMIT_NOT_KNOWING,), line="I could not tell you.")
    last = moment.state.last_moves[-1:]
    if last == (Move.BACKCHANNEL,):
        return Choice(moves=(Move.ASK_WHAT,), variants={Move.ASK_WHAT: "point"}, line="What is your point?")
    return Choice(moves=(Move.BACKCHANNEL,), variants={Move.BACKCHANNEL: "and"}, line="Okay. And?")
