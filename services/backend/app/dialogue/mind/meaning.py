"""What a question in words of its own is after, where no phrase tells."""
# ruff: noqa: SIM905 - a list of words reads better unquoted

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from app.dialogue.mind.aims import asks_openly, points_back
from app.dialogue.mind.notes import Note, Pending
from app.dialogue.mind.subjects import problems_named, side_told, stems, talked_of, tells_of_none
from app.dialogue.mind.talk import Talk
from app.dialogue.mind.unknown import unknown_kind
from app.domain.persona import Fact
from app.domain.prospect import ProspectState
from app.reading.wanted import ELSE, NOTHING

_SECONDED, SURE = 0.35, 0.85
"""Chance from which a meaning is trusted: when known ways to ask that come nearest are after it too, and when they are
not."""
_NEAR, _FROM_AFAR = 0.6, 0.75
"""Likeness of the nearest way to ask below which it takes that chance: then something else is asked of in such a form
("How do you know whether you can pay for the next cars?"). Of questions left out of training 40 in 100 are then found
right, 8 are taken for another, mostly a neighbour, and 52 answered by their form alone (n = 5,777); of free calls left
out with all their questions 45, 4 and 51 (n = 508), and 10 of those that no fact answers are let through (n = 402)."""
_CONTESTED = 0.45
"""The same where phrases found something else, or where what nobody can answer is asked in much the same way."""
_AS_NEAR = 0.25
"""How much less like a known way to ask may be for what it wants to count as asked in much the same way."""
_EXPLAINED = 0.3
"""The same for what the trainee says when asked what the question before meant, whatever comes nearest."""
_UNTOLD = frozenset({NOTHING, ELSE})
_HOW_THINGS_GO = frozenset(
    "problem.today problem.who problem.often problem.effort problem.then problem.noticed problem.costs problem.instead "
    "problem.since problem.known problem.hurts process.flow process.break metrics.now team.size company.size "
    "growth.plan talk.customers talk.hands talk.others talk.trend else".split()
)
_BESIDE = 0.7
"""Chance of these together from which a question after an objection is none about the objection: of 27 questions about
one they have .68 at most, of 16 that were taken for such .69 and more in 11."""
_GUESSED = 0.25
"""Chance from which it is worth asking what is meant: something of theirs is, only which?"""
_OVERRULES, _OWN = 0.3, 1.5
"""Phrases are overruled from this chance and this often the chance of what they point at on top: of left-out questions
where the two part so far the meaning was right 477 times and the phrase 77 (n = 706)."""
_HARDLY, _HARDLY_A_BROAD_ONE = 0.1, 0.2
_BROAD = frozenset({"problem.today", "problem.hurts", "problem.who"})
"""Chance below which what phrases point at is dropped: of left-out questions they were right in 19 of 100 below and in
85 above (general facts, n = 697), in 32 and 84 (the talk, n = 360); for the sides that phrases find in almost anything
they were right in 9 of 100 below the second one (n = 674)."""
_TAKEN_FOR_GRANTED = 0.45
"""Chance below which somebody says what they take a question for: in free calls left out of training such answers were
right 80 times and wrong 65 times, above it 252 and 41 times."""
_OUT = 0.03
"""Chance below which a side of a trouble is dropped even if the question names the trouble: right 3 times, wrong 12."""
_NEXT_BEST = 0.6
"""Part of the first meaning's chance from which a second one does, when the first has been told already."""
_PAST = re.compile(r"\b(?:did|was|were)\b")
"""What happened once is not what the company does."""
_COUNTS = re.compile(r"\bhow many\b")
_PRICED = re.compile(
    r"\b(?:cost\w*|los[et]|losing|money|spend\w*|spent|hours?|days?|weeks|time|worth|wast\w+|bill|damage|price|pounds?"
    r"|euros?|dollars?|thousand|customers?|deals?)\b"
)
_DEALS_IN = re.compile(r"\b(?:start\w*|join\w*|use|buy|need|hire|lose|send|get|book|make|miss)\b")
"""What is done with things that are counted, and not with the people of a team."""
_THEY_DO = re.compile(
    r"\bhow many (?:\w+ )?(?:does|do) "
    r"(?!you (?:\w+ )?(?:have|employ|manage|lead|look after)\b|(?:the|your) \w+ (?:have|employ)\b)"
)
"""What somebody does many of: "How many does your team fix?"."""
_OF_A_SUPPLIER = frozenset({"vendor.feeling", "contract.end"})
_NAMES_A_SUPPLIER = re.compile(
    r"\b(?:vendors?|suppliers?|providers?|partners?|contract\w*|agenc\w+|outside|external\w*|renew\w*|locked|tied)\b"
)
_NAMING_ONE = frozenset({"existing_vendor", "contract_locked", "bad_experience", "price", "skeptical"})
"""Objections in which a supplier is named."""
_TRIED = re.compile(
    r"\b(?:tr(?:y|ied)|look\w*|before|chang\w+|do about|done about|so far|attempt\w*|work|buy|bought|use[d]?)\b"
)
_OF_ONCE = frozenset({"once", "ever", "was_it", "about_you"})
_OF_WHAT_WAS_DONE = frozenset({"did", "what_did", "once", "was_it"})
_GOES_ON = {
    "problem.today": "process.flow",
    "problem.hurts": "process.break",
    "problem.costs": "cost.now",
    "problem.matters": "priorities.boss",
}
"""Where somebody asks on after a side has been told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a question can reach."""

    facts: Mapping[str, Fact]
    last: Fact | None
    """What was told last."""
    state: ProspectState


def hardly_that(chances: Mapping[str, float], talk: Talk | None, fact: Fact | None) -> bool:
    """Whether a question is hardly after what its phrases point at, whatever else it wants."""
    found = _matter(talk, fact)
    return found in chances and chances[found] < (_HARDLY_A_BROAD_ONE if found in _BROAD else _HARDLY)


def is_out(chances: Mapping[str, float], fact: Fact | None) -> bool:
    """Whether a question is all but surely not after `fact`, whatever it names."""
    return fact is not None and chances.get(_matter(None, fact), 1.0) < _OUT


def is_a_guess(chances: Mapping[str, float], fact: Fact | None) -> bool:
    """Whether a question that is answered with `fact` may well be after something else."""
    return fact is not None and chances.get(_matter(None, fact), 1.0) < _TAKEN_FOR_GRANTED


def is_sure(chances: Mapping[str, float], fact: Fact | None) -> bool:
    """Whether a question that holds out a look at the offer surely asks for `fact` all the same."""
    return fact is not None and chances.get(_matter(None, fact), 0.0) >= SURE


def _matter(talk: Talk | None, fact: Fact | None) -> str:
    return f"talk.{talk}" if talk is not None else re.sub(r"\.\d+", "", fact.id) if fact is not None else ""


def surely_of_else(chances: Mapping[str, float], talk: Talk | None, fact: Fact | None) -> bool:
    """Whether it is surely after something that no fact tells, and phrases point at a trouble or at the talk.

    Of left-out questions the phrases were wrong in 7 of 7 then; for other facts, and what others say, they were right.
    """
    of_these = (fact is not None and fact.problem_index is not None) or (talk is not None and talk is not Talk.OTHERS)
    best = max(chances, key=chances.__getitem__, default=NOTHING)
    return of_these and best == ELSE and surely_another(chances, talk, fact)


def surely_another(chances: Mapping[str, float], talk: Talk | None, fact: Fact | None) -> bool:
    """Whether a question is surely after something else than what its phrases point at."""
    if not chances:
        return False
    found = _matter(talk, fact) or NOTHING
    best = max(chances, key=chances.__getitem__)
    if best in (found, NOTHING) or found not in chances:
        return False
    return chances[best] >= _OVERRULES + _OWN * chances[found]


def goes_beside(chances: Mapping[str, float]) -> bool:
    """Whether a question surely wants to hear how things go, and not what is behind a no."""
    return sum(chances.get(matter, 0.0) for matter in _HOW_THINGS_GO) >= _BESIDE


def is_doubtful(chances: Mapping[str, float]) -> bool:
    """Whether a question is probably about something that can be told, and it is not clear what."""
    best = max(chances, key=chances.__getitem__, default=NOTHING)
    return best not in _UNTOLD and chances[best] >= _GUESSED


def meant(
    chances: Mapping[str, float], alike: Mapping[str, float], line: str, known: Known, *, overrules: bool
) -> tuple[Talk | None, Fact | None]:
    """Something of the talk, or the fact that answers: a general one or a side of the trouble that is talked of.

    `chances` and `alike` are what `Reader.wanted` and `Reader.alike` find, `line` is the question in canonical words;
    `overrules`: phrases say otherwise.
    """
    reach = partial(_fact_of, line=line, known=known)
    best = sorted(chances, key=lambda one: (-chances[one], one))
    if best and best[0] in _UNTOLD and best[0] not in alike:
        best = best[1:]  # a suspicion that nothing known bears out
    if not best or counts_something_else(best[0], line):
        return None, None
    if chances[best[0]] < _least(known, best[0], alike, overrules=overrules):
        return None, None
    if _is_of_something_else(best[0], chances[best[0]], line, known.state):
        return None, None
    kind, _, name = best[0].partition(".")
    if kind == "talk":
        return Talk(name), None
    fact = reach(best[0])
    if fact is None or fact.id not in known.state.disclosed or tells_of_none(fact):
        return None, fact
    if best[0] == "problem.who":
        return None, None  # somebody else of theirs, whom no fact names
    goes_on = _GOES_ON.get(best[0], "") if asks_openly(line) else ""
    others = [goes_on, *(one for one in best[1:] if chances[one] >= _NEXT_BEST * chances[best[0]])]
    found = (reach(one) for one in others)
    return None, next((one for one in found if one is not None and one.id not in known.state.disclosed), fact)


def _is_of_something_else(matter: str, chance: float, line: str, state: ProspectState) -> bool:
    """Whether the form of a question, or what was spoken of, speaks against the matter that it comes near to."""
    kind = unknown_kind(line)
    if matter in _OF_A_SUPPLIER:
        return not _supplier_is_meant(line, state)
    if matter == "incidents.last":  # whether something particular ever happened
        return kind in _OF_ONCE and chance < _FROM_AFAR
    if matter == "past.experience":  # what came of something else, unless an attempt was told of
        return kind == "happened" or (kind in _OF_WHAT_WAS_DONE and not _TRIED.search(line))
    return False


def _supplier_is_meant(line: str, state: ProspectState) -> bool:
    """ "Are they any good?" asks of a supplier only where one was spoken of."""
    told = {"vendor.current", "contract.end"}.intersection(state.disclosed)
    named = any(one.kind in _NAMING_ONE for one in state.objections)
    return bool(told) or named or bool(_NAMES_A_SUPPLIER.search(line))


def counts_something_else(best: str, line: str) -> bool:
    """A count of things is no price, and of what was done once no size: "How many did you hire this year?"."""
    if not _COUNTS.search(line):
        return False
    if best == "problem.costs":
        return not _PRICED.search(line)
    found = _PAST.search(line) or _DEALS_IN.search(line) or _THEY_DO.search(line)
    return best in ("team.size", "company.size") and bool(found)


def _least(known: Known, best: str, alike: Mapping[str, float], *, overrules: bool) -> float:
    """The chance from which the meaning `best` is trusted."""
    if known.state.notes.get(Note.PENDING) == Pending.MEANING:
        return _EXPLAINED
    if best not in alike:
        return SURE
    if alike[best] < _NEAR:
        return _FROM_AFAR
    contested = any(alike[best] - alike.get(one, -1.0) < _AS_NEAR for one in _UNTOLD)
    return _CONTESTED if overrules or contested else _SECONDED


def _fact_of(matter: str, line: str, known: Known) -> Fact | None:
    kind, _, side = matter.partition(".")
    if matter == "vendor.feeling" and known.last is not None and known.last.id == "tools.main":
        matter = "tools.gap"  # "how happy are you with that": with the tool just named, whoever sells it
    if kind != "problem":
        told = points_back(line) or _PAST.search(line)
        fact = known.facts.get(matter)
        return None if fact is not None and told and fact.topic == "company" else fact
    last = known.last.problem_index if known.last is not None else None
    subject = str(last) if last is not None else talked_of(known.facts, known.state)
    index = next(iter(problems_named(stems(line), known.facts)), subject)
    fact = side_told(known.facts, index or "0", side) if index or known.state.notes.get(Note.REASON) else None
    # that there is no trouble is no answer to what else the time could be used for
    return None if tells_of_none(fact) and side == "instead" else fact
