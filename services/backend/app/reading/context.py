"""What a line does because of the line before it: answer, follow up, take an objection, say yes or no."""
# ruff: noqa: E501 - a phrasing stays on one line

import re
from collections.abc import Iterator, Sequence

from app.domain.acts import Act, ProspectRead, ProspectSays
from app.reading.normal import View, normalise
from app.reading.slots import CLOCK, DAY, slots_in
from app.reading.uptake import builds_on
from app.reading.words import content_of, content_words

_CONCERNS = frozenset(
    {ProspectSays.OBJECTION, ProspectSays.BRUSH_OFF, ProspectSays.TIME_CONSTRAINT, ProspectSays.REFUSES}
)
_YES = re.compile(
    r"^(?:yes|i do|we do|i am|we are|it is|it does|we can|you can|sure|correct|exactly|right|absolutely|indeed|aye|of course|that is right)(?= |$)"
)
_NO = re.compile(
    r"^(?:well |honestly |oh |yes |actually )*(?:no|not (?:at all|yet|really|quite|exactly|today)|never|i (?:am|do|have|did) not|we (?:do|are|have|did) not|he is not|she is not)(?= |$)(?! (?:worries|problem))"
)
_AGREES = re.compile(
    r"^(?:okay |yes |great |perfect |good |sure |lovely |and |so |then |absolutely |excellent )*(?:that|this|it|<t>)?(?: (?:at|on))?(?: <t>)?(?: (?:would|will|does|should|day|time|slot))?"
    r" ?(?:works?(?: (?:well|great|fine|perfectly|nicely))?|suits?|is (?:fine|good|great|perfect|okay|ideal|lovely)|sounds (?:good|great|perfect|fine)|be (?:fine|good|great|perfect))"
    r"(?: (?:for me|by me|with me|me|for us|here|on my (?:side|end)|too|then|same time|thanks|thank you))*$".replace(
        "<t>", rf"(?:{DAY}|{CLOCK}|(?:mon|tues|wednes|thurs|fri)day(?: (?:morning|afternoon))?)"
    )
)
"""Agreeing to a time that the other has just named: "That works for me"."""
FOLLOWS = 0.3
"""From this uptake a question is a follow-up."""
FOLLOWS_DISCLOSURE = 0.2
"""The same when the prospect has just told something."""

_SAID_SOMETHING = _CONCERNS | {ProspectSays.DISCLOSURE}
NO_DISCOVERY_ACT = frozenset(
    {
        Act.ASKS_PERMISSION, Act.ASKS_MEETING, Act.PROPOSES_TIME, Act.ASKS_REFERRAL, Act.ASKS_REPEAT, Act.SMALL_TALK,
        Act.OFF_TOPIC, Act.INSULT, Act.ARGUES, Act.CAVES, Act.PRESSURE, Act.CONFIRMS_DETAILS, Act.SENDS_INFO, Act.HOLD,
        Act.ASKS_IF_AI, Act.ASKS_FOR_PERSON, Act.BAD_TIME, Act.YIELDS, Act.FALSE_FAMILIARITY, Act.GOODBYE,
    }
)  # fmt: skip
_NO_COUNTER = frozenset({Act.ARGUES, Act.CAVES, Act.SENDS_INFO, Act.GOODBYE, Act.ASKS_MEETING})
_NO_ACKNOWLEDGEMENT = frozenset(
    {
        Act.ARGUES, Act.CAVES, Act.STATES_REASON, Act.SENDS_INFO, Act.CONFIRMS_DETAILS, Act.PROPOSES_TIME,
        Act.ASKS_MEETING, Act.ANSWERS_OBJECTION,
    }
)  # fmt: skip
_SUBSTANCE = frozenset({Act.VALUE_CLAIM, Act.PROOF, Act.ANSWERS_OBJECTION, Act.ANSWERS_PRICE})
_SEEMS_DEFENSIVE = re.compile(r"^(?:but|yes but|no but|well but)(?= )")
_ANSWER_FOR = {
    "who": {Act.IDENTIFIES_SELF, Act.IDENTIFIES_COMPANY},
    "what_about": {Act.STATES_REASON, Act.NAMES_PROBLEM, Act.VALUE_CLAIM, Act.RESEARCH, Act.PROOF},
    "price": {Act.ANSWERS_PRICE},
    "how_it_works": {Act.VALUE_CLAIM, Act.PROOF, Act.ANSWERS_OBJECTION},
    "who_else": {Act.PROOF},
    "proof": {Act.PROOF, Act.VALUE_CLAIM},
    "how_got_number": set[Act](),
    "how_long": {Act.VALUE_CLAIM},
    "is_ai": set[Act](),
}
_WHY = frozenset({Act.NAMES_PROBLEM, Act.RESEARCH})
_NOT_WHY = frozenset({Act.STATES_REASON, Act.ASKS_FOR_PERSON, Act.LEAVES_MESSAGE, Act.ARGUES})
"""Asked what it is about, a problem of the trade or something public about the prospect is the reason."""
_SOURCE = re.compile(
    r"\b(?:website|linkedin|list|listed|directory|referr\w+|reception|switchboard|database|public|online|google|site|card|found|colleague|register)\b"
)
_SPAN = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|ten|couple|few|a|an|about|under|within)\b.*\b(?:minutes?|hours?|days?|weeks?|months?|seconds?|year|quarter)\b"
)
_PERSON = re.compile(r"\b(?:person|human|real|alex|name|flesh)\b")


def in_context(
    seen: View,
    previous_line: str,
    before: Sequence[ProspectRead],
    *,
    acts: frozenset[Act],
    question: bool,
    first: bool,
) -> Iterator[tuple[Act, float]]:
    """Acts of a sentence that follow from the prospect's last line, with confidence; `first`: it opens the turn."""
    said = frozenset(item.says for item in before)
    if agreed := _agreed(seen.line, slots_in(normalise(previous_line)), question=question):
        yield Act.CONFIRMS_DETAILS, agreed
    if question:
        yield from _asked_back(seen, previous_line, said, acts)
        return
    if any(item.slots.get("kind") == "what_about" for item in before) and acts & _WHY and not acts & _NOT_WHY:
        yield Act.STATES_REASON, 0.7
    shared = len(content_of(seen.words) & content_words(previous_line))
    asked = [item.slots.get("kind", "") for item in before if item.says is ProspectSays.QUESTION]
    if asked:
        yield from _replied(seen.line, asked, acts, shared=shared, first=first)
    if said & _CONCERNS:
        yield from _countered(seen.line, acts)
    if said & _SAID_SOMETHING and shared:
        yield from _acknowledged(seen, acts, shared=shared, enough=min(2, len(content_words(previous_line))))


def _agreed(line: str, named: dict[str, str], *, question: bool) -> float:
    """How surely a line agrees to a day or an hour that the other has `named`: by saying so, or by repeating it."""
    if not named.keys() & {"day", "time"}:
        return 0.0
    if _AGREES.search(line):
        return 0.85
    own = slots_in(line)
    repeats = any(own.get(slot, "") and own[slot] == named.get(slot) for slot in ("day", "time"))
    return 0.75 if repeats and not question and len(line.split()) <= _REPEATED_WORDS else 0.0


_REPEATED_WORDS = 6


def _asked_back(
    seen: View, previous_line: str, said: frozenset[ProspectSays], acts: frozenset[Act]
) -> Iterator[tuple[Act, float]]:
    if acts & NO_DISCOVERY_ACT:
        return
    uptake = builds_on(seen.text[seen.start : seen.end], previous_line)
    if said & _CONCERNS:
        yield Act.EXPLORES_OBJECTION, 0.75 if uptake >= FOLLOWS or Act.EXPLORES_OBJECTION in acts else 0.6
    if uptake >= FOLLOWS or (uptake >= FOLLOWS_DISCLOSURE and ProspectSays.DISCLOSURE in said):
        yield Act.FOLLOW_UP, min(0.95, 0.5 + uptake / 2)


def _replied(
    line: str, asked: Sequence[str], acts: frozenset[Act], *, shared: int, first: bool
) -> Iterator[tuple[Act, float]]:
    yes, no = bool(_YES.match(line)), bool(_NO.match(line))
    if first and yes:
        yield Act.AFFIRMS, 0.9
    if first and no:
        yield Act.DENIES, 0.9
    if confidence := _answers(line, asked, acts, said_yes_or_no=yes or no, shared=shared):
        yield Act.ANSWERS_QUESTION, confidence


def _countered(line: str, acts: frozenset[Act]) -> Iterator[tuple[Act, float]]:
    if acts & _NO_COUNTER:
        return
    if acts & {Act.VALUE_CLAIM, Act.PROOF} and Act.ANSWERS_OBJECTION not in acts:
        yield Act.ANSWERS_OBJECTION, 0.7
    if _SEEMS_DEFENSIVE.match(line) and not acts & _SUBSTANCE:
        yield Act.ARGUES, 0.55


def _acknowledged(seen: View, acts: frozenset[Act], *, shared: int, enough: int) -> Iterator[tuple[Act, float]]:
    if acts & _NO_ACKNOWLEDGEMENT:
        return
    if shared >= enough and not acts & _SUBSTANCE:
        yield Act.ACKNOWLEDGES_SPECIFIC, min(0.9, 0.55 + 0.1 * shared)
    elif Act.ACKNOWLEDGES_GENERIC in acts and len(seen.words) > 3:
        yield Act.ACKNOWLEDGES_SPECIFIC, 0.6


def _answers(line: str, asked: Sequence[str], acts: frozenset[Act], *, said_yes_or_no: bool, shared: int) -> float:
    for kind in asked:
        if kind and acts & _ANSWER_FOR.get(kind, set()):
            return 0.9
        if kind == "how_got_number" and _SOURCE.search(line):
            return 0.85
        if kind == "how_long" and _SPAN.search(line):
            return 0.8
        if kind == "is_ai" and (said_yes_or_no or _PERSON.search(line)):
            return 0.8
        if kind == "what_about" and line.startswith(("because", "it is about", "about", "regarding")):
            return 0.8
        if kind == "how_it_works" and re.match(r"(?:it|we|you|the) \S+ \S+ \S+", line):
            return 0.65
        if not kind and (said_yes_or_no or acts & _SUBSTANCE):
            return 0.75
        if kind in ("", "how_it_works", "proof", "what_about") and shared >= 2:
            return 0.6
    if said_yes_or_no and any(kind in ("", "what_about", "proof", "who") for kind in asked):
        return 0.7
    return 0.0
