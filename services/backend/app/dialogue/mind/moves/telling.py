"""Answering: at the depth that trust allows, or a way round it; and whom to ask instead."""

from app.dialogue.mind.moves.choice import Choice, Situation
from app.dialogue.mind.notes import Note, Pending
from app.domain.acts import Act
from app.domain.chance import pick
from app.domain.persona import Depth, Fact
from app.domain.prospect import Move

_AFTER_DEFLECTING = 0.08
"""Once it was dodged, the same question needs that much less trust."""


def asked_a_question(now: Situation) -> Choice | None:
    """A question about the business."""
    asked = now.moment.asked
    if asked is None:
        return None
    if asked.fact is None and set(now.moment.state.last_moves[-2:]) & {Move.REFUSE, Move.HESITATE}:
        return Choice(
            moves=(Move.REVEAL,),
            variants={Move.REVEAL: f"why_not_{now.note(Note.WALL).replace(' ', '_') or 'mood'}"},
            line=now.note(Note.LINE),
        )
    if asked.fact is None:
        return Choice(moves=(Move.ADMIT_NOT_KNOWING,), line="I could not tell you.")
    fact = asked.fact
    if fact.id in now.after.disclosed:
        said = _saying(now, fact, "again")
        return Choice(moves=(Move.ANSWER,), variants={Move.ANSWER: "again"}, content=said)
    deflected = now.note(Note.DEFLECTED).split(",")
    needed = fact.trust_needed - _AFTER_DEFLECTING * (fact.id in deflected) - 0.04 * asked.follows_up
    if now.after.trust < needed:
        return Choice(
            moves=(Move.DEFLECT,),
            variants={Move.DEFLECT: _kind(fact)},
            notes={Note.DEFLECTED: ",".join(filter(None, [*deflected, fact.id]))},
            line=f"Let's say it's not simple with the {fact.topic}.",
        )
    return _tell(now, fact)


def asked_for_referral(now: Situation) -> Choice | None:
    """Whom to talk to instead."""
    moment = now.moment
    if not moment.has(Act.ASKS_REFERRAL) or moment.has(Act.VALUE_CLAIM, Act.PROOF):
        return None
    if now.after.trust < 0.3 or now.after.patience < 0.12:
        return Choice(moves=(Move.REFUSE,), variants={Move.REFUSE: "referral"})
    kind = "friend" if now.note(Note.NO_FIT) else "colleague"
    return Choice(moves=(Move.REFER,), variants={Move.REFER: kind}, notes={Note.REFERRED: "1"})


def _tell(now: Situation, fact: Fact) -> Choice:
    moment = now.moment
    said = _saying(now, fact, "saying")
    notes = {Note.LAST_FACT: fact.id}
    if fact.problem_index is not None and not moment.persona.fits:
        return Choice(
            moves=(Move.NO_FIT,), content=said, tells=fact, notes=notes | {Note.NO_FIT: "1"}, phase="discovery"
        )
    move = Move.REVEAL if fact.hidden or fact.depth in (Depth.IMPACT, Depth.PRIORITY) else Move.ANSWER
    wary = (1 - now.after.trust) * moment.persona.temperament.scepticism
    if _may_ask(now, Pending.WHY) and moment.roll("why do you ask") < 0.35 * wary:
        return Choice(
            moves=(move, Move.ASK_BACK),
            variants={Move.ASK_BACK: Pending.WHY},
            content=said,
            tells=fact,
            notes=notes | {Note.PENDING: Pending.WHY, Note.ASKED_BACK: _asked(now, Pending.WHY)},
            phase="discovery",
            line=f"{said} Why do you ask?",
        )
    return Choice(moves=(move,), content=said, tells=fact, notes=notes, phase="discovery")


def _saying(now: Situation, fact: Fact, purpose: str) -> str:
    return pick(fact.sayings, now.moment.scene.code, now.after.exchange, purpose)


def _kind(fact: Fact) -> str:
    if fact.depth is Depth.PROCESS:
        return "process"
    return "number" if fact.depth is Depth.IMPACT else "problem"


def _may_ask(now: Situation, what: Pending) -> bool:
    return what not in now.note(Note.ASKED_BACK).split(",")


def _asked(now: Situation, what: Pending) -> str:
    return ",".join(filter(None, [now.note(Note.ASKED_BACK), what]))
