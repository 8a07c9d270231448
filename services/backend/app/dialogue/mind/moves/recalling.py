"""The first answer of a second call: what was promised is asked for."""

from app.dialogue.mind.moves.choice import Choice, Situation
from app.dialogue.mind.notes import Note, Pending
from app.domain.acts import Act
from app.domain.prospect import Move

_KINDS = ("send", "find_out", "bring", "call")


def asks_for_promise(now: Situation) -> Choice | None:
    """Asks what became of the promise, once, unless the caller brings it up."""
    moment = now.moment
    if moment.scene.earlier is None or moment.state.exchange > 0:
        return None
    promised = now.note(Note.PROMISED)
    if not promised or moment.has(Act.SENDS_INFO, Act.APOLOGISES, Act.CLAIMS_EARLIER_CONTACT, Act.ASKS_MEETING):
        return None
    kind = next((kind for kind in _KINDS if kind in promised.split(",")), "other")
    return Choice(
        moves=(Move.RECALL,),
        variants={Move.RECALL: f"promise_{kind}"},
        notes={Note.PENDING: Pending.PROMISE},
        line="What became of what you had promised?",
    )
