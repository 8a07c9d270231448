"""Foresight: what the prospect is about to say can mostly be made as sound before the trainee has finished."""

import pytest

from app.dialogue.foresight import predict_first_clauses
from app.domain.lead_ins import lead_in_of, lead_ins
from app.domain.prospect import ProspectTurn
from tests.dialogue.stage import OPENER, REASON, Call


def pieces(text: str) -> list[str]:
    """A lead-in and the rest: enough of a clause for a test."""
    lead = lead_in_of(text)
    return [part for part in (lead, text[len(lead) :].strip()) if part]


def foreseen(call: Call, heard: str = "", limit: int = 8) -> list[str]:
    return predict_first_clauses(call.state, call.persona, call.scene, split=pieces, limit=limit, heard_so_far=heard)


def said_first(turn: ProspectTurn) -> str:
    parts = pieces(turn.text)
    return parts[1] if parts[0] in lead_ins() and len(parts) > 1 else parts[0]


LINES = (
    OPENER,
    REASON,
    "Sure. And who takes care of all that at your end?",
    "Is it the money, or is it more that nobody has the time for it?",
    "Could we put a quarter of an hour in the diary for Wednesday?",
)


def hits(part: float) -> float:
    """Share of replies whose first words were foreseen when that part of the trainee's line was heard."""
    found = total = 0
    for seed in range(300, 312):
        call = Call(seed)
        for line in LINES:
            words = line.replace("{given}", call.persona.given_name).split()
            ahead = foreseen(call, " ".join(words[: int(len(words) * part)]))
            turn = call.trainee(line)
            total += 1
            found += said_first(turn) in ahead
            if turn.ends:
                break
    return found / total


def test_most_first_words_are_foreseen_and_more_when_half_of_the_line_is_heard() -> None:
    before, halfway = hits(0.0), hits(0.6)
    assert before > 0.5
    assert halfway > max(0.7, before)


def test_the_same_moment_foresees_the_same_and_no_more_than_asked_for() -> None:
    call = Call(7)
    assert foreseen(call) == foreseen(call)
    assert foreseen(call, limit=3) == foreseen(call)[:3]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_lead_ins_are_left_out_since_every_voice_has_them_as_sound(seed: int) -> None:
    call = Call(seed)
    for line in LINES:
        assert not set(foreseen(call)) & set(lead_ins())
        if call.trainee(line).ends:
            break


def test_foreseeing_leaves_the_call_as_it_was() -> None:
    plain, watched = Call(11), Call(11)
    for line in LINES:
        foreseen(watched, line[:20])
        assert watched.trainee(line) == plain.trainee(line)
