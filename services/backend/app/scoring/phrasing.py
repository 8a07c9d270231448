"""Stronger lines, from playbook and the prospect's words; kept only if reading them again proves them stronger."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter

from app.domain.scorecard import Criterion
from app.scoring.criteria import JUDGES
from app.scoring.graph import PUSHBACK, Call
from app.scoring.rubric import CriterionSpec
from app.scoring.subjects import naming_word
from app.scoring.vouched import known_words, strangers
from app.scoring.words import content_words

MOST_WORDS = 35
_MOST_SAID_BACK = 10
_CLAUSE_END = re.compile(r"[,.;:!?…]|\s[–—-]\s")
_OPENERS = frozenset(("the", "they", "their", "a", "an", "this", "there", "you", "your"))
_FILE = Path(__file__).parent / "phrasing.toml"


@cache
def _lines() -> Mapping[str, tuple[str, ...]]:
    raw = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {name: tuple(lines) for name, lines in raw.items()}


def stronger_line(call: Call, spec: CriterionSpec, criterion: Criterion, index: int, chance: str) -> str:
    """A line to say instead of utterance `index`, after the prospect's `chance`; empty when none proves stronger."""
    known = known_words(call)
    for line in _candidates(call, spec.id, chance):
        if len(line.split()) > MOST_WORDS or strangers(line, known):
            continue
        if JUDGES[spec.id](call.with_line(index, line), spec).points > criterion.points:
            return line
    return ""


def _candidates(call: Call, criterion: str, chance: str) -> Iterator[str]:
    slots = _slots(call, chance)
    for template in _lines().get(criterion, ()):
        wanted = {name for _, name, _, _ in Formatter().parse(template) if name}
        if all(slots.get(name) for name in wanted):
            yield template.format_map(slots)


def _slots(call: Call, chance: str) -> dict[str, str]:
    slots = {"topic": naming_word(chance), "words": _objecting_words(call, chance)}
    if call.brief is None:
        return slots
    seller = call.brief.seller
    slots |= {"name": call.brief.trainee_name, "company": seller.company, "product": seller.product}
    slots |= {"problem": _nearest(seller.problems, chance), "proof": _nearest(seller.proof, chance)}
    return slots | {"fact": _inside(next(iter(call.brief.public_facts), "")), "industry": call.brief.prospect_industry}


def _objecting_words(call: Call, chance: str) -> str:
    """The clause of the prospect's line that objects, if it is short enough to say back."""
    for read in call.reader.prospect(chance):
        start = max((mark.end() for mark in _CLAUSE_END.finditer(chance, 0, read.start_char)), default=0)
        end = next((mark.start() for mark in _CLAUSE_END.finditer(chance, read.start_char)), len(chance))
        clause = chance[start:end].strip()
        if read.says in PUSHBACK and 2 <= len(clause.split()) <= _MOST_SAID_BACK and '"' not in clause:
            return clause
    return ""


def _nearest(options: tuple[str, ...], chance: str) -> str:
    """The option that shares most words with what the prospect said, the first when none does."""
    if not options:
        return ""
    best = max(options, key=lambda option: len(content_words(option) & content_words(chance)))
    return best.strip().rstrip(".")


def _inside(sentence: str) -> str:
    """A sentence as a clause: no full stop, first letter small unless it starts a name or an abbreviation."""
    plain = sentence.strip().rstrip(".")
    first = plain.split(" ", 1)[0]
    return plain[:1].lower() + plain[1:] if first.lower() in _OPENERS else plain
