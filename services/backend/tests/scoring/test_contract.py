"""The front door as other rooms and outside clients rely on it."""

import json

import pytest

from app.domain.call import Party, Speaker, Utterance
from app.domain.errors import Invalid
from app.domain.scorecard import DIMENSIONS
from app.scoring import score_session


def test_one_line_gets_a_card_with_seven_dimensions_misses_and_stronger_phrasing() -> None:
    card = score_session(
        transcript=[{"speaker": "trainee", "text": "Can I get 30 seconds?"}], outcomes={"close_attempt": True}
    )
    assert tuple(card["dimensions"]) == DIMENSIONS
    assert card["status"] == "partial"
    assert card["total_score"] is None
    assert card["misses"]
    assert card["suggestions"]
    assert all(len(line.split()) <= 35 for line in card["suggestions"])
    assert card["dimensions"]["opener"]["points"] == 3.0
    assert card["validated"] is False


def test_the_card_is_plain_json() -> None:
    card = score_session([{"speaker": "trainee", "text": "Hi, it's Ana."}, {"speaker": "prospect", "text": "Who?"}])
    assert json.loads(json.dumps(card)) == card


def test_utterances_and_mappings_give_the_same_card() -> None:
    texts = [("prospect", "Dana Whitfield."), ("trainee", "Hi Dana, this is Alex with Northwind.")]
    mappings = [{"speaker": who, "text": text} for who, text in texts]
    utterances = [
        Utterance(index=n, speaker=Speaker(who), party=Party(who), text=text, start_ms=0, end_ms=0)
        for n, (who, text) in enumerate(texts)
    ]
    assert score_session(mappings) == score_session(utterances)


@pytest.mark.parametrize(
    ("transcript", "says"),
    [
        ([{"speaker": "agent", "text": "Hello"}], "Unknown speaker 'agent'"),
        ([{"text": "Hello"}], "Unknown speaker"),
        ([{"speaker": "trainee"}], "no text"),
        ([{"speaker": "trainee", "text": "Hi", "start_ms": 900, "end_ms": 100}], "ends before it starts"),
        ([{"speaker": "trainee", "text": "Hi", "start_ms": float("nan"), "end_ms": 100}], "no time"),
        (["Hello"], "not a mapping"),
        ("Hello", "list of utterances"),
    ],
)
def test_unusable_input_is_refused_with_a_message(transcript: object, says: str) -> None:
    with pytest.raises(Invalid) as refused:
        score_session(transcript)  # type: ignore[arg-type]
    assert says in refused.value.message


def test_unknown_call_type_and_rubric_are_refused() -> None:
    with pytest.raises(Invalid):
        score_session([], call_type="karaoke")
    with pytest.raises(Invalid):
        score_session([], rubric="no such sheet")


@pytest.mark.parametrize("transcript", [[], [{"speaker": "trainee", "text": "  "}]])
def test_silence_is_partial_and_earns_nothing(transcript: list[dict[str, str]]) -> None:
    card = score_session(transcript)
    assert card["status"] == "partial"
    assert card["total_score"] is None
    assert all(dimension["points"] == 0 for dimension in card["dimensions"].values())


def test_without_times_no_figure_is_guessed() -> None:
    card = score_session([{"speaker": "trainee", "text": "Hi."}, {"speaker": "prospect", "text": "Yes?"}])
    assert card["metrics"]["talk_share"]["value"] is None
    assert card["dimensions"]["talk_listen_balance"]["state"] == "not_tested"
    assert all(figure["definition"] for figure in card["metrics"].values())
