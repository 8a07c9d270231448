"""What is said before an answer: the question's own words, "Last quarter?", or what it was taken for, "In money?"."""

import re

from app.domain.persona import Depth, Fact

_TIMES = re.compile(
    r"\b(last (?:quarter|year|month|week|summer|winter)|this (?:quarter|year|month)|a (?:year|month|week|quarter)|"
    r"in q[1-4]|per (?:year|month|week))\b"
)
_MATTERS = {
    # fact: a word that the question must have, and what is said of it
    "team.size": ("team", "On the team?"),
    "tools.main": ("system", "System-wise?"),
    "contract.end": ("contract", "The contract?"),
    "vendor.feeling": ("happy", "Happy?"),
    "company.sites": ("locations", "Locations?"),
    "budget.cycle": ("budget", "The budget?"),
    "budget.limit": ("your own", "On my own?"),
    "deciders.who": ("who", "Who decides?"),
    "incidents.last": ("last time", "The last one?"),
    "past.experience": ("before", "Before?"),
    "timeline.change": ("when", "When?"),
}
_SIDES = {
    "since": ("how long", "How long?"),
    "often": ("how often", "How often?"),
    "who": ("who", "Who gets it?"),
    "why": ("why", "Why?"),
    "then": ("then", "Then?"),
    "costs": ("how much", "How much?"),
}

_TAKEN_FOR = {
    "team.size": ("How many?", "The team?"),
    "team.gap": ("Staff-wise?", "Enough people?"),
    "tools.main": ("What we use?", "The system?"),
    "tools.gap": ("The software's limits?", "The software?"),
    "vendor.current": ("Somebody from outside?", "Suppliers?"),
    "vendor.feeling": ("With the supplier?", "Are they good?"),
    "contract.end": ("The contract?", "The term?"),
    "company.do": ("What we do?", "The company?"),
    "company.sites": ("Our sites?", "Where we are?"),
    "company.size": ("All of us?", "The whole company?"),
    "budget.cycle": ("Budget-wise?", "The budget?"),
    "budget.limit": ("My own limit?", "Without asking anyone?"),
    "deciders.who": ("To buy something?", "Who decides?"),
    "deciders.how": ("How we'd buy?", "If we bought?"),
    "incidents.last": ("A case?", "One I remember?"),
    "incidents.cost": ("What that cost?", "In money?"),
    "past.experience": ("Tried something before?", "Whether we've tried?"),
    "timeline.change": ("When?", "Timing-wise?"),
    "priorities.top": ("On my plate?", "Right now?"),
    "priorities.boss": ("For those upstairs?", "What they want?"),
    "metrics.now": ("In figures?", "What we measure?"),
    "metrics.target": ("The target?", "Where we're aiming?"),
    "growth.plan": ("Where we're heading?", "Growth-wise?"),
    "growth.strain": ("If we grow?", "With more work?"),
    "role.owns": ("My patch?", "What's mine?"),
    "cost.now": ("What we pay?", "In money?"),
    "process.flow": ("How it runs?", "Step by step?"),
    "process.break": ("Where it sticks?", "On the way?"),
    "today": ("As things are?", "How we work?"),
    "hurts": ("What goes wrong?", "Where it hurts?"),
    "costs": ("In money?", "The cost?"),
    "matters": ("Is it important?", "For us?"),
    "since": ("Since when?", "How long?"),
    "often": ("How often?", "How many times?"),
    "who": ("Who's on it?", "Who gets it?"),
    "why": ("The reason?", "Why that is?"),
    "then": ("When it happens?", "And then?"),
    "noticed": ("How we notice?", "How it surfaces?"),
    "effort": ("The time?", "In hours?"),
    "instead": ("What else, then?", "With the time?"),
    "known": ("Who knows it?", "Do they know?"),
}
"""What somebody says who is not sure whether this is what was asked; by the fact, or by the side of a problem.

Three words at most: more would be a sentence that may be said only once.
"""


def taken_for(fact: Fact, chance: float) -> str:
    """What the question is taken for that `fact` answers, one way by `chance` in [0, 1); empty for what is plain."""
    ways = _TAKEN_FOR.get(_what_it_tells(fact), ())
    return ways[int(chance * len(ways))] if ways else ""


def echoed(line: str, fact: Fact) -> str:
    """The few words of the question `line` that a person would take up before telling `fact`; empty for none."""
    time = _TIMES.search(line)
    if time is not None and fact.depth is Depth.IMPACT:
        words = time[1].replace("per ", "a ")
        return (
            f"{words[:1].upper()}{words[1:]}?".replace("q1", "Q1")
            .replace("q2", "Q2")
            .replace("q3", "Q3")
            .replace("q4", "Q4")
        )
    cue, echo = (_MATTERS if fact.problem_index is None else _SIDES).get(_what_it_tells(fact), ("", ""))
    return echo if cue and cue in line and len(line.split()) <= _SHORT else ""


def _what_it_tells(fact: Fact) -> str:
    """Its id, or which side of a problem it is."""
    return fact.id if fact.problem_index is None else fact.id.rsplit(".", 1)[-1]


_SHORT = 10
"""Longer questions are not taken up."""
