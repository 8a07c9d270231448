"""The first exchanges: who is this, what is it about, how long, and the reflex to get rid of it."""

from app.dialogue.mind.moves.choice import Choice, Situation
from app.dialogue.mind.moves.objecting import raise_objection
from app.dialogue.mind.notes import Note, Pending
from app.dialogue.mind.opening import true_research
from app.domain.acts import Act
from app.domain.prospect import Move

ENOUGH = 2
"""Times that somebody asks who it is, or what about; then the name is let pass, and the rest gets a reflex."""


def who_is_this(now: Situation) -> Choice | None:
    """Nobody talks business with a voice without a name."""
    known = now.note(Note.WHO) or now.note(Note.COMPANY)
    if known or now.after.phase != "opening":
        return None
    if now.note(Note.REASON) and now.moment.roll("lets the name pass") < 0.6:
        return None
    asked = now.moment.state.last_moves.count(Move.ASK_WHO)
    if asked >= ENOUGH:
        return None
    again = asked > 0
    return Choice(
        moves=(Move.ASK_WHO,),
        variants={Move.ASK_WHO: "again"} if again else {},
        notes={Note.PENDING: Pending.WHO},
        line="Who is this?",
    )


def what_is_this_about(now: Situation) -> Choice | None:
    """Before a reason is heard: grants a moment, refuses it, or asks."""
    moment = now.moment
    if now.note(Note.REASON) or now.after.phase != "opening":
        return None
    if moment.open_objection is not None:
        return None
    if moment.has(Act.ASKS_PERMISSION):
        return _time_asked(now)
    asked = moment.state.last_moves.count(Move.ASK_WHAT)
    if asked >= ENOUGH:
        return raise_objection(now)
    again = asked > 0
    if moment.has(Act.SMALL_TALK, Act.FALSE_FAMILIARITY) and not again:
        return Choice(
            moves=(Move.SMALL_TALK, Move.ASK_WHAT),
            notes={Note.PENDING: Pending.WHAT},
            line="What is this about?",
        )
    interrupts = moment.seconds > 9 and moment.has(Act.VALUE_CLAIM, Act.FEATURE_DUMP)
    manner = "cut_in" if interrupts else "again" if again else ""
    return Choice(
        moves=(Move.INTERRUPT, Move.ASK_WHAT) if interrupts else (Move.ASK_WHAT,),
        variants={Move.ASK_WHAT: manner} if manner else {},
        notes={Note.PENDING: Pending.WHAT},
        line="What is this about?",
    )


def heard_the_reason(now: Situation) -> Choice | None:
    """The reflex: on hearing why somebody calls, many object before they think."""
    moment = now.moment
    if not _reason_is_new(now) or now.after.objections:
        return None
    relevance = 0.75 if true_research(moment) else 0.9 if moment.touches else 1.0
    likely = moment.level.brush_off * relevance * (0.75 + 0.5 * now.after.resistance)
    if moment.roll("brush off") >= likely:
        return None
    return raise_objection(now)


def time_for_the_reason(now: Situation) -> Choice | None:
    """A reason that nobody pushed away comes with a request for time and no question: they have it."""
    moment = now.moment
    if not _reason_is_new(now) or moment.asked is not None or not moment.has(Act.ASKS_PERMISSION):
        return None
    return _grants(now, "")


def _reason_is_new(now: Situation) -> bool:
    return bool(now.note(Note.REASON)) and not now.moment.note(Note.REASON)


def _time_asked(now: Situation) -> Choice:
    moment = now.moment
    bounded = bool(_duration(now))
    likely = 0.3 + 0.55 * now.after.patience + 0.15 * bounded + 0.15 * moment.has(Act.OWNS_INTERRUPTION)
    if moment.roll("grant") < likely - 0.35 * moment.level.brush_off:
        return _grants(now, Pending.WHAT)
    return Choice(moves=(Move.REFUSE_TIME,), notes={Note.PENDING: Pending.WHAT}, line="I am busy. What is this about?")


def _grants(now: Situation, pending: str) -> Choice:
    duration = _duration(now)
    return Choice(
        moves=(Move.GRANT_TIME,),
        variants={Move.GRANT_TIME: "bounded" if duration else "open"},
        slots={"duration": duration or "a minute"},
        notes={Note.GRANTED: "1", Note.PENDING: pending},
        line="Okay. What is this about?" if pending else "Okay. Go ahead.",
    )


def _duration(now: Situation) -> str:
    read = now.moment.act(Act.ASKS_PERMISSION)
    return read.slots.get("duration", "") if read is not None else ""
