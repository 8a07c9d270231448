"""The simulated calls are fair: no scripted trainee says what the reader was trained on, nor nearly so."""

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from string import Formatter

import pytest

from app.reading import normalise
from bench import trainee_lines, typed_others, typed_trainees
from training.askings import askings
from training.lines import labelled_lines

WORDS, NEAR = 5, 0.75
"""From how many words a sentence counts, and the share of words in common from which two are nearly one."""


def spoken(module: object) -> Iterator[str]:
    """Every sentence in the module's strings that somebody may say, without its slots."""
    tree = ast.parse(Path(str(getattr(module, "__file__", ""))).read_text(encoding="utf-8"))
    about = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in about:
            text = " ".join(part for part, *_ in Formatter().parse(node.value))
            yield from (one for one in re.split(r"[.!?]+", text) if len(one.split()) >= WORDS)


def likeness(one: str, other: str) -> float:
    """Words in common, of all words of both."""
    mine, theirs = set(one.split()), set(other.split())
    return len(mine & theirs) / max(1, len(mine | theirs))


@pytest.fixture(scope="module")
def trained() -> frozenset[str]:
    texts = chain((line.text for line in labelled_lines()), (text for _, text in askings()))
    sentences = chain.from_iterable(re.split(r"[.!?]+", text) for text in texts)
    return frozenset(line for line in map(normalise, sentences) if len(line.split()) >= WORDS - 1)


@pytest.mark.parametrize("module", [trainee_lines, typed_trainees, typed_others])
def test_no_scripted_trainee_says_nearly_what_the_reader_was_trained_on(
    module: object, trained: frozenset[str]
) -> None:
    said = {normalise(sentence) for sentence in spoken(module)}
    assert len(said) >= 6
    assert {line for line in said if any(likeness(line, other) >= NEAR for other in trained)} == set()


def test_a_near_copy_is_noticed(trained: frozenset[str]) -> None:
    line = max(trained, key=len)
    assert max(likeness(f"{line} really", other) for other in trained) >= NEAR


def test_every_line_of_the_skilled_comes_in_several_phrasings() -> None:
    kinds = [value for name, value in vars(trainee_lines).items() if name.isupper()]
    assert len(kinds) >= 10
    assert all(len(set(kind)) >= 2 for kind in kinds)
