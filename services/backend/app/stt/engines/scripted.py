"""A recogniser that hears what the test tells it to hear."""

from collections import deque
from collections.abc import Callable, Iterable

from app.domain.speech import Transcript


class ScriptedStt:
    """Gives queued transcripts in order, then empty text."""

    name = "scripted"

    def __init__(self, texts: Iterable[str | Transcript] = (), on_work: Callable[[int], None] | None = None) -> None:
        self._queue = deque(texts)
        self._on_work = on_work
        self.prompts: list[str] = []
        """Prompts received, in order."""

    def queue(self, *texts: str | Transcript) -> None:
        """Add what is to be heard next."""
        self._queue.extend(texts)

    def load(self) -> None:
        """Nothing to read."""

    def transcribe(self, pcm: bytes, *, prompt: str = "", fast: bool = False) -> Transcript:
        """The next queued text; a `fast` pass looks at it and leaves it for the final one.

        `on_work(bytes)` runs first: a test may wait there, count or raise.
        """
        if self._on_work is not None:
            self._on_work(len(pcm))
        self.prompts.append(prompt)
        if not self._queue:
            return Transcript("", no_speech_prob=1.0)
        item = self._queue[0] if fast else self._queue.popleft()
        return item if isinstance(item, Transcript) else Transcript(item)
