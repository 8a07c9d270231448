"""What phrases of a question point at, weighed against what it probably means."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.dialogue.mind.aims import asks_if_yours
from app.dialogue.mind.meaning import (
    SURE,
    Known,
    hardly_that,
    is_out,
    meant,
    surely_another,
    surely_of_else,
)
from app.dialogue.mind.notes import Note
from app.dialogue.mind.reaching import Asking, fact_behind
from app.dialogue.mind.subjects import EVERYDAY, speaks_of
from app.dialogue.mind.talk import Talk
from app.domain.persona import Fact
from app.domain.prospect import ProspectState
from app.reading.wanted import NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What a question is after, as far as words and meaning tell."""

    talk: Talk | None
    fact: Fact | None
    denied: bool
    """Phrases found something that the meaning hardly allows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    """What is put in against what phrases found."""

    asking: Asking
    named: Sequence[str]
    """Indices of the problems that it names."""
    facts: Mapping[str, Fact]
    last: Fact | None
    """What was told last."""
    state: ProspectState
    before: bool
    """The line speaks of a problem before it asks."""
    chances: Mapping[str, float]
    """How likely each matter is wanted, as `Reader.wanted` finds it; empty where words alone decide."""
    alike: Callable[[], Mapping[str, float]]
    """What `Reader.alike` finds, worked out only where it is needed."""

    @property
    def best(self) -> str:
        """The likeliest matter."""
        return max(self.chances, key=self.chances.__getitem__, default=NOTHING)

    @property
    def strays(self) -> bool:
        """It leans on something that was named and that no fact tells of."""
        aside = bool(self.state.notes.get(Note.ASIDE))
        return aside and self.asking.back and not self.asking.words - EVERYDAY

    def asks_for_it(self, fact: Fact | None) -> bool:
        """It asks for the trouble that the line told of: "Many find that … Is that something you know?"."""
        told = self.best != f"talk.{Talk.REACTION}" or asks_if_yours(self.asking.line)
        return self.before and self.asking.back and of_a_problem(fact) and told

    def names_it(self, fact: Fact | None) -> bool:
        """It names a trouble by two of its words: ways to ask name none, and tell less of such a question."""
        if not of_a_problem(fact) or is_out(self.chances, fact) or self.chances.get(self.best, 0.0) >= SURE:
            return False
        return any(speaks_of(self.asking.words, self.facts, index) for index in self.named)


def of_a_problem(fact: Fact | None) -> bool:
    """Whether the fact is a side of one of the playbook's problems."""
    return fact is not None and fact.problem_index is not None


def weighed(talk: Talk | None, fact: Fact | None, scales: Scales) -> Weighed:
    """What remains of what phrases found, or what the meaning puts in its place."""
    chances, asking = scales.chances, scales.asking
    sure = scales.asks_for_it(fact) or scales.names_it(fact)
    doubted = asking.side != "feel" and hardly_that(chances, talk, fact)
    doubted |= surely_of_else(chances, talk, fact) or (scales.strays and of_a_problem(fact))
    denied = doubted and not sure
    if denied:
        talk, fact = None, None
    silent = talk is None and fact is None
    if silent or (not sure and surely_another(chances, talk, fact)):
        known = Known(facts=scales.facts, last=scales.last, state=scales.state)
        by_meaning = meant(chances, scales.alike() if chances else {}, asking.line, known, overrules=not silent)
        if scales.strays and of_a_problem(by_meaning[1]):
            by_meaning = (by_meaning[0], None)
        talk, fact = by_meaning if any(by_meaning) else (talk, fact)
        if talk is not None:
            fact = fact_behind(talk, asking, scales.facts, scales.last, scales.state)
    return Weighed(talk=talk, fact=fact, denied=denied)
