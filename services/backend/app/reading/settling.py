"""Which of the acts a sentence seems to show are meant: exclusions, and what to make of none at all."""

import re
from itertools import pairwise

from app.domain.acts import Act
from app.reading.evidence import Evidence, whole
from app.reading.normal import View
from app.reading.slots import seconds_of, slots_in
from app.reading.words import content_of


def settled(seen: View, evidence: list[Evidence], *, question: bool) -> list[Evidence]:
    """Acts that exclude one another, and what to make of a sentence that shows none."""
    acts = {item.act for item in evidence}
    drop: set[Act] = set()
    if {Act.ASKS_PERMISSION, Act.ASKS_MEETING} <= acts:
        # "Thirty seconds" is a word now; "fifteen minutes" is a meeting later.
        drop.add(Act.ASKS_MEETING if _is_for_now(seen.line) else Act.ASKS_PERMISSION)
    if Act.CONFIRMS_DETAILS in acts and Act.PROPOSES_TIME in acts and question:
        drop.add(Act.CONFIRMS_DETAILS)
        acts.discard(Act.CONFIRMS_DETAILS)
    if Act.PROPOSES_TIME in acts and _NO_DATE.search(seen.line):
        drop.add(Act.PROPOSES_TIME)
    acts -= drop
    for winner, losers in EXCLUDES.items():
        if winner in acts:
            drop |= losers
    if question:
        drop |= NEVER_ASKED
        early = seen.spans[min(2, len(seen.spans) - 1)][0] if seen.spans else 0
        evidence = [e for e in evidence if e.act is not Act.ACKNOWLEDGES_GENERIC or e.start < early]
    kept = [item for item in evidence if item.act not in drop]
    if not kept and garbled(seen):
        kept = [Evidence(Act.UNCLEAR, 0.8, *whole(seen))]
    return kept


def _is_for_now(line: str) -> bool:
    slots = slots_in(line)
    length = seconds_of(slots["duration"]) if "duration" in slots else None
    if "day" in slots or "time" in slots or _LATER.search(line):
        return False
    return length is None or length <= _NOW_S


_NO_DATE = re.compile(r"\b(?:change|fix|alter|improve|drop|quit|leave|stop|lose) (?:it |that |them )?tomorrow\b")
"""Tomorrow as in "at once": "Anything you'd change tomorrow if you could?"."""
_NOW_S = 180
_LATER = re.compile(r"\b(?:calendar|diary|demo|meeting|next week|zoom|show you)\b")

EXCLUDES: dict[Act, frozenset[Act]] = {
    Act.ASKS_MEETING: frozenset(
        {Act.STATES_REASON, Act.HOLD, Act.ANSWERS_PRICE, Act.VALUE_CLAIM, Act.SENDS_INFO, Act.SMALL_TALK}
    ),
    Act.SENDS_INFO: frozenset({Act.VALUE_CLAIM, Act.PROOF}),
    Act.SMALL_TALK: frozenset({Act.PROPOSES_TIME}),
    Act.PROPOSES_TIME: frozenset({Act.ASKS_PERMISSION, Act.BAD_TIME, Act.HOLD, Act.ANSWERS_PRICE}),
    Act.CONFIRMS_DETAILS: frozenset({Act.SENDS_INFO, Act.PROPOSES_TIME, Act.GOODBYE}),
    Act.ASKS_PERMISSION: frozenset({Act.BAD_TIME, Act.STATES_REASON, Act.EXPLORES_OBJECTION}),
    Act.ASKS_REPEAT: frozenset({Act.APOLOGISES}),
    Act.CAVES: frozenset({Act.ANSWERS_OBJECTION, Act.HOLD}),
    Act.ARGUES: frozenset({Act.ACKNOWLEDGES_GENERIC, Act.ANSWERS_OBJECTION, Act.REFLECTS}),
    Act.RESEARCH: frozenset({Act.ACKNOWLEDGES_GENERIC}),
    Act.REFLECTS: frozenset({Act.ACKNOWLEDGES_GENERIC, Act.VALUE_CLAIM}),
    Act.ASKS_IF_AI: frozenset({Act.HOLD, Act.BAD_TIME, Act.ASKS_FOR_PERSON}),
    Act.LEAVES_MESSAGE: frozenset({Act.STATES_REASON, Act.ASKS_MEETING}),
    Act.ASKS_FOR_PERSON: frozenset({Act.STATES_REASON}),
    Act.ANSWERS_PRICE: frozenset({Act.VALUE_CLAIM}),
    Act.PRESSURE: frozenset({Act.VALUE_CLAIM, Act.ASKS_MEETING, Act.ANSWERS_PRICE}),
    Act.ASKS_REFERRAL: frozenset({Act.ASKS_FOR_PERSON}),
    Act.BAD_TIME: frozenset({Act.SMALL_TALK, Act.ASKS_MEETING, Act.ASKS_REPEAT}),
    Act.HOLD: frozenset({Act.ASKS_PERMISSION, Act.SENDS_INFO}),
    Act.GOODBYE: frozenset({Act.ASKS_MEETING, Act.PROPOSES_TIME}),
}
"""Where both are found the first is meant."""

NEVER_ASKED = frozenset(
    {Act.VALUE_CLAIM, Act.ANSWERS_OBJECTION, Act.CAVES, Act.AFFIRMS, Act.DENIES, Act.REFLECTS, Act.PROOF}
)
"""A question carries none of these."""


def garbled(seen: View) -> bool:
    """Whether the words make no sentence at all, as when a recogniser caught scraps."""
    words = seen.words
    if not words:
        return True
    dangling = words[-1] in _ARTICLES or (len(words) > 2 and words[-1] in ("of", "under", "and"))
    clashes = seen.stray + sum(a in _ARTICLES and b in _AFTER_ARTICLE_NEVER for a, b in pairwise(words))
    torn = clashes * _WORDS_A_CLASH >= len(words) + clashes
    return torn or (dangling and len(words) <= 6) or (not content_of(words) and len(words) == 1 and len(words[0]) < 2)


_WORDS_A_CLASH = 5
"""One clash in so few words leaves no sense; a single slip in a longer sentence does."""
_ARTICLES = frozenset(("a", "an", "the", "my", "your"))
_AFTER_ARTICLE_NEVER = frozenset(
    "for of it to and the a is in on at was are".split()  # noqa: SIM905 - a list of words reads better unquoted
)
