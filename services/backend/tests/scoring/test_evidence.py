"""No point without words that can be found again."""

from typing import Any

import pytest

from app.scoring import load_rubric

from .kit import NAMES, Card, call, judged, points, score, script

ABSENCES = {spec.id for spec in load_rubric("cold_call").criteria() if spec.kind == "absence"}


def awarded(card: Card) -> list[dict[str, Any]]:
    return [item for found in card["dimensions"].values() for item in found["criteria"] if item["points"] > 0]


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_is_an_exact_part_of_the_transcript(name: str) -> None:
    sample = call(name)
    lines = sample["transcript"]
    for found in score(sample)["dimensions"].values():
        for item in found["criteria"]:
            for quote in item["quotes"]:
                line = lines[quote["turn"]]
                assert quote["text"] == line["text"][quote["start_char"] : quote["end_char"]] != ""
                assert quote["speaker"] == line["speaker"]
                assert line["start_ms"] <= quote["start_ms"] <= quote["end_ms"] <= line["end_ms"]


@pytest.mark.parametrize("name", NAMES)
def test_points_stand_on_the_trainees_words(name: str) -> None:
    for item in awarded(score(call(name))):
        assert any(quote["speaker"] == "trainee" for quote in item["quotes"]), item["id"]


@pytest.mark.parametrize("name", NAMES)
def test_removing_the_quoted_words_removes_the_points(name: str) -> None:
    """The trainee's quoted words go; the criterion falls unless other words of the call earn it again."""
    sample = call(name)
    card = score(sample)
    for item in awarded(card):
        if item["id"] in ABSENCES:
            continue
        lines = [dict(line) for line in sample["transcript"]]
        before = item["points"]
        found = judged(sample, lines, item["id"])
        for _ in range(12):
            mine = [quote for quote in found.quotes if quote.speaker == "trainee"]
            if not mine:
                break
            for quote in sorted(mine, key=lambda quote: -quote.start_char):
                text = lines[quote.turn]["text"]
                lines[quote.turn]["text"] = text[: quote.start_char] + text[quote.end_char :]
            found = judged(sample, lines, item["id"])
        assert found.points <= 0 < before, item["id"]


@pytest.mark.parametrize("name", NAMES)
def test_an_unmet_criterion_points_at_what_the_prospect_had_said(name: str) -> None:
    card = score(call(name))
    for dimension in ("discovery", "objection_handling"):
        for item in card["dimensions"][dimension]["criteria"]:
            if item["state"] == "unmet" and item["max"] and "left because" not in item["why"]:
                assert [quote["speaker"] for quote in item["quotes"]] == ["prospect"], item["id"]


def test_a_silent_trainee_earns_nothing_for_what_did_not_happen() -> None:
    sample = call("excellent_freight")
    lines = [{**line, "text": line["text"] if line["speaker"] == "prospect" else ""} for line in sample["transcript"]]
    card = score(sample, lines)
    assert points(card) == 0
    assert card["total_score"] is None


def linked_after(answer: str) -> float:
    talk = f"""
        P: Hello?
        T: Hi, this is Ana from Delta. I'm calling about your power bills.
        P: Go on.
        T: And when there was a peak, can you find which machine caused it?
        P: {answer}
        T: With our meters you see every machine, so you know which one causes the peak.
        P: I see.
    """
    found = judged({"brief": None, "outcomes": {}}, script(talk), "linked")
    return found.points


def test_a_brief_answer_is_about_what_was_asked() -> None:
    assert linked_after("No. We guess. Everybody blames the extruders.") == 5
    assert linked_after("Never mind that, thirty people work here in two shifts and the canteen is closed.") < 5
