"""Which acts the heads may add: none that the form, the talk so far or a pattern speaks against."""

import re

from app.domain.acts import QUESTION_ACTS, Act, ProspectSays
from app.reading.evidence import CERTAIN
from app.reading.normal import normalise
from app.reading.patterns import ALWAYS, QUESTIONS
from app.reading.scope import in_quotes, negated, quoted_from
from app.reading.settling import EXCLUDES, NEVER_ASKED
from app.reading.signs import Sensed
from app.reading.slots import slots_in
from app.reading.words import content_of, content_words

_CONCERNS = frozenset(
    {ProspectSays.OBJECTION, ProspectSays.BRUSH_OFF, ProspectSays.TIME_CONSTRAINT, ProspectSays.REFUSES}
)
_NEVER_ADDED = frozenset({Act.IDENTIFIES_SELF, Act.IDENTIFIES_COMPANY, Act.SILENCE, Act.UNCLEAR, Act.ASKS_OTHER})
"""Names are masked, so no head can know them; the others are what is left when nothing is found."""
_AFTER_CONCERN = frozenset({Act.EXPLORES_OBJECTION, Act.ANSWERS_OBJECTION, Act.CAVES, Act.ARGUES})
_AFTER_QUESTION = frozenset({Act.ANSWERS_QUESTION, Act.AFFIRMS, Act.DENIES})
_AFTER_ANY = frozenset({Act.ACKNOWLEDGES_SPECIFIC, Act.REFLECTS, Act.FOLLOW_UP})
_SPECIFIC = frozenset({Act.ACKNOWLEDGES_SPECIFIC, Act.REFLECTS})
"""Nothing specific is said without a word of content: "Sure." is a nod, whatever it follows."""
_ASKS_ON_PURPOSE = frozenset(("ask", "yours"))
""""I wanted to ask how yours is going" is no small talk."""
_ASKING = QUESTION_ACTS | {Act.FOLLOW_UP, Act.EXPLORES_OBJECTION}
_DENIABLE = frozenset(
    {
        Act.ASKS_MEETING, Act.PROPOSES_TIME, Act.SENDS_INFO, Act.VALUE_CLAIM, Act.PROOF, Act.PRESSURE, Act.INSULT,
        Act.HOLD, Act.APOLOGISES, Act.STATES_REASON, Act.LEAVES_MESSAGE, Act.ASKS_PERMISSION, Act.ASKS_REFERRAL,
        Act.CLAIMS_EARLIER_CONTACT, Act.ASKS_FOR_PERSON,
    }
)  # fmt: skip
"""Meaning vectors barely tell "let us meet" from "let us not": under a negation no head is believed on these."""
_DENIAL = frozenset(("not", "never", "no", "nobody", "nothing", "without", "neither", "nor", "cannot"))
_LOOKS_LIKE = re.compile(r"\bwhat (?:would|does|should|could) .* look like\b")
"""No look is asked for: "What would a good result look like?"."""
_INVITE = re.compile(r"\b(?:invite|invitation|calendar|diary|e-?mail|address|booked)\b")
_LIST_WORDS = 8
"""A breathless list has at least so many words."""
MOST = 2
"""Acts the heads add to one sentence at most."""


def admitted(sensed: Sensed, likely: dict[Act, float]) -> dict[Act, float]:
    """Of the `likely` acts, with their probabilities, those that may be added; the likeliest first."""
    seen = sensed.seen
    if quoted_from(seen) is not None or in_quotes(seen.text, *(seen.spans[0][0], seen.spans[-1][1])):
        return {}
    if any(item.act is Act.UNCLEAR for item in sensed.evidence):
        return {}
    have = {item.act for item in sensed.evidence if item.confidence >= CERTAIN}
    refused = _refused(sensed)
    new: dict[Act, float] = {}
    for act, probability in sorted(likely.items(), key=lambda item: (-item[1], item[0])):
        if act in have or act in refused or not _fits(sensed, act):
            continue
        if act is Act.ANSWERS_OBJECTION and Act.ACKNOWLEDGES_SPECIFIC in have:
            continue  # saying an objection back is no answer to it
        others = have | new.keys()
        if act in QUESTION_ACTS and (others & QUESTION_ACTS) - {Act.ASKS_OTHER}:
            continue
        if any(act in EXCLUDES.get(other, ()) or other in EXCLUDES.get(act, ()) for other in others):
            continue
        new[act] = probability
        if len(new) == MOST:
            break
    return new


def _fits(sensed: Sensed, act: Act) -> bool:
    if act in _NEVER_ADDED or (sensed.question and act in NEVER_ASKED) or (act in _ASKING and not sensed.question):
        return False
    if act in _DENIABLE and not sensed.question and _DENIAL.intersection(sensed.seen.words):
        return False
    if act is Act.FEATURE_DUMP and len(sensed.seen.words) < _LIST_WORDS:
        return False
    if act in _AFTER_CONCERN and not sensed.said & _CONCERNS:
        return False
    if act in _AFTER_QUESTION and ProspectSays.QUESTION not in sensed.said:
        return False
    if act in _AFTER_ANY and not content_words(sensed.previous_line):
        return False
    if act is Act.SMALL_TALK and _ASKS_ON_PURPOSE.intersection(sensed.seen.words):
        return False
    if act in _SPECIFIC and not content_of(sensed.seen.words):
        return False
    if act is Act.CONFIRMS_DETAILS and not _about_a_date(sensed):
        return False
    if act is Act.ASKS_MEETING and _LOOKS_LIKE.search(sensed.seen.line):
        return False
    return act is not Act.PROPOSES_TIME or bool(slots_in(sensed.seen.line).keys() & {"day", "time"})


def _about_a_date(sensed: Sensed) -> bool:
    """Whether anything is there to confirm: a day, an hour, an address, on either side."""
    lines = sensed.seen.line, normalise(sensed.previous_line)
    return any(slots_in(line).keys() & {"day", "time", "email"} or _INVITE.search(line) for line in lines)


def _refused(sensed: Sensed) -> frozenset[Act]:
    """Acts whose very words stand here but are denied or taken away by other words."""
    line = sensed.seen.line
    return frozenset(
        rule.act
        for rule in (*ALWAYS, *QUESTIONS)
        if (hit := rule.pattern.search(line))
        and ((rule.unless is not None and rule.unless.search(line)) or (rule.negatable and negated(line, hit.start())))
    )
