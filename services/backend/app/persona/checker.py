"""Says what is wrong with a persona: fields that contradict each other, broken lines, missing parts."""

import re
from collections.abc import Iterator

from app.domain.persona import Depth, Persona
from app.persona.calendar import DAYS
from app.persona.identity import size_class
from app.persona.shelves import shelves

_BROKEN = re.compile(r"[{}\[\]|*]|\s{2}|\s[,.?!]")
MIN_FACTS = 25
MAX_SENTENCE_WORDS = 30


def nonsense(persona: Persona) -> tuple[str, ...]:
    """Every contradiction found, in plain words; empty for a sound persona."""
    return (*_identity(persona), *_facts(persona), *_objections(persona), *_lines(persona), *_calendar(persona))


def _identity(persona: Persona) -> Iterator[str]:
    role = next((role for role in shelves().roles if role.id == persona.role), None)
    if role is None:
        yield f"no such role as {persona.role}"
        return
    if not role.min_size <= persona.size <= role.max_size:
        yield f"a company of {persona.size} has no {persona.role}"
    if persona.title not in role.titles[size_class(persona.size)]:
        yield f"{persona.title} is no title in a company of {persona.size}"
    industry = next((entry for entry in shelves().industries if entry.name == persona.industry), None)
    if industry is None or (role.industries and industry.id not in role.industries):
        yield f"{persona.industry} has no {persona.role}"
    if persona.voice.gender not in ("female", "male"):
        yield f"no voice for {persona.voice.gender}"
    if persona.colleague.startswith(persona.given_name + " "):
        yield "the colleague has the persona's own name"
    if not all(0 <= value <= 1 for value in (persona.booking_trust, *_traits(persona))):
        yield "a temperament out of range"


def _traits(persona: Persona) -> tuple[float, ...]:
    t = persona.temperament
    return (t.warmth, t.patience, t.verbosity, t.scepticism, t.directness, t.formality, t.humour, t.interrupts)


def _facts(persona: Persona) -> Iterator[str]:
    ids = [fact.id for fact in persona.facts]
    if len(ids) != len(set(ids)):
        yield "two facts with one id"
    if len(ids) < MIN_FACTS:
        yield f"only {len(ids)} facts"
    hidden = {fact.problem_index for fact in persona.facts if fact.hidden and fact.depth is Depth.PROBLEM}
    if persona.fits and not hidden:
        yield "fits, but has no hidden pain"
    if not persona.fits and (hidden or not persona.no_fit_reason):
        yield "does not fit, but has a hidden pain or no reason"
    if not set(persona.public_fact_ids) <= set(ids):
        yield "a public fact that does not exist"
    topics = {fact.topic for fact in persona.facts}
    if len(topics) < 10:
        yield "too few topics"


def _objections(persona: Persona) -> Iterator[str]:
    kinds = [objection.kind for objection in persona.objections]
    if not 2 <= len(kinds) <= 4 or len(kinds) != len(set(kinds)):
        yield "the objection stack is not two to four different ones"
    no_vendor = any("Nobody. We do it" in saying for fact in persona.facts for saying in fact.sayings)
    if no_vendor and {"existing_vendor", "contract_locked"} & set(kinds):
        yield "objects with a vendor that does not exist"
    never = any(saying.startswith("Never ") for fact in persona.facts for saying in fact.sayings)
    if never and "bad_experience" in kinds:
        yield "was burnt by something never tried"
    by_the_month = any("by the month" in saying for fact in persona.facts for saying in fact.sayings)
    if by_the_month and "contract_locked" in kinds:
        yield "is locked in with a vendor that bills by the month"
    if any(not objection.real_reason or not objection.real_sayings for objection in persona.objections):
        yield "an objection without a reason behind it"


def _lines(persona: Persona) -> Iterator[str]:
    lines = [saying for fact in persona.facts for saying in fact.sayings] + list(persona.pick_up)
    lines += [line for one in persona.objections for line in (*one.stated, *one.real_sayings, one.real_reason)]
    for line in lines:
        if _BROKEN.search(line):
            yield f"a broken line: {line}"
        if any(len(sentence.split()) > MAX_SENTENCE_WORDS for sentence in re.split(r"[.?!]", line)):
            yield f"a sentence nobody says in one breath: {line}"


def _calendar(persona: Persona) -> Iterator[str]:
    if len(persona.calendar) < 4:
        yield "hardly a free slot in two weeks"
    if any(slot.day not in DAYS or not 0 < slot.day_offset <= 14 for slot in persona.calendar):
        yield "a slot on a weekend or too far away"
