"""One sentence, one merit: words count for two criteria only where the sheet declares it."""

import pytest

from app.domain.plain import from_plain
from app.domain.scorecard import Criterion, Quote, Verdict
from app.scoring import load_rubric
from app.scoring.sharing import conflicts, told_apart

from .kit import NAMES, Card, bare, call, mapped, score

RUBRIC = load_rubric("cold_call")


def earned(name: str, *places: tuple[int, int, int], speaker: str = "trainee") -> Criterion:
    """A criterion with all its points on `(turn, start, end)`."""
    most = next(spec.max for spec in RUBRIC.criteria() if spec.id == name)
    quotes = tuple(Quote(turn=t, speaker=speaker, start_char=a, end_char=b, text="x" * (b - a)) for t, a, b in places)
    return Criterion(id=name, state=Verdict.MET, points=most, max=most, quotes=quotes)


def settled(*criteria: Criterion) -> list[Criterion]:
    return list(told_apart({"any": criteria}, RUBRIC)["any"])


def criteria_of(card: Card) -> list[Criterion]:
    return [from_plain(Criterion, item) for dimension in card["dimensions"].values() for item in dimension["criteria"]]


def test_the_later_of_two_that_may_not_share_earns_nothing() -> None:
    first, later = settled(earned("proof", (3, 0, 20)), earned("ask", (3, 10, 30)))
    assert first.points > 0
    assert (later.points, later.state, later.quotes) == (0, Verdict.UNMET, ())
    assert "already count" in later.why


@pytest.mark.parametrize("pair", [("uptake", "problem"), ("problem", "uptake"), ("objection_closed", "ask")])
def test_declared_pairs_share_in_either_direction(pair: tuple[str, str]) -> None:
    both = [earned(name, (3, 0, 20)) for name in pair]
    assert settled(*both) == both


def test_words_beside_each_other_are_not_the_same_words() -> None:
    both = [earned("proof", (3, 0, 20)), earned("ask", (3, 20, 40), (5, 0, 9))]
    assert settled(*both) == both


def test_what_stands_on_other_words_too_keeps_its_points_by_those() -> None:
    _, later = settled(earned("proof", (3, 0, 20)), earned("ask", (3, 0, 20), (5, 0, 9)))
    assert later.points > 0
    assert [quote.turn for quote in later.quotes] == [5]


def test_absences_and_the_prospects_words_are_nobodys_own() -> None:
    absent = [earned("proof", (3, 0, 20)), earned("plain_words", (3, 0, 20))]
    assert settled(*absent) == absent
    first, later = settled(earned("proof", (3, 0, 20)), earned("ask", (3, 0, 20), speaker="prospect"))
    assert first.points > 0
    assert later.points > 0


@pytest.mark.parametrize("name", NAMES)
def test_no_card_pays_the_same_words_twice(name: str) -> None:
    sample = call(name)
    for lines in (sample["transcript"], mapped(sample["transcript"], bare, both=True)):
        assert list(conflicts(criteria_of(score(sample, lines)), RUBRIC)) == []


def test_the_check_notices_words_paid_twice() -> None:
    twice = [earned("proof", (3, 0, 20)), earned("ask", (3, 10, 30))]
    assert list(conflicts(twice, RUBRIC)) == [("proof", "ask")]
