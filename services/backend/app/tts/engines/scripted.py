"""A voice for tests: a tone as long as the words are many."""

import math
import struct
from collections.abc import Callable

from app.domain.audio import Clip
from app.domain.persona import Voice
from app.tts.ports import Casting
from app.tts.voices import choose

MS_PER_WORD = 300
_TONE_HZ = 220
_AMPLITUDE = 8_000


class ScriptedTts:
    """Speaks 300 ms of tone a word at 16 kHz, quicker with a higher pace; `on_work(text)` runs first and may raise."""

    name = "scripted"
    rate_hz = 16_000

    def __init__(self, on_work: Callable[[str], None] | None = None) -> None:
        self._on_work = on_work
        self.spoken: list[str] = []
        """Texts asked for, in order."""

    def load(self) -> None:
        """Nothing to read."""

    def voices(self) -> tuple[Voice, ...]:
        """One of each."""
        return (Voice(gender="female", name="ada"), Voice(gender="male", name="ben"))

    def cast(self, wanted: Voice) -> Casting:
        """One of the two."""
        return Casting(self.name, choose(self.voices(), wanted))

    def synthesize(self, text: str, voice: Voice) -> Clip:
        """A tone of `300 ms x words / pace`; empty for a text without letters or digits."""
        if self._on_work is not None:
            self._on_work(text)
        self.spoken.append(text)
        words = sum(any(char.isalnum() for char in word) for word in text.split())
        samples = int(words * MS_PER_WORD * self.rate_hz / 1000 / voice.pace)
        step = 2 * math.pi * _TONE_HZ / self.rate_hz
        tone = (int(_AMPLITUDE * math.sin(step * i)) for i in range(samples))
        return Clip(struct.pack(f"<{samples}h", *tone), self.rate_hz)
