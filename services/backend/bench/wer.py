"""Word-error rate with a normaliser of its own: what sounds the same counts as the same."""

import re
from dataclasses import dataclass

_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_ONES += ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_SAME = {"ok": "okay", "mr": "mister", "mrs": "missus", "alright": "all right", "vs": "versus", "gonna": "going to"}
_FILLERS = {"um", "uh", "uhm", "erm", "mm", "hmm", "hm"}
"""Recognisers leave them out by design, so they count on neither side."""


@dataclass(frozen=True, slots=True)
class Wer:
    """Word errors of one or many lines."""

    errors: int
    words: int
    """Words of the reference."""

    @property
    def rate(self) -> float | None:
        """Errors per reference word; None without any."""
        return self.errors / self.words if self.words else None

    def __add__(self, other: "Wer") -> "Wer":
        return Wer(self.errors + other.errors, self.words + other.words)


def spoken_number(value: int) -> str:
    """A whole number below a million as words without "and"."""
    if value < 20:
        return _ONES[value]
    if value < 100:
        return _TENS[value // 10] + (f" {_ONES[value % 10]}" if value % 10 else "")
    for size, name in ((1_000, "thousand"), (100, "hundred")):
        if value >= size:
            rest = value % size
            return f"{spoken_number(value // size)} {name}" + (f" {spoken_number(rest)}" if rest else "")
    raise AssertionError(value)


def words(text: str) -> list[str]:
    """The words as they sound: no case, punctuation or fillers; numbers, times, per cent and money in words."""
    text = text.lower().replace("’", "'")
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    text = re.sub(r"\b([ap])\.?\s?m\b\.?", r"\1m", text)
    text = re.sub(r"[$€£](\d+)", r"\1 dollars", text)
    text = re.sub(r"(\d+):00\b", r"\1", text)
    text = re.sub(r"(\d+):0(\d)\b", r"\1 oh \2", text)
    text = re.sub(r"(\d+)%", r"\1 percent", text).replace("per cent", "percent")
    text = re.sub(r"\b(\d{1,6})(st|nd|rd|th)\b", lambda m: _ordinal(int(m[1])), text)
    text = re.sub(r"\d+", lambda m: f" {spoken_number(int(m[0]))} " if len(m[0]) <= 6 else " ".join(m[0]), text)
    text = text.replace("'", "")
    found = re.findall(r"[^\W_]+", text)
    spelled = " ".join(_SAME.get(word, word) for word in found).split()
    return [word for word in spelled if word not in _FILLERS]


def wer(reference: str, hypothesis: str) -> Wer:
    """Errors (substitutions, insertions, deletions) of `hypothesis` against `reference`."""
    expected, got = words(reference), words(hypothesis)
    row = list(range(len(got) + 1))
    for i, word in enumerate(expected, start=1):
        diagonal, row[0] = row[0], i
        for j, other in enumerate(got, start=1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (word != other))
    return Wer(row[-1], len(expected))


def _ordinal(value: int) -> str:
    *front, last = spoken_number(value).split()
    regular = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return " ".join([*front, _ORDINALS.get(last, regular)])
