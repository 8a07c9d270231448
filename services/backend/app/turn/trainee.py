"""The trainee's turn: it begins, pauses, goes on, is committed, taken up again or dropped."""

from dataclasses import replace

from app.domain.audio import FRAME_SAMPLES, ms_to_samples, samples_to_ms
from app.turn import echo, manners, silence
from app.turn.cues import asks_to_hold, is_ghost, words
from app.turn.deadlines import deadline_ms, learned, table_ms
from app.turn.events import FinalHeard
from app.turn.orders import (
    Commit,
    Drop,
    Overdue,
    Propose,
    Reopen,
    SpeechBegan,
    SpeechPaused,
    TurnCommand,
    WantPartial,
    Withdraw,
)
from app.turn.smoothing import PREROLL, comes_back, silenced, voiced_until
from app.turn.state import Mode, OpenTurn, Outcome, TurnState, longer

NOISE_MS = 200
EARLY = ms_to_samples(64)
"""Silence that starts the work, before the soft end: fluent speech dips so long in less than one word in a hundred."""
PARTIAL_EVERY_MS = 600
OVERLAP_PARTIAL_EVERY_MS = 256
"""Over the prospect, words decide, so they are wanted sooner."""
DIP = 2 * FRAME_SAMPLES
"""Shortest dip that marks a word boundary."""
DIP_PARTIAL_MS = 300
WORDLESS = ("noise", "empty")
"""Reasons of a drop that leave the sound free for the next turn's pre-roll."""
JUDGE_WAIT_MS = 300
UNJUDGED_P = 0.5
FINAL_WAIT_MS = 8_000
"""A starved machine recognises late; words that come late are worth more than a quick answer without them."""


def open_turn(state: TurnState) -> OpenTurn:
    """The turn that the mode promises; a mode without one never asks."""
    if state.turn is None:
        raise AssertionError(f"{state.mode} has no open turn")
    return state.turn


def begin(state: TurnState, now: int, onset: int, *, over: bool = False) -> Outcome:
    """A new turn; its audio starts before the onset, but never inside an earlier turn."""
    number = state.turns + 1
    start = max(onset - PREROLL, state.spent, 0)
    turn = OpenTurn(number=number, start=start, began=now, voiced=now - onset, over=over, onset=onset)
    mode = Mode.OVERLAP if over else Mode.TRAINEE_SPEAKING
    began = SpeechBegan(turn=number, start=start, over_prospect=over)
    return replace(state, mode=mode, turn=turn, turns=number), (began,)


def go_on(state: TurnState, now: int, onset: int, pause: int) -> Outcome:
    """Speech inside the pause: the same turn, one revision on."""
    turn = open_turn(state)
    return _continued(state, turn, now, onset, pause), (Withdraw(turn=turn.number, rev=turn.rev),)


def reopen(state: TurnState, now: int, onset: int, pause: int) -> Outcome:
    """A committed turn goes on: the reply was never said. `rev` in the command is the one taken back."""
    turn = open_turn(state)
    gen = state.far.gen if state.far.audible else None
    state = _continued(state, turn, now, onset, pause)
    far = replace(state.far, audible=False, paused=False, ducked=False, dead=max(state.far.dead, gen or 0))
    state = replace(state, far=far, manners=replace(state.manners, cutting_in=False))
    return state, (Reopen(turn=turn.number, rev=turn.rev, gen=gen),)


def _continued(state: TurnState, turn: OpenTurn, now: int, onset: int, pause: int) -> TurnState:
    text = turn.final.text if turn.final else turn.partial
    p_end = UNJUDGED_P if turn.p_end is None else turn.p_end
    table = table_ms(p_end, text, answers_question=state.far.asked)
    habit_ms = state.habit_ms if state.ptt else learned(state.habit_ms, samples_to_ms(pause), table)
    turn = replace(
        turn,
        rev=turn.rev + 1,
        began=now,
        onset=onset,
        weighed=False,
        backchannel_p=None,
        voiced=turn.voiced + now - onset,
        partial=text,
        proposed_at=None,
        final=None,
        p_end=None,
    )
    return replace(state, mode=Mode.TRAINEE_SPEAKING, turn=turn, habit_ms=habit_ms)


def foresee(state: TurnState, now: int) -> Outcome:
    """The voice has just fallen silent: order what the reply needs, should this become a pause."""
    turn = open_turn(state)
    early = state.voice.falling < EARLY or _too_little(turn)
    if early or turn.proposed_at is not None:
        return state, ()
    return _order(state, now)


def only_a_dip(state: TurnState) -> Outcome:
    """The voice is back before the soft end: nobody paused, and the work is stale."""
    turn = open_turn(state)
    text = turn.final.text if turn.final and words(turn.final.text) else turn.partial
    fresh = replace(turn, rev=turn.rev + 1, partial=text, proposed_at=None, final=None, p_end=None)
    return replace(state, turn=fresh), (Withdraw(turn=turn.number, rev=turn.rev, paused=False),)


def soft_end(state: TurnState, now: int) -> Outcome:
    """Silence long enough to suspect the end: what the reply needs is under way or ordered now."""
    turn = open_turn(state)
    if _too_little(turn):
        return drop(state, now, "noise")
    state = replace(state, mode=Mode.TRAINEE_PAUSE)
    if turn.proposed_at is None:
        return propose(state, now)
    paused = SpeechPaused(turn=turn.number, last_voiced=state.voice.last_voiced)
    if turn.final is None:
        return state, (paused,)
    state, commands = final_heard(state, turn.final, now)
    return state, (paused, *commands)


def propose(state: TurnState, now: int) -> Outcome:
    """Announce the pause and the work to be done in it; the mode stays."""
    paused = SpeechPaused(turn=open_turn(state).number, last_voiced=state.voice.last_voiced)
    state, ordered = _order(state, now)
    return state, (paused, *ordered)


def _too_little(turn: OpenTurn) -> bool:
    return not turn.said and samples_to_ms(turn.voiced) < NOISE_MS


def _order(state: TurnState, now: int) -> Outcome:
    turn = open_turn(state)
    state = replace(state, turn=replace(turn, proposed_at=now, proposed_end=now, final=None, p_end=None))
    last_voiced = state.voice.last_voiced
    return state, (Propose(turn=turn.number, rev=turn.rev, start=turn.start, end=now, last_voiced=last_voiced),)


def want_partial(state: TurnState, now: int, dip: int = 0) -> Outcome:
    """Ask for words every so often, and over the prospect where a dip of `dip` samples marks a word boundary."""
    turn = open_turn(state)
    fresh_ms = samples_to_ms(turn.voiced - turn.asked_voiced)
    every_ms = OVERLAP_PARTIAL_EVERY_MS if state.mode is Mode.OVERLAP else PARTIAL_EVERY_MS
    if fresh_ms < every_ms and not (dip >= DIP and fresh_ms >= DIP_PARTIAL_MS):
        return state, ()
    state = replace(state, turn=replace(turn, asked_voiced=turn.voiced))
    return state, (WantPartial(turn=turn.number, start=turn.start, end=now),)


FIRST_LINE = 1
"""Number of the utterance with which somebody picks up."""


def why_empty(state: TurnState, turn: OpenTurn, final: FinalHeard) -> str | None:
    """Why this text is no speech of the trainee's, or None if it is."""
    if not words(final.text):
        return "empty"
    voiced_ms = samples_to_ms(turn.voiced)
    if is_ghost(final.text, voiced_ms=voiced_ms, no_speech_prob=final.no_speech_prob, avg_logprob=final.avg_logprob):
        return "hallucination"
    far = state.far
    recent = not longer(far.words_at, state.now, echo.WINDOW_MS)
    if turn.over and recent and is_echo_of_far(state, final.text):
        return "echo"
    return None


def is_echo_of_far(state: TurnState, text: str) -> bool:
    """The text is what the prospect's own voice just said."""
    played = state.far.words
    return echo.is_echo(text, played, state.echo) or (unadapted(state) and echo.sounds_like(text, played))


def unadapted(state: TurnState) -> bool:
    """During the first line of a call an echo canceller has still to learn the room, where there is one to learn."""
    return state.echo != "headset" and state.far.gen == FIRST_LINE


def try_commit(state: TurnState, now: int) -> Outcome:
    """Compare and set: commit once this revision has its text and its deadline has passed."""
    turn = open_turn(state)
    if turn.proposed_at is None or state.far.audible:
        return state, ()
    if turn.final is None:
        if not longer(turn.proposed_at, now, FINAL_WAIT_MS):
            return state, ()
        state, commands = _settle(state, now, turn.partial or turn.said)
        return state, (Overdue(what="final"), *commands)
    text = turn.final.text
    if state.ptt or words(text) == words(turn.said):
        return commit(state, now, text)
    if turn.p_end is None and not longer(turn.proposed_at, now, JUDGE_WAIT_MS):
        return state, ()
    if manners.breaks_in(state, turn, text) and longer(state.voice.last_voiced, now, manners.CUT_IN_MS):
        return commit(state, now, text, cuts_in=True)
    deadline = deadline_ms(
        UNJUDGED_P if turn.p_end is None else turn.p_end,
        text,
        answers_question=state.far.asked,
        habit_ms=state.habit_ms,
        patience=state.patience,
    )
    over = longer(state.voice.ended, now, deadline) and not comes_back(state.voice)
    return commit(state, now, text) if over else (state, ())


def _settle(state: TurnState, now: int, text: str) -> Outcome:
    return commit(state, now, text) if words(text) else drop(state, now, "empty")


def commit(state: TurnState, now: int, text: str, *, cuts_in: bool = False) -> Outcome:
    """The turn is over and the prospect has the floor; the turn is kept for a reopen."""
    turn = open_turn(state)
    order = Commit(
        turn=turn.number,
        rev=turn.rev,
        text=text,
        start=turn.start,
        last_voiced=state.voice.last_voiced,
        interrupted_gen=turn.cut,
        cuts_in=cuts_in,
    )
    quiet = replace(state.quiet, nudges=0, nudging=False, held=asks_to_hold(text))
    kept = replace(turn, said=text)
    return replace(
        state,
        mode=Mode.COMMITTED,
        turn=kept,
        quiet=quiet,
        manners=replace(state.manners, cutting_in=cuts_in),
        waiting_since=now,
        spent=max(state.spent, turn.proposed_end),
    ), (order,)


def drop(state: TurnState, now: int, why: str, text: str = "") -> Outcome:
    """Nothing was said; sound without words may still become the pre-roll of the next turn."""
    turn = open_turn(state)
    if why not in WORDLESS:
        state = replace(state, spent=max(state.spent, turn.proposed_end))
    cut = turn.cut is not None
    state = silence.listen(state, now, counts_as_speech=True) if cut else silence.undisturbed(state)
    return state, (Drop(turn=turn.number, why=why, text=text),)


def final_heard(state: TurnState, event: FinalHeard, now: int) -> Outcome:
    """The text of the pause that is still on; everything else is stale."""
    turn = open_turn(state)
    why = why_empty(state, turn, event)
    if why and turn.said:
        event = replace(event, text=turn.said)
    elif why:
        return drop(state, now, why, event.text)
    return try_commit(replace(state, turn=replace(turn, final=event)), now)


def typed(state: TurnState, now: int, text: str) -> Outcome:
    """A typed line is a finished turn; what was being said aloud goes with it."""
    commands: tuple[TurnCommand, ...] = ()
    if state.turn is None:
        state, commands = begin(state, now, now)
    turn = open_turn(state)
    spoken = turn.final.text if turn.final else (turn.partial or turn.said)
    voice = voiced_until(silenced(state.voice), now)
    state = replace(state, voice=voice, turn=replace(turn, proposed_end=now))
    state, committed = commit(state, now, f"{spoken} {text}".strip())
    return state, commands + committed
