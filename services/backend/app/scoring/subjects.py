"""Whether two lines are about the same thing, as far as words and families of words can tell."""

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from app.scoring.words import content_words, normalise

_QUANTITY = frozenset(("many", "much", "often", "long", "cost", "costs", "come", "comes", "worth"))
"""Words of a question that a number answers."""
_FILE = Path(__file__).parent / "subjects.toml"


@cache
def _tables() -> Mapping[str, Mapping[str, frozenset[str]]]:
    raw = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {table: {name: content_words(row) for name, row in raw[table].items()} for table in ("families", "depth")}


@lru_cache(maxsize=4096)
def families(text: str) -> frozenset[str]:
    """Families of words that `text` touches."""
    mine = content_words(text)
    return frozenset(name for name, row in _tables()["families"].items() if mine & row)


def shared_words(a: str, b: str) -> int:
    """Content words that both lines use."""
    return len(content_words(a) & content_words(b))


def tie(a: str, b: str) -> float:
    """How visibly `a` is about what `b` is about: 1 for a shared word, 0.6 for a shared family, else 0."""
    if shared_words(a, b):
        return 1.0
    return 0.6 if families(a) & families(b) else 0.0


@lru_cache(maxsize=4096)
def depth(answer: str) -> frozenset[str]:
    """What an answer gives away: any of `problem`, `consequence`, `process`."""
    mine = content_words(answer)
    found = {name for name, row in _tables()["depth"].items() if mine & row}
    if any(mark in answer for mark in "%$€£") or any(char.isdigit() for char in answer):
        found.add("consequence")
    return frozenset(found)


def fits(question: str, answer: str) -> bool:
    """Whether `answer` visibly answers `question`: a word of it comes back, or what it asked for."""
    if shared_words(question, answer):
        return True
    asked, given = frozenset(normalise(question).split()), frozenset(normalise(answer).split())
    if asked & _QUANTITY and (any(char.isdigit() for char in answer) or given & _numbers()):
        return True
    return any(cue in asked and given & row for cue, row in _answers().items())


@cache
def _answers() -> Mapping[str, frozenset[str]]:
    raw = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {cue: frozenset(row.split()) for cue, row in raw["answers"].items()}


@cache
def _numbers() -> frozenset[str]:
    raw = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return frozenset(raw["numbers"]["words"].split())


def naming_word(line: str) -> str:
    """The first word of `line`, as said, that can name its subject in another sentence; empty when there is none."""
    spoken = (word.strip(".,;:!?\"'…()").lower() for word in line.split())
    return next((word for word in spoken if word in _nouns()), "")


@cache
def _nouns() -> frozenset[str]:
    raw = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return frozenset(raw["naming"]["nouns"].split())
