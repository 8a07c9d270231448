"""What holds in every call, whatever comes when: the machine against random scripts and random events."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.audio import FRAME_SAMPLES, ms_to_samples
from app.turn import Mode, TurnCommand, TurnEvent, TurnState, initial, step
from app.turn.events import (
    FinalHeard,
    Frame,
    OverlapWeighed,
    PartialHeard,
    PickedUp,
    ProspectAudible,
    ProspectDone,
    ProspectProgress,
    PttChanged,
    RouteSet,
    TurnEndJudged,
    TypedLine,
)
from app.turn.orders import (
    CancelProspect,
    Commit,
    Drop,
    Duck,
    PauseProspect,
    Propose,
    Reopen,
    ResumeProspect,
    SpeechBegan,
    Withdraw,
)
from tests.turn.screenplay import Screenplay, Take, all_words

FAR_SIDE = (Duck, PauseProspect, ResumeProspect, CancelProspect)
LONGEST_WAIT_S = 8
"""Longer than any single wait but a monologue, a held key and the silence itself."""

texts = st.sampled_from(
    ["", "yeah", "mm-hm", "wait", "you", "but we", "and um", "hold on", "Delta.", "word1 word2", "We fill chairs."]
)
small = st.integers(0, 4)
events: st.SearchStrategy[TurnEvent] = st.one_of(
    st.builds(Frame, p=st.sampled_from([0.0, 0.02, 0.4, 0.6, 0.8, 0.99]), muted=st.booleans()),
    st.builds(PickedUp),
    st.builds(TurnEndJudged, turn=small, rev=small, p=st.floats(0, 1)),
    st.builds(PartialHeard, turn=small, text=texts),
    st.builds(OverlapWeighed, turn=small, onset=st.integers(0, 400_000), p=st.floats(0, 1)),
    st.builds(FinalHeard, turn=small, rev=small, text=texts, no_speech_prob=st.sampled_from([0.0, 0.9])),
    st.builds(ProspectAudible, gen=small, asked_question=st.booleans()),
    st.builds(
        ProspectProgress,
        gen=small,
        played_ms=st.integers(0, 3_000),
        remaining_ms=st.none() | st.integers(0, 3_000),
        recent_words=st.sampled_from([(), ("word1", "word2", "word3")]),
    ),
    st.builds(ProspectDone, gen=small),
    st.builds(TypedLine, text=texts),
    st.builds(PttChanged, down=st.booleans()),
    st.builds(RouteSet, echo=st.sampled_from(["headset", "speaker", "unknown"])),
)
strides = st.tuples(st.integers(1, 40), events)
"""An event, repeated if it is a frame, so that speech and pauses last."""


def drive(script: list[tuple[int, TurnEvent]], state: TurnState | None = None) -> list[tuple[TurnState, TurnCommand]]:
    """Every command with the state that gave it."""
    state = state or initial()
    now, log = state.now, []
    for times, event in script:
        for _ in range(times if isinstance(event, Frame) else 1):
            now += FRAME_SAMPLES if isinstance(event, Frame) else 0
            state, commands = step(state, event, now)
            log += [(state, command) for command in commands]
    return log


scripts = st.lists(strides, max_size=60).map(lambda tail: [(1, PickedUp()), *tail])


@given(scripts)
@settings(max_examples=150, deadline=None)
def test_nothing_is_ordered_for_an_utterance_that_is_over(script: list[tuple[int, TurnEvent]]) -> None:
    over = 0
    for _, command in drive(script):
        if isinstance(command, FAR_SIDE):
            assert command.gen > over
        if isinstance(command, CancelProspect):
            over = command.gen
        if isinstance(command, Reopen) and command.gen is not None:
            over = max(over, command.gen)


@given(scripts)
@settings(max_examples=150, deadline=None)
def test_revisions_only_grow_and_each_is_committed_at_most_once(script: list[tuple[int, TurnEvent]]) -> None:
    newest: dict[int, int] = {}
    committed: set[tuple[int, int]] = set()
    withdrawn: set[tuple[int, int]] = set()
    for _, command in drive(script):
        if isinstance(command, Propose | Commit):
            assert command.rev >= newest.get(command.turn, 0)
            newest[command.turn] = command.rev
            assert (command.turn, command.rev) not in withdrawn
        if isinstance(command, Withdraw | Reopen):
            withdrawn.add((command.turn, command.rev))
        if isinstance(command, Commit):
            assert (command.turn, command.rev) not in committed
            committed.add((command.turn, command.rev))


@given(scripts)
@settings(max_examples=150, deadline=None)
def test_the_audio_of_committed_turns_never_overlaps(script: list[tuple[int, TurnEvent]]) -> None:
    ends: dict[int, int] = {}
    for _, command in drive(script):
        if isinstance(command, SpeechBegan):
            assert command.start >= max(ends.values(), default=0)
        if isinstance(command, Commit):
            ends[command.turn] = command.last_voiced


@given(scripts)
@settings(max_examples=150, deadline=None)
def test_whoever_is_ducked_is_restored_or_over(script: list[tuple[int, TurnEvent]]) -> None:
    lowered: int | None = None
    for state, command in drive(script):
        if isinstance(command, Duck):
            lowered = command.gen if command.db < 0 else None
        if isinstance(command, CancelProspect | Reopen):
            lowered = None
        if lowered is not None and state.mode is Mode.PROSPECT_SPEAKING:
            assert lowered != state.far.gen


@given(scripts, st.integers(1, 6), st.floats(0, 1), texts)
@settings(max_examples=150, deadline=None)
def test_stale_results_never_commit(script: list[tuple[int, TurnEvent]], behind: int, p: float, text: str) -> None:
    state = initial()
    now = 0
    for times, event in script:
        for _ in range(times if isinstance(event, Frame) else 1):
            now += FRAME_SAMPLES if isinstance(event, Frame) else 0
            state, _ = step(state, event, now)
    turn = state.turn
    if turn is None:
        return
    for number, rev in (
        (turn.number, turn.rev - behind),
        (turn.number - behind, turn.rev),
        (turn.number, turn.rev + 1),
    ):
        after, commands = step(state, FinalHeard(turn=number, rev=rev, text=text), now)
        assert (after, commands) == (state, ())
        after, commands = step(state, TurnEndJudged(turn=number, rev=rev, p=p), now)
        assert (after, commands) == (state, ())


@given(scripts)
@settings(max_examples=120, deadline=None)
def test_a_result_that_comes_twice_changes_nothing_more(script: list[tuple[int, TurnEvent]]) -> None:
    state = initial()
    now = 0
    for times, event in script:
        for _ in range(times if isinstance(event, Frame) else 1):
            now += FRAME_SAMPLES if isinstance(event, Frame) else 0
            state, _ = step(state, event, now)
        if isinstance(event, FinalHeard | TurnEndJudged | ProspectAudible | ProspectDone | PickedUp | PttChanged):
            again, commands = step(state, event, now)
            assert (again, commands) == (state, ())


@given(scripts)
@settings(max_examples=150, deadline=None)
def test_every_wait_ends_by_itself(script: list[tuple[int, TurnEvent]]) -> None:
    state = initial()
    now = 0
    for times, event in [*script, (1, PttChanged(down=False))]:
        for _ in range(times if isinstance(event, Frame) else 1):
            now += FRAME_SAMPLES if isinstance(event, Frame) else 0
            state, _ = step(state, event, now)
    until = now + ms_to_samples(2 * LONGEST_WAIT_S * 1000)
    while now < until:
        now += FRAME_SAMPLES
        state, _ = step(state, Frame(p=0.0), now)
    assert state.mode in (Mode.LISTENING, Mode.ENDED)


VOCABULARY = [f"{a}{b}" for a in ("ka", "lo", "mi", "ne", "pu") for b in ("dra", "fen", "gil", "hos", "tam")]


@st.composite
def conversations(draw: st.DrawFn) -> tuple[Screenplay, list[str], float]:
    """A trainee who says something every now and then, to prospects of any speed, over lines of any length."""
    call = Screenplay(
        stt_ms=draw(st.integers(60, 900)),
        judge_ms=draw(st.integers(60, 700)),
        reply_ms=draw(st.integers(60, 900)),
        twice=draw(st.booleans()),
        lost=frozenset(draw(st.sets(st.sampled_from(["judge", "partial", "progress", "done"]), max_size=2))),
    )
    call.prospect_says("Hello?", 0.4)
    for _ in range(8):
        call.prospect_says("Well that is how it is over here and I have no time.", draw(st.floats(0.4, 4)))
    at, said = 1.0, []
    for i in range(draw(st.integers(1, 5))):
        words = [f"{VOCABULARY[(5 * i + k) % 25]}{i}" for k in range(draw(st.integers(2, 5)))]
        end = at + 0.4 * len(words)
        call.trainee_says(at, end, " ".join(words), done=draw(st.floats(0, 1)))
        said += words
        at = end + draw(st.floats(0.25, 3))
    return call, said, at + 10


@given(conversations())
@settings(max_examples=60, deadline=None)
def test_each_word_of_the_trainee_is_in_exactly_one_turn(conversation: tuple[Screenplay, list[str], float]) -> None:
    call, said, seconds = conversation
    take: Take = call.run(seconds)
    assert all_words(take.commits) == said
    assert not [drop for drop in take.of(Drop) if drop.text]


@given(conversations())
@settings(max_examples=15, deadline=None)
def test_the_same_call_is_decided_the_same_way(conversation: tuple[Screenplay, list[str], float]) -> None:
    call, _, seconds = conversation
    copy = replace(call)
    copy._sayings, copy._lines, copy._events = list(call._sayings), list(call._lines), list(call._events)
    assert call.run(seconds).log == copy.run(seconds).log
