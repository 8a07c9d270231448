"""The prospect's voice as the client acknowledges it: audible, moving, done, and never left hanging."""

from dataclasses import replace

from app.domain.audio import ms_to_samples
from app.turn import manners, silence
from app.turn.events import ProspectAudible, ProspectDone, ProspectProgress
from app.turn.orders import CancelProspect, Overdue
from app.turn.state import FarSide, Mode, Outcome, TurnState, longer

AUDIBLE_WAIT_MS = 6_000
"""The slowest wording engine and voice stay below this; a prospect that chooses silence reports `ProspectDone`."""
STALL_MS = 3_000
REOPEN = ms_to_samples(400)

_HOLDS_FLOOR = (Mode.TRAINEE_SPEAKING, Mode.TRAINEE_PAUSE, Mode.OVERLAP)


def audible(state: TurnState, event: ProspectAudible | ProspectProgress, now: int) -> Outcome:
    """A new utterance is heard; one that comes while the trainee has the floor came too late and is cancelled."""
    if state.far.audible and state.mode is not Mode.PROSPECT_SPEAKING:
        state = finished(state, now)
    if state.manners.cutting_in:
        return manners.take_floor(state, event.gen, now), ()
    if state.mode in _HOLDS_FLOOR:
        far = replace(state.far, gen=event.gen, dead=event.gen)
        return replace(state, far=far, quiet=replace(state.quiet, nudging=False)), (CancelProspect(gen=event.gen),)
    far = FarSide(
        gen=event.gen,
        dead=state.far.dead,
        audible=True,
        since=now,
        fresh=now,
        asked=event.asked_question,
        answers=state.turn is not None and not state.quiet.nudging,
        refuses=isinstance(event, ProspectAudible) and event.refuses,
    )
    return replace(state, mode=Mode.PROSPECT_SPEAKING, far=far), ()


def progress(state: TurnState, event: ProspectProgress, now: int) -> Outcome:
    """Playback moves."""
    far = state.far
    if event.gen != far.gen or event.gen <= far.dead:
        return state, ()
    if not far.audible and state.mode is not Mode.LISTENING:
        return state, ()
    far = replace(
        far,
        audible=True,
        fresh=now,
        remaining_ms=event.remaining_ms,
        words=event.recent_words,
        words_at=now,
        asked=event.asked_question,
    )
    mode = Mode.PROSPECT_SPEAKING if state.mode is Mode.LISTENING else state.mode
    return replace(state, far=far, mode=mode), ()


def done(state: TurnState, event: ProspectDone, now: int) -> Outcome:
    """Played to the end, or never begun because there was nothing to say."""
    far = state.far
    waited = state.mode is Mode.COMMITTED and event.gen > far.gen
    if not waited and not (far.audible and event.gen == far.gen):
        return state, ()
    return finished(replace(state, far=replace(far, gen=event.gen, dead=event.gen)), now), ()


def finished(state: TurnState, now: int) -> TurnState:
    """The prospect is no longer audible; who speaks keeps the floor."""
    far = replace(state.far, audible=False, paused=False, ducked=False)
    state = replace(state, far=far)
    if state.mode is Mode.OVERLAP:
        return replace(state, mode=Mode.TRAINEE_SPEAKING if state.voice.on else Mode.TRAINEE_PAUSE)
    if state.mode is Mode.TRAINEE_PAUSE:
        return state
    return silence.listen(state, now, counts_as_speech=not state.quiet.nudging)


def watch(state: TurnState, now: int) -> Outcome:
    """Give up on a voice that never came or stopped moving."""
    far = state.far
    if state.mode is Mode.COMMITTED and longer(state.waiting_since, now, AUDIBLE_WAIT_MS):
        return silence.listen(state, now, counts_as_speech=True), (Overdue(what="prospect_audible"),)
    if far.audible and not far.paused and longer(far.fresh, now, STALL_MS):
        return finished(state, now), (Overdue(what="prospect_done"),)
    return state, ()


def may_reopen(state: TurnState, now: int) -> bool:
    """A reply may be taken back until 400 ms of it were heard; on speakers its echo would do so every time."""
    far = state.far
    return far.answers and state.turn is not None and state.echo != "speaker" and now - far.since < REOPEN
