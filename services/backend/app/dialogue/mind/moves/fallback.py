"""When no other rule applies: a nudge towards the point, or just a sign of listening."""

import re

from app.dialogue.mind.moves.choice import Choice, Situation
from app.dialogue.mind.moves.opening import ENOUGH
from app.dialogue.mind.moves.talking import about_the_talk
from app.dialogue.mind.notes import Note, Pending
from app.dialogue.mind.talk import Talk, only_announces
from app.domain.acts import Act
from app.domain.prospect import Move
from app.reading import normalise

_ADDRESS = re.compile(r"\b(?:e ?mail|mail|address|inbox)\b")
_CALLED_AWAY = 0.12
"""Chance that somebody walks in while nothing hangs on the answer."""


def anything_else(now: Situation) -> Choice:
    """The last rule."""
    moment = now.moment
    if moment.has(Act.OFF_TOPIC):
        return Choice(moves=(Move.SMALL_TALK,), variants={Move.SMALL_TALK: "aside"}, line=now.note(Note.LINE))
    if moment.has(Act.SMALL_TALK):
        return Choice(moves=(Move.SMALL_TALK,), line="Okay.")
    if not now.note(Note.REASON) and moment.state.last_moves.count(Move.ASK_WHAT) < ENOUGH:
        return Choice(moves=(Move.ASK_WHAT,), notes={Note.PENDING: Pending.WHAT}, line="What is this about?")
    if only_announces(normalise(moment.reading.sentences[-1].text)):
        return Choice(moves=(Move.BACKCHANNEL,), variants={Move.BACKCHANNEL: "ask_away"}, line="Go ahead.")
    if moment.has(Act.BAD_TIME) and now.note(Note.REASON):
        return Choice(moves=(Move.BACKCHANNEL,), variants={Move.BACKCHANNEL: "still_here"}, line="Go on.")
    if moment.has(Act.CONFIRMS_DETAILS) and _ADDRESS.search(normalise(moment.reading.text)):
        return about_the_talk(now, Talk.ADDRESS)
    if moment.reading.sentences[-1].is_question:
        return Choice(moves=(Move.ADMIT_NOT_KNOWING,), line="I could not tell you.")
    if not now.note(Note.HELD) and moment.roll("one second") < _CALLED_AWAY:
        return Choice(
            moves=(Move.HOLD,),
            variants={Move.HOLD: "own"},
            notes={Note.HELD: "1"},
            line="Sorry. Go on, what was it?",
        )
    last = moment.state.last_moves[-1:]
    if last == (Move.BACKCHANNEL,):
        return Choice(moves=(Move.ASK_WHAT,), variants={Move.ASK_WHAT: "point"}, line="What is your point?")
    return Choice(moves=(Move.BACKCHANNEL,), variants={Move.BACKCHANNEL: "and"}, line="Okay. And?")
