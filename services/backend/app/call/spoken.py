"""One line of the prospect as sound: what was made of it, and which of its words a number of samples amounts to."""

import re
from dataclasses import dataclass, field

from app.call.tones import beep, quiet
from app.domain.audio import CALL_RATE_HZ, Clip
from app.domain.prospect import ProspectState, ProspectTurn

WORD = re.compile(r"\S+")
WORD_TAIL_MS = 30
"""A word counts as heard when all but this much of it was played: its last sound is mostly breath."""
RECENT_MS = 5_000
JUST_ASKED_MS, FORESEEN_MS = 1_000, 400
"""People answer a question up to a second after it was asked, and often before its last syllable."""


@dataclass(slots=True)
class SpokenLine:
    """A prospect utterance from its text to its last sample; rates are the voice's own."""

    turn: ProspectTurn
    kind: str
    clauses: list[str]
    rate_hz: int
    before: ProspectState
    """The state that the line came from."""
    answers: int | None = None
    """Index of the trainee utterance it answers, until its delay is measured."""
    index: int = -1
    refuses: bool = False
    """The prospect means to talk on when interrupted."""
    pcm: bytearray = field(default_factory=bytearray)
    call_pcm: bytearray = field(default_factory=bytearray)
    """The same sound at the call's rate, for the recording."""
    lead: int = 0
    """Samples of quiet before the first word."""
    ends: list[int] = field(default_factory=list)
    """Sample count at the end of each clause made so far."""
    start_ms: int | None = None
    end_ms: int | None = None

    def add(self, clip: Clip, call_pcm: bytes) -> None:
        """Append the next clause's sound; what the line has before or behind its words comes with it."""
        if not self.ends and self.turn.pause_ms:
            self._put(quiet(self.turn.pause_ms, self.rate_hz), quiet(self.turn.pause_ms, CALL_RATE_HZ).pcm)
            self.lead = len(self.pcm) // 2
        self._put(clip, call_pcm)
        self.ends.append(len(self.pcm) // 2)
        if self.complete and self.turn.beep:
            self._put(beep(self.rate_hz), beep(CALL_RATE_HZ).pcm)

    def _put(self, clip: Clip, call_pcm: bytes) -> None:
        self.pcm += clip.pcm
        self.call_pcm += call_pcm

    @property
    def samples(self) -> int:
        """Samples made so far."""
        return len(self.pcm) // 2

    @property
    def complete(self) -> bool:
        """Every clause has its sound."""
        return len(self.ends) == len(self.clauses)

    def to_call(self, samples: int) -> int:
        """Own samples as samples of the call's clock."""
        return samples * CALL_RATE_HZ // self.rate_hz

    def heard(self, played: int) -> str:
        """The text up to the last word that `played` samples hold in full."""
        if self.complete and played >= self.samples:
            return self.turn.text
        return " ".join(word for word, end in self._words() if end <= played).strip()

    def asks(self, played: int) -> bool:
        """A question is about to end, or ended a moment ago: what the trainee says now may answer it."""
        since, until = played - JUST_ASKED_MS * self.rate_hz // 1000, played + FORESEEN_MS * self.rate_hz // 1000
        return any(word.endswith("?") and since <= end <= until for word, end in self._words())

    def recent_words(self, played: int) -> tuple[str, ...]:
        """Words played within the last five seconds, for the echo guard."""
        since = played - RECENT_MS * self.rate_hz // 1000
        return tuple(word for word, end in self._words() if since <= end <= played + self.rate_hz // 2)

    def _words(self) -> list[tuple[str, int]]:
        """Each word with the sample at which it ends, spread over its clause by letters and the space behind it."""
        found: list[tuple[str, int]] = []
        begin = self.lead
        tail = WORD_TAIL_MS * self.rate_hz // 1000
        for clause, end in zip(self.clauses, self.ends, strict=False):
            for match in WORD.finditer(clause):
                share = (match.end() + 1) / (len(clause) + 1)
                found.append((match.group(), begin + int(share * (end - begin)) - tail))
            begin = end
        return found
