"""The one reader: brings together patterns, the form of the question, the brief's words and the line before."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.domain.acts import QUESTION_ACTS, Act, ProspectSays, ReadAct, Reading, Sentence
from app.reading.brief_words import from_lexicon
from app.reading.context import in_context
from app.reading.evidence import CERTAIN, Evidence, feature_list, whole
from app.reading.heads import Heads
from app.reading.lexicon import Lexicon
from app.reading.normal import View, normalise, view
from app.reading.patterns import ALWAYS, QUESTIONS, Rule
from app.reading.prospect import read_prospect_sentences
from app.reading.questions import asks
from app.reading.scope import in_quotes, negated, quoted_from
from app.reading.sentences import sentences
from app.reading.settling import settled
from app.reading.signs import Sensed
from app.reading.slips import mended
from app.reading.slots import greeted_self, introduced, names_nobody, own_company, slots_in
from app.reading.topics import topic_of
from app.reading.uptake import builds_on

__all__ = ["CERTAIN", "Reader", "read", "sense"]

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


def read(text: str, *, previous_line: str = "", lexicon: Lexicon | None = None) -> Reading:
    """The acts of a trainee's utterance, sentence by sentence, with spans, slots and confidence.

    `previous_line` is what the prospect said before, as far as it was heard: it tells answers, follow-ups and the
    handling of objections from the same words said into the blue. An utterance without any word is `SILENCE`.
    """
    return Reader().read(text, previous_line=previous_line, lexicon=lexicon)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads by patterns alone, or with trained heads that add what patterns miss."""

    heads: Heads | None = None

    def load(self) -> None:
        """Compile the patterns and read the heads' model now rather than at the first sentence."""
        if self.heads is not None:
            self.heads.load()
        for rule in (*ALWAYS, *QUESTIONS):
            _ = rule.pattern.compiled
        read_prospect_sentences("Is this a sales call? No, thanks, we have somebody for that.")

    def read(self, text: str, *, previous_line: str = "", lexicon: Lexicon | None = None) -> Reading:
        """An utterance, as `read` has it."""
        read_sentences: list[Sentence] = []
        for sensed in sense(text, previous_line=previous_line, lexicon=lexicon):
            seen = sensed.seen
            evidence = self.heads.weighed(sensed) if self.heads is not None else sensed.evidence
            read_sentences.append(
                Sentence(
                    text=text[seen.start : seen.end],
                    start_char=seen.start,
                    end_char=seen.end,
                    acts=_combined(seen, evidence),
                    is_question=sensed.question,
                )
            )
        if not read_sentences:
            act = Act.UNCLEAR if any(char.isalnum() for char in text) else Act.SILENCE
            only = ReadAct(act=act, confidence=1.0, start_char=0, end_char=len(text))
            read_sentences.append(
                Sentence(text=text, start_char=0, end_char=len(text), acts=(only,), is_question=False)
            )
        return Reading(text=text, sentences=tuple(read_sentences))

    def overhear(self, so_far: str, *, previous_line: str = "", lexicon: Lexicon | None = None) -> None:
        """Work out the vectors of what a speaker has finished saying, so that the whole utterance reads at once later.

        The last sentence of `so_far` may still grow and waits. Costs some 9 ms a new sentence; nothing without heads.
        """
        if self.heads is not None:
            ended = (mended(view(so_far, start, end)) for start, end in sentences(so_far)[:-1])
            self.heads.prepare([view(previous_line), *ended], lexicon)

    def builds_on(self, text: str, previous_line: str) -> float:
        """How far `text` takes up `previous_line`, in [0, 1]; words alone decide where there are no heads."""
        return builds_on(text, previous_line) if self.heads is None else self.heads.uptake(text, previous_line)

    def likely(
        self, text: str, *, previous_line: str = "", lexicon: Lexicon | None = None
    ) -> list[Mapping[Act, float]]:
        """What the heads hold likely of every sentence that `read` finds, decided or not; empty without heads."""
        sensed = sense(text, previous_line=previous_line, lexicon=lexicon)
        return [] if self.heads is None else [self.heads.probabilities(one) if one.seen.words else {} for one in sensed]

    def wanted(self, question: str) -> Mapping[str, float]:
        """How likely a free question is after each matter, in [0, 1], see `app.reading.wanted`; empty without heads.

        Without them words alone have to tell.
        """
        return {} if self.heads is None else self.heads.wanted(mended(view(question)))

    def alike(self, question: str) -> Mapping[str, float]:
        """What known ways to ask that come near to a question are after, and how near; empty without heads."""
        return {} if self.heads is None else self.heads.alike(mended(view(question)))

    def likeness(self, text: str, other: str, *, lexicon: Lexicon | None = None) -> float:
        """How near two sentences are in meaning, in [-1, 1]; 0 without heads."""
        return 0.0 if self.heads is None else self.heads.likeness(mended(view(text)), view(other), lexicon)

    def objects(self, text: str) -> float | None:
        """How likely `text` objects or refuses, in [0, 1]; None without heads, then patterns alone know."""
        if self.heads is None:
            return None
        return max((self.heads.objects(view(text, start, end)) for start, end in sentences(text)), default=0.0)

    def asks_commitment(self, text: str) -> float:
        """How likely `text` asks the other to commit to anything, in [0, 1]: a meeting, a gift, a purchase."""
        sensed = list(sense(text))
        if self.heads is not None:
            return max((self.heads.asks(item) for item in sensed), default=0.0)
        found = [item.confidence for each in sensed for item in each.evidence if item.act in _COMMITMENTS]
        return max(found, default=0.0)


_COMMITMENTS = frozenset({Act.ASKS_MEETING, Act.PROPOSES_TIME})


def sense(text: str, *, previous_line: str = "", lexicon: Lexicon | None = None) -> Iterator[Sensed]:
    """Every sentence of an utterance as the patterns and the line before leave it."""
    known = lexicon or Lexicon()
    before = read_prospect_sentences(previous_line) if previous_line else ()
    said = frozenset(item.says for item in before)
    words_before = frozenset(normalise(previous_line).split())
    views = [mended(view(text, start, end)) for start, end in sentences(text)]
    if any(len(seen.words) > 1 for seen in views):  # an "um" or a stray "the" between sentences is none
        views = [seen for seen in views if seen.words and seen.words not in _SCRAPS]
    for index, seen in enumerate(views):
        start, end = seen.start, seen.end
        piece = text[start:end].rstrip("\"'”’) ")
        question = asks(seen, mark=piece.endswith("?"), full_stop=piece.endswith((".", "!")))
        evidence = _of_sentence(
            seen, question=question, after_objection=bool(said & _CONCERNS), lexicon=known, before=words_before
        )
        if previous_line and seen.words:
            evidence += [
                Evidence(act, confidence, *whole(seen))
                for act, confidence in in_context(
                    seen,
                    previous_line,
                    before,
                    acts=frozenset(e.act for e in evidence),
                    question=question,
                    first=index == 0,
                )
            ]
        yield Sensed(
            seen=seen,
            question=question,
            evidence=settled(seen, evidence, question=question),
            said=said,
            previous_line=previous_line,
            lexicon=known,
        )


_SCRAPS = {("a",), ("an",), ("the",)}
_ONLY_AFTER_OBJECTION = frozenset({Act.EXPLORES_OBJECTION, Act.ANSWERS_OBJECTION, Act.CAVES})
_CONCERNS = frozenset(
    {ProspectSays.OBJECTION, ProspectSays.BRUSH_OFF, ProspectSays.TIME_CONSTRAINT, ProspectSays.REFUSES}
)


def _of_sentence(
    seen: View, *, question: bool, after_objection: bool, lexicon: Lexicon, before: frozenset[str]
) -> list[Evidence]:
    if not seen.words:
        return []
    theirs = quoted_from(seen)
    found = list(feature_list(seen)) if not question else []
    found += _matches(ALWAYS, seen, theirs, question=question)
    found += _who(seen, lexicon, theirs, before)
    found += [
        Evidence(act, confidence, *whole(seen)) for act, confidence in from_lexicon(seen, lexicon, question=question)
    ]
    if names_nobody(seen):
        found = [item for item in found if item.act is not Act.ASKS_FOR_PERSON]
    acts = {item.act for item in found}
    if question and not acts & _NOT_DISCOVERY and not (Act.GREETS in acts and len(seen.words) <= 2):
        # The most telling kind comes first in the table; a question is one kind only.
        kinds = list(_matches(QUESTIONS, seen, theirs, question=True))
        found += kinds[:1] or [Evidence(Act.ASKS_OTHER, 0.7, *whole(seen))]
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


def _who(seen: View, lexicon: Lexicon, theirs: int | None, before: frozenset[str]) -> list[Evidence]:
    """Own name and company; a name that the prospect has just said is somebody else's."""
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
    named = introduced(seen, lexicon)
    if named and not ("name" not in seen.line and before.intersection(named[0].lower().split())):
        name, first, last = named
        name_end = last
        found.append(Evidence(Act.IDENTIFIES_SELF, 0.9, seen.spans[first][0], seen.spans[last][1], (("name", name),)))
    firm = own_company(seen, lexicon, after_name=name_end)
    if firm and not before.intersection(firm[0].lower().split()):
        company, first, last = firm
        found.append(
            Evidence(Act.IDENTIFIES_COMPANY, 0.9, seen.spans[first][0], seen.spans[last][1], (("company", company),))
        )
    return found


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
