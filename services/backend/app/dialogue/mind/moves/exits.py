"""Leaving the line: patience, insults, silence, goodbye. The engine owns these; no wording can take them back."""

from app.dialogue.mind.memory import also_promised
from app.dialogue.mind.moves.choice import Choice, Situation
from app.dialogue.mind.notes import Note
from app.domain.acts import Act
from app.domain.call import EndReason
from app.domain.prospect import Move

SPENT = 0.03
"""Patience at which the prospect leaves."""
SILENCES = 3
_CUT_IN_S = 12.0


def fell_silent(now: Situation) -> Choice | None:
    """An empty line: asked once or twice whether anybody is there, then gone."""
    if not now.moment.has(Act.SILENCE):
        return None
    if now.count(Note.SILENCES) >= SILENCES:
        return _leave("silence", EndReason.SILENCE, "nobody said anything any more")
    return Choice(moves=(Move.NUDGE,), line=now.note(Note.LINE))


def insulted(now: Situation) -> Choice | None:
    """One insult may get a warning; a second, or little patience, ends it."""
    if not now.moment.has(Act.INSULT):
        return None
    if now.count(Note.RUDE) > 1 or now.after.patience <= 0.15 or now.moment.scene.difficulty >= 4:
        return _leave("rude", EndReason.PROSPECT_HUNG_UP, "was insulted")
    return Choice(moves=(Move.REFUSE,), variants={Move.REFUSE: "rude"})


def out_of_patience(now: Situation) -> Choice | None:
    """Patience is gone: a short last word."""
    if now.after.patience > SPENT or now.note(Note.BOOKED):
        return None
    if now.note(Note.NOES) or now.note(Note.ASKS):
        manner = "enough"
    elif now.moment.seconds > _CUT_IN_S:
        manner = "cut_in"
    else:
        manner = "busy" if now.moment.persona.temperament.warmth > 0.5 else "curt"
    return _leave(manner, EndReason.PROSPECT_HUNG_UP, "ran out of patience")


def said_goodbye(now: Situation) -> Choice | None:
    """The trainee takes leave, or gives in to a brush-off."""
    moment = now.moment
    if now.handling.how == "caved" or (moment.has(Act.GOODBYE, Act.CAVES) and moment.asked is None):
        if moment.has(Act.ASKS_MEETING, Act.PROPOSES_TIME, Act.ASKS_REFERRAL):
            return None
        if now.note(Note.NO_FIT) and not now.note(Note.REFERRED) and moment.persona.temperament.warmth > 0.35:
            return Choice(
                moves=(Move.REFER, Move.GOODBYE),
                variants={Move.REFER: "friend", Move.GOODBYE: "plain"},
                notes={Note.REFERRED: "1"},
                phase="closed",
                ends=EndReason.GOODBYE,
                why="no fit, and was respected for it",
            )
        sends = moment.has(Act.SENDS_INFO)
        return Choice(
            moves=(Move.GOODBYE,),
            variants={Move.GOODBYE: "send" if sends else "plain"},
            notes={Note.PROMISED: also_promised(now.note(Note.PROMISED), "send")} if sends else {},
            phase="closed",
            ends=EndReason.GOODBYE,
            why="the caller gave up" if now.handling.how == "caved" else "the caller said goodbye",
        )
    return None


def _leave(manner: str, reason: EndReason, why: str) -> Choice:
    return Choice(moves=(Move.HANG_UP,), variants={Move.HANG_UP: manner}, phase="closed", ends=reason, why=why)
