"""What lies between the trainee's mouth and the server: noise, echo, lost frames, a false clock, a slow reader."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import soxr

from app.domain.chance import unit
from bench.noises import BACKGROUNDS, at_level
from bench.sound import RATE_HZ, Samples

SPEECH_DBFS = -20.0
"""Level of every clip's voice."""
STALL_EVERY_S = 4.0
_LOOP_S = 20
_LONGEST_BURST, _MEAN_BURST = 4, 2.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """How one call differs from a good line in a quiet room."""

    noise: str | None = None
    """`fan`, `pink` or `typing`, from the first ring on."""
    noise_dbfs: float = -60.0
    echo_db: float | None = None
    """Level of the prospect's voice in the trainee's microphone, relative to the speaker."""
    echo_delay_ms: int = 120
    lost: float = 0.0
    """Share of capture frames that never arrive, in bursts of one to four."""
    skew_ppm: float = 0.0
    """By how much the client's clock is fast."""
    stall_s: float = 0.0
    """A client that reads nothing for so long, once in every `STALL_EVERY_S`."""

    @property
    def route(self) -> str:
        """What the client says about its speaker."""
        return "headset" if self.echo_db is None else "speaker"

    def loses(self, beat: int) -> bool:
        """Whether capture frame `beat` is lost."""
        bursts = (unit("lost", beat - back) < self.lost / _MEAN_BURST for back in range(_LONGEST_BURST))
        return any(
            begins and 1 + int(unit("burst", beat - back) * _LONGEST_BURST) > back for back, begins in enumerate(bursts)
        )

    def background(self, samples: int, seed: int = 5) -> Samples | None:
        """The noise as a loop."""
        if self.noise is None:
            return None
        return at_level(BACKGROUNDS[self.noise](samples, seed), self.noise_dbfs)


CLEAN = Conditions()


def noisy(kind: str, snr_db: float) -> Conditions:
    """A background at a distance from the level of speech."""
    return Conditions(noise=kind, noise_dbfs=SPEECH_DBFS - snr_db)


class Microphone:
    """What it picks up beside the trainee's voice; frames in order, each once."""

    def __init__(self, conditions: Conditions, speaker: Callable[[int, int], Samples], rate_hz: int) -> None:
        """`speaker` gives the samples it rendered between two times, at `rate_hz`."""
        self._conditions = conditions
        self._speaker = speaker
        self._rate_hz = rate_hz
        self._loop = conditions.background(_LOOP_S * RATE_HZ)
        self._resample = soxr.ResampleStream(rate_hz, RATE_HZ, 1, dtype="float32")
        self._echo = np.zeros(0, np.float32)

    def hears(self, voice: Samples, now: int) -> Samples:
        """One frame of the trainee's voice that begins at `now`, with everything else."""
        heard = voice.astype(np.float64)
        if self._loop is not None:
            heard += np.take(self._loop, range(now, now + voice.size), mode="wrap")
        if self._conditions.echo_db is not None:
            heard += self._echoed(now, voice.size) * 10 ** (self._conditions.echo_db / 20)
        mixed: Samples = np.round(heard).clip(-32768, 32767).astype(np.int16)
        return mixed

    def _echoed(self, now: int, size: int) -> npt.NDArray[np.float32]:
        began = now - self._conditions.echo_delay_ms * RATE_HZ // 1000
        if began >= 0:
            start, end = (at * self._rate_hz // RATE_HZ for at in (began, began + size))
            more = self._resample.resample_chunk(self._speaker(start, end).astype(np.float32))
            self._echo = np.concatenate([self._echo, more])
        frame, self._echo = self._echo[:size], self._echo[size:]
        return np.pad(frame, (0, size - frame.size))
