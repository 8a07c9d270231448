"""Hearing about the offer: interest, doubt, a question back, or another objection."""

from app.dialogue.mind.claims import links_to_pain
from app.dialogue.mind.memory import also_promised
from app.dialogue.mind.moves.choice import Choice, Situation
from app.dialogue.mind.moves.objecting import raise_objection
from app.dialogue.mind.notes import Note, Pending
from app.domain.acts import Act
from app.domain.chance import weighted
from app.domain.prospect import Move

_QUESTIONS = ((Pending.HOW, 3.0), (Pending.PRICE, 2.0), (Pending.WHO_ELSE, 2.0))


def heard_a_claim(now: Situation) -> Choice | None:
    """A claim, proof or an answer to the prospect's own question."""
    moment = now.moment
    if not moment.has(Act.VALUE_CLAIM, Act.PROOF, Act.FEATURE_DUMP, Act.ANSWERS_PRICE, Act.STATES_REASON):
        return None
    if moment.has(Act.FEATURE_DUMP) and now.after.patience < 0.35:
        return Choice(
            moves=(Move.INTERRUPT, Move.ASK_WHAT), variants={Move.ASK_WHAT: "point"}, line="What is your point?"
        )
    t = moment.persona.temperament
    if links_to_pain(moment) and now.after.interest > 0.38:
        return _interested(now)
    if moment.roll("push") < 0.2 + 0.5 * t.scepticism and _may_ask(now, Pending.PROOF):
        return Choice(
            moves=(Move.PUSH_ON_CLAIM,),
            notes={Note.PENDING: Pending.PROOF, Note.ASKED_BACK: _asked(now, Pending.PROOF)},
            line="How do you know that?",
        )
    if moment.open_objection is None and moment.roll("object to claim") < 0.3 + 0.4 * now.after.resistance:
        raised = raise_objection(now)
        if raised is not None:
            return raised
    if now.after.interest > 0.4:
        return _interested(now)
    return Choice(moves=(Move.BACKCHANNEL,), variants={Move.BACKCHANNEL: "and"}, line="Okay. And?")


def offered_to_send(now: Situation) -> Choice | None:
    """Information by mail: taken, without much meaning it."""
    if not now.moment.has(Act.SENDS_INFO):
        return None
    return Choice(
        moves=(Move.CONFIRM,),
        variants={Move.CONFIRM: "send"},
        notes={Note.PROMISED: also_promised(now.note(Note.PROMISED), "send")},
        line="Fine, send it.",
    )


def _interested(now: Situation) -> Choice:
    moment = now.moment
    left = [(what, weight) for what, weight in _QUESTIONS if _may_ask(now, what)]
    if left and moment.roll("ask back") < 0.55:
        what = weighted(left, moment.scene.code, now.after.exchange, "ask back what")
        return Choice(
            moves=(Move.ASK_BACK,),
            variants={Move.ASK_BACK: what},
            notes={Note.PENDING: what, Note.ASKED_BACK: _asked(now, what)},
            line=_PLAIN[what],
        )
    return Choice(moves=(Move.SHOW_INTEREST,), line="Okay. That is interesting.")


_PLAIN = {
    Pending.HOW: "How does it work?",
    Pending.PRICE: "What does it cost?",
    Pending.WHO_ELSE: "Who else uses it?",
}


def _may_ask(now: Situation, what: Pending) -> bool:
    return what not in now.note(Note.ASKED_BACK).split(",")


def _asked(now: Situation, what: Pending) -> str:
    return ",".join(filter(None, [now.note(Note.ASKED_BACK), what]))
