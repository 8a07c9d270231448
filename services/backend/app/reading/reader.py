"""The one reader: brings together patterns, the form of the question, the brief's words and the line before."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from app.domain.acts import QUESTION_ACTS, Act, ProspectSays, ReadAct, Reading, Sentence
from app.reading.brief_words import from_lexicon
from app.reading.context import in_context
from app.reading.lexicon import Lexicon
from app.reading.normal import View, view
from app.reading.patterns import ALWAYS, QUESTIONS, Rule
from app.reading.prospect import read_prospect_sentences
from app.reading.questions import asks
from app.reading.scope import in_quotes, negated, quoted_from
from app.reading.sentences import sentences
from app.reading.slots import greeted_self, introduced, own_company, seconds_of, slots_in
from app.reading.topics import topic_of
from app.reading.words import content_of

CERTAIN = 0.5
"""Below this confidence an act is a guess: the prospect would ask again rather than act on it."""

# A question that is already one of these is not discovery.
_NOT_DISCOVERY = frozenset(
    {
        Act.ASKS_PERMISSION, Act.BAD_TIME, Act.SMALL_TALK, Act.FALSE_FAMILIARITY, Act.ASKS_MEETING, Act.PROPOSES_TIME,
        Act.CONFIRMS_DETAILS, Act.ASKS_REFERRAL, Act.ASKS_REPEAT, Act.ASKS_IF_AI, Act.ASKS_FOR_PERSON, Act.OFF_TOPIC,
        Act.INSULT, Act.HOLD, Act.PRESSURE, Act.YIELDS, Act.ARGUES, Act.SENDS_INFO, Act.CLAIMS_EARLIER_CONTACT,
        Act.LEAVES_MESSAGE,
    }
)  # fmt: skip
_SLOTTED = frozenset(
    {
        Act.ASKS_PERMISSION, Act.ASKS_MEETING, Act.PROPOSES_TIME, Act.CONFIRMS_DETAILS, Act.VALUE_CLAIM, Act.PROOF,
        Act.ANSWERS_PRICE, Act.LEAVES_MESSAGE, Act.SENDS_INFO, Act.STATES_REASON,
    }
)  # fmt: skip
_TOPICAL = QUESTION_ACTS | {
    Act.FOLLOW_UP,
    Act.EXPLORES_OBJECTION,
    Act.VALUE_CLAIM,
    Act.STATES_REASON,
    Act.RESEARCH,
    Act.REFLECTS,
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sign of one act, in code points of the utterance."""

    act: Act
    confidence: float
    start: int
    end: int
    slots: tuple[tuple[str, str], ...] = ()


def read(text: str, *, previous_line: str = "", lexicon: Lexicon | None = None) -> Reading:
    """The acts of a trainee's utterance, sentence by sentence, with spans, slots and confidence.

    `previous_line` is what the prospect said before, as far as it was heard: it tells answers, follow-ups and the
    handling of objections from the same words said into the blue. An utterance without any word is `SILENCE`.
    """
    known = lexicon or Lexicon()
    before = read_prospect_sentences(previous_line) if previous_line else ()
    said = frozenset(item.says for item in before)
    read_sentences: list[Sentence] = []
    for index, (start, end) in enumerate(sentences(text)):
        seen = view(text, start, end)
        piece = text[start:end].rstrip("\"'”’) ")
        question = asks(seen, mark=piece.endswith("?"), full_stop=piece.endswith((".", "!")))
        evidence = _of_sentence(seen, question=question, after_objection=bool(said & _CONCERNS), lexicon=known)
        if previous_line and seen.words:
            evidence += [
                Evidence(act, confidence, *_whole(seen))
                for act, confidence in in_context(
                    seen,
                    previous_line,
                    before,
                    acts=frozenset(e.act for e in evidence),
                    question=question,
                    first=index == 0,
                )
            ]
        evidence = _settled(seen, evidence, question=question)
        read_sentences.append(
            Sentence(
                text=text[start:end],
                start_char=start,
                end_char=end,
                acts=_combined(seen, evidence),
                is_question=question,
            )
        )
    if not read_sentences:
        act = Act.UNCLEAR if any(char.isalnum() for char in text) else Act.SILENCE
        whole = ReadAct(act=act, confidence=1.0, start_char=0, end_char=len(text))
        read_sentences.append(Sentence(text=text, start_char=0, end_char=len(text), acts=(whole,), is_question=False))
    return Reading(text=text, sentences=tuple(read_sentences))


_ONLY_AFTER_OBJECTION = frozenset({Act.EXPLORES_OBJECTION, Act.ANSWERS_OBJECTION, Act.CAVES})
_CONCERNS = frozenset(
    {ProspectSays.OBJECTION, ProspectSays.BRUSH_OFF, ProspectSays.TIME_CONSTRAINT, ProspectSays.REFUSES}
)


def _of_sentence(seen: View, *, question: bool, after_objection: bool, lexicon: Lexicon) -> list[Evidence]:
    if not seen.words:
        return []
    theirs = quoted_from(seen)
    found = list(_feature_list(seen)) if not question else []
    found += _matches(ALWAYS, seen, theirs, question=question)
    found += _who(seen, lexicon, theirs)
    found += [
        Evidence(act, confidence, *_whole(seen)) for act, confidence in from_lexicon(seen, lexicon, question=question)
    ]
    acts = {item.act for item in found}
    if question and not acts & _NOT_DISCOVERY and not (Act.GREETS in acts and len(seen.words) <= 2):
        # The most telling kind comes first in the table; a question is one kind only.
        kinds = list(_matches(QUESTIONS, seen, theirs, question=True))
        found += kinds[:1] or [Evidence(Act.ASKS_OTHER, 0.7, *_whole(seen))]
    if not after_objection:
        found = [item for item in found if item.act not in _ONLY_AFTER_OBJECTION]
    return found


def _matches(rules: Iterable[Rule], seen: View, theirs: int | None, *, question: bool) -> Iterable[Evidence]:
    for rule in rules:
        if rule.asked and not question:
            continue
        hit = rule.pattern.search(seen.line)
        if hit is None or (rule.unless is not None and rule.unless.search(seen.line)):
            continue
        start, end = seen.original(*hit.span())
        if rule.negatable and (
            negated(seen.line, hit.start())
            or (theirs is not None and hit.start() >= theirs)
            or in_quotes(seen.text, start, end)
        ):
            continue
        yield Evidence(rule.act, rule.confidence, start, end)


_LIST_MARK = re.compile(r",\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
_FILLER = re.compile(r"\b(?:um|uh|er|erm|like|you know)\b,?", re.IGNORECASE)
_FEATURE = re.compile(
    r"\b(?:dashboards?|alerts?|report(?:s|ing)?|integrations?|apis?|analytics|automation|mobile|apps?|workflows?|"
    r"notifications?|sign-on|access|audit trail|scheduling|tracking|forecasting|detection|response|"
    r"compliance|modules?|portal)\b"
)


def _feature_list(seen: View) -> Iterable[Evidence]:
    """A breathless list: five short items, or four of which most are software features."""
    piece = _FILLER.sub("", seen.text[seen.start : seen.end])
    items = [item for item in _LIST_MARK.split(piece) if item.strip()]
    short = [item for item in items[1:] if len(item.split()) <= 5]
    named = len(_FEATURE.findall(seen.line))
    if len(short) >= 4 or (len(short) >= 3 and named >= 2):
        yield Evidence(Act.FEATURE_DUMP, 0.85 if named >= 2 else 0.6, *_whole(seen))


def _who(seen: View, lexicon: Lexicon, theirs: int | None) -> list[Evidence]:
    found: list[Evidence] = []
    if theirs is not None:
        return found
    if terse := greeted_self(seen, lexicon):
        name, company, first, last = terse
        span = seen.spans[first][0], seen.spans[last][1]
        return [
            Evidence(Act.IDENTIFIES_SELF, 0.85, *span, (("name", name),)),
            Evidence(Act.IDENTIFIES_COMPANY, 0.85, *span, (("company", company),)),
        ]
    name_end: int | None = None
    if named := introduced(seen, lexicon):
        name, first, last = named
        name_end = last
        found.append(Evidence(Act.IDENTIFIES_SELF, 0.9, seen.spans[first][0], seen.spans[last][1], (("name", name),)))
    if firm := own_company(seen, lexicon, after_name=name_end):
        company, first, last = firm
        found.append(
            Evidence(Act.IDENTIFIES_COMPANY, 0.9, seen.spans[first][0], seen.spans[last][1], (("company", company),))
        )
    return found


def _settled(seen: View, evidence: list[Evidence], *, question: bool) -> list[Evidence]:
    """Acts that exclude one another, and what to make of a sentence that shows none."""
    acts = {item.act for item in evidence}
    drop: set[Act] = set()
    if {Act.ASKS_PERMISSION, Act.ASKS_MEETING} <= acts:
        # "Thirty seconds" is a word now; "fifteen minutes" is a meeting later.
        drop.add(Act.ASKS_MEETING if _is_for_now(seen.line) else Act.ASKS_PERMISSION)
    if Act.CONFIRMS_DETAILS in acts and Act.PROPOSES_TIME in acts and question:
        drop.add(Act.CONFIRMS_DETAILS)
        acts.discard(Act.CONFIRMS_DETAILS)
    acts -= drop
    for winner, losers in _EXCLUDES.items():
        if winner in acts:
            drop |= losers
    if question:
        drop |= _NEVER_ASKED
        early = seen.spans[min(2, len(seen.spans) - 1)][0] if seen.spans else 0
        evidence = [e for e in evidence if e.act is not Act.ACKNOWLEDGES_GENERIC or e.start < early]
    kept = [item for item in evidence if item.act not in drop]
    if not kept and garbled(seen):
        kept = [Evidence(Act.UNCLEAR, 0.8, *_whole(seen))]
    return kept


def _is_for_now(line: str) -> bool:
    slots = slots_in(line)
    length = seconds_of(slots["duration"]) if "duration" in slots else None
    if "day" in slots or "time" in slots or _LATER.search(line):
        return False
    return length is None or length <= _NOW_S


_NOW_S = 180
_LATER = re.compile(r"\b(?:calendar|diary|demo|meeting|next week|zoom|show you)\b")

_EXCLUDES: dict[Act, frozenset[Act]] = {
    Act.ASKS_MEETING: frozenset({Act.STATES_REASON, Act.HOLD, Act.ANSWERS_PRICE, Act.VALUE_CLAIM, Act.SENDS_INFO}),
    Act.PROPOSES_TIME: frozenset({Act.ASKS_PERMISSION, Act.BAD_TIME, Act.SMALL_TALK, Act.HOLD, Act.ANSWERS_PRICE}),
    Act.CONFIRMS_DETAILS: frozenset({Act.SENDS_INFO, Act.PROPOSES_TIME, Act.GOODBYE}),
    Act.ASKS_PERMISSION: frozenset({Act.BAD_TIME, Act.STATES_REASON, Act.EXPLORES_OBJECTION}),
    Act.ASKS_REPEAT: frozenset({Act.APOLOGISES}),
    Act.CAVES: frozenset({Act.ANSWERS_OBJECTION, Act.HOLD}),
    Act.ARGUES: frozenset({Act.ACKNOWLEDGES_GENERIC, Act.ANSWERS_OBJECTION, Act.REFLECTS}),
    Act.RESEARCH: frozenset({Act.ACKNOWLEDGES_GENERIC}),
    Act.REFLECTS: frozenset({Act.ACKNOWLEDGES_GENERIC, Act.VALUE_CLAIM}),
    Act.ASKS_IF_AI: frozenset({Act.HOLD, Act.BAD_TIME, Act.ASKS_FOR_PERSON}),
    Act.LEAVES_MESSAGE: frozenset({Act.STATES_REASON}),
    Act.ASKS_FOR_PERSON: frozenset({Act.STATES_REASON}),
    Act.ANSWERS_PRICE: frozenset({Act.VALUE_CLAIM}),
    Act.PRESSURE: frozenset({Act.VALUE_CLAIM, Act.ASKS_MEETING}),
    Act.ASKS_REFERRAL: frozenset({Act.ASKS_FOR_PERSON}),
    Act.BAD_TIME: frozenset({Act.SMALL_TALK, Act.ASKS_MEETING, Act.ASKS_REPEAT}),
    Act.HOLD: frozenset({Act.ASKS_PERMISSION, Act.SENDS_INFO}),
}
"""Where both are found the first is meant."""

_NEVER_ASKED = frozenset(
    {Act.VALUE_CLAIM, Act.ANSWERS_OBJECTION, Act.CAVES, Act.AFFIRMS, Act.DENIES, Act.REFLECTS, Act.PROOF}
)
"""A question carries none of these."""


def garbled(seen: View) -> bool:
    """Whether the words make no sentence at all, as when a recogniser caught scraps."""
    words = seen.words
    if not words:
        return True
    dangling = words[-1] in _ARTICLES or (len(words) > 2 and words[-1] in ("of", "the", "a", "under", "and"))
    clash = any(a in _ARTICLES and b in _AFTER_ARTICLE_NEVER for a, b in pairwise(words))
    return clash or (dangling and len(words) <= 6) or (not content_of(words) and len(words) == 1 and len(words[0]) < 2)


_ARTICLES = frozenset(("a", "an", "the", "my", "your"))
_AFTER_ARTICLE_NEVER = frozenset(
    "for of it to and the a is in on at was are".split()  # noqa: SIM905 - a list of words reads better unquoted
)


def _combined(seen: View, evidence: list[Evidence]) -> tuple[ReadAct, ...]:
    """One `ReadAct` per act: independent signs add up, the surest gives the span."""
    by_act: dict[Act, list[Evidence]] = {}
    for item in evidence:
        by_act.setdefault(item.act, []).append(item)
    slots = slots_in(seen.line) if by_act.keys() & _SLOTTED else {}
    topic = topic_of(seen.line) if by_act.keys() & _TOPICAL else ""
    acts = []
    for act, items in by_act.items():
        best = max(items, key=lambda item: item.confidence)
        doubt = 1.0
        for item in items:
            doubt *= 1.0 - item.confidence
        own = dict(best.slots)
        if act in _SLOTTED:
            own |= {name: value for name, value in slots.items() if name not in own}
        if act in _TOPICAL and topic:
            own["topic"] = topic
        acts.append(
            ReadAct(
                act=act,
                confidence=round(min(0.99, 1.0 - doubt), 4),
                start_char=best.start,
                end_char=best.end,
                slots=own,
            )
        )
    return tuple(sorted(acts, key=lambda item: (item.start_char, item.end_char, item.act)))


def _whole(seen: View) -> tuple[int, int]:
    return seen.original(0, len(seen.line)) if seen.words else (seen.start, seen.end)
