"""The turn machine: one pure step from what is known and what just happened to who has the floor."""

from dataclasses import replace
from typing import assert_never

from app.domain.audio import FRAME_SAMPLES
from app.turn import manners, overlap, prospect, ptt, silence, trainee
from app.turn.events import (
    FinalHeard,
    Frame,
    MannersSet,
    OverlapWeighed,
    PartialHeard,
    PatienceSet,
    PickedUp,
    ProspectAudible,
    ProspectDone,
    ProspectProgress,
    PttChanged,
    RouteSet,
    TurnEndJudged,
    TurnEvent,
    TypedLine,
)
from app.turn.orders import Overdue, TurnCommand
from app.turn.smoothing import FREE, OVER, WARY, Edge, Onset, hear, silenced
from app.turn.state import Mode, Outcome, TurnState, longer

PROPOSING = (Mode.TRAINEE_SPEAKING, Mode.TRAINEE_PAUSE, Mode.OVERLAP)
"""Modes in which the work for a pause may be under way."""
UNBROKEN_MS = 30_000
"""Nobody speaks this long without a pause of 160 ms; a fan does."""


def step(state: TurnState, event: TurnEvent, now: int) -> Outcome:
    """Take in `event` at sample `now` (the end of the newest frame) and say what is to be done.

    Pure. Late, stale and repeated results change nothing; commands may be carried out twice without harm.
    """
    now = max(now, state.now)
    if state.mode is Mode.ENDED:
        return state, ()
    state = replace(state, now=now)
    match event:
        case Frame():
            return _frame(state, event, now)
        case FinalHeard() | TurnEndJudged() | PartialHeard() | OverlapWeighed():
            return _result(state, event, now)
        case ProspectAudible() | ProspectProgress() | ProspectDone():
            return _far_side(state, event, now)
        case PickedUp():
            return _picked_up(state, now)
        case TypedLine():
            return _typed(state, event.text.strip(), now)
        case PttChanged():
            return ptt.key(state, now, down=event.down) if event.on else ptt.leave(state, now)
        case PatienceSet():
            return replace(state, patience=max(-2, min(2, event.level))), ()
        case RouteSet():
            return replace(state, echo=event.echo), ()
        case MannersSet():
            known = replace(state.manners, stands_ms=event.stands_ms, murmurs=event.murmurs)
            return replace(state, manners=known), ()
        case _:
            assert_never(event)


def _picked_up(state: TurnState, now: int) -> Outcome:
    if state.mode is not Mode.RINGING:
        return state, ()
    return replace(state, mode=Mode.COMMITTED, waiting_since=now, spent=now), ()


def _frame(state: TurnState, event: Frame, now: int) -> Outcome:
    if state.mode is Mode.RINGING:
        return state, ()
    state, late = prospect.watch(state, now)
    if state.ptt and state.key_down and state.mode is Mode.TRAINEE_SPEAKING:
        p = 0.0 if event.muted or event.gap else event.p
        state, commands = ptt.frame(state, p, now, FRAME_SAMPLES)
        return state, late + commands
    before = state.voice
    voice, edge = hear(before, _audible_p(state, event), now, _onset(state, now), event.levels_db)
    dip = before.falling if voice.on and before.on and not voice.falling else 0
    state = _voiced(replace(state, voice=voice))
    state, commands = _by_mode(state, edge, now, dip, pause=voice.onset - before.last_voiced)
    return state, late + commands


def _audible_p(state: TurnState, event: Frame) -> float:
    deaf = state.half_duplex and state.far.audible and not state.far.paused
    return 0.0 if event.muted or event.gap or state.ptt or deaf else event.p


def _onset(state: TurnState, now: int) -> Onset:
    if not state.far.audible:
        return FREE
    return WARY if now < state.wary_until else OVER


def _voiced(state: TurnState) -> TurnState:
    """Count the frame into the turn; the frames of an onset are counted where the turn begins or goes on."""
    turn, voice = state.turn, state.voice
    if turn is None or not voice.on or voice.falling or state.mode not in (Mode.TRAINEE_SPEAKING, Mode.OVERLAP):
        return state
    if turn.proposed_at is not None and state.mode is Mode.OVERLAP:
        return state
    return replace(state, turn=replace(turn, voiced=turn.voiced + FRAME_SAMPLES))


def _by_mode(state: TurnState, edge: Edge | None, now: int, dip: int, pause: int) -> Outcome:
    onset = state.voice.onset
    rose = edge is Edge.ON
    match state.mode:
        case Mode.LISTENING:
            return trainee.begin(state, now, onset) if rose else silence.tick(state, now)
        case Mode.TRAINEE_SPEAKING:
            return _speaking(state, edge, now)
        case Mode.TRAINEE_PAUSE if rose:
            resume = overlap.again if state.far.audible else trainee.go_on
            return resume(state, now, onset, pause)
        case Mode.TRAINEE_PAUSE:
            return trainee.try_commit(state, now)
        case Mode.COMMITTED if rose and state.manners.cutting_in:
            return trainee.begin(state, now, onset)
        case Mode.COMMITTED if rose and state.turn is not None:
            return trainee.reopen(state, now, onset, pause)
        case Mode.PROSPECT_SPEAKING if rose:
            if prospect.may_reopen(state, now):
                return trainee.reopen(state, now, onset, pause)
            return overlap.enter(state, now, onset)
        case Mode.OVERLAP if rose:
            return overlap.again(state, now, onset, pause)
        case Mode.OVERLAP:
            return overlap.frame(state, edge, now, dip)
        case _:
            return state, ()


def _speaking(state: TurnState, edge: Edge | None, now: int) -> Outcome:
    if edge is Edge.OFF:
        return trainee.soft_end(state, now)
    if state.voice.falling:
        return trainee.foresee(state, now)
    if trainee.open_turn(state).proposed_at is not None:
        return trainee.only_a_dip(state)
    if longer(trainee.open_turn(state).began, now, UNBROKEN_MS):
        state, commands = trainee.soft_end(replace(state, voice=silenced(state.voice)), now)
        return state, (Overdue(what="speech_end"), *commands)
    return trainee.want_partial(state, now)


def _result(state: TurnState, event: FinalHeard | TurnEndJudged | PartialHeard | OverlapWeighed, now: int) -> Outcome:
    turn = state.turn
    if turn is None or event.turn != turn.number:
        return state, ()
    if isinstance(event, OverlapWeighed):
        return overlap.weighed(state, event, now) if state.mode is Mode.OVERLAP else (state, ())
    if isinstance(event, PartialHeard):
        if state.mode is Mode.OVERLAP and turn.final is None:
            return overlap.partial_heard(state, now, event.text)
        return replace(state, turn=replace(turn, partial=event.text)), ()
    if event.rev != turn.rev or turn.proposed_at is None or state.mode not in PROPOSING:
        return state, ()
    if isinstance(event, TurnEndJudged):
        # A voice sounds less finished right after its last word than a little later; a later doubt is noise.
        state = replace(state, turn=replace(turn, p_end=max(event.p, turn.p_end or 0.0)))
        if state.mode is not Mode.TRAINEE_PAUSE:
            return state, ()
        state, commands = trainee.try_commit(state, now)
        return (state, commands) if commands else manners.murmur(state)
    if turn.final is not None:
        return state, ()
    if state.mode is Mode.TRAINEE_SPEAKING:
        return replace(state, turn=replace(turn, final=event)), ()
    heard = overlap.final_heard if state.mode is Mode.OVERLAP else trainee.final_heard
    return heard(state, event, now)


def _far_side(state: TurnState, event: ProspectAudible | ProspectProgress | ProspectDone, now: int) -> Outcome:
    if state.mode is Mode.RINGING:
        return state, ()
    if isinstance(event, ProspectDone):
        return prospect.done(state, event, now)
    commands: tuple[TurnCommand, ...] = ()
    if event.gen > max(state.far.gen, state.far.dead):
        state, commands = prospect.audible(state, event, now)
    if isinstance(event, ProspectProgress):
        state, _ = prospect.progress(state, event, now)
    return state, commands


def _typed(state: TurnState, text: str, now: int) -> Outcome:
    if not text or state.mode is Mode.RINGING:
        return state, ()
    commands: tuple[TurnCommand, ...] = ()
    match state.mode:
        case Mode.COMMITTED if state.turn is not None:
            state, commands = trainee.reopen(state, now, now, 0)
        case Mode.PROSPECT_SPEAKING:
            state, began = trainee.begin(state, now, now, over=True)
            state, cut = overlap.give_way(state)
            commands = began + cut
        case Mode.OVERLAP | Mode.TRAINEE_PAUSE if state.far.audible:
            state, commands = overlap.give_way(state)
        case _:
            pass
    if state.turn is not None and state.turn.proposed_at is not None:
        state, withdrawn = trainee.go_on(state, now, now, 0)
        commands += withdrawn
    state, committed = trainee.typed(state, now, text)
    return state, commands + committed
