"""The call as turns: utterances of one side in a row, read once, every repeated sentence counted once."""

from collections.abc import Iterator
from dataclasses import dataclass

from app import reading
from app.domain.acts import QUESTION_ACTS, Act, ProspectRead, ProspectSays, ReadAct, Reading, Sentence
from app.domain.call import Speaker, Utterance
from app.reading import Lexicon, read_prospect_sentences
from app.reading.context import NO_DISCOVERY_ACT
from app.scoring.words import normalise


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One utterance with what it does."""

    utterance: Utterance
    fresh: tuple[Sentence, ...]
    """Trainee sentences said for the first time in this call; the only ones that can earn anything."""
    sentences: tuple[Sentence, ...]
    """Every trainee sentence; penalties look here."""
    reads: tuple[ProspectRead, ...]
    """What a prospect's line does; empty for a trainee's, and for one the prospect said before."""
    new: float
    """Share, in [0, 1], of its characters that were not said before by the same side."""


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """One sentence of the trainee where it stands; `act` is the act that was looked for, if any."""

    turn: "Turn"
    line: Line
    sentence: Sentence
    act: ReadAct | None = None

    @property
    def place(self) -> tuple[int, int]:
        """Sorts by time: utterance, then character."""
        return self.line.utterance.index, self.sentence.start_char


@dataclass(frozen=True, slots=True, eq=False)
class Turn:
    """One side's right to speak, from taking the floor to losing it."""

    number: int
    """Place among all turns of the call, from 0."""
    speaker: Speaker
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """All that was said in it."""
        return " ".join(line.utterance.text for line in self.lines)

    @property
    def index(self) -> int:
        """Index of its first utterance."""
        return self.lines[0].utterance.index

    @property
    def start_ms(self) -> int:
        """Start of its first utterance."""
        return self.lines[0].utterance.start_ms

    @property
    def end_ms(self) -> int:
        """End of its last utterance."""
        return self.lines[-1].utterance.end_ms

    @property
    def reads(self) -> tuple[ProspectRead, ...]:
        """What a prospect's turn does, in order."""
        return tuple(read for line in self.lines for read in line.reads)

    @property
    def says(self) -> frozenset[ProspectSays]:
        """The kinds of what a prospect's turn does."""
        return frozenset(read.says for read in self.reads)

    def said(self, *acts: Act, repeated: bool = False) -> Iterator[Said]:
        """Its fresh sentences (all of them with `repeated`) that do any of `acts`; every sentence if none is named."""
        wanted = frozenset(acts)
        for line in self.lines:
            for sentence in line.sentences if repeated else line.fresh:
                if not wanted:
                    yield Said(self, line, sentence)
                    continue
                found = next((act for act in sentence.acts if act.act in wanted), None)
                if found is not None:
                    yield Said(self, line, sentence, found)

    def questions(self, *, repeated: bool = False) -> Iterator[Said]:
        """Its sentences that ask the prospect for information; `act` is the kind of question, if it is known."""
        for said in self.said(repeated=repeated):
            kind = next((act for act in said.sentence.acts if act.act in QUESTION_ACTS | {Act.FOLLOW_UP}), None)
            if kind is not None or (said.sentence.is_question and not _is_other(said.sentence)):
                yield Said(self, said.line, said.sentence, kind)


def _is_other(sentence: Sentence) -> bool:
    """Whether a question wants something else than information."""
    return any(read.act in NO_DISCOVERY_ACT for read in sentence.acts) or len(sentence.text.split()) < _ASKING_WORDS


_ASKING_WORDS = 3
"""A shorter question whose kind nobody knows ("Pardon?", "Okay?") asks for nothing."""


class Reader:
    """The one reader with a memory: a line read again in the same context costs nothing."""

    def __init__(self, lexicon: Lexicon, reader: reading.Reader | None = None) -> None:
        self._lexicon, self._reader = lexicon, reader or reading.Reader()
        self._lines: dict[tuple[str, str], Reading] = {}
        self._prospect: dict[str, tuple[ProspectRead, ...]] = {}
        self._objects: dict[str, float] = {}

    def trainee(self, text: str, previous: str) -> Reading:
        """A trainee's line as the answer to `previous`."""
        key = (text, previous)
        if key not in self._lines:
            self._lines[key] = self._reader.read(text, previous_line=previous, lexicon=self._lexicon)
        return self._lines[key]

    def prospect(self, text: str) -> tuple[ProspectRead, ...]:
        """What a prospect's line does."""
        if text not in self._prospect:
            self._prospect[text] = read_prospect_sentences(text)
        return self._prospect[text]

    def objects(self, text: str) -> float:
        """How likely a prospect's line objects by its meaning, in [0, 1]; 0 without heads."""
        if text not in self._objects:
            self._objects[text] = self._reader.objects(text) or 0.0
        return self._objects[text]


def turns_of(utterances: tuple[Utterance, ...], reader: Reader) -> tuple[Turn, ...]:
    """Spoken utterances as turns; a prospect's "mm-hm" while the trainee talks takes no floor."""
    turns: list[list[Line]] = []
    seen: set[str] = set()
    previous = ""
    for utterance in utterances:
        if not utterance.text.strip():
            continue
        line = _line(utterance, previous, reader, seen)
        if turns and _only_backchannel(line, turns[-1]):
            continue
        if turns and turns[-1][0].utterance.speaker is utterance.speaker:
            turns[-1].append(line)
        else:
            turns.append([line])
        if utterance.speaker is Speaker.PROSPECT:
            previous = " ".join(part.utterance.text for part in turns[-1])
    return tuple(Turn(number, lines[0].utterance.speaker, tuple(lines)) for number, lines in enumerate(turns))


def _line(utterance: Utterance, previous: str, reader: Reader, seen: set[str]) -> Line:
    if utterance.speaker is Speaker.PROSPECT:
        key = f"prospect: {normalise(utterance.text)}"
        again = key in seen
        seen.add(key)
        reads = () if again else reader.prospect(utterance.text)
        return Line(utterance, (), (), reads, 0.0 if again else 1.0)
    reading = reader.trainee(utterance.text, previous)
    fresh = []
    for sentence in reading.sentences:
        key = normalise(sentence.text)
        if key and key not in seen:
            fresh.append(sentence)
        seen.add(key)
    said = sum(len(sentence.text) for sentence in reading.sentences)
    new = sum(len(sentence.text) for sentence in fresh) / said if said else 0.0
    return Line(utterance, tuple(fresh), reading.sentences, (), new)


def _only_backchannel(line: Line, before: list[Line]) -> bool:
    """A sign of listening, said while the trainee was talking; the same words in a pause take the floor."""
    if {read.says for read in line.reads} != {ProspectSays.BACKCHANNEL}:
        return False
    last = before[-1].utterance
    return last.speaker is Speaker.TRAINEE and line.utterance.start_ms < last.end_ms
