"""Short exchanges beside the matter: are you a machine, say that again, is this Dana, one moment, what?"""

from app.dialogue.mind.moves.choice import Choice, Situation
from app.dialogue.mind.notes import Note
from app.dialogue.mind.objections import CERTAINLY
from app.dialogue.mind.silence import is_unclear
from app.dialogue.mind.talk import Talk
from app.domain.acts import Act
from app.domain.prospect import Move
from app.reading import normalise


def asked_if_ai(now: Situation) -> Choice | None:
    """Puzzled, amused or annoyed, in the role; never a sincere claim to be human."""
    if not now.moment.has(Act.ASKS_IF_AI):
        return None
    t = now.moment.persona.temperament
    manner = "amused" if t.humour > 0.55 else "annoyed" if t.warmth < 0.4 else "puzzled"
    return Choice(moves=(Move.DENY_AI,), variants={Move.DENY_AI: manner}, line=now.note(Note.LINE))


def asked_to_repeat(now: Situation) -> Choice | None:
    """Says the last thing again."""
    if not now.moment.has(Act.ASKS_REPEAT):
        return None
    planned, said = now.note(Note.LINE), now.moment.state.said
    heard = " ".join(said[-1:] if len(" ".join(said[-1:]).split()) >= _TELLS else said[-2:])
    last = planned if planned and (not heard or _is_own(now, planned)) else heard
    return Choice(moves=(Move.REPEAT,), content=last, line=planned or last) if last else None


_TELLS = 3
"""Words of a sentence that is worth saying again by itself."""


def _is_own(now: Situation, line: str) -> bool:
    """One of the persona's own lines, which are said as they stand; others are worded only when they are said."""
    persona = now.moment.persona
    own = (fact.sayings for fact in persona.facts), (one.stated + one.real_sayings for one in persona.objections)
    return any(line in lines for group in own for lines in group)


def asked_for_person(now: Situation) -> Choice | None:
    """Says who they are, or that this is somebody else."""
    moment = now.moment
    if not moment.has(Act.ASKS_FOR_PERSON) or moment.has(Act.STATES_REASON, Act.ASKS_MEETING) or moment.touches:
        return None
    if moment.asked is not None and moment.asked.person is not None:
        return None
    said = set(normalise(moment.heard.text).split())
    own = {moment.persona.given_name.lower(), moment.persona.surname.lower()}
    read = moment.act(Act.ASKS_FOR_PERSON)
    if read is not None and read.confidence < CERTAINLY and now.note(Note.REASON):
        return None  # "would an outsider be of any use to him", long after it was clear who is speaking
    named = read is not None and bool(read.slots.get("name"))
    manner = "wrong" if named and not said & own else "right"
    if manner == "right" and now.note(Note.WHO):
        return None
    return Choice(moves=(Move.SAY_WHO,), variants={Move.SAY_WHO: manner}, line="Who is this?")


def asked_for_name(now: Situation) -> Choice | None:
    """Says their own name, which nobody hedges."""
    asked = now.moment.asked
    if asked is None or asked.talk is not Talk.NAME or now.moment.has(Act.STATES_REASON, Act.ASKS_MEETING):
        return None
    return Choice(moves=(Move.SAY_WHO,), variants={Move.SAY_WHO: "name"}, line=now.note(Note.LINE))


def asked_to_hold(now: Situation) -> Choice | None:
    """Waits, not gladly; asked again, without a word."""
    if now.moment.acts != frozenset({Act.HOLD}):
        return None
    if now.moment.state.last_moves[-1:] == (Move.HOLD,):
        return Choice(moves=(Move.STAY_SILENT,), line=now.note(Note.LINE))
    return Choice(moves=(Move.HOLD,), line=now.note(Note.LINE))


def did_not_understand(now: Situation) -> Choice | None:
    """Asks again, as people do: the silence rules have counted how often."""
    if not is_unclear(now.moment) or not now.note(Note.UNCLEAR_LAST):
        return None
    return Choice(moves=(Move.ASK_REPEAT,), line=now.note(Note.LINE))
