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
    "team.size": ("How many of us?", "The team, you mean?"),
    "team.gap": ("Staff-wise?", "Do we have enough people?"),
    "tools.main": ("What we use?", "The system, you mean?"),
    "tools.gap": ("What the system can't do?", "The software, you mean?"),
    "vendor.current": ("Somebody from outside, you mean?", "Suppliers?"),
    "vendor.feeling": ("With the supplier?", "Are they any good, you mean?"),
    "contract.end": ("The contract, you mean?", "How long it runs?"),
    "company.do": ("What we do here?",),
    "company.sites": ("Our sites?", "Where we are?"),
    "company.size": ("All of us?", "The whole company?"),
    "budget.cycle": ("Budget-wise?", "The money for it, you mean?"),
    "budget.limit": ("What I can sign for?", "My own limit?"),
    "deciders.who": ("To buy something, you mean?", "If we bought something?"),
    "deciders.how": ("How we'd go about buying?", "If we bought something?"),
    "incidents.last": ("A case, you mean?", "One I remember?"),
    "incidents.cost": ("What that one cost?", "In money?"),
    "past.experience": ("Have we tried something, you mean?", "Whether we've had a go?"),
    "timeline.change": ("When, you mean?", "Timing-wise?"),
    "priorities.top": ("What's on my plate?", "Right now?"),
    "priorities.boss": ("What they want upstairs?", "For the people above me?"),
    "metrics.now": ("In figures?", "What we measure?"),
    "metrics.target": ("What we aim for?", "The target, you mean?"),
    "growth.plan": ("Where we're heading?", "Growth-wise?"),
    "growth.strain": ("If we grow, you mean?", "With more on top?"),
    "role.owns": ("My patch, you mean?", "What's mine?"),
    "cost.now": ("What we pay now?", "In money?"),
    "process.flow": ("How it runs?", "The way through, you mean?"),
    "process.break": ("Where it sticks?", "What goes wrong on the way?"),
    "today": ("How we do it now?", "As things are?"),
    "hurts": ("What goes wrong, you mean?", "Where it hurts?"),
    "costs": ("In money?", "What it costs us?"),
    "matters": ("How much it matters?", "Is it important, you mean?"),
    "since": ("Since when?", "How long, you mean?"),
    "often": ("How often, you mean?", "How many times?"),
    "who": ("Who's on it?", "Who gets it, you mean?"),
    "why": ("The reason?", "Why it's like that?"),
    "then": ("When it goes wrong, you mean?", "And then?"),
    "noticed": ("How we find out?", "How it comes out, you mean?"),
    "effort": ("The time it takes?", "In hours?"),
    "instead": ("What they'd do instead?", "With the time?"),
    "known": ("Who knows about it?", "Do they know upstairs, you mean?"),
}
"""What somebody says who is not sure whether this is what was asked; by the fact, or by the side of a problem."""


def taken_for(fact: Fact, chance: float) -> str:
    """What the question is taken for that `fact` answers, one way by `chance` in [0, 1); empty for what is plain."""
    ways = _TAKEN_FOR.get(fact.id if fact.problem_index is None else fact.id.rsplit(".", 1)[-1], ())
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
    side = fact.id if fact.problem_index is None else fact.id.rsplit(".", 1)[-1]
    cue, echo = (_MATTERS if fact.problem_index is None else _SIDES).get(side, ("", ""))
    return echo if cue and cue in line and len(line.split()) <= _SHORT else ""


_SHORT = 10
"""Longer questions are not taken up."""
