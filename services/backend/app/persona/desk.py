"""Who sits between a caller and the prospect."""

from app.domain.persona import Desk
from app.persona.draw import Draw
from app.persona.shelves import shelves
from app.persona.voice import voice_of

_AVAILABILITY = (("in", 0.62), ("meeting", 0.23), ("out", 0.15))


def at_the_desk(draw: Draw, not_called: str, region: str) -> Desk:
    """The gatekeeper of this draw; never of the prospect's own given name."""
    for attempt in range(9):
        name = draw.pick(shelves().names, "desk", attempt)
        if name.text != not_called:
            break
    warmth = round(0.1 + 0.85 * draw.centred("desk warmth"), 2)
    patience = round(0.15 + 0.8 * draw.centred("desk patience"), 2)
    return Desk(
        name=name.text,
        voice=voice_of(draw, name.text, name.gender, region, patience=patience, directness=1 - warmth, who="desk"),
        warmth=warmth,
        patience=patience,
        protective=round(0.2 + 0.75 * draw.centred("desk protective"), 2),
        availability=draw.weighted(_AVAILABILITY, "desk availability"),
    )
