"""Both are audible: duck at once, pause soon, and let words decide who yields."""

from dataclasses import replace

from app.domain.audio import ms_to_samples, samples_to_ms
from app.turn import barge_in, echo, manners, trainee
from app.turn.barge_in import Overlap, Verdict
from app.turn.cues import is_backchannel, weighty, words
from app.turn.echo import HITS_TO_HALF_DUPLEX, WARY_MS
from app.turn.events import FinalHeard, OverlapWeighed
from app.turn.orders import (
    CancelProspect,
    Drop,
    Duck,
    HalfDuplex,
    Overdue,
    PauseProspect,
    ResumeProspect,
    TurnCommand,
    WeighOverlap,
)
from app.turn.smoothing import Edge, silenced
from app.turn.state import Mode, Outcome, TurnState, longer

_PROOF_WORDS = 4
"""Of fewer a quick look proves nothing while an echo may be what it hears."""
LATE_WORDS_MS = 3_000
"""How long words of an overlap may still interrupt after its sound has stopped."""


def enter(state: TurnState, now: int, onset: int) -> Outcome:
    """Speech over the prospect's: lower the voice before anything is known."""
    state, began = trainee.begin(state, now, onset, over=True)
    state, ducked = _duck(manners.challenged(state, onset))
    return state, (*began, *ducked)


def again(state: TurnState, now: int, onset: int, pause: int) -> Outcome:
    """More speech before the overlap was decided, or over the last words of a line that was to finish."""
    state, commands = trainee.go_on(state, now, onset, pause)
    state, ducked = _duck(replace(state, mode=Mode.OVERLAP))
    return state, (*commands, *ducked)


def _duck(state: TurnState) -> Outcome:
    if state.far.ducked or manners.holds_out(state.far, state.now):
        return state, ()
    return replace(state, far=replace(state.far, ducked=True)), (Duck(gen=state.far.gen, db=barge_in.DUCK_DB),)


def frame(state: TurnState, edge: Edge | None, now: int, dip: int) -> Outcome:
    """One more frame of both speaking."""
    turn = trainee.open_turn(state)
    commands: tuple[TurnCommand, ...] = ()
    if edge is Edge.OFF:
        if samples_to_ms(turn.voiced) < trainee.NOISE_MS:
            return release(state, now, "noise")
        state, commands = trainee.propose(state, now)
    elif state.voice.on:
        state, commands = trainee.want_partial(state, now, dip)
        state, asked = _want_weight(state, now)
        commands += asked
    state, more = weigh(state, now)
    return state, commands + more


def _want_weight(state: TurnState, now: int) -> Outcome:
    """Have the sound judged once there is enough of it: by the time there are words, an interrupter has waited."""
    turn = trainee.open_turn(state)
    end = turn.onset + ms_to_samples(barge_in.LOOK_MS)
    if turn.weighed or now < end:
        return state, ()
    state = replace(state, turn=replace(turn, weighed=True))
    return state, (WeighOverlap(turn=turn.number, onset=turn.onset, end=end),)


def weighed(state: TurnState, event: OverlapWeighed, now: int) -> Outcome:
    """What the sound alone says about who wants the floor."""
    turn = trainee.open_turn(state)
    if turn.onset != event.onset:
        return state, ()
    return weigh(replace(state, turn=replace(turn, backchannel_p=event.p)), now)


def partial_heard(state: TurnState, now: int, text: str) -> Outcome:
    """Words so far: echo, backchannel or the real thing."""
    turn = trainee.open_turn(state)
    if trainee.is_echo_of_far(state, text):
        return echoed(state, now, text)
    if is_backchannel(text):
        turn = replace(turn, explained=turn.asked_voiced)
    return weigh(replace(state, turn=replace(turn, partial=text)), now)


def final_heard(state: TurnState, event: FinalHeard, now: int) -> Outcome:
    """All words up to the soft end."""
    turn = trainee.open_turn(state)
    why = trainee.why_empty(state, turn, event)
    if why == "echo":
        return echoed(state, now, event.text)
    if why:
        return release(state, now, why, event.text)
    return weigh(replace(state, turn=replace(turn, final=event)), now)


def weigh(state: TurnState, now: int) -> Outcome:
    """Ask for a verdict and carry it out."""
    turn, far = trainee.open_turn(state), state.far
    text = turn.final.text if turn.final else turn.partial
    nearly_done = far.remaining_ms is not None and far.remaining_ms <= barge_in.NEARLY_DONE_MS
    verdict = barge_in.judge(
        Overlap(
            text="" if _unproven(state, text) else text,
            final=turn.final is not None,
            speaking=state.voice.on,
            voiced_ms=samples_to_ms(turn.voiced),
            explained_ms=samples_to_ms(turn.explained),
            quiet_ms=samples_to_ms(now - state.voice.last_voiced),
            needs_words=(state.echo == "speaker" or trainee.unadapted(state))
            and not longer(far.since, now, barge_in.NEED_WORDS_MS),
            backchannel_p=turn.backchannel_p,
            asked=far.asked,
            nearly_done=nearly_done,
        )
    )
    match verdict:
        case Verdict.PAUSE | Verdict.YIELD if manners.holds_out(far, now):
            return state, ()
        case Verdict.YIELD:
            return give_way(state)
        case Verdict.PAUSE if not far.paused:
            return replace(state, far=replace(far, paused=True)), (PauseProspect(gen=far.gen),)
        case Verdict.ANSWER:
            state, restored = _restored(state, now)
            return replace(state, mode=Mode.TRAINEE_PAUSE), restored
        case Verdict.BACKCHANNEL:
            return release(state, now, "backchannel", text)
        case Verdict.RESUME:
            return _resume(state, now)
        case Verdict.NOTHING:
            return release(state, now, "empty", text)
        case _:
            return state, ()


def _resume(state: TurnState, now: int) -> Outcome:
    """No text so far: the prospect talks on while the final is awaited, and not for ever."""
    turn = trainee.open_turn(state)
    if turn.proposed_at is None or not longer(turn.proposed_at, now, LATE_WORDS_MS):
        return _restored(state, now) if state.far.ducked or state.far.paused else (state, ())
    listening = (turn.backchannel_p or 0.0) >= barge_in.BELIEVED_P
    if weighty(turn.partial) and not listening and not _unproven(state, turn.partial):
        return give_way(state)
    state, commands = release(state, now, "empty", turn.partial)
    return state, (Overdue(what="overlap_words"), *commands)


def _unproven(state: TurnState, text: str) -> bool:
    """Too few words to call it an echo, and all of them the prospect's own: no evidence of the trainee.

    While a canceller has still to learn the room, a few words of a quick look are none either.
    """
    early = trainee.unadapted(state) and trainee.open_turn(state).final is None and len(words(text)) < _PROOF_WORDS
    return early or (state.echo != "headset" and echo.only_echoes(text, state.far.words))


def give_way(state: TurnState) -> Outcome:
    """A confirmed interruption: the utterance is over and the trainee has the floor."""
    turn, far = trainee.open_turn(state), state.far
    mode = Mode.TRAINEE_SPEAKING if state.voice.on else Mode.TRAINEE_PAUSE
    silenced_far = replace(far, audible=False, paused=False, ducked=False, dead=far.gen)
    state = replace(state, mode=mode, turn=replace(turn, cut=far.gen), far=silenced_far)
    return state, (CancelProspect(gen=far.gen),)


def release(state: TurnState, now: int, why: str, text: str = "") -> Outcome:
    """Not an interruption: the prospect goes on as if nothing had been said."""
    turn = trainee.open_turn(state)
    spent = state.spent if why in trainee.WORDLESS else max(state.spent, turn.proposed_end)
    state, restored = _restored(state, now)
    state = replace(state, mode=Mode.PROSPECT_SPEAKING, turn=None, spent=spent, voice=silenced(state.voice))
    return state, (*restored, Drop(turn=turn.number, why=why, text=text))


def echoed(state: TurnState, now: int, text: str) -> Outcome:
    """The microphone hears the prospect: ignore it, listen less keenly, and in the end not at all."""
    state, commands = release(state, now, "echo", text)
    hits = state.echo_hits + 1
    state = replace(state, echo_hits=hits, wary_until=now + ms_to_samples(WARY_MS), spent=now)
    if hits < HITS_TO_HALF_DUPLEX or state.half_duplex:
        return state, commands
    return replace(state, half_duplex=True), (*commands, HalfDuplex())


def _restored(state: TurnState, now: int) -> Outcome:
    far = state.far
    commands: tuple[TurnCommand, ...] = (Duck(gen=far.gen, db=0.0),) if far.ducked else ()
    if far.paused:
        commands = (*commands, ResumeProspect(gen=far.gen))
    return replace(state, far=replace(far, paused=False, ducked=False, fresh=now)), commands
