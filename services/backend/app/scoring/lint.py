"""What a rubric's author should look at again: vague, compound or lopsided criteria. Advice, never a refusal."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.scoring.rubric import CriterionSpec, Rubric

_VAGUE = re.compile(
    r"\b(good|great|nice|appropriate\w*|professional\w*|effective\w*|proper\w*|confident\w*|strong\w*|adequate\w*|"
    r"engaging|compelling|positive|rapport|natural\w*|well)\b",
    re.IGNORECASE,
)
_COMPOUND = re.compile(r"\b(and (also|then)|as well as|and you [a-z]+ed)\b|;", re.IGNORECASE)
HEAVY = 25.0
"""Points from which one criterion outweighs a whole skill."""
LOPSIDED = 50.0
"""Weight of one dimension from which the total is mostly that dimension."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at again; `criterion` is the id of a criterion or a dimension."""

    criterion: str
    problem: str
    hint: str


def lint(rubric: Rubric) -> list[Remark]:
    """Everything worth a second look, in the order of the sheet."""
    found = [
        Remark(item.id, f"{item.id} carries {item.weight:g} of 100 points.", "Spread the weight over more skills.")
        for item in rubric.dimensions
        if item.weight >= LOPSIDED
    ]
    return found + [remark for spec in rubric.criteria() for remark in _criterion(spec)]


def line_of(text: str, name: str) -> int:
    """The line of a rubric's `text`, from 1, that names criterion or dimension `name`; 1 where it is inherited."""
    exact = rf"""["']?{re.escape(name)}["']?"""
    written = re.compile(rf"""\bid["']?\s*[=:]\s*{exact}|^\s*\[[\w.]*\.{exact}\]|^\s*{exact}\s*[=:]""")
    return next((number for number, line in enumerate(text.split("\n"), 1) if written.search(line)), 1)


def _criterion(spec: CriterionSpec) -> Iterator[Remark]:
    for name in ("unmet", "advice") if spec.penalty else ("met", "unmet", "advice"):
        text: str = getattr(spec, name)
        if not text.strip():
            yield Remark(spec.id, f"`{name}` is empty.", "Say in one sentence what was seen, or what to do.")
        elif name == "met" and (vague := _VAGUE.search(text)):
            yield Remark(
                spec.id, f"“{vague.group()}” in `{name}` is vague.", "Name what a listener would hear instead."
            )
        if name == "met" and _COMPOUND.search(text):
            yield Remark(spec.id, f"`{name}` asks for two things at once.", "Make it two criteria, or name one.")
    if spec.met and spec.met == spec.unmet:
        yield Remark(spec.id, "`met` and `unmet` read the same.", "Say what is missing when it is missing.")
    if spec.max >= HEAVY:
        yield Remark(spec.id, f"One criterion carries {spec.max:g} points.", "Split it, or give it rungs.")
    if any(points == spec.max for points in spec.levels.values()) and len(spec.levels) == 1:
        yield Remark(spec.id, "Its only rung is worth as much as the whole.", "Give the rung fewer points.")
