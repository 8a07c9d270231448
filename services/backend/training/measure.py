"""Precision, recall and F1 by act over labelled lines."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from app.domain.acts import Act
from app.reading import CERTAIN, Reader
from training.lines import Line
from training.write_lines import bare


@dataclass
class Counts:
    """Right, wrong and missed by act."""

    hit: Counter[Act] = field(default_factory=Counter)
    wrong: Counter[Act] = field(default_factory=Counter)
    missed: Counter[Act] = field(default_factory=Counter)

    def row(self, act: Act) -> tuple[int, float, float, float]:
        """`(lines, precision, recall, F1)` of an act."""
        hit, wrong, missed = self.hit[act], self.wrong[act], self.missed[act]
        precision = hit / (hit + wrong) if hit + wrong else 0.0
        recall = hit / (hit + missed) if hit + missed else 0.0
        return hit + missed, precision, recall, 2 * hit / max(1, 2 * hit + wrong + missed)

    def acts(self) -> list[Act]:
        """The acts that lines were labelled with."""
        return [act for act in Act if self.hit[act] + self.missed[act]]

    def macro(self) -> float:
        """The mean F1 over the labelled acts."""
        return sum(self.row(act)[3] for act in self.acts()) / max(1, len(self.acts()))

    def precision(self) -> float:
        """Right over all that were read."""
        return self.hit.total() / max(1, self.hit.total() + self.wrong.total())


def counted(reader: Reader, lines: Iterable[Line]) -> Counts:
    """What `reader` makes of `lines`; acts that a line may show either way count for nothing."""
    counts = Counts()
    for line in lines:
        reading = reader.read(line.text, previous_line=line.previous_line)
        got = {act.act for sentence in reading.sentences for act in sentence.acts if act.confidence >= CERTAIN}
        counts.hit.update(got & line.must)
        counts.wrong.update(got - line.must - line.may)
        counts.missed.update(line.must - got)
    return counts


def unpunctuated(lines: Iterable[Line]) -> list[Line]:
    """The lines in lower case without punctuation; those that are empty then are left out."""
    return [replace(line, text=bare(line.text), previous_line=bare(line.previous_line)) for line in lines]
