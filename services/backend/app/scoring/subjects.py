"""Whether two lines are about the same thing, as far as words and families of words can tell."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from app.reading import content_words

_FILE = Path(__file__).parent / "subjects.toml"


@cache
def _tables() -> Mapping[str, Mapping[str, frozenset[str]]]:
    raw = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {table: {name: content_words(row) for name, row in rows.items()} for table, rows in raw.items()}


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


def depth(answer: str) -> frozenset[str]:
    """What an answer gives away: any of `problem`, `consequence`, `process`."""
    mine = content_words(answer)
    found = {name for name, row in _tables()["depth"].items() if mine & row}
    if any(mark in answer for mark in "%$€£") or any(char.isdigit() for char in answer):
        found.add("consequence")
    return frozenset(found)


def fits(question: str, answer: str) -> bool:
    """Whether `answer` looks like an answer to `question`: same subject, or the kind of words that was asked for."""
    if tie(question, answer) > 0:
        return True
    asked, given = question.lower().split(), content_words(answer) | frozenset(answer.lower().split())
    wanted = {"many": ("many", "much", "often", "long"), "how": ("how", "walk"), "who": ("who",)}
    wanted |= {"when": ("when", "soon"), "where": ("where",)}
    kinds = [kind for kind, cues in wanted.items() if any(cue in asked for cue in cues)]
    if "many" in kinds and any(char.isdigit() for char in answer):
        return True
    return any(given & _tables()["answers"][kind] for kind in kinds)


def naming_word(line: str) -> str:
    """The first word of `line`, as said, that can name its subject in another sentence; empty when there is none."""
    spoken = (word.strip(".,;:!?\"'…()").lower() for word in line.split())
    return next((word for word in spoken if word in _nouns()), "")


@cache
def _nouns() -> frozenset[str]:
    raw = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return frozenset(raw["naming"]["nouns"].split())
