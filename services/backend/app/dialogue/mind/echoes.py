"""A question's own words taken up before the answer: "Last quarter? About forty thousand." """

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
