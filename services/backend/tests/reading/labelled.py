"""The labelled lines: reading the tables under `lines/` and counting what the reader makes of them."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

LINES = Path(__file__).parent / "lines"

FREE = frozenset({"answers_question", "affirms", "denies", "thanks", "greets"})
"""Acts that ride along with others; read unasked they count as wrong only where a line forbids them with "!"."""


@dataclass(frozen=True)
class Labelled:
    text: str
    previous_line: str
    must: frozenset[str]
    may: frozenset[str]
    kind: str = ""


@dataclass
class Tally:
    """Right, wrong and missed by label."""

    hit: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    slips: list[str] = field(default_factory=list)

    def add(self, line: Labelled, got: frozenset[str]) -> None:
        self.hit.update(got & line.must)
        self.wrong.update(got - line.must - line.may)
        self.missed.update(line.must - got)
        if got - line.must - line.may or line.must - got:
            self.slips.append(f"-{sorted(line.must - got)} +{sorted(got - line.must - line.may)} {line.text}")

    def precision(self, label: str | None = None) -> float:
        hit, wrong = self._of(self.hit, label), self._of(self.wrong, label)
        return hit / (hit + wrong) if hit + wrong else 1.0

    def recall(self, label: str | None = None) -> float:
        hit, missed = self._of(self.hit, label), self._of(self.missed, label)
        return hit / (hit + missed) if hit + missed else 1.0

    def count(self, label: str) -> int:
        return self.hit[label] + self.missed[label]

    def labels(self) -> list[str]:
        return sorted(set(self.hit) | set(self.wrong) | set(self.missed))

    def table(self, title: str) -> str:
        rows = [
            f"{label:24}{self.count(label):4}  {self.precision(label):.2f}  {self.recall(label):.2f}"
            for label in self.labels()
        ]
        lines = sum(self.hit.values()) + sum(self.missed.values())
        total = f"{'all':24}{lines:4}  {self.precision():.2f}  {self.recall():.2f}"
        return "\n".join([f"{title:24}   n  prec. recall", *rows, total, *self.slips])

    @staticmethod
    def _of(counts: Counter[str], label: str | None) -> int:
        return sum(counts.values()) if label is None else counts[label]


def trainee_lines(*names: str) -> list[Labelled]:
    """Lines of the tables with the columns voice, acts, previous line, line."""
    return [
        Labelled(text, previous, *_labels(acts, free=FREE))
        for _, acts, previous, text in (row.split("\t") for row in _rows(names))
    ]


def prospect_lines(*names: str) -> list[Labelled]:
    """Lines of the tables with the columns says, kind, line."""
    return [
        Labelled(text, "", *_labels(says, free=frozenset()), kind=kind)
        for says, kind, text in (row.split("\t") for row in _rows(names))
    ]


def tally(lines: list[Labelled], reader: Callable[[Labelled], frozenset[str]]) -> Tally:
    """What `reader` gets right over `lines`."""
    counts = Tally()
    for line in lines:
        counts.add(line, reader(line))
    return counts


def _labels(cell: str, *, free: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    words = cell.split()
    must = frozenset(word for word in words if word[0] not in "?!-")
    forbidden = {word[1:] for word in words if word[0] == "!"}
    return must, frozenset(word[1:] for word in words if word[0] == "?") | (free - forbidden - must)


def _rows(names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        for row in (LINES / f"{name}.tsv").read_text(encoding="utf-8").split("\n"):
            if row and not row.startswith("#"):
                yield row
