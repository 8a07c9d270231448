"""What talking about one's own offer does: tied to their words it helps, unasked it costs."""

from collections.abc import Iterator

from app.dialogue.mind.effects import Effect
from app.dialogue.mind.moment import Moment
from app.dialogue.mind.notes import Note
from app.domain.acts import Act

ALLOWANCE_S, GRANTED_S = 18.0, 35.0
"""Seconds of speech in one turn that nobody minds, and when time was granted."""


def claims(moment: Moment) -> Iterator[Effect]:
    """Effects of value claims, proof, feature lists and jargon."""
    if moment.has(Act.FEATURE_DUMP):
        yield Effect(what="listed features", patience=-0.14, trust=-0.03, interest=-0.02)
    if moment.has(Act.JARGON):
        yield Effect(what="spoke in buzzwords", patience=-0.04, trust=-0.03)
    if about := moment.touches or moment.means:
        yield Effect(notes={Note.SUBJECT: str(min(about))})
    linked = links_to_pain(moment)
    if moment.has(Act.VALUE_CLAIM) and not moment.repeats:
        yield from _claim(moment, linked=linked)
    if moment.has(Act.PROOF) and not moment.repeats:
        if moment.known_pains or linked:
            yield Effect(what="backed it up with somebody like us", trust=0.06, interest=0.05, resistance=-0.05)
        else:
            yield Effect(what="dropped a name before it mattered", trust=0.01, resistance=-0.01)


def links_to_pain(moment: Moment) -> bool:
    """Whether the line speaks to a problem that the prospect has admitted in this call."""
    return bool(moment.known_pains & moment.touches)


def airtime(moment: Moment) -> Iterator[Effect]:
    """Effects of talking long."""
    allowance = GRANTED_S if moment.note(Note.GRANTED) else ALLOWANCE_S
    over = moment.seconds - allowance
    if over > 0:
        yield Effect(what=f"talked for {round(moment.seconds)} seconds on end", patience=-min(0.3, 0.012 * over))


def _claim(moment: Moment, *, linked: bool) -> Iterator[Effect]:
    told = moment.count(Note.CLAIMS)
    yield Effect(notes={Note.CLAIMS: str(told + 1)})
    if linked:
        yield Effect(
            what="tied the offer to what I had told", interest=0.13, resistance=-0.07, trust=0.03, patience=0.04
        )
    elif moment.touches and told == 0:
        yield Effect(what="an offer that sounds like this job", interest=0.04)
    elif told == 0:
        yield Effect(what="a claim that could be for anybody", resistance=0.01)
    elif not _was_wanted(moment):
        yield Effect(what="pitched on without asking", patience=-0.11, resistance=0.03)


def _was_wanted(moment: Moment) -> bool:
    """Whether the prospect waits for an answer that a claim can give: to its objection, or to its own question."""
    waits = moment.open_objection is not None or bool(moment.note(Note.PENDING))
    return waits and not moment.has(Act.FEATURE_DUMP)
