"""A run read back from its event list: who said what, how it ended, when each side's voice was active."""

from collections.abc import Sequence

from app.domain.call import Utterance
from app.domain.events import CallEvent, EventKind
from app.domain.plain import from_plain
from app.domain.prospect import ProspectState


def utterances(events: Sequence[CallEvent]) -> list[Utterance]:
    """What was said, in order; the last event of an index stands, what was taken back is gone."""
    found: dict[int, Utterance] = {}
    for event in events:
        if event.kind is EventKind.UTTERANCE:
            found[event.data["index"]] = from_plain(Utterance, event.data)
        elif event.kind is EventKind.RETRACTED:
            found = {index: said for index, said in found.items() if index < event.data["index"]}
    return [found[index] for index in sorted(found)]


def standing(events: Sequence[CallEvent]) -> list[CallEvent]:
    """The events without decisions and states that a later event took back."""
    kept: list[CallEvent] = []
    for event in events:
        if event.kind is EventKind.RETRACTED:
            index = event.data["index"]
            kept = [e for e in kept if e.kind not in TURN_BOUND or e.data.get("turn", -1) < index]
        kept.append(event)
    return kept


TURN_BOUND = frozenset({EventKind.DECISION, EventKind.STATE, EventKind.METRICS})


def last_state(events: Sequence[CallEvent]) -> ProspectState | None:
    """The prospect's state after the last decision that stands."""
    states = [event for event in standing(events) if event.kind is EventKind.STATE]
    return from_plain(ProspectState, states[-1].data["snapshot"]) if states else None


def voiced(events: Sequence[CallEvent]) -> dict[str, list[tuple[int, int]]]:
    """Stretches of voice in ms by side, from the voice activity events; empty for typed calls."""
    stretches: dict[str, list[tuple[int, int]]] = {}
    open_at: dict[str, int] = {}
    for event in events:
        if event.kind is not EventKind.SPEAKING:
            continue
        who, at_ms = event.data["who"], event.data["at_ms"]
        if event.data["on"]:
            open_at.setdefault(who, at_ms)
        elif (since := open_at.pop(who, None)) is not None and at_ms > since:
            stretches.setdefault(who, []).append((since, at_ms))
    return stretches


def ending(events: Sequence[CallEvent]) -> tuple[str, str] | None:
    """Reason and by whom, or None while the call is on."""
    ended = [event.data for event in events if event.kind is EventKind.ENDED]
    return (ended[-1]["reason"], ended[-1]["by"]) if ended else None
