"""The fact that phrases of a question reach: of the business in general, or a side of the problem it is about."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.dialogue.mind.aims import asks_for_terms, general_aim
from app.dialogue.mind.notes import Note
from app.dialogue.mind.subjects import (
    EVERYDAY,
    of_problem,
    problems_named,
    side_told,
    speaks_of,
    stems,
    talked_of,
    tells_of_none,
)
from app.dialogue.mind.talk import Talk
from app.dialogue.mind.unknown import asks_how_it_is, unknown_kind
from app.domain.acts import Act
from app.domain.persona import Fact
from app.domain.prospect import Move, ProspectState

_OF_THE_PROBLEM = frozenset({"cost.now", "process.flow", "process.break", "tools.gap"})
"""General facts that yield to the problem when the question names it, or leans on what was told about it."""
_NEXT = {
    ("tools.main", "hurts"): "tools.gap",
    ("vendor.current", "hurts"): "vendor.feeling",
    ("team.size", "hurts"): "team.gap",
    ("process.flow", "hurts"): "process.break",
    ("incidents.last", "costs"): "incidents.cost",
    ("growth.plan", "hurts"): "growth.strain",
    ("news", "hurts"): "news.effect",
    ("tools.gap", "costs"): "cost.now",
    ("process.break", "costs"): "cost.now",
    ("vendor.feeling", "matters"): "contract.end",
    ("tools.main", "feel"): "tools.gap",
    ("tools.main", "costs"): "cost.now",
    ("vendor.current", "costs"): "cost.now",
    ("vendor.current", "feel"): "vendor.feeling",
    ("team.size", "feel"): "team.gap",
    ("process.flow", "feel"): "process.break",
    ("metrics.now", "feel"): "metrics.target",
    ("company.size", "feel"): "growth.plan",
    ("budget.cycle", "costs"): "budget.limit",
}
"""What a question that leans on a general fact asks for: the fact told, the side asked for, the fact that answers."""
_RETURNS = frozenset({"costs", "matters", "noticed", "known", "then", "effort", "often"})
_DONE_WITH = frozenset({"past_experience", "team", "budget", "deciders", "priorities", "growth", "company", "timeline"})
"""Sides that lead back to the problem, and topics that a leaning question has left behind by asking for one."""
_AROUND = frozenset({"since", "often", "who", "why", "then"})
"""Sides that people ask of anything: words of another matter make it that matter's."""
_COUNTED = frozenset({"many", "number", "long", "who", "who_did", "where", "which", "when", "what_time"})
"""Asked like this after a trouble was spoken of, nobody asks whether they have it: "How many of those do you get?"."""
_SUPPOSED = frozenset({"would_be", "self", "if", "opinion", "view"})
_OF_THE_WORK = frozenset({"", "today", "known", "who", "noticed", "instead"})
"""Sides that a thing has which gives no trouble."""
_IF_IT_STAYS = re.compile(
    r"(?:(?:and|so|but) )?(?:if|suppose|say) (?:nothing|it|this|that|things?)\b(?! (?:costs?|is free))"
)
_CHANGES = re.compile(
    r"\b(?:chang\w+|better|differ\w+|improv\w+|fix\w*|ideal\w*|perfect|wish|easier|dream|magic|rid|speed)\b"
)
_SOME_DAY = re.compile(r"^(?:(?:and|so|but|okay|then) )*(?:would|could|will|should|can)\b")
_PRICES = re.compile(r"\b(?:pay|pays|paying|paid|charge[sd]?|bill|bills)\b")
_PAYS = re.compile(r"\b(?:pay|paying|spend|spending) (?:for|on)\b")
_DECIDES_ELSE = re.compile(
    r"\bwho (?:\w+ ){0,2}?(?:approves?|checks?|confirms?) (?:the|a|an|your|each|every|these|those|that|all) "
    r"(?!deals?|contracts?|budgets?|purchases?|spend\w*)|"
    r"\bwho would (?:you|i|one) (?:have to |need to )?ask\b|\bwho has the last word (?:in|on|with)\b|"
    r"\bwho (?:\w+ )?(?:decides?|determines?|chooses|says) (?:whether|if|when|which|who|what|how)\b"
    r"|\bwho (?:\w+ )?signs? (?:the|a|an|your|their|off (?:the|an?|one)|those|these) "
    r"(?!deals?|contracts?|cheques?|orders?|purchases?)"
)
_ONCE = re.compile(r"\bdid\b")
_HOW_MANY = re.compile(r"\bhow many\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question as phrases see it."""

    line: str
    """In canonical words."""
    words: frozenset[str]
    """Stems of those that carry meaning."""
    side: str
    """The side of a problem that it is after, or empty."""
    shown: str
    """The side that its words show, or empty."""
    back: bool
    """It leans on what was said before."""
    act: Act
    near: str = ""
    """Index of the problem that it comes near to in meaning, or empty."""


def fact_behind(
    talk: Talk, asking: Asking, facts: Mapping[str, Fact], last: Fact | None, state: ProspectState
) -> Fact | None:
    """The fact that answers such a question, where there is one: what was dodged, whose work it is, what is amiss."""
    if talk is Talk.MEANING and state.last_moves[-1:] == (Move.DEFLECT,):
        return facts.get(state.notes.get(Note.DEFLECTED, "").rsplit(",", 1)[-1])
    if talk is Talk.HANDS and (last is None or last.problem_index is not None):
        subject = last.problem_index if last is not None else state.notes.get(Note.SUBJECT, "")
        return side_told(facts, str(subject), "who") if state.notes.get(Note.REASON) else None
    if talk is Talk.OTHERS:
        return general_fact(asking, facts, last, state)
    if talk is Talk.WOULD_CHANGE:
        told = last if last is not None and asking.back else None
        if told is not None and told.problem_index is None:
            return facts.get(_NEXT.get((told.id, "hurts"), ""))
        named = problems_named(asking.words, facts)
        subject = str(told.problem_index) if told is not None else next(iter(named), "")
        general = facts.get(general_aim(asking.line, facts.keys()))
        hurts = side_told(facts, subject, "hurts")
        amiss = facts.get("process.break") if _CHANGES.search(asking.line) and not asking.words - EVERYDAY else None
        return general or (hurts if hurts is not None and hurts.hidden else amiss)
    return None


def what_came_of_it(facts: Mapping[str, Fact], last: Fact | None) -> Fact | None:
    """What comes of the trouble just told: "What happened?" asks for no other case."""
    return (
        side_told(facts, str(last.problem_index), "then")
        if last is not None and last.problem_index is not None
        else None
    )


def general_fact(asking: Asking, facts: Mapping[str, Fact], last: Fact | None, state: ProspectState) -> Fact | None:
    """What it asks for of the business in general; None where it rather asks about the problem, or nothing known."""
    if last is not None and last.id.endswith(".who") and asking.back and _HOW_MANY.search(asking.line):
        return facts.get("team.size") if not asking.words - EVERYDAY else None
    found = general_aim(asking.line, facts.keys())
    if not found or _IF_IT_STAYS.match(asking.line) or (found.startswith("tools.") and asks_for_terms(asking.line)):
        return None
    told_problem = last is not None and last.problem_index is not None
    leans = asking.back and (told_problem or (last is None and bool(state.notes.get(Note.SUBJECT))))
    if found == "priorities.boss" and (
        _ONCE.search(asking.line) or unknown_kind(asking.line) in ("their_view", "would_be")
    ):
        return None  # "what would your boss say to that"
    if found == "deciders.who" and asks_how_it_is(asking.line):
        return None  # "how do you record who agreed to what"
    if found == "deciders.who" and _DECIDES_ELSE.search(asking.line):
        return None  # "who decides whether somebody stays"
    if found == "tools.main" and _SOME_DAY.match(asking.line):
        return None  # "would your people use an app"
    if found == "vendor.current" and (_PRICES.search(asking.line) or unknown_kind(asking.line) == "either"):
        return None  # "do you pay the agency by the hour or by the shift"
    paid = found == "cost.now" and _PAYS.search(asking.line)
    if found in _OF_THE_PROBLEM and not paid and (leans or problems_named(asking.words, facts)):
        return None
    return facts[found]


def fact_of_problem(
    asking: Asking,
    facts: Mapping[str, Fact],
    last: Fact | None,
    state: ProspectState,
    touches: frozenset[int],
    *,
    openly: bool = False,
) -> Fact | None:
    """The side of a problem that it asks for; `touches` are the problems that the whole line speaks about.

    `openly`: where it names a problem and no side, how that is done is told.
    """
    subject = state.notes.get(Note.SUBJECT, "")
    named = problems_named(asking.words, facts)
    if not named and asking.near and not asking.back and asking.shown:
        named = [asking.near]
    if named and not asking.shown and unknown_kind(asking.line) in ("number", "many"):
        return None  # a count that nobody here keeps
    if unknown_kind(asking.line) == "either" and asking.side in ("who", "why"):
        return None  # "who pays for it, you or the customer"
    if unknown_kind(asking.line) == "long" and asking.side not in ("since", "often", "costs", "effort"):
        return facts.get(
            f"problem.{asking.near or next(iter(named), subject)}.fine"
        )  # a duration that nobody has taken
    if asking.side == "feel" and not named:
        asking = replace(asking, side=_felt(last, state))
    if named:
        side = asking.side if asking.side != "feel" else "hurts"
        index = next((one for one in (asking.near, subject) if one in named), named[0])
        itself = speaks_of(asking.words, facts, index) and unknown_kind(asking.line) not in _SUPPOSED
        openly = openly and not asking.words - EVERYDAY - of_problem(facts, index) - _told_of(facts, index)
        asks_of_it = asking.shown or openly or itself
        if side in _AROUND and not itself and asking.words - EVERYDAY - of_problem(facts, index):
            return None  # "who manages the carrier relationships": of something else that has to do with it
        told = side_told(facts, index, side or "today") if asks_of_it else None
        # that there is no trouble is no answer to how a thing is done that belongs to it
        fine = tells_of_none(told) and not itself
        elsewhere = index not in (asking.near, subject) or side in _OF_THE_WORK
        return None if fine and elsewhere else told
    return _leant_on(asking, facts, last, state, touches, openly=openly)


def _leant_on(
    asking: Asking,
    facts: Mapping[str, Fact],
    last: Fact | None,
    state: ProspectState,
    touches: frozenset[int],
    *,
    openly: bool,
) -> Fact | None:
    """The side of the problem that was talked of, for a question that names none."""
    subject = state.notes.get(Note.SUBJECT, "") or "0"
    if _IF_IT_STAYS.match(asking.line):
        return side_told(facts, talked_of(facts, state), "matters")
    if not asking.back:
        return None
    if touches:
        counts = not asking.side and unknown_kind(asking.line) in _COUNTED
        return None if counts else side_told(facts, str(min(touches)), asking.side or "hurts")
    if asking.side in _AROUND and last is not None and asking.words - EVERYDAY - stems(*last.sayings, *last.keywords):
        return None  # "the ones that leave, why do they go": leans on something else
    if last is not None and last.problem_index is not None:
        index = str(last.problem_index)
        if openly and asking.words - EVERYDAY - of_problem(facts, index) - _told_of(facts, index):
            return None  # "how do the managers fit into that": of something else that has to do with it
        return side_told(facts, index, asking.side) if asking.side else None
    if last is not None:
        returns = asking.side in _RETURNS and last.topic in _DONE_WITH
        on_it = facts.get(_NEXT.get((last.id, asking.side), ""))
        return on_it or (side_told(facts, talked_of(facts, state), asking.side) if returns else None)
    told = side_told(facts, subject, asking.side) if asking.side and state.notes.get(Note.REASON) else None
    # that there is no trouble is no answer to what happens in a case that the question names
    return None if tells_of_none(told) and asking.words - EVERYDAY - of_problem(facts, subject) else told


def _told_of(facts: Mapping[str, Fact], index: str) -> frozenset[str]:
    """Stems of the words in which the daily side of a problem is told."""
    today = facts.get(f"problem.{index}.today")
    return stems(*today.sayings) if today is not None else frozenset()


def _felt(last: Fact | None, state: ProspectState) -> str:
    """Asked whether they are happy with it, people say what hurts; who has said that says how much it matters."""
    if last is None or last.problem_index is None:
        return "feel"
    return "matters" if f"problem.{last.problem_index}.hurts" in state.disclosed else "hurts"
