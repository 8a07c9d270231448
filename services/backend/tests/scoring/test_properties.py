"""Whatever is handed in, the card keeps its promises."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.scorecard import DIMENSIONS
from app.scoring import score_session

from .kit import NAMES, Line, call

LINES = sorted({line["text"] for name in NAMES for line in call(name)["transcript"]})
SPOKEN = st.one_of(st.sampled_from(LINES), st.text(max_size=60))


@st.composite
def transcripts(draw: st.DrawFn) -> list[Line]:
    """Lines of the sample calls and plain noise in any order, with or without times, overlapping or not."""
    timed = draw(st.booleans())
    lines: list[Line] = []
    clock = 0
    for _ in range(draw(st.integers(0, 9))):
        line: Line = {"speaker": draw(st.sampled_from(["trainee", "prospect"])), "text": draw(SPOKEN)}
        if timed:
            start = max(0, clock + draw(st.integers(-1500, 3000)))
            clock = start + draw(st.integers(1, 30_000))
            line |= {"start_ms": start, "end_ms": clock}
        lines.append(line)
    return lines


OUTCOMES = st.fixed_dictionaries(
    {},
    optional={
        "meeting_booked": st.booleans(),
        "close_attempt": st.booleans(),
        "hung_up_by": st.sampled_from(["trainee", "prospect"]),
        "no_fit": st.booleans(),
    },
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(transcripts(), OUTCOMES, st.sampled_from([None, *NAMES]))
def test_any_transcript_gets_an_honest_card(lines: list[Line], outcomes: dict[str, object], brief: str | None) -> None:
    card = score_session(lines, outcomes, brief=call(brief)["brief"] if brief else None)
    assert tuple(card["dimensions"]) == DIMENSIONS
    assert (card["total_score"] is None) == (card["status"] == "partial")
    assert card["total_score"] is None or 0 <= card["total_score"] <= 100
    assert json.loads(json.dumps(card)) == card
    for dimension in card["dimensions"].values():
        assert 0 <= dimension["points"] <= dimension["max"]
        for item in dimension["criteria"]:
            assert item["points"] <= 0 or any(quote["speaker"] == "trainee" for quote in item["quotes"])
            for quote in item["quotes"]:
                assert lines[quote["turn"]]["text"][quote["start_char"] : quote["end_char"]] == quote["text"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(transcripts())
def test_the_same_input_gives_the_same_card(lines: list[Line]) -> None:
    assert json.dumps(score_session(lines)) == json.dumps(score_session([dict(line) for line in lines]))
