"""The command that scores a file of calls: one answer a line, and no bad line stops the rest."""

import json
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.acts import Act
from app.domain.call import Utterance
from app.reading import Heads, Reader
from app.reading.evidence import Evidence
from app.reading.normal import View
from app.reading.signs import Sensed
from app.scoring import score_session
from app.scoring.evaluate import evaluated, main
from app.scoring.intake import script_from
from app.scoring.measures import measured

from .kit import call, script, untimed


def spoken(text: str) -> tuple[Utterance, ...]:
    return script_from(untimed(text)).utterances


def strengths(text: str) -> list[dict[str, float]]:
    """Probabilities of every utterance of a little script."""
    return [item["probabilities"] for item in measured(spoken(text))]


def run(path: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    assert main([str(path), "--models", str(path.parent)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_line_gets_the_card_it_would_get_over_http(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    samples = [call("good_clinic"), call("rude")]
    path = tmp_path / "calls.jsonl"
    path.write_text("\n".join(json.dumps(sample) for sample in samples), encoding="utf-8")
    answers = run(path, capsys)
    assert [answer["line"] for answer in answers] == [1, 2]
    for sample, answer in zip(samples, answers, strict=True):
        card = score_session(sample["transcript"], sample["outcomes"], brief=sample["brief"])
        assert answer["scorecard"] == json.loads(json.dumps(card))
        assert len(answer["utterances"]) == len(sample["transcript"])


BAD = [
    b"{",
    b"[]",
    b"17",
    b"{}",
    b'{"transcript": "hello"}',
    b'{"transcript": [{"speaker": "bob", "text": "hi"}]}',
    b'{"transcript": [], "call_type": ["cold"]}',
    b'{"transcript": [], "outcomes": {"end_reason": [1]}}',
    b'{"transcript": [], "brief": 7}',
    b'{"transcript": [], "playbook": "no-such"}',
    b'{"transcript": [], "playbook": {"company": 1}}',
    b'{"transcript": [], "rubric": "no-such"}',
    b"\xff\xfe",
    b"[" * 100_000,
]


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_line_is_named_and_the_next_one_scored(bad: bytes) -> None:
    good = json.dumps({"id": "a", "transcript": untimed("P: Hello?\nT: Hi.")}).encode()
    first, blank_skipped = list(evaluated([bad, b"  \n", good]))
    assert first["line"] == 1
    assert first["error"]["message"]
    assert "scorecard" not in first
    assert (blank_skipped["line"], blank_skipped["id"]) == (3, "a")
    assert blank_skipped["scorecard"]["status"] == "partial"


def test_a_field_nobody_looks_at_is_named() -> None:
    line = json.dumps({"transcript": untimed("T: Hi."), "labels": [1], "calltype": "cold"}).encode()
    assert next(evaluated([line]))["ignored"] == ["calltype", "labels"]


def test_a_playbook_by_id_is_the_seller() -> None:
    told = "T: Hi, this is Ana from Sorrel Freight Audit.\nP: What is it about?"
    plain, sold = evaluated(
        [
            json.dumps({"transcript": untimed(told)}).encode(),
            json.dumps({"transcript": untimed(told), "playbook": "freight-audit"}).encode(),
        ]
    )
    assert "error" not in plain
    assert "error" not in sold


def test_a_missing_file_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no-such-file.jsonl"]) == 2
    assert "no-such-file.jsonl" in capsys.readouterr().err


def test_both_sides_are_measured_alike() -> None:
    first, second, third, fourth = strengths(
        """
        T: How do you check carrier invoices today?
        P: Two people check invoices by hand. Who did you say you are?
        T: It sounds like checking by hand takes two people. Would Tuesday at ten work for a short call?
        P: Not interested, we already have a vendor.
        """
    )
    assert first["question"] > 0.5
    assert first["uptake"] == 0
    assert second["question"] > 0.5
    assert third["uptake"] > 0.2
    assert third["reflects"] > 0.5
    assert min(third["asks_meeting"], third["asks"]) > 0.5
    assert first["asks"] == first["objection"] == 0
    assert fourth["objection"] > 0.5


def test_a_sentence_keeps_its_own_measures_and_place() -> None:
    line = "We cut costs by half. How do you do it today?"
    (utterance,) = measured(spoken(f"T: {line}"))
    pitch, question = utterance["sentences"]
    assert line[question["start_char"] : question["end_char"]] == question["text"]
    assert pitch["probabilities"]["question"] == 0
    assert question["probabilities"]["question"] > 0.5
    assert utterance["probabilities"]["question"] == question["probabilities"]["question"]


def test_a_pitch_is_unlinked_until_the_other_side_has_spoken_of_it() -> None:
    claim = "We help teams cut the hours they spend on invoices."
    cold, _, warm = strengths(f"T: {claim}\nP: Our invoices take two people all week.\nT: {claim}")
    assert cold["unlinked_pitch"] == cold["pitch"] > 0.5
    assert warm["unlinked_pitch"] < cold["unlinked_pitch"]


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Would you be willing to donate a small amount to the fund?", True),
        ("How much would you like to give?", True),
        ("Please consider signing up today.", True),
        ("Would you trade two waters for one food?", True),
        ("Would you like to know more about it?", False),
        ("I donated last year.", False),
        ("How do you plan shifts today?", False),
    ],
)
def test_asks_of_any_kind(line: str, asked: bool) -> None:
    (found,) = strengths(f"T: {line}")
    assert (found["asks"] > 0.5) is asked


def test_times_change_nothing_about_what_is_said() -> None:
    text = "P: Hello?\nT: The reason I'm calling is your warehouse."
    assert measured(script_from(script(text)).utterances) == measured(spoken(text))


def test_what_is_not_decided_is_graded_by_the_heads() -> None:
    class Leaning:
        """Heads that find every sentence a little like an insult and decide nothing."""

        def weighed(self, sensed: Sensed) -> list[Evidence]:
            return sensed.evidence

        def probabilities(self, sensed: Sensed) -> dict[Act, float]:
            return {Act.INSULT: 0.4, Act.ASKS_SITUATION: 0.2} if sensed.seen.words else {}

        def uptake(self, text: str, previous_line: str) -> float:
            return 0.0

        def asks(self, sensed: Sensed) -> float:
            return 0.0

        def objects(self, seen: View) -> float:
            return 0.3

    (found,) = measured(spoken("T: We load at night."), None, Reader(cast("Heads", Leaning())))
    assert found["probabilities"]["insult"] == 0.2
    assert found["probabilities"]["question"] == 0.1
    assert found["probabilities"]["asks_meeting"] == 0
    assert found["probabilities"]["objection"] == 0.3


ODD = st.text(max_size=40) | st.sampled_from(["?", "...", "\u200b", "a", "12", "\n", "😀 ok", "Who's this?"])


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "speaker": st.sampled_from(["trainee", "prospect", "Trainee ", "agent", None, 3]),
                "text": ODD | st.none(),
            },
            optional={"start_ms": st.integers(-5, 10**7) | st.floats() | st.text(max_size=2), "end_ms": st.integers()},
        ),
        max_size=8,
    )
)
def test_any_transcript_gives_a_card_or_says_what_is_wrong(lines: list[dict[str, Any]]) -> None:
    (answer,) = evaluated([json.dumps({"transcript": lines}).encode()])
    if "error" in answer:
        assert answer["error"]["code"] == "invalid"
        assert answer["error"]["message"]
    else:
        assert answer["scorecard"]["status"] in ("partial", "complete")
        assert all(0 <= p <= 1 for item in answer["utterances"] for p in item["probabilities"].values())
