"""The mouth against a silent, a slow, a forgetful and an eager client."""

import struct
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.call.speaking import LEAD_MS, Speaker
from app.call.workers import Worker
from app.domain.audio import ms_to_samples
from app.turn.events import ProspectAudible, ProspectDone, ProspectProgress
from tests.call.test_spoken import RATE, line


class Wire:
    def __init__(self) -> None:
        self.pieces: list[tuple[int, int, int, int]] = []
        self.messages: list[dict[str, Any]] = []

    def send(self, message: Mapping[str, Any]) -> None:
        self.messages.append(dict(message))

    def send_audio(self, piece: bytes) -> None:
        _, _, flags, gen, start = struct.unpack_from("<BBHIQ", piece)
        self.pieces.append((gen, start, (len(piece) - 16) // 2, flags))

    def finish(self) -> None: ...


class Tape:
    def __init__(self) -> None:
        self.written: list[tuple[str, int, int]] = []

    def write(self, side: str, sample: int, pcm: bytes) -> None:
        self.written.append((side, sample, len(pcm) // 2))

    def flush(self) -> None: ...

    def close(self) -> None: ...


class Stage:
    def __init__(self) -> None:
        self.wire, self.tape, self.told, self.done, self.cut = Wire(), Tape(), [], [], []
        self.disk = Worker("disk")
        self.speaker = Speaker(
            self.tape,
            self.disk,
            self.told.append,
            self.done.append,
            lambda spoken, heard: self.cut.append(heard),
        )
        self.speaker.attach(self.wire)
        self.now = 0

    def pass_ms(self, ms: int) -> None:
        for _ in range(0, ms, 32):
            self.now += ms_to_samples(32)
            self.speaker.tick(self.now)


@pytest.fixture
def stage() -> Stage:
    return Stage()


def sent(stage: Stage, gen: int) -> int:
    return sum(count for g, _, count, _ in stage.wire.pieces if g == gen)


def test_no_more_leaves_than_the_lead_until_the_client_plays(stage: Stage) -> None:
    stage.speaker.start(line(*["word"] * 30))
    stage.pass_ms(600)
    assert LEAD_MS - 40 <= sent(stage, 1) * 1000 // RATE <= LEAD_MS + 40


def test_acknowledgements_draw_the_rest_in_order_without_a_hole(stage: Stage) -> None:
    spoken = line(*["word"] * 10)
    stage.speaker.start(spoken)
    for played in range(0, spoken.samples + 1, 800):
        stage.pass_ms(96)
        stage.speaker.on_played(1, played)
    stage.speaker.on_played(1, spoken.samples)
    position = 0
    for _, start, count, _ in stage.wire.pieces:
        assert start == position
        position += count
    assert position == spoken.samples
    flags = [flags for *_, flags in stage.wire.pieces]
    assert flags[0] & 1
    assert flags[-1] & 2
    assert not any(flag & 2 for flag in flags[:-1])
    assert stage.done == [spoken]
    assert isinstance(stage.told[0], ProspectAudible)
    assert isinstance(stage.told[-1], ProspectDone)


def test_a_client_that_never_acknowledges_is_taken_to_play_in_real_time(stage: Stage) -> None:
    spoken = line(*["word"] * 5)
    stage.speaker.start(spoken)
    stage.pass_ms(8_000)
    assert stage.done == [spoken]


def test_acknowledging_more_than_was_sent_counts_for_nothing(stage: Stage) -> None:
    stage.speaker.start(line(*["word"] * 10))
    stage.speaker.on_played(1, 10**9)
    stage.speaker.on_played(7, 100)
    assert stage.told == []
    assert stage.done == []


def test_a_cancelled_line_waits_for_the_last_word_of_the_client(stage: Stage) -> None:
    spoken = line(*["word"] * 10)
    stage.speaker.start(spoken)
    stage.pass_ms(320)
    stage.speaker.on_played(1, 2_400)
    stage.speaker.cancel()
    assert stage.wire.messages[-1] == {"type": "clear", "gen": 1}
    pieces = len(stage.wire.pieces)
    stage.speaker.on_played(1, 3_600)
    stage.pass_ms(400)
    assert stage.cut == ["word"]
    assert len(stage.wire.pieces) == pieces


def test_cancelling_twice_is_cancelling_once(stage: Stage) -> None:
    stage.speaker.start(line(*["word"] * 10))
    stage.speaker.on_played(1, 1_000)
    stage.speaker.cancel()
    stage.speaker.cancel()
    stage.pass_ms(600)
    stage.speaker.cancel()
    assert len(stage.cut) == 1
    assert [m["type"] for m in stage.wire.messages] == ["clear"]


def test_a_paused_line_goes_on_a_little_before_as_a_new_gen(stage: Stage) -> None:
    spoken = line(*["word"] * 20)
    stage.speaker.start(spoken)
    stage.pass_ms(320)
    stage.speaker.on_played(1, 4_000)
    stage.speaker.pause()
    stage.pass_ms(1_000)
    assert stage.cut == []
    stage.speaker.resume()
    assert stage.speaker.gen == 2
    stage.speaker.on_played(2, 800)
    progress = [event for event in stage.told if isinstance(event, ProspectAudible)]
    assert [event.gen for event in progress] == [1, 2]
    while not stage.done:
        stage.pass_ms(96)
        stage.speaker.on_played(2, sent(stage, 2))
    assert sent(stage, 2) == spoken.samples - 4_000 + RATE * 120 // 1000


def test_the_tape_gets_exactly_what_was_played(stage: Stage) -> None:
    spoken = line(*["word"] * 5)
    stage.speaker.start(spoken)
    for played in (800, 1_600, 2_400):
        stage.pass_ms(96)
        stage.speaker.on_played(1, played)
    stage.speaker.cancel()
    stage.disk._pool.shutdown(wait=True)
    assert sum(count for side, _, count in stage.tape.written if side == "prospect") == 2_400 * 2
    assert any(isinstance(event, ProspectProgress) for event in stage.told)


def test_a_forgotten_line_is_told_to_nobody(stage: Stage) -> None:
    stage.speaker.start(line(*["word"] * 5))
    stage.speaker.on_played(1, 800)
    stage.speaker.forget()
    stage.pass_ms(600)
    assert stage.cut == []
    assert stage.done == []
    assert stage.wire.messages == [{"type": "clear", "gen": 1}]


def test_what_was_heard_of_a_forgotten_line_is_on_the_tape(stage: Stage) -> None:
    stage.speaker.start(line(*["word"] * 5))
    stage.pass_ms(96)
    stage.speaker.on_played(1, 800)
    stage.pass_ms(96)
    stage.speaker.forget()
    stage.speaker.on_played(1, 1_600)
    stage.disk._pool.shutdown(wait=True)
    assert sum(count for side, _, count in stage.tape.written if side == "prospect") == 1_600 * 2
    assert stage.cut == []


def test_a_question_is_asked_only_about_where_it_ends() -> None:
    spoken = line("Who is this?", "I am in the middle of something here.", words_ms=500)
    asked_at = 3 * RATE // 2
    assert not spoken.asks(asked_at - RATE)
    assert spoken.asks(asked_at - RATE // 4)
    assert spoken.asks(asked_at + RATE // 2)
    assert not spoken.asks(asked_at + 3 * RATE // 2)


commands = st.lists(
    st.sampled_from(["start", "pause", "resume", "cancel", "forget", "settle", "duck", "ack", "wait", "murmur"]),
    max_size=30,
)


def obey(stage: Stage, command: str) -> None:
    """One order of the conductor, or something the client does."""
    speaker = stage.speaker
    match command:
        case "start":
            speaker.start(line(*["word"] * 4))
        case "duck":
            speaker.duck(-12.0)
        case "murmur":
            speaker.murmur(line("mm-hm"))
        case "ack":
            gen = speaker.gen or 0
            speaker.on_played(gen, sent(stage, gen) // 2)
        case "wait":
            stage.pass_ms(320)
        case _:
            getattr(speaker, command)()


@given(commands)
@settings(max_examples=60, deadline=None)
def test_no_sound_of_a_gen_follows_its_clear(script: list[str]) -> None:
    stage, cleared = Stage(), 0
    for command in script:
        pieces = len(stage.wire.pieces)
        obey(stage, command)
        assert all(gen > cleared for gen, *_ in stage.wire.pieces[pieces:])
        cleared = max([cleared, *(m["gen"] for m in stage.wire.messages if m["type"] == "clear")])
    stage.disk.close()


@given(commands)
@settings(max_examples=60, deadline=None)
def test_an_order_carried_out_twice_does_what_it_does_once(script: list[str]) -> None:
    once, twice = Stage(), Stage()
    for command in script:
        obey(once, command)
        for _ in range(2 if command in ("pause", "resume", "cancel", "forget", "settle", "duck") else 1):
            obey(twice, command)
    ducks = [m for m in once.wire.messages if m["type"] != "duck"]
    assert ducks == [m for m in twice.wire.messages if m["type"] != "duck"]
    assert once.wire.pieces == twice.wire.pieces
    assert (once.cut, len(once.done)) == (twice.cut, len(twice.done))
    for stage in (once, twice):
        stage.disk.close()
