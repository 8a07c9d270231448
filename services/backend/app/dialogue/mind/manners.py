"""How one is treated: insults, pressure, apologies, the same line twice; and the clock that runs for everybody."""

from collections.abc import Iterator

from app.dialogue.mind.effects import Effect
from app.dialogue.mind.moment import Moment
from app.dialogue.mind.notes import Note
from app.domain.acts import Act

_TICK = 0.035
"""Patience that one more exchange costs a person of middling patience who is not interested."""


def manners(moment: Moment) -> Iterator[Effect]:
    """Effects of tone."""
    if moment.has(Act.INSULT):
        rude = moment.count(Note.RUDE) + 1
        yield Effect(what="was insulting", trust=-0.4, patience=-0.5, resistance=0.3, notes={Note.RUDE: str(rude)})
    if moment.has(Act.PRESSURE) and moment.open_objection is None:
        yield Effect(what="pushed", trust=-0.06, patience=-0.1, resistance=0.06)
    if moment.has(Act.APOLOGISES) and not moment.has(Act.ASKS_REPEAT):
        yield Effect(what="apologised", trust=0.01, patience=0.02)
    if moment.heard.interrupted:
        yield Effect(what="talked over me", patience=-0.06, trust=-0.03)
    if moment.repeats and not moment.has(Act.ASKS_REPEAT):
        yield Effect(what="said the same thing again", patience=-0.09, trust=-0.05)
    took_up = moment.has(Act.ACKNOWLEDGES_SPECIFIC, Act.REFLECTS)
    if took_up and moment.open_objection is None and not moment.repeats:
        yield Effect(what="took up what I had said", trust=0.03)


def clock(moment: Moment) -> Iterator[Effect]:
    """Every exchange costs a little patience, less for somebody interested."""
    temper = 1.4 - 0.8 * moment.persona.temperament.patience
    interest = 1.0 - 0.9 * moment.state.interest
    yield Effect(what="time passes", patience=-_TICK * temper * interest)
