"""Which words a number of played samples amounts to."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from app.call.spoken import SpokenLine
from app.domain.audio import Clip
from app.domain.prospect import Move, ProspectState, ProspectTurn

RATE = 8_000


def line(*clauses: str, words_ms: int = 300, made: int | None = None) -> SpokenLine:
    text = " ".join(clauses)
    turn = ProspectTurn(text=text, next_state=ProspectState(), moves=(Move.ANSWER,))
    spoken = SpokenLine(turn=turn, kind="line", clauses=list(clauses), rate_hz=RATE, before=ProspectState())
    for clause in clauses[: len(clauses) if made is None else made]:
        samples = len(clause.split()) * words_ms * RATE // 1000
        spoken.add(Clip(bytes(samples * 2), RATE), bytes(samples * 4))
    return spoken


def test_nothing_played_is_nothing_heard() -> None:
    assert line("Who is this?").heard(0) == ""


def test_all_played_is_the_whole_text() -> None:
    spoken = line("Who is this?", "I am busy.")
    assert spoken.heard(spoken.samples) == "Who is this? I am busy."


def test_a_cut_falls_back_to_the_last_full_word() -> None:
    spoken = line("aaaa bbbb cccc dddd", words_ms=500)
    assert spoken.heard(int(1.2 * RATE)) == "aaaa bbbb"


def test_a_clause_without_sound_yet_was_not_heard() -> None:
    spoken = line("Who is this?", "I am busy.", made=1)
    assert not spoken.complete
    assert spoken.heard(spoken.samples) == "Who is this?"


@given(st.lists(st.integers(0, 40_000), min_size=2, max_size=6))
def test_hearing_more_never_takes_words_back(played: list[int]) -> None:
    spoken = line("Well, to be honest with you,", "we do all of that by hand today.")
    heard = [spoken.heard(samples) for samples in sorted(played)]
    for less, more in itertools.pairwise(heard):
        assert more.startswith(less)
        assert spoken.turn.text.startswith(less)


def test_recent_words_are_those_of_the_last_five_seconds() -> None:
    spoken = line(*(f"word{i}" for i in range(30)), words_ms=500)
    recent = spoken.recent_words(12 * RATE)
    assert "word23" in recent
    assert "word5" not in recent
