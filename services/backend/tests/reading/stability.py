"""How little acts change when lines are bent as recognisers and people bend them."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from app.reading import CERTAIN, Reader
from tests.scoring.kit import bare, filled, misheard

from .labelled import trainee_lines

CALLS = Path(__file__).parents[1] / "scoring" / "calls"
SEEDS = range(3)
BENDS: dict[str, tuple[Callable[[str, int], str], bool]] = {
    "bare": (lambda text, _: bare(text), False),
    "filled": (lambda text, _: filled(text), False),
    "misheard": (misheard, True),
}
"""How a text is bent, and whether chance has a hand in it."""

Said = tuple[str, str]
"""A line, and the line of the other side before it."""


def turns() -> list[Said]:
    """Whole turns of several sentences out of the sample calls, and the fresh lines one by one."""
    found = []
    for path in sorted(CALLS.glob("*.json")):
        before = ""
        for line in json.loads(path.read_text(encoding="utf-8"))["transcript"]:
            if line["speaker"] == "prospect":
                before = line["text"]
            else:
                found.append((line["text"], before))
    return [*found, *((line.text, line.previous_line) for line in trainee_lines("fresh"))]


def agreement(reader: Reader, said: Iterable[Said], name: str) -> float:
    """Mean Jaccard index of the acts of a turn as it was said and as it was bent."""
    bend, by_chance = BENDS[name]
    shares = []
    for text, before in said:
        whole = _acts(reader, text, before)
        for seed in SEEDS if by_chance else SEEDS[:1]:
            other = _acts(reader, bend(text, seed), before)
            shares.append(len(whole & other) / len(whole | other) if whole | other else 1.0)
    return sum(shares) / len(shares)


def worst(reader: Reader, said: Iterable[Said], name: str) -> list[tuple[float, str, list[str], list[str]]]:
    """`(agreement, line as bent, acts lost, acts won)` of every line that changed, the worst first."""
    bend, _ = BENDS[name]
    found = []
    for text, before in said:
        whole, other = _acts(reader, text, before), _acts(reader, bend(text, 0), before)
        if whole != other:
            share = len(whole & other) / len(whole | other)
            found.append((share, bend(text, 0), sorted(whole - other), sorted(other - whole)))
    return sorted(found)


def _acts(reader: Reader, text: str, before: str) -> frozenset[str]:
    reading = reader.read(text, previous_line=before)
    return frozenset(a.act.value for s in reading.sentences for a in s.acts if a.confidence >= CERTAIN)
