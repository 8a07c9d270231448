"""A detector and a turn-end model that say what a test tells them to say."""

from collections import deque
from collections.abc import Callable, Iterable


class ScriptedDetector:
    """Gives queued probabilities in order, then silence."""

    def __init__(self, probabilities: Iterable[float] = ()) -> None:
        self._script = deque(probabilities)

    def queue(self, *probabilities: float) -> None:
        """Add what is to be heard next."""
        self._script.extend(probabilities)

    def load(self) -> None:
        """Nothing to read."""

    def probability(self, frame: bytes) -> float:
        """The next probability of the script; the sound itself is not looked at."""
        del frame
        return self._script.popleft() if self._script else 0.0

    def reset(self) -> None:
        """Silence from here on."""
        self._script.clear()


class ScriptedTurnEnd:
    """Gives queued opinions in order and then repeats the last; `on_work(bytes)` runs first and may wait or raise."""

    def __init__(self, opinions: Iterable[float] = (), on_work: Callable[[int], None] | None = None) -> None:
        self._script = deque(opinions)
        self._last = 0.5
        self._on_work = on_work

    def load(self) -> None:
        """Nothing to read."""

    def probability(self, pcm: bytes) -> float:
        """The next opinion of the script."""
        if self._on_work is not None:
            self._on_work(len(pcm))
        if self._script:
            self._last = self._script.popleft()
        return self._last
