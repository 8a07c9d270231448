"""What people do not let stand: a contact that never was, a figure that was another one, news that is not theirs."""

import re

from app.dialogue.mind.memory import contradiction
from app.dialogue.mind.moves.choice import Choice, Situation
from app.dialogue.mind.notes import Note, Pending
from app.dialogue.mind.opening import true_research
from app.domain.acts import QUESTION_ACTS, Act
from app.domain.prospect import Move
from app.reading import content_words, normalise

_TELLING_WORDS = 4
"""Content words from which a piece of news says something that can be wrong."""
_GOT_FROM = re.compile(r"\b(?:your|the) (?:number|name|email|address|details|contact)\b")
"""Where they have the number from is no news."""


def corrects(now: Situation) -> Choice | None:
    """Puts right what is not so, each kind once a call."""
    moment = now.moment
    done = now.note(Note.CORRECTED).split(",")
    kind = next((kind for kind in _kinds(now) if kind not in done), "")
    if not kind:
        return None
    notes = {Note.CORRECTED: ",".join(filter(None, [*done, kind]))}
    if kind == "contact":
        known = now.note(Note.WHO) or now.note(Note.COMPANY)
        waits = Pending.WHAT if known else Pending.WHO
        notes |= {} if now.note(Note.REASON) else {Note.PENDING: waits}
        return Choice(moves=(Move.CORRECT,), variants={Move.CORRECT: kind}, notes=notes, line="We have never spoken.")
    if kind == "figure":
        slip = contradiction(moment)
        assert slip is not None
        return Choice(
            moves=(Move.CORRECT,),
            variants={Move.CORRECT: kind},
            slots={"before": slip[1], "now": slip[2], "before_cap": slip[1][:1].upper() + slip[1][1:]},
            notes=notes | {Note.PENDING: Pending.PROOF},
            line="You said something else before. Which is it?",
        )
    return Choice(moves=(Move.CORRECT,), variants={Move.CORRECT: kind}, notes=notes, line="That was not us.")


def _kinds(now: Situation) -> tuple[str, ...]:
    moment = now.moment
    found = []
    if contradiction(moment) is not None:
        found.append("figure")
    stranger = moment.scene.earlier is None and now.after.phase == "opening"
    if stranger and moment.has(Act.CLAIMS_EARLIER_CONTACT) and moment.roll("denies contact") < 0.75:
        found.append("contact")
    if _wrong_news(now) and moment.roll("not us") < 0.35 + 0.5 * moment.persona.temperament.directness:
        found.append("news")
    return tuple(found)


def _wrong_news(now: Situation) -> bool:
    """A statement about the company, looked up elsewhere, that is not true of this one."""
    moment = now.moment
    if not moment.has(Act.RESEARCH) or true_research(moment) or moment.has(*QUESTION_ACTS):
        return False
    if _GOT_FROM.search(normalise(moment.heard.text)):
        return False
    known = content_words(f"{moment.persona.company} {moment.persona.industry} {moment.persona.title}")
    return len(moment.words - known) >= _TELLING_WORDS
