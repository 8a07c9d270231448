"""Heads over the real model: the held-out lines read better than by patterns, the same way each time, fast enough."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.reading import CERTAIN, Lexicon, Reader, load_heads, read

from .labelled import Labelled, tally, trainee_lines

pytestmark = pytest.mark.models


def fresh() -> Reader:
    from app.runtime.models import default_models_dir

    heads = load_heads(default_models_dir())
    assert heads is not None, "fetch the model first: setup --models minilm-l6-int8"
    return Reader(heads)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return fresh()


def acts_by(a_reader: Reader) -> Callable[[Labelled], frozenset[str]]:
    return lambda line: frozenset(
        act.act.value
        for sentence in a_reader.read(line.text, previous_line=line.previous_line).sentences
        for act in sentence.acts
        if act.confidence >= CERTAIN
    )


def test_nothing_held_out_is_read_worse(reader: Reader) -> None:
    lines = trainee_lines("heldout")
    before, after = tally(lines, acts_by(Reader())), tally(lines, acts_by(reader))
    print(after.table("held out, with heads"))
    assert after.recall() >= before.recall()
    assert after.precision() >= before.precision() - 0.01


def test_swapped_names_change_nothing(reader: Reader) -> None:
    def with_names(name: str, firm: str) -> list[tuple[str, float]]:
        known = Lexicon(prospect_name=name, prospect_company=firm)
        reading = reader.read(f"{name}, that must weigh on everybody at {firm}", lexicon=known)
        return [(act.act, act.confidence) for sentence in reading.sentences for act in sentence.acts]

    assert with_names("Dana", "Halvorsen") == with_names("Prakash", "Zentrix")


def test_building_on_a_line_beats_changing_the_subject(reader: Reader) -> None:
    line = "Our drivers wait two hours at the gate every morning."
    follows = reader.builds_on("Two hours at the gate, what does that do to the afternoon runs?", line)
    assert follows > reader.builds_on("We also offer a mobile app.", line) + 0.1


def test_asking_for_something_is_told_from_telling(reader: Reader) -> None:
    assert reader.asks_commitment("Would you be willing to give ten dollars to that?") > 0.5
    assert reader.asks_commitment("The charity was founded in London.") < 0.5


@pytest.mark.parametrize(
    ("line", "objects"),
    [
        ("We couldn't spare the money for that this year.", True),
        ("Our people would never get used to another screen.", True),
        ("I would rather give to somebody in my own street.", True),
        ("No, that is more than I am willing to pay.", True),
        ("There are nine of us in the office.", False),
        ("That sounds lovely, count me in.", False),
        ("The old machine breaks down twice a week.", False),
        ("How long would the training take?", False),
    ],
)
def test_an_objection_is_known_outside_the_own_trade_too(reader: Reader, line: str, objects: bool) -> None:
    found = reader.objects(line)
    assert found is not None
    assert (found >= 0.5) == objects


PROBE = """
import sys
from pathlib import Path
from app.reading import Reader, load_heads
reader = Reader(load_heads(Path(sys.argv[1])))
print(reader.read("so it sounds like the yard manager carries all of it", previous_line="He does everything."))
"""


def test_two_processes_read_alike(reader: Reader) -> None:
    from app.runtime.models import default_models_dir

    backend = Path(__file__).parents[2]
    runs = {
        subprocess.run(
            [sys.executable, "-c", PROBE, str(default_models_dir())],
            cwd=backend, capture_output=True, text=True, check=True,
        ).stdout
        for _ in range(2)
    }  # fmt: skip
    assert len(runs) == 1


def test_a_sentence_takes_little_of_one_core() -> None:
    reader = fresh()
    lines = [line for line in trainee_lines("heldout") if line.text][:100]
    reader.read("once to load it")
    began = time.process_time()
    for line in lines:
        reader.read(line.text, previous_line=line.previous_line)
    taken_ms = 1000 * (time.process_time() - began) / sum(len(read(line.text).sentences) for line in lines)
    print(f"{taken_ms:.1f} ms a sentence")
    assert taken_ms < 40, "15 ms on an idle core; a busy machine is given slack"
