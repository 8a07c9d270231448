"""Put through: the prospect picks up and knows what the desk was told, true or not."""

from dataclasses import replace

from app.dialogue.mind.notes import Note, Pending
from app.domain.call import Party
from app.domain.prospect import ProspectState

_KEPT = (Note.WHO, Note.COMPANY, Note.TOLD, Note.LIED)


def picked_up_by_boss(desk: ProspectState, fresh: ProspectState) -> tuple[ProspectState, str]:
    """The prospect's state after the desk's last one, and which kind of first line fits it.

    `fresh` is how the prospect would feel on a direct call. Being announced truly is worth a little; having been
    announced with a lie costs more.
    """
    notes = dict(fresh.notes) | {str(name): desk.notes[name] for name in _KEPT if name in desk.notes}
    kind, trust, patience = "plain", 0.0, 0.0
    if Note.LIED in desk.notes:
        kind, trust, patience = "lied", -0.18, -0.15
        notes[Note.PENDING] = Pending.WHAT
    elif Note.TOLD in desk.notes:
        kind, trust = "told", 0.05
        notes[Note.PENDING] = Pending.WHAT
    notes[Note.LINE] = "I was told you wanted to talk to me. What is this about?"
    state = replace(
        fresh,
        trust=_unit(fresh.trust + trust),
        patience=_unit(fresh.patience + patience),
        party=Party.PROSPECT,
        exchange=desk.exchange,
        said=desk.said,
        trainee_lines=(),
        spoken_ms=desk.spoken_ms,
        last_moves=(),
        notes=notes,
    )
    return state, kind


def _unit(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 4)
