"""The second call: what the prospect kept of the first one, and how it shows in the first words."""

from dataclasses import replace

from app.dialogue.mind.notes import Note
from app.domain.call import EndReason
from app.domain.earlier import Earlier
from app.domain.prospect import OpenObjection, ProspectState

UNCLEAR = "unclear"
"""A message of which nobody knows what it was about."""
_KEPT = 0.6
"""Share of what a call did to the feelings that is left when the next one starts."""
_KEPT_NOTES = (
    Note.WHO, Note.COMPANY, Note.REASON, Note.PROMISED, Note.BOOKED, Note.NO_FIT, Note.REFERRED, Note.RUDE,
    Note.SUBJECT, Note.DEFLECTED, Note.LIED, Note.CLAIMED,
)  # fmt: skip


def remembered(fresh: ProspectState, earlier: Earlier) -> ProspectState:
    """`fresh` with what is left of the earlier call: feelings fade, promises, slips and facts do not."""
    if not earlier.talked:
        notes = dict(fresh.notes) | {
            name: earlier.notes[name] for name in (Note.WHO, Note.COMPANY) if name in earlier.notes
        }
        if earlier.message not in ("", UNCLEAR):
            notes[Note.TOLD] = earlier.message
        return replace(fresh, notes=notes, interest=_between(fresh.interest, earlier.interest))
    notes = dict(fresh.notes) | {name: earlier.notes[name] for name in _KEPT_NOTES if name in earlier.notes}
    return replace(
        fresh,
        trust=_between(fresh.trust, earlier.trust),
        resistance=_between(fresh.resistance, earlier.resistance),
        interest=_between(fresh.interest, earlier.interest),
        patience=_unit(fresh.patience + _PATIENCE.get(earlier.ended, 0.0)),
        disclosed=earlier.disclosed,
        said=earlier.said,
        trainee_lines=earlier.trainee_lines,
        # What was not resolved may come up again; what was is settled.
        objections=tuple(
            OpenObjection(kind=kind, raised_at=-1, stage=stage)
            for kind, stage in earlier.objections.items()
            if stage == "resolved"
        ),
        notes=notes,
    )


def recall_kind(earlier: Earlier) -> str:
    """Which memory comes first when the phone rings again; empty when there is none."""
    if not earlier.talked:
        return earlier.message and ("message_unclear" if earlier.message == UNCLEAR else "message")
    if earlier.notes.get(Note.RUDE):
        return "rude"
    if earlier.notes.get(Note.BOOKED):
        return "booked"
    if earlier.ended == EndReason.PROSPECT_HUNG_UP:
        return "hung_up"
    return "again"


_PATIENCE = {
    EndReason.PROSPECT_HUNG_UP.value: -0.18,
    EndReason.GOODBYE.value: 0.04,
    EndReason.BOOKED.value: 0.12,
    EndReason.SILENCE.value: -0.1,
}


def _between(fresh: float, then: float) -> float:
    return _unit(fresh + _KEPT * (then - fresh))


def _unit(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 4)
