"""Which sentences of a line ask the prospect something, and what is asked twice in one breath."""

import re
from dataclasses import replace

from app.dialogue.mind.aims import asks_for_terms, asks_what_then, is_preface
from app.dialogue.mind.talk import only_announces, talk_of
from app.domain.acts import QUESTION_ACTS, Act, ReadAct, Reading, Sentence
from app.reading import normalise

_NOT_OF_BUSINESS = frozenset({
    Act.ASKS_MEETING, Act.PROPOSES_TIME, Act.ASKS_PERMISSION, Act.ASKS_REFERRAL, Act.ASKS_FOR_PERSON, Act.ASKS_IF_AI,
    Act.SMALL_TALK, Act.FALSE_FAMILIARITY, Act.BAD_TIME, Act.ASKS_REPEAT, Act.CONFIRMS_DETAILS,
    Act.PRESSURE, Act.INSULT, Act.GREETS, Act.HOLD, Act.SENDS_INFO,
    Act.AFFIRMS, Act.THANKS, Act.GOODBYE,
})  # fmt: skip
"""A sentence that asks for one of these asks nothing about the business."""
_AND_ASKS = re.compile(r",? and (?=(?:how|what|who|when|where|why|which)\b)", re.IGNORECASE)
_TAG = re.compile(
    r"^(?:and |so )?(?:deal|fair|okay|alright|agreed|fair enough|(?:are )?you (?:game|in|up for (?:it|that))|game"
    r"|(?:does |is )?that (?:sound |a )?(?:okay|fair|good|deal|reasonable))$"
)
"""A question of its own that only asks once more for what its line requests: "I'd like two minutes. Deal?"."""
_WONDERS = re.compile(
    r"\b(?:wonder(?:ed|ing)?|curious|(?:like|want|love) to (?:know|hear|ask|understand)|interest(?:s me|ed)|hear)"
    r" (?:in )?(?:how|what|who|when|where|why|which|whether|if)\b"
)
"""It asks, whatever else it does and without a question mark: "I wondered how yours are caught."."""
_SURELY = 0.6
"""Confidence below which a question is not taken for one that asks for somebody."""
_ECHO = 5
"""Words up to which a question without a verb before another one says back what was said."""
_ASKS_IF = re.compile(
    r"^(?:(?:and|so|but|or) )*(?:is|are|was|were|do|does|did|has|have|can|could|would|will|should|any)\b"
)
_GUESS = re.compile(r"^(?:(?:just|then|well|go on|have|take|a|wild|rough|okay) )*guess(?: then| anyway)?$")
_WH_WORD = re.compile(r"\b(?:how|what|who|when|where|why|which)\b", re.IGNORECASE)


_I_MEAN = re.compile(
    r"^(?:(?:well|sorry|no|so|okay|oh|sure|right|yeah|yes|just),? )*(?:i (?:mean|meant|was asking|am asking|wondered)"
    r"|i'm asking)\b(?: (?:about|whether|if|like))?,? ",
    re.IGNORECASE,
)

_I_MEANT = re.compile(
    r"^(?:(?:well|sorry|no|oh|ah|right|not that),? )*(?:i (?:meant|was asking|am asking|was thinking of)|i'm asking)\b",
    re.IGNORECASE,
)


def questions_of(reading: Reading) -> list[Sentence]:
    """The sentences that ask about the business or the talk, the last one first."""
    statement = reading.text.rstrip().endswith((".", "!")) and "?" not in reading.text
    says = reading.acts & {Act.VALUE_CLAIM, Act.PROOF, Act.ANSWERS_OBJECTION, Act.STATES_REASON}
    if statement and says and not _WONDERS.search(normalise(reading.text)):
        return []
    requests = bool(reading.acts & {Act.ASKS_PERMISSION, Act.ASKS_MEETING, Act.PROPOSES_TIME})
    return [
        sentence
        for sentence in reversed(reading.sentences)
        if _asks(sentence)
        and not (requests and _TAG.search(normalise(sentence.text)))
        and (sentence.is_question or Act.ASKS_PERMISSION not in reading.acts)
    ]


def goes_on_to_explain(reading: Reading) -> bool:
    """Whether somebody says in other words what they asked before: "I mean the size of the team."."""
    return any(_I_MEAN.match(sentence.text) for sentence in reading.sentences)


def puts_right(reading: Reading) -> bool:
    """Whether somebody says that they asked for something else: "No, I meant the drivers."."""
    return any(_I_MEANT.match(sentence.text) for sentence in reading.sentences)


def explained(reading: Reading) -> list[Sentence]:
    """What somebody says who was asked what a question meant, its last sentence first: "I mean, what it costs."."""
    told = [_I_MEAN.sub("", sentence.text) for sentence in reversed(reading.sentences)]
    return [
        replace(sentence, text=text)
        for sentence, text in zip(reversed(reading.sentences), told, strict=True)
        if len(text.split()) > 1 and not {item.act for item in sentence.acts} & _NOT_OF_BUSINESS
    ]


def _asks(sentence: Sentence) -> bool:
    acts, line = {item.act for item in sentence.acts if not is_doubted(item)}, normalise(sentence.text)
    if only_announces(line):
        return False
    if talk_of(line) is not None or asks_for_terms(line) or asks_what_then(line) or _GUESS.search(line):
        return True
    if acts & QUESTION_ACTS and not (acts == {Act.ASKS_OTHER} and is_preface(line)):
        return True
    if (Act.FOLLOW_UP in acts or _WONDERS.search(line)) and not acts & _NOT_OF_BUSINESS:
        return True
    return sentence.is_question and not acts & _NOT_OF_BUSINESS and not is_preface(line)


def is_doubted(read: ReadAct) -> bool:
    """Whether somebody is hardly asked for: "Did you find out who it was?"."""
    return read.act in (Act.ASKS_REFERRAL, Act.ASKS_FOR_PERSON) and read.confidence < _SURELY


def is_echo(sentence: Sentence) -> bool:
    """Whether it only says back a few words before the question proper: "Diane in IT, really? What has she …"."""
    line = normalise(sentence.text)
    return len(line.split()) <= _ECHO and not _WH_WORD.search(line) and not _ASKS_IF.match(line)


def clauses(text: str) -> list[str]:
    """A sentence that asks twice in one breath, taken apart, the last question first; else the sentence."""
    parts = [part for part in _AND_ASKS.split(text) if part.strip()]
    asking = [part for part in parts if _WH_WORD.search(part)]
    return [*reversed(asking)] if len(asking) > 1 else [text]
