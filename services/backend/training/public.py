"""The public sets: exchanges rated for uptake, and persuaders' lines labelled as asks."""

import csv
import re
import zipfile
from dataclasses import dataclass
from html import unescape
from pathlib import Path

ASKS = frozenset({"proposition-of-donation", "ask-donation-amount", "ask-donate-more"})
"""Persuader acts that ask for a commitment."""
REFUSALS = frozenset({"disagree-donation", "disagree-donation-more", "negative-reaction-to-donation"})
"""Persuadee acts that refuse or object."""


@dataclass(frozen=True, slots=True)
class Rated:
    """One line with what people made of it."""

    dialogue: str
    previous_line: str
    text: str
    rating: float


def uptake(folder: Path) -> list[Rated]:
    """Exchanges of pupils and teachers with their uptake, standardised per rater (`uptake_zscore`)."""
    with (folder / "uptake" / "uptake_data.csv").open(encoding="utf-8", newline="") as file:
        return [
            Rated(row["obs_id"], row["student_text"], row["teacher_text"], float(row["uptake_zscore"]))
            for row in csv.DictReader(file)
            if row["uptake_zscore"]
        ]


def asks(folder: Path) -> list[Rated]:
    """Persuaders' sentences, 1.0 where they ask."""
    return _labelled(folder, role="0", columns="FH", labels=ASKS)


def refusals(folder: Path) -> list[Rated]:
    """Persuadees' sentences, 1.0 where they refuse or object."""
    return _labelled(folder, role="1", columns="GI", labels=REFUSALS)


def _labelled(folder: Path, *, role: str, columns: str, labels: frozenset[str]) -> list[Rated]:
    """Sentences of one side, 1.0 where a label in `columns` is wanted; the text stands in the sheet's cells."""
    with zipfile.ZipFile(folder / "persuasionforgood" / "300_dialog.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode("utf-8")
    found = []
    for row in re.findall(r"<row .*?</row>", sheet, re.DOTALL)[1:]:
        cells = {
            column: unescape(text or number)
            for column, text, number in re.findall(
                r'<c r="([A-Z])\d+"[^>]*>(?:<is><t[^>]*>(.*?)</t></is>|<v>(.*?)</v>)</c>', row, re.DOTALL
            )
        }
        if cells.get("C") == role and columns[0] in cells and cells.get("E", "").strip():
            shown = {cells.get(column, "") for column in columns}
            found.append(Rated(cells["B"], "", cells["E"], float(bool(shown & labels))))
    return found
