"""What every sentence of a call does, on both sides alike, as acts and graded measures: the scorer's inner view."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.domain.acts import QUESTION_ACTS, Act, ProspectRead, ProspectSays, Reading, Sentence
from app.domain.call import Brief, Speaker, Utterance
from app.domain.plain import to_plain
from app.reading import Lexicon, Reader, lexicon_for, read_prospect_sentences
from app.scoring.commitments import asks
from app.scoring.subjects import tie

_BY_ACTS: Mapping[str, frozenset[Act]] = {
    "reflects": frozenset({Act.REFLECTS}),
    "acknowledges": frozenset({Act.ACKNOWLEDGES_SPECIFIC, Act.ACKNOWLEDGES_GENERIC, Act.REFLECTS}),
    "acknowledges_specific": frozenset({Act.ACKNOWLEDGES_SPECIFIC, Act.REFLECTS}),
    "open_discovery": QUESTION_ACTS | {Act.FOLLOW_UP},
    "follow_up": frozenset({Act.FOLLOW_UP}),
    "explores_objection": frozenset({Act.EXPLORES_OBJECTION}),
    "asks_meeting": frozenset({Act.ASKS_MEETING, Act.PROPOSES_TIME}),
    "pitch": frozenset({Act.VALUE_CLAIM, Act.FEATURE_DUMP, Act.PROOF}),
    "states_reason": frozenset({Act.STATES_REASON}),
    "identifies": frozenset({Act.IDENTIFIES_SELF, Act.IDENTIFIES_COMPANY}),
    "small_talk": frozenset({Act.SMALL_TALK}),
    "insult": frozenset({Act.INSULT}),
}
_BY_SAYS: Mapping[str, Mapping[ProspectSays, float]] = {
    "objection": {
        ProspectSays.OBJECTION: 0.9,
        ProspectSays.BRUSH_OFF: 0.85,
        ProspectSays.TIME_CONSTRAINT: 0.6,
        ProspectSays.REFUSES: 0.6,
    },
    "refuses": {ProspectSays.REFUSES: 0.9, ProspectSays.BRUSH_OFF: 0.6},
    "accepts": {ProspectSays.ACCEPTS: 0.9},
    "discloses": {ProspectSays.DISCLOSURE: 0.8},
    "goodbye": {ProspectSays.GOODBYE: 0.9},
}
"""The rules of the prospect's side are all or nothing; the figures order them by how much of a no each kind is."""
_UNDECIDED = 0.5
"""Where what was decided begins; what the heads merely hold likely stays below."""
_MARKED, _SHAPED = 0.97, 0.8
"""A question by its mark, and one by its shape alone."""


def measured(
    utterances: Sequence[Utterance], brief: Brief | None = None, reader: Reader | None = None
) -> list[dict[str, Any]]:
    """Every utterance as `{turn, speaker, probabilities, sentences: [{text, …, acts, says, probabilities}]}`.

    With heads, what they hold likely grades every figure on both sides of .5; by patterns alone undecided acts are 0.
    Probabilities are strengths of evidence in [0, 1], not calibrated frequencies. An utterance's is the strongest of
    its sentences, except `uptake`, which looks at all of it as the answer to the other side's last turn.
    """
    lexicon = lexicon_for(brief)
    heard: dict[Speaker, list[str]] = {speaker: [] for speaker in Speaker}
    found, last = [], None
    for utterance in utterances:
        if not utterance.text.strip():
            continue
        theirs = heard[Speaker.PROSPECT if utterance.speaker is Speaker.TRAINEE else Speaker.TRAINEE]
        found.append(_utterance(utterance, theirs, lexicon, reader or Reader()))
        mine = heard[utterance.speaker]
        if last is utterance.speaker:
            mine[-1] = f"{mine[-1]} {utterance.text}"
        else:
            mine.append(utterance.text)
        last = utterance.speaker
    return found


def _utterance(utterance: Utterance, theirs: Sequence[str], lexicon: Lexicon, reader: Reader) -> dict[str, Any]:
    previous = theirs[-1] if theirs else ""
    reading: Reading = reader.read(utterance.text, previous_line=previous, lexicon=lexicon)
    says = read_prospect_sentences(utterance.text)
    likely = reader.likely(utterance.text, previous_line=previous, lexicon=lexicon) or [{}] * len(reading.sentences)
    sentences = [
        _sentence(sentence, tuple(_within(says, sentence)), theirs, reader, leanings)
        for sentence, leanings in zip(reading.sentences, likely, strict=True)
    ]
    names = sentences[0]["probabilities"]
    strongest = {name: max(item["probabilities"][name] for item in sentences) for name in names}
    strongest["uptake"] = reader.builds_on(utterance.text, previous)
    return {
        "turn": utterance.index,
        "speaker": utterance.speaker.value,
        "probabilities": strongest,
        "sentences": sentences,
    }


def _within(says: Sequence[ProspectRead], sentence: Sentence) -> Iterator[ProspectRead]:
    return (item for item in says if sentence.start_char <= item.start_char < sentence.end_char)


def _sentence(
    sentence: Sentence,
    says: Sequence[ProspectRead],
    theirs: Sequence[str],
    reader: Reader,
    leanings: Mapping[Act, float],
) -> dict[str, Any]:
    probabilities = _probabilities(sentence, says, theirs, reader, leanings)
    return {**to_plain(sentence), "says": to_plain(says), "probabilities": probabilities}


def _graded(read: float | None, leaning: float | None) -> float:
    """A decided act from .5 on, an undecided one below; within both halves the heads tell weak from strong."""
    if read is None:
        return (leaning or 0.0) * _UNDECIDED
    return read if leaning is None else max(_UNDECIDED, (read + leaning) / 2)


def _either(rule: float, leaning: float | None) -> float:
    """The head knows more kinds of no than the rules; what a rule is sure of stays an objection."""
    if leaning is None:
        return rule
    return max(_UNDECIDED, (rule + leaning) / 2) if rule > _UNDECIDED else leaning


def _probabilities(
    sentence: Sentence,
    says: Sequence[ProspectRead],
    theirs: Sequence[str],
    reader: Reader,
    leanings: Mapping[Act, float],
) -> dict[str, float]:
    sure = {act.act: act.confidence for act in sentence.acts}
    kinds = {item.says for item in says}
    values = {name: max(_graded(sure.get(act), leanings.get(act)) for act in acts) for name, acts in _BY_ACTS.items()}
    values |= {name: max((rank.get(kind, 0.0) for kind in kinds), default=0.0) for name, rank in _BY_SAYS.items()}
    values["objection"] = _either(values["objection"], reader.objects(sentence.text))
    asked = _MARKED if "?" in sentence.text else _SHAPED
    leaning = max((leanings.get(act, 0.0) for act in QUESTION_ACTS), default=0.0)
    values["question"] = asked if sentence.is_question or ProspectSays.QUESTION in kinds else leaning * _UNDECIDED
    values["uptake"] = reader.builds_on(sentence.text, theirs[-1]) if theirs else 0.0
    values["asks"] = reader.asks_commitment(sentence.text) if reader.heads else asks(sentence)
    linked = max((tie(sentence.text, heard) for heard in theirs), default=0.0)
    values["unlinked_pitch"] = values["pitch"] * (1 - linked)
    return {name: round(value, 4) for name, value in sorted(values.items())}
