"""The second reader: narrow questions from both sides, quotes that were said, and nothing changed when in doubt."""

import copy
import json
import random
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.call import Utterance
from app.domain.errors import EngineFailed
from app.scoring import load_rubric, second_opinion
from app.scoring.intake import script_from
from app.scoring.sharing import conflicts
from app.scoring.verifier.asking import questions

from .kit import call, score

CALLS = ("average_mail", "fair_mail", "excellent_freight", "good_clinic", "pitch_dump", "script_reader")
MOST = 6
NEXT = {"unmet": "partial", "partial": "met", "met": "met"}
Answer = Callable[[str, bool], str]
"""From the exchange and whether the question speaks for the trainee."""


@cache
def _card(name: str) -> dict[str, Any]:
    return score(call(name))


@cache
def _said(name: str) -> tuple[Utterance, ...]:
    return script_from(call(name)["transcript"]).utterances


class Scripted:
    """Answers by a function; keeps what it was asked."""

    name = "scripted"

    def __init__(self, answer: Answer) -> None:
        self._answer, self.asked = answer, 0

    def answer(self, system: str, question: str) -> str:
        self.asked += 1
        exchange, _, asked = question.partition("\n\nQuestion: ")
        return self._answer(exchange, any(asked == one["shown"] for one in questions().values()))


def reply(answer: str, quote: str) -> str:
    return json.dumps({"answer": answer, "quote": quote})


def callers_words(exchange: str) -> str:
    lines = json.loads(exchange.removeprefix("Exchange: "))
    return str(next(line["said"] for line in lines if line["who"] == "caller"))


def finds_it(exchange: str, speaks_for: bool) -> str:
    return reply("yes" if speaks_for else "no", callers_words(exchange))


def misses_it(exchange: str, speaks_for: bool) -> str:
    return reply("no" if speaks_for else "yes", callers_words(exchange))


def opinion(name: str, answer: Answer) -> dict[str, Any]:
    return second_opinion(_card(name), _said(name), load_rubric("cold_call"), Scripted(answer))


def flat(card: dict[str, Any]) -> dict[str, Any]:
    return {one["id"]: one for item in card["dimensions"].values() for one in item["criteria"]}


def judged(card: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in card.items() if name not in ("verifier", "interval")}


def always(text: str) -> Answer:
    return lambda _exchange, _speaks_for: text


def raises(_exchange: str, _speaks_for: bool) -> str:
    raise EngineFailed("Too slow.")


USELESS: dict[str, Answer] = {
    "says yes to everything": lambda exchange, _: reply("yes", callers_words(exchange)),
    "says no to everything": lambda exchange, _: reply("no", callers_words(exchange)),
    "quotes what nobody said": lambda _, speaks_for: reply("yes" if speaks_for else "no", "I promise you the moon"),
    "quotes next to nothing": lambda exchange, speaks_for: reply(
        "yes" if speaks_for else "no", " ".join(callers_words(exchange).split()[:2])
    ),
    "quotes nothing": lambda _, speaks_for: reply("yes" if speaks_for else "no", ""),
    "talks": always("Certainly! The caller did very well here."),
    "sends broken JSON": always('{"answer": "yes", "quote": "'),
    "sends other JSON": always('{"answer": ["yes"], "quote": {"a": 1}}'),
    "sends deep JSON": always('{"a":' * 5_000 + "}" * 5_000),
    "is silent": always(""),
    "does not answer in time": raises,
}


@pytest.mark.parametrize("answer", USELESS.values(), ids=USELESS.keys())
@pytest.mark.parametrize("name", CALLS)
def test_a_reader_that_is_of_no_use_changes_nothing(name: str, answer: Answer) -> None:
    before = copy.deepcopy(_card(name))
    card = opinion(name, answer)
    assert judged(card) == before == _card(name)
    assert card["verifier"]["unclear"] == card["verifier"]["asked"] > 0
    assert card["interval"] is None


def test_a_reader_that_does_not_answer_is_soon_left_alone() -> None:
    reader = Scripted(raises)
    card = second_opinion(_card("average_mail"), _said("average_mail"), load_rubric("cold_call"), reader)
    assert reader.asked == 2 < card["verifier"]["asked"]


@pytest.mark.parametrize("name", CALLS)
def test_what_it_finds_moves_a_criterion_by_one_state_with_words_that_were_said(name: str) -> None:
    card, before = opinion(name, finds_it), flat(_card(name))
    said = {one.index: one.text for one in _said(name)}
    for move in card["verifier"]["moved"]:
        now = flat(card)[move["criterion"]]
        assert (move["from"], move["to"]) == (before[now["id"]]["state"], now["state"])
        assert now["state"] == NEXT[move["from"]]
        assert now["points"] > before[now["id"]]["points"]
        assert any(quote["speaker"] == "trainee" for quote in now["quotes"])
        assert all(said[q["turn"]][q["start_char"] : q["end_char"]] == q["text"] for q in now["quotes"])
        assert "A language model" in now["why"]
    assert {one["criterion"] for one in card["verifier"]["moved"]} <= set(questions())


def test_it_can_move_both_ways() -> None:
    up = [move for name in CALLS for move in opinion(name, finds_it)["verifier"]["moved"]]
    down = [move for name in CALLS for move in opinion(name, misses_it)["verifier"]["moved"]]
    assert up
    assert down
    assert all(move["to"] in ("met", "partial") for move in up)
    assert all(move["to"] in ("partial", "unmet") for move in down)


def test_a_move_to_unmet_takes_points_and_the_trainees_words() -> None:
    for name in CALLS:
        card = opinion(name, misses_it)
        for move in card["verifier"]["moved"]:
            if move["to"] == "unmet":
                now = flat(card)[move["criterion"]]
                assert now["points"] == 0
                assert all(quote["speaker"] == "prospect" for quote in now["quotes"])


@given(st.sampled_from(CALLS), st.integers(0, 10_000))
@settings(max_examples=120, deadline=None)
def test_whatever_it_says_the_total_moves_by_six_at_most(name: str, seed: int) -> None:
    chance = random.Random(seed)

    def answer(exchange: str, speaks_for: bool) -> str:
        words = callers_words(exchange).split()
        start = chance.randrange(max(1, len(words) - 3))
        quote = " ".join(words[start : start + chance.randrange(1, 12)])
        return chance.choice([finds_it, misses_it, lambda *_: reply(chance.choice(["yes", "no"]), quote)])(
            exchange, speaks_for
        )

    base, card = _card(name), opinion(name, answer)
    assert card["status"] == base["status"]
    assert (card["total_score"] is None) == (base["total_score"] is None)
    if base["total_score"] is not None:
        assert abs(card["total_score"] - base["total_score"]) <= MOST
        assert card["verifier"]["total_before"] == base["total_score"]
    if card["interval"] is not None:
        ends = card["interval"]
        assert ends["low"] <= min(card["total_score"], base["total_score"])
        assert ends["high"] >= max(card["total_score"], base["total_score"])
        assert base["total_score"] - MOST <= ends["low"] <= ends["high"] <= base["total_score"] + MOST
    assert not card["verifier"]["moved"] or judged(card) != judged(base)


@pytest.mark.parametrize("name", CALLS)
def test_the_total_can_still_be_added_up_from_the_criteria(name: str) -> None:
    for answer in (finds_it, misses_it):
        card = opinion(name, answer)
        for item in card["dimensions"].values():
            tested = [one for one in item["criteria"] if one["state"] != "not_tested"]
            assert item["points"] == pytest.approx(max(0, sum(one["points"] for one in tested)), abs=0.01)
        if card["total_score"] is not None and not card["ceilings"]:
            points = sum(item["points"] for item in card["dimensions"].values())
            most = sum(item["max"] for item in card["dimensions"].values())
            assert card["total_score"] in (int(100 * points / most + 0.5), load_rubric("cold_call").high_score - 1)


@pytest.mark.parametrize("name", CALLS)
def test_no_words_come_to_stand_for_two_criteria_that_may_not_share(name: str) -> None:
    from app.domain.plain import from_plain
    from app.domain.scorecard import Criterion

    rubric = load_rubric("cold_call")

    def clashes(card: dict[str, Any]) -> set[tuple[str, str]]:
        return set(conflicts([from_plain(Criterion, one) for one in flat(card).values()], rubric))

    assert clashes(opinion(name, finds_it)) <= clashes(_card(name))


def test_the_same_answers_give_the_same_card() -> None:
    assert json.dumps(opinion("average_mail", finds_it)) == json.dumps(opinion("average_mail", finds_it))


def test_every_question_is_about_a_criterion_and_asked_from_both_sides() -> None:
    known = {spec.id for spec in load_rubric("cold_call").criteria() if spec.kind == "evidence" and not spec.penalty}
    assert set(questions()) <= known
    assert all(set(one) == {"shown", "lacking"} for one in questions().values())
