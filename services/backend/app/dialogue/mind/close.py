"""What asking for the meeting does, and whether the prospect would say yes."""

from collections.abc import Iterator

from app.dialogue.mind.aims import asks_for_terms
from app.dialogue.mind.effects import Effect
from app.dialogue.mind.moment import Moment
from app.dialogue.mind.notes import Note
from app.domain.acts import Act
from app.domain.chance import unit
from app.domain.prospect import ProspectState

_NO_PAIN = 0.15
"""How much more interest it takes to meet about a problem that nobody has spoken of."""


_PERSUADED = 0.9
"""How much interest beyond the threshold adds to the chance of a yes."""


def asks(moment: Moment) -> bool:
    """Whether the line asks for a meeting, and not just what would make one worth it."""
    if moment.asked is not None and asks_for_terms(moment.asked.line) and not moment.has(Act.PROPOSES_TIME):
        return False
    return moment.has(Act.ASKS_MEETING, Act.PROPOSES_TIME)


def close(moment: Moment) -> Iterator[Effect]:
    """Effects of asking for a meeting, for the first time or again."""
    if not asks(moment) or moment.note(Note.BOOKED):
        return
    number = moment.count(Note.ASKS)
    yield Effect(notes={Note.ASKS: str(number + 1)})
    if not moment.note(Note.REASON):
        yield Effect(what="asked for a meeting before saying what for", patience=-0.1, trust=-0.05)
    elif not moment.known_pains and not moment.state.disclosed:
        yield Effect(what="asked for a meeting without a question first", patience=-0.06, resistance=0.03)
    elif moment.has(Act.PROPOSES_TIME) and number == 0:
        yield Effect(what="offered a time", trust=0.01)
    if moment.count(Note.NOES) >= 2:
        yield Effect(what="asked again after two refusals", patience=-0.2, trust=-0.06)
    elif moment.note(Note.NOES):
        yield Effect(what="asked again", patience=-0.04)


def wall(moment: Moment, after: ProspectState) -> str:
    """What stands between the prospect and a meeting, in a word; empty when nothing does."""
    persona, level = moment.persona, moment.level
    if after.notes.get(Note.RUDE):
        return "rude"
    if not persona.fits:
        return "no fit"
    if not after.notes.get(Note.REASON):
        return "no reason"
    if any(one.stage in ("raised", "acknowledged") for one in after.objections):
        return "objection"
    if after.interest < level.book_interest + _NO_PAIN * (not moment.known_pains):
        return "interest"
    if after.trust < persona.booking_trust + level.book_trust:
        return "trust"
    if after.resistance > level.book_resistance:
        return "resistance"
    # Drawn once for the person: asking again rolls no dice again, and a harder level is no other mood.
    if unit(persona.seed, moment.scene.call_type, "yes") >= level.yes + _PERSUADED * (
        after.interest - level.book_interest
    ):
        return "mood"
    return ""
