"""What a free question wants, by meaning: found in other words, and nothing found where nobody has an answer."""

import re
from pathlib import Path

import numpy as np
import pytest

from app.dialogue.mind.talk import Talk
from app.reading import Reader, load_heads
from app.reading.embedder import WIDTH
from app.reading.wanted import ELSE, NOTHING, PLANE, seconded
from bench.prospect_calls import cast
from training.askings import ASKINGS, askings

ASKED = Path(__file__).parent / "lines" / "asked_facts.tsv"
SURE, CONTESTED, FROM_AFAR, ALL_BUT_SURE = 0.35, 0.45, 0.75, 0.85
NEAR = 0.6
ALIKE = {("process.flow", "problem.today"), ("cost.now", "problem.costs")}
"""How the work is done and what it costs: of the business and of a trouble in it people ask with the same words."""


def rows() -> list[tuple[str, str]]:
    """`(matter, question)` nobody trained on; a side of whichever problem is `problem.…`."""
    found = [row.split("\t") for row in ASKED.read_text(encoding="utf-8").splitlines() if row[0] != "#"]
    return [(re.sub(r"problem\.\d", "problem", matter), text) for matter, text in found]


def test_without_heads_nothing_is_found() -> None:
    assert Reader().wanted("How many people work there?") == {}


def test_what_is_tested_was_not_trained_on() -> None:
    assert not {text for _, text in rows()} & {text for _, text in askings()}
    assert ASKINGS.exists()


def test_every_matter_is_something_a_prospect_can_tell() -> None:
    told = {fact.id for seed in range(30) for fact in cast(seed, 3)[0].facts}
    told = (
        {re.sub(r"problem\.\d", "problem", id_) for id_ in told} | {f"talk.{kind}" for kind in Talk} | {NOTHING, ELSE}
    )
    assert {matter for matter, _ in askings()} <= told


def test_what_known_ways_to_ask_are_after_counts_from_two_near_ones_or_one_that_is_the_same() -> None:
    plane = np.eye(WIDTH, PLANE, dtype=np.float32)
    ways, of = plane[:PLANE], np.arange(PLANE, dtype=np.uint8)
    of[1], of[2] = 0, 9
    near = plane[:, 0] + 0.9 * plane[:, 1] + 0.8 * plane[:, 2]
    assert set(seconded(near, plane, ways, of)) == {0}
    assert set(seconded(plane[:, 2], plane, ways, of)) == {0, 9}
    assert not {5, 9} & set(seconded(0.1 * near + plane[:, 5] + plane[:, 2], plane, ways, of))


def test_without_heads_no_question_is_like_another() -> None:
    assert Reader().alike("How many people work there?") == {}


@pytest.fixture(scope="module")
def reader() -> Reader:
    from app.runtime.models import default_models_dir

    heads = load_heads(default_models_dir())
    assert heads is not None, "fetch the model first: setup --models minilm-l6-int8"
    return Reader(heads)


def wanted(reader: Reader, question: str) -> str:
    chances = reader.wanted(question)
    best = max(chances, key=chances.__getitem__)
    alike = reader.alike(question)
    near = CONTESTED if alike.keys() & {NOTHING, ELSE} else SURE
    least = ALL_BUT_SURE if best not in alike else FROM_AFAR if alike[best] < NEAR else near
    return best if chances[best] >= least and best != ELSE else NOTHING


@pytest.mark.models
def test_most_questions_find_their_matter_and_few_a_wrong_one(reader: Reader) -> None:
    asked = [(matter, wanted(reader, text)) for matter, text in rows() if matter != NOTHING]
    right = sum(found == matter or (matter, found) in ALIKE for matter, found in asked)
    wrong = sum(found != NOTHING for _, found in asked) - right
    print(f"{right} right, {wrong} wrong of {len(asked)}")
    assert right >= 0.65 * len(asked)
    assert wrong <= 0.08 * len(asked)


@pytest.mark.models
def test_questions_nobody_can_answer_find_none(reader: Reader) -> None:
    found = [wanted(reader, text) for matter, text in rows() if matter == NOTHING]
    assert sum(one != NOTHING for one in found) <= 0.06 * len(found)
