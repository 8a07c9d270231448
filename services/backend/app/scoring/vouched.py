"""Which figures and names in a line nothing known vouches for: the check on proof and on our own suggestions."""

import re

from app.reading.words import STOP
from app.scoring.graph import Call
from app.scoring.words import normalise

_UNIT_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = {word: value for value, word in enumerate(_UNIT_WORDS.split())}
_TENS = {word: 10 * value for value, word in enumerate(_TEN_WORDS.split(), 2)}
_POWERS = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+", re.IGNORECASE)
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+(?:[A-Z][a-z]+)*")
_DAYS = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))
_TIME = re.compile(r"^(second|minute|hour|day|week|month|quarter|year|am|pm|o)s?$")
_UNTIL = frozenset(("by", "before", "after", "until", "till"))
_HOURS = 12
"""Up to here a bare number after "by" or "until" is an hour, unless a unit follows it."""
_UNITS_OF = frozenset(("percent", "hundred", "thousand", "million", "times", "points"))
_SMALL = 2
"""Up to here a number word is a manner of speaking ("one of our customers")."""


def known_words(call: Call) -> str:
    """Playbook, brief and what the prospect said, in one text."""
    heard = [turn.text for turn in call.theirs]
    if call.brief is None:
        return " ".join(heard)
    brief, seller = call.brief, call.brief.seller
    pieces = [*seller.proof, *seller.problems, seller.product, seller.company, seller.price_hint, brief.trainee_name]
    pieces += [brief.prospect_name or "", brief.prospect_company, brief.prospect_title, brief.prospect_industry]
    return " ".join([*pieces, brief.prospect_size, *brief.public_facts, *heard])


def strangers(text: str, known: str) -> list[str]:
    """Figures and names in `text` that do not occur in `known`, in order.

    Days, times and durations are nobody's claim; names are seen only where the text has capitals.
    """
    vouched, names = {figure for figure, _ in figures(known)}, known.lower()
    odd = [f"{figure:g}" for figure, timed in figures(text) if not timed and figure > _SMALL and figure not in vouched]
    return odd + [
        name
        for name in _NAME.findall(text)
        if name not in _DAYS and name.lower() not in names and normalise(name) not in STOP
    ]


def figures(text: str) -> list[tuple[float, bool]]:
    """Numbers in `text`, in digits or words, and whether each is a time or a duration."""
    words = [word.lower() for word in _WORD.findall(text)]
    found: list[tuple[float, bool]] = []
    at = 0
    while at < len(words):
        value, after = _number(words, at)
        if value is None:
            at += 1
            continue
        clock = at > 0 and (
            words[at - 1] == "at"
            or (words[at - 1] in _UNTIL and value <= _HOURS and not _UNITS_OF & set(words[after : after + 1]))
        )
        found.append((value, clock or (after < len(words) and bool(_TIME.match(words[after])))))
        at = after
    return found


def _number(words: list[str], at: int) -> tuple[float | None, int]:
    value: float | None = None
    while at < len(words):
        word = words[at]
        if word[0].isdigit() and value is None:
            value = float(word.replace(",", "")) if word.replace(",", "").count(".") < 2 else 0.0
        elif word in _TENS and value is None:
            value = _TENS[word]
        elif word in _UNITS and (value is None or value in _TENS.values()):
            value = (value or 0) + _UNITS[word]
        elif word in _POWERS:
            value = (value or 1) * _POWERS[word]
        else:
            break
        at += 1
    return value, at
