"""Raising an objection, and what becomes of an open one."""

from app.dialogue.mind.aims import asks_if_yours, asks_openly, asks_why_not
from app.dialogue.mind.close import asks
from app.dialogue.mind.moment import Moment
from app.dialogue.mind.moves.choice import Choice, Situation
from app.dialogue.mind.notes import Note, Pending
from app.dialogue.mind.objections import ASIDE, SURELY, takes_it_up
from app.dialogue.mind.retrieval import Asked
from app.dialogue.mind.subjects import EVERYDAY, stems
from app.dialogue.mind.talk import only_announces
from app.domain.acts import Act
from app.domain.call import EndReason
from app.domain.chance import pick
from app.domain.prospect import Move
from app.reading import normalise

DISMISSIVE = frozenset({"busy", "not_interested", "send_info", "call_later"})
"""Kinds that are brush-offs: they ask for the end of the call."""
_JUST_RAISED = 1
"""Exchanges after which a question about the business is about that, no longer about the objection."""
_ENOUGH = 2
"""Times in the last few moves that a question is met with the objection again; then it is answered, or dodged."""


def raise_objection(now: Situation) -> Choice | None:
    """The next objection of the stack as it is stated; None when none is left."""
    objection = now.next_objection()
    if objection is None:
        return None
    said = pick(objection.stated, now.moment.scene.code, now.after.exchange, "stated")
    move = Move.BRUSH_OFF if objection.kind in DISMISSIVE else Move.OBJECT
    return Choice(
        moves=(move,),
        variants={move: "unanswered"} if _leaves_a_question(now.moment) else {},
        content=said,
        raises=objection,
        phase="objection",
    )


def _leaves_a_question(moment: Moment) -> bool:
    """The line asks about the business, and gets an objection instead of an answer."""
    asked = moment.asked
    if asked is None or asked.talk is not None or asked.offer or asked.checks:
        return False
    return not (asks(moment) or asks_if_yours(asked.line) or (asked.leans and not asks_openly(asked.line)))


def open_objection(now: Situation) -> Choice | None:
    """The prospect's answer to how its objection was handled."""
    how = now.handling.how
    if how == "explored":
        return None if _of_another_matter(now) else _real_reason(now)
    if how in ("argued", "ignored"):
        return _insists(now)
    insisted = now.moment.state.last_moves.count(Move.REFUSE) >= _ENOUGH
    raised = now.moment.open_objection
    fresh = raised is not None and now.moment.state.exchange - raised.raised_at <= _JUST_RAISED
    lets_go = now.moment.roll("lets it go") <= 0.35 + 0.5 * now.after.trust or _speaks_of_it(now.moment)
    if how == "sidestepped" and fresh and not insisted and not lets_go:
        return _insists(now)
    if how == "answered" and set(now.moment.state.last_moves[-1:]) == {Move.HESITATE}:
        return _insists(now)
    if how == "answered" and not asks(now.moment) and now.moment.asked is None:
        return Choice(moves=(Move.HESITATE,), variants={Move.HESITATE: "not_it"}, line=now.note(Note.LINE))
    if how == "resolved" and not asks(now.moment) and now.moment.asked is None:
        return _softens(now)
    if how == "acknowledged" and not asks(now.moment) and now.moment.asked is None and not _wants_more(now):
        return _waits(now)
    return None


def _speaks_of_it(moment: Moment) -> bool:
    """The question names something that the objection named: nobody has to hear it once more."""
    asked, objection = moment.asked, moment.objection
    return asked is not None and objection is not None and bool(stems(asked.text) & stems(*objection.stated))


def _of_another_matter(now: Situation) -> bool:
    """The question names something that is no part of the objection, or comes later: that is what gets told."""
    moment, asked = now.moment, now.moment.asked
    explores = moment.act(Act.EXPLORES_OBJECTION)
    raised, objection = moment.open_objection, moment.objection
    later = raised is not None and moment.state.exchange - raised.raised_at > _JUST_RAISED
    surely = explores is not None and explores.confidence >= SURELY and not later
    takes_up = asked is not None and objection is not None and takes_it_up(asked, objection)
    if (
        asked is None
        or surely
        or takes_up
        or asks_why_not(asked.line)
        or (asked.fact is None and asked.talk not in ASIDE)
    ):
        return False
    if asked.fact is None or later:
        return True
    about = objection is not None and asked.fact.topic in objection.resolved_by
    own = stems(asked.text) - EVERYDAY
    elsewhere = objection is not None and bool(own) and not own & stems(*objection.stated, *objection.real_sayings)
    return asked.fact.problem_index is not None or not about or elsewhere


def _wants_more(now: Situation) -> bool:
    """The line asks to ask, or for somebody else; and nobody waits twice running."""
    moment = now.moment
    announced = only_announces(normalise(moment.reading.sentences[-1].text)) if moment.reading.sentences else False
    return announced or moment.has(Act.ASKS_REFERRAL) or moment.state.last_moves[-1:] == (Move.BACKCHANNEL,)


def _real_reason(now: Situation) -> Choice:
    moment = now.moment
    objection = moment.objection
    assert objection is not None
    if now.after.trust + 0.22 < objection.strength * 0.75:
        return Choice(moves=(Move.DEFLECT,), variants={Move.DEFLECT: "objection"}, line=now.note(Note.LINE))
    said = pick(objection.real_sayings, moment.scene.code, now.after.exchange, "real")
    return Choice(moves=(Move.REVEAL,), variants={Move.REVEAL: "reason"}, content=said)


def behind_it(now: Situation, asked: Asked) -> Choice | None:
    """Asked on about something that an objection named, what is behind that one; None where it names nothing of one."""
    raised = {one.kind for one in now.moment.state.objections}
    named = (one for one in now.moment.persona.objections if one.kind in raised and takes_it_up(asked, one))
    objection = next(named, None)
    if objection is None:
        return None
    said = stems(*now.moment.state.said)
    fresh = next((one for one in objection.real_sayings if 2 * len(stems(one) & said) <= len(stems(one))), "")
    return Choice(moves=(Move.REVEAL,), variants={Move.REVEAL: "reason"}, content=fresh) if fresh else None


def _insists(now: Situation) -> Choice:
    moment = now.moment
    objection = moment.objection
    assert objection is not None
    insisted = Move.REFUSE in moment.state.last_moves[-2:]
    if insisted and now.after.patience < 0.5:
        return Choice(
            moves=(Move.HANG_UP,),
            variants={Move.HANG_UP: "enough"},
            phase="closed",
            ends=EndReason.PROSPECT_HUNG_UP,
            why=f'said "{objection.kind.replace("_", " ")}" and was not listened to',
        )
    said = pick(objection.stated, moment.scene.code, now.after.exchange, "insist")
    return Choice(
        moves=(Move.REFUSE,),
        variants={Move.REFUSE: "insist"},
        content=said,
        notes={Note.NOES: str(now.count(Note.NOES) + 1)} if asks(moment) else {},
        line=said,
    )


def _softens(now: Situation) -> Choice:
    if now.after.interest > 0.45 and now.moment.roll("how then") < 0.5:
        return Choice(
            moves=(Move.SOFTEN, Move.ASK_BACK),
            variants={Move.ASK_BACK: Pending.HOW},
            notes={Note.PENDING: Pending.HOW},
            line="How does it work?",
        )
    return Choice(moves=(Move.SOFTEN,), line="Okay, fair.")


def _waits(now: Situation) -> Choice:
    moment = now.moment
    if moment.has(Act.ASKS_PERMISSION) and moment.roll("grant") < 0.25 + 0.6 * now.after.patience:
        return Choice(
            moves=(Move.GRANT_TIME,),
            variants={Move.GRANT_TIME: "open"},
            slots={"duration": "a minute"},
            notes={Note.GRANTED: "1", Note.PENDING: Pending.WHAT if not now.note(Note.REASON) else ""},
            line="Okay. What is this about?",
        )
    return Choice(moves=(Move.BACKCHANNEL,), variants={Move.BACKCHANNEL: "waiting"}, line=now.note(Note.LINE))
