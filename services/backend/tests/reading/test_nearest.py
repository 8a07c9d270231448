"""The fact a free question is after, by meaning: found in other words, and nothing found where nobody has an answer."""

from pathlib import Path

import pytest

from app.reading import Reader, load_heads
from training.askings import ASKINGS, askings

ASKED = Path(__file__).parent / "lines" / "asked_facts.tsv"
FACTS: dict[str, tuple[str, ...]] = {id_: () for id_, _ in askings() if id_ != "-"} | {
    "problem.0.today": ("invoice rates match carrier audit", "We check against the rate sheet when there is time."),
    "problem.0.hurts": ("carrier overcharge wrong invoice", "They bill us old rates and it's on us to catch it."),
    "problem.1.today": ("manual spreadsheet reconcile by hand", "Somebody does it on Fridays, by hand."),
    "problem.2.today": ("see the freight cost late", "We see it when finance closes."),
}


def rows() -> list[tuple[str, str]]:
    found = [row.split("\t") for row in ASKED.read_text(encoding="utf-8").splitlines() if row[0] != "#"]
    return [(id_, text) for id_, text in found if id_ == "-" or id_ in FACTS]


def test_without_heads_nothing_is_found() -> None:
    assert Reader().nearest("How many people work there?", FACTS) is None


def test_what_is_tested_was_not_trained_on() -> None:
    assert not {text for _, text in rows()} & {text for _, text in askings()}
    assert ASKINGS.exists()


@pytest.fixture(scope="module")
def reader() -> Reader:
    from app.runtime.models import default_models_dir

    heads = load_heads(default_models_dir())
    assert heads is not None, "fetch the model first: setup --models minilm-l6-int8"
    return Reader(heads)


@pytest.mark.models
def test_most_questions_find_their_fact_and_few_a_wrong_one(reader: Reader) -> None:
    asked = [(id_, reader.nearest(text, FACTS)) for id_, text in rows() if id_ != "-"]
    right = sum(found is not None and found[0] == id_ for id_, found in asked)
    wrong = sum(found is not None and found[0] != id_ for id_, found in asked)
    print(f"{right} right, {wrong} wrong of {len(asked)}")
    assert right >= 0.6 * len(asked)
    assert wrong <= 0.08 * len(asked)


@pytest.mark.models
def test_questions_nobody_can_answer_find_none(reader: Reader) -> None:
    found = [reader.nearest(text, FACTS) for id_, text in rows() if id_ == "-"]
    assert sum(one is not None for one in found) <= 0.06 * len(found)


@pytest.mark.models
def test_a_text_of_the_callers_own_is_enough(reader: Reader) -> None:
    found = reader.nearest("When did the crane break down?", {"crane": ("The crane broke down in March.",), "tea": ()})
    assert found is not None
    assert found[0] == "crane"
    assert 0.48 <= found[1] <= 1
