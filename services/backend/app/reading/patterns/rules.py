"""What a row of the tables means, and how rows become one pattern per act and certainty."""
# ruff: noqa: E501 - a phrasing stays on one line

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.domain.acts import Act
from app.reading.slots import CLOCK, DAY, DURATION, NUMBER

SURE, LIKELY, MAYBE = 0.95, 0.8, 0.6
"""How much a phrase says by itself: nothing else, seldom something else, often something else."""

_MACROS = {
    "<duration>": DURATION,
    "<day>": DAY,
    "<weekday>": r"(?:(?:next |this |on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    "<clock>": CLOCK,
    "<n>": NUMBER,
    "<we are>": r"(?:we are|were)",
    "<call>": r"(?:call|calling|called|ring|ringing|rang|reach out|reaching out|reached out|phone|phoning|phoned|dial|dialed|dialling|dialing|bell)",
    "<meet>": r"(?:meeting|demo|demonstration|call|chat|conversation|walkthrough|walk through|session|appointment|zoom|teams call|slot|look|coffee|video call|sit down|catch up|intro|presentation|discussion|visit)",
    "<peers>": r"(?:compan(?:y|ies)|firms?|agenc(?:y|ies)|teams?|plants?|carriers?|brokers?|manufacturers?|shops?|business(?:es)?|hauliers?|haulers?|clinics?|hospitals?|distributors?|people|folks|managers?|directors?|owners?|heads|leaders?|outfits?|cfos?|vps?|reps|retailers?|schools?|practices?|departments?|operators?|dispatchers?|controllers?|planners?|recruiters?|accountants?|warehouses?|depots?|garages?|kitchens?|workshops?|offices?|sites?|nurses?|foremen|buyers|bookkeepers?|chefs?|letting agents|landlords?|dealers?|wholesalers?|caterers?|councils?|stores?|landscapers?|contractors?)",
    "<better>": r"(?:save|saves|saved|cut|cuts|cutting|reduce|reduces|reduced|increase|increases|increased|improve|improves|improved|avoid|avoids|avoided|stop|stops|stopped|free up|frees up|freed up|shorten|shortens|shortened|speed up|speeds up|eliminate|eliminates|eliminated|recover|recovers|recovered|double|doubles|doubled|boost|boosts|boosted|lower|lowers|lowered|catch|catches|caught|prevent|prevents|prevented|halve|halves|halved|win back|win|wins|get back|got back|grow|grew|drop|dropped|trim|trims|trimmed|shave|shaved|shaves|raise|raises|raised|close faster|protect|protects|remove|removes|removed|find|finds|found)",
}


class Phrases:
    """Phrases that match as whole words, macros written out; compiled when first looked for, not at every start."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self.phrases = tuple(phrases)
        """As written, macros and gaps and all."""

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """One pattern for all of them."""
        return re.compile(rf"(?<!\S)(?:{'|'.join(map(expand, self.phrases))})(?!\S)")

    def search(self, line: str) -> re.Match[str] | None:
        """The first of them in a line of canonical words."""
        return self.compiled.search(line)


@dataclass(frozen=True, slots=True)
class Rule:
    """What phrases say by themselves."""

    act: Act
    confidence: float
    pattern: Phrases
    unless: Phrases | None
    """Words anywhere in the sentence that take the act away."""
    asked: bool
    """True for phrasings that count in a question only."""
    negatable: bool
    """True where "not" before the phrase, or somebody else's quoted words, take the act away."""


@dataclass(frozen=True, slots=True)
class Table:
    """The phrasings of one act, by how sure they are."""

    act: Act
    sure: Sequence[str] = ()
    likely: Sequence[str] = ()
    maybe: Sequence[str] = ()
    asked: Sequence[str] = ()
    """As sure as `sure`, in a question only."""
    unless: Sequence[str] = ()
    negatable: bool = True


def compile_table(tables: Sequence[Table]) -> tuple[Rule, ...]:
    """All rules of a family; phrases match whole words only."""
    return tuple(rule for table in tables for rule in _rules(table))


def _rules(table: Table) -> Iterator[Rule]:
    unless = Phrases(table.unless) if table.unless else None
    for confidence, phrases, asked in (
        (SURE, table.sure, False),
        (SURE, table.asked, True),
        (LIKELY, table.likely, False),
        (MAYBE, table.maybe, False),
    ):
        if phrases:
            yield Rule(table.act, confidence, Phrases(phrases), unless, asked, table.negatable)


_GAP = re.compile(r"<(\.\.(?:\.\.)?)>")
"""`<..>` stands for up to two words of any kind, `<....>` for up to four."""


_PLAIN = r"(?!(?:not|never)(?!\S))\S+"
"""A word inside a gap; a phrase does not reach over a negation."""


def expand(phrase: str) -> str:
    """`phrase` with its macros written out."""
    for macro, meaning in _MACROS.items():
        phrase = phrase.replace(macro, meaning)
    while gap := _GAP.search(phrase):
        before, after = phrase[: gap.start()], phrase[gap.end() :]
        phrase = before + _words_between(before, after, most=len(gap.group(1))) + after
    return phrase


def _words_between(before: str, after: str, *, most: int) -> str:
    """The gap with its one blank on the side where the phrase has none."""
    blank_before = not before or before.endswith(("(?:", "|", "^")) or before.rstrip(")?*").endswith(" ")
    blank_after = after.startswith((" ", "(?: "))
    if blank_before and blank_after:
        raise ValueError(f"a blank on both sides of a gap: …{before[-30:]}<gap>{after[:30]}…")
    if blank_before:
        return rf"(?:{_PLAIN} ){{0,{most}}}?"
    if blank_after:
        return rf"(?: {_PLAIN}){{0,{most}}}?"
    if not after or after[0] in ")|$":
        return rf"(?: \S+){{0,{most}}}"
    return rf" (?:{_PLAIN} ){{0,{most}}}?"
