"""What a finished call leaves in the memory of whoever was called."""

from collections.abc import Sequence

from app.domain.call import AnsweredBy, Party, Speaker
from app.domain.earlier import Earlier
from app.domain.events import CallEvent
from app.domain.prospect import ProspectState
from app.domain.run import last_state, utterances
from app.domain.session import StoredSession

TRACE = "message"
"""The note in which the desk and the machine keep what is to be passed on."""


def earlier_of(previous: StoredSession, events: Sequence[CallEvent], days_ago: int) -> Earlier:
    """The memory of `previous`; a prospect who was never on the line knows at most of a message."""
    state = last_state(events)
    ended = previous.ended_reason or ""
    spoke = any(said.speaker is Speaker.TRAINEE for said in utterances(events))
    if state is None or not spoke or previous.answered_by is not AnsweredBy.PERSON:
        return Earlier(talked=False, ended=ended, days_ago=days_ago)
    if state.party is not Party.PROSPECT:
        return _passed_on(state, ended, days_ago)
    return Earlier(
        talked=True,
        ended=ended,
        days_ago=days_ago,
        trust=state.trust,
        resistance=state.resistance,
        interest=state.interest,
        disclosed=state.disclosed,
        objections={one.kind: one.stage for one in state.objections},
        said=state.said,
        trainee_lines=state.trainee_lines,
        notes=dict(state.notes),
    )


def _passed_on(state: ProspectState, ended: str, days_ago: int) -> Earlier:
    return Earlier(
        talked=False,
        ended=ended,
        days_ago=days_ago,
        interest=state.interest,
        message=state.notes.get(TRACE, ""),
        notes=dict(state.notes),
    )
