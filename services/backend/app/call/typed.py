"""A call by keyboard: the same prospect, the same log, no sound and no wall clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.call.exercises import Exercises, persona_of, scene_of
from app.call.facts import decision_data, state_data
from app.call.lately import wording_for
from app.call.ports import Fact
from app.call.prospect import SimulatedProspect
from app.domain.call import EndedBy, EndReason, Party, Phase, Speaker, Utterance
from app.domain.errors import Conflict
from app.domain.events import CallEvent, EventKind
from app.domain.plain import to_plain
from app.domain.prospect import Heard, ProspectState, ProspectTurn
from app.domain.run import last_state, utterances
from app.domain.session import StoredSession

WORDS_PER_S = 2.6
"""Pace that typed words are taken to be spoken at, see the product's speech figures."""
PAUSE_MS = 400
SILENCE_MS = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedAnswer:
    """What came of one typed line."""

    turn: int
    lines: tuple[Utterance, ...]
    """What was said to it; more than one where somebody else picks up."""
    moves: list[str]
    state: dict[str, Any]
    phase: Phase
    ended: tuple[str, str] | None


def open_typed(exercises: Exercises, stored: StoredSession) -> Utterance | None:
    """Somebody picks up, or a machine does; returns utterance 0, or None when nobody does and the call is over."""
    prospect = _prospect(exercises, stored)
    said = prospect.pick_up()
    if said.ends:
        exercises.close(stored.session_id, said.ends, EndedBy.PROSPECT)
        return None
    opening = _spoken(0, Speaker.PROSPECT, said.party, said.text, 0)
    exercises.journal.append(
        stored.session_id,
        [
            (EventKind.PHASE, 0, {"phase": Phase.LIVE.value}),
            _utterance(opening),
            _state(0, said, opening.end_ms),
        ],
    )
    exercises.sessions.update(stored.session_id, phase=Phase.LIVE)
    return opening


def take_line(exercises: Exercises, session_id: str, text: str) -> TypedAnswer:
    """The trainee's line and what the prospect does about it; empty text is silence."""
    with exercises.typing:
        return _take_line(exercises, exercises.sessions.get(session_id), text)


def _take_line(exercises: Exercises, stored: StoredSession, text: str) -> TypedAnswer:
    if stored.phase is Phase.ENDED:
        raise Conflict("This call is over.", "Start a new one, or read its scorecard.")
    if stored.mode != "typed":
        raise Conflict("This is a voice call.", "Lines can be typed in it over its own connection.")
    events = exercises.journal.events(stored.session_id)
    said_so_far, before = utterances(events), last_state(events)
    prospect = _prospect(exercises, stored)
    state = before or prospect.initial_state()
    now_ms = max((event.t_ms for event in events), default=0)
    index = len(said_so_far)
    facts: list[Fact] = []
    text = text.strip()
    if text:
        mine = _spoken(index, Speaker.TRAINEE, Party.TRAINEE, text, now_ms + PAUSE_MS)
        facts.append(_utterance(mine))
        previous = [u.text for u in said_so_far if u.speaker is Speaker.PROSPECT]
        heard = Heard(
            text=text, start_ms=mine.start_ms, end_ms=mine.end_ms, previous_line=previous[-1] if previous else ""
        )
        said, now_ms = prospect.answer(state, heard), mine.end_ms
    else:
        said, now_ms = _silence(events, prospect, state), now_ms + SILENCE_MS
    reply_index = index + 1 if text else index
    if text:
        facts.append(
            (EventKind.DECISION, now_ms, decision_data(index, reply_index if said.text else None, state, said))
        )
    facts.append(_state(index, said, now_ms, silence=not text))
    lines = _said(said, reply_index, now_ms + PAUSE_MS)
    facts += [_utterance(line) for line in lines]
    if said.then:
        facts.append(_state(index, said.then, facts[-1][1]))
    ended = _ending(stored, said, facts[-1][1])
    if ended:
        facts.append((EventKind.ENDED, facts[-1][1], {"reason": ended[0], "by": ended[1]}))
    exercises.journal.append(stored.session_id, facts)
    if ended:
        exercises.finish(stored.session_id, *ended)
    return TypedAnswer(
        turn=index,
        lines=lines,
        moves=[move.value for turn in (said, said.then) if turn for move in turn.moves],
        state={k: v for k, v in state_data(index, (said.then or said).next_state, said).items() if k != "turn"},
        phase=Phase.ENDED if ended else Phase.LIVE,
        ended=ended,
    )


def _silence(events: Sequence[CallEvent], prospect: SimulatedProspect, state: ProspectState) -> ProspectTurn:
    """Silences in a row: nudges, then the prospect leaves."""
    count = 1
    for event in reversed(events):
        if event.kind is EventKind.UTTERANCE and event.data["speaker"] == Speaker.TRAINEE.value:
            break
        if event.kind is EventKind.STATE and event.data.get("silence"):
            count += 1
    return prospect.give_up(state) if count >= 3 else prospect.nudge(state, count)


def _ending(stored: StoredSession, said: ProspectTurn, at_ms: int) -> tuple[str, str] | None:
    if said.ends:
        return said.ends.value, EndedBy.PROSPECT.value
    if at_ms >= stored.duration_minutes * 60_000:
        return EndReason.TIME_LIMIT.value, EndedBy.LIMIT.value
    return None


def _said(said: ProspectTurn, index: int, start_ms: int) -> tuple[Utterance, ...]:
    """The line, and the one that follows it unprompted."""
    lines: list[Utterance] = []
    turn: ProspectTurn | None = said
    while turn is not None:
        if turn.text:
            at_ms = (lines[-1].end_ms if lines else start_ms) + turn.pause_ms
            lines.append(_spoken(index + len(lines), Speaker.PROSPECT, turn.party, turn.text, at_ms))
        turn = turn.then
    return tuple(lines)


def _spoken(index: int, speaker: Speaker, party: Party, text: str, start_ms: int) -> Utterance:
    length_ms = int(len(text.split()) / WORDS_PER_S * 1000)
    return Utterance(
        index=index, speaker=speaker, party=party, text=text, start_ms=start_ms, end_ms=start_ms + length_ms
    )


def _prospect(exercises: Exercises, stored: StoredSession) -> SimulatedProspect:
    wording = wording_for(stored, exercises.journal, exercises.wordings)
    return SimulatedProspect(persona_of(stored), scene_of(stored), wording, exercises.reader)


def _utterance(said: Utterance) -> Fact:
    return EventKind.UTTERANCE, said.end_ms, to_plain(said) | {"kind": "line"}


def _state(index: int, said: ProspectTurn, at_ms: int, *, silence: bool = False) -> Fact:
    data = state_data(index, said.next_state, said) | {"snapshot": to_plain(said.next_state)}
    return EventKind.STATE, at_ms, data | ({"silence": True} if silence else {})
