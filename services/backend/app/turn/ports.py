"""What turn-taking needs from models: is this speech, and is this turn over."""

from typing import Protocol


class SpeechDetector(Protocol):
    """Speech probability per frame; one instance per call, it keeps state."""

    def probability(self, frame: bytes) -> float:
        """Probability in [0, 1] that these 512 int16 samples at 16 kHz hold speech."""
        ...

    def reset(self) -> None:
        """Forget everything heard so far."""
        ...


class BackchannelModel(Protocol):
    """Judges by the start of some speech whether it asks for the floor; shared, stateless."""

    def load(self) -> None:
        """Read the model; raises `ModelMissing` or `EngineFailed`."""
        ...

    def probability(self, pcm: bytes) -> float:
        """Probability in [0, 1] that it does not; `pcm` (int16, 16 kHz) ends `LOOK_MS` after the onset."""
        ...


class TurnEndModel(Protocol):
    """Judges by sound whether a speaker has finished; shared, stateless."""

    def load(self) -> None:
        """Read the model; raises `ModelMissing` or `EngineFailed`."""
        ...

    def probability(self, pcm: bytes) -> float:
        """Probability in [0, 1] that the turn in `pcm` (int16, 16 kHz, at most its last 8 s count) is over."""
        ...
