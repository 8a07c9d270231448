"""A question's own words taken up before the answer: "Last quarter? About forty thousand." """

import re

from app.domain.persona import Depth, Fact

_TIMES = re.compile(
    r"\b(last (?:quarter|year|month|week|summer|winter)|this (?:quarter|year|month)|a (?:year|month|week|quarter)|"
    r"in q[1-4]|per (?:year|month|week))\b"
)
_MATTERS = {
    "team.size": "On the team?",
    "tools.main": "System-wise?",
    "contract.end": "The contract?",
    "vendor.feeling": "Happy?",
    "company.sites": "Locations?",
    "budget.cycle": "The budget?",
    "budget.limit": "On my own?",
    "deciders.who": "Who decides?",
    "priorities.top": "Top of the list?",
    "incidents.last": "The last one?",
    "past.experience": "Before?",
    "timeline.change": "When?",
}
_SIDES = {
    "since": "How long?",
    "often": "How often?",
    "who": "Who gets it?",
    "why": "Why?",
    "then": "Then?",
    "costs": "In money?",
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
    if fact.problem_index is not None:
        side = fact.id.rsplit(".", 1)[-1]
        return _SIDES.get(side, "") if len(line.split()) <= _SHORT else ""
    return _MATTERS.get(fact.id, "")


_SHORT = 8
"""Longer questions are not repeated by their kind."""
