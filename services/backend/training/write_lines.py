"""Writes the labelled lines out of the phrasings: alternatives chosen, a part as a recogniser would deliver it."""

import re
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from app.domain.chance import unit
from app.reading.normal import normalise

HERE = Path(__file__).parent
WRITERS = {
    "t": "terse", "c": "chatty", "s": "southern", "b": "british", "i": "indian", "e": "esl", "f": "formal",
    "y": "startup", "a": "australian", "n": "nervous", "v": "veteran", "r": "rushed",
    "m": "midwest", "l": "london", "k": "thinks_aloud",
}  # fmt: skip
MOST = 10
"""Lines written out of one phrasing, so that none with many alternatives outweighs the others."""
_SHORT = 3
"""Shorter lines ("Fair enough.") are anybody's."""
_CHOICE = re.compile(r"\{([^{}]*)\}")


def main() -> None:
    """Write `lines/<writer>.tsv` for every writer, leaving out whatever the benches and reader's tests hold out."""
    kept_out = barred(HERE.parent)
    rows: dict[str, dict[str, str]] = {name: {} for name in WRITERS.values()}
    for writer, acts, previous, text in _phrasings():
        for line in written_out(text):
            if normalise(line) not in kept_out:
                rows[writer].setdefault(line, f"{writer}\t{acts}\t{previous or '-'}\t{line}")
    for writer, lines in rows.items():
        head = "# writer\tacts (act: shown; ?act: either way; !act: not shown; -: none)\tprevious line\ttext"
        (HERE / "lines" / f"{writer}.tsv").write_text("\n".join([head, *lines.values()]) + "\n", encoding="utf-8")
    print(f"{sum(map(len, rows.values()))} lines", file=sys.stderr)


def written_out(phrasing: str) -> list[str]:
    """At most `MOST` lines of a phrasing; every other one bare, every fourth with a recogniser's slips too."""
    parts = _CHOICE.split(phrasing)
    choices = [part.split("|") if index % 2 else [part] for index, part in enumerate(parts)]
    every = list(dict.fromkeys(re.sub(r"\s+([,.?!]|$)", r"\1", "".join(pick)).strip() for pick in product(*choices)))
    every.sort(key=lambda line: unit(line, 0, "order"))
    lines = []
    for index, line in enumerate(every[:MOST]):
        turn = (index + int(unit(phrasing, 0, "form") * 4)) % 4
        lines.append(line if turn in (0, 2) else bare(line) if turn == 1 else slipped(bare(line)))
    return lines


def bare(line: str) -> str:
    """`line` in lower case without punctuation, as some recognisers deliver it."""
    return re.sub(r"\s+", " ", re.sub(r"[.,;:!?'’]|(?<= )-(?= )", "", line.lower())).strip()


def slipped(line: str) -> str:
    """`line` with one slip of a recogniser: a small word lost, a word said twice, a filler, or a word misheard."""
    words = line.split()
    kind, at = int(unit(line, 1, "slip") * 4), int(unit(line, 2, "slip") * len(words))
    small = [index for index, word in enumerate(words) if word in _SMALL]
    if kind == 0 and small and len(words) > 4:
        del words[small[at % len(small)]]
    elif kind == 1:
        words.insert(at, words[at])
    elif kind == 2 and (heard := [i for i, word in enumerate(words) if word in _HEARD]):
        words[heard[0]] = _HEARD[words[heard[0]]]
    else:
        words.insert(at, ("um", "uh", "like")[at % 3])
    return " ".join(words)


_SMALL = frozenset(("a", "the", "to", "of", "in", "your", "is", "it", "for"))
_HEARD = {
    "two": "to", "four": "for", "your": "you're", "youre": "your", "their": "there", "we": "we've", "cost": "costs",
    "sites": "sights", "meet": "meat", "week": "weak", "right": "write", "know": "no", "team": "teem", "hours": "ours",
    "whats": "what", "hear": "here", "ten": "then", "would": "wood", "calling": "call in", "invoices": "in voices",
}  # fmt: skip


def _phrasings() -> Iterator[tuple[str, str, str, str]]:
    for path in sorted((HERE / "phrasings").glob("*.txt")):
        acts = ""
        for row in path.read_text(encoding="utf-8").splitlines():
            if row.startswith("# "):
                acts = row[2:].strip()
            elif row and not row.startswith(";"):
                writer, said = row.split("|", 1)
                previous, arrow, text = said.partition(" > ")
                before = _CHOICE.sub(lambda choice: choice.group(1).split("|")[0], previous).strip()
                yield WRITERS[writer], acts, before if arrow else "", text if arrow else said


def barred(backend: Path) -> frozenset[str]:
    """Canonical lines that others are measured with: those of the benches' trainees and of the reader's tests."""
    said = [
        text
        for path in (backend / "bench").glob("*trainee*.py")
        for text in re.findall(r'"([^"\n]{4,})"', path.read_text(encoding="utf-8"))
    ]
    for path in (backend / "tests" / "reading" / "lines").glob("*.tsv"):
        said += [row.split("\t")[-1] for row in path.read_text(encoding="utf-8").splitlines() if row[:1] != "#"]
    return frozenset(line for line in map(normalise, said) if line.count(" ") >= _SHORT - 1)


if __name__ == "__main__":
    main()
