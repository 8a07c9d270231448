"""The labelled lines as the trainer and its tests read them."""

from dataclasses import dataclass
from pathlib import Path

from app.domain.acts import Act

LINES = Path(__file__).parent / "lines"
FREE = frozenset({Act.ANSWERS_QUESTION, Act.AFFIRMS, Act.DENIES, Act.THANKS, Act.GREETS})
"""Acts that ride along with others; unasked they count as wrong only where a line forbids them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One labelled line."""

    writer: str
    text: str
    previous_line: str
    must: frozenset[Act]
    may: frozenset[Act]
    riding: frozenset[Act] = frozenset()
    """Those of `may` that its label does not name: no slip when read, yet the line is no example of them."""


def labelled_lines() -> list[Line]:
    """All lines of all writers."""
    return [line for path in sorted(LINES.glob("*.tsv")) for line in lines_of(path)]


def lines_of(path: Path) -> list[Line]:
    """The lines of a table with the columns writer, acts, previous line, text."""
    rows = [row for row in path.read_text(encoding="utf-8").split("\n") if row and not row.startswith("#")]
    return [_line(*row.split("\t")) for row in rows]


def _line(writer: str, acts: str, previous: str, text: str) -> Line:
    words = acts.split()
    must = frozenset(Act(word) for word in words if word[0] not in "?!-")
    forbidden = {Act(word[1:]) for word in words if word[0] == "!"}
    may = frozenset(Act(word[1:]) for word in words if word[0] == "?")
    riding = FREE - forbidden - must - may
    return Line(writer, text, "" if previous == "-" else previous, must, may | riding, riding)
