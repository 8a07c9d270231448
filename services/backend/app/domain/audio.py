"""The shape of sound inside the product: one rate, one frame, one clock."""

from dataclasses import dataclass
from math import log10
from operator import mul

CALL_RATE_HZ = 16_000
"""Rate of the trainee's audio and of the call's clock (`sample_index`)."""

FRAME_SAMPLES = 512
"""One capture frame: 32 ms at 16 kHz, which is one Silero window."""

FRAME_MS = FRAME_SAMPLES * 1000 / CALL_RATE_HZ


def samples_to_ms(samples: int, rate_hz: int = CALL_RATE_HZ) -> int:
    """Whole milliseconds, rounded down, so that a time never lies in the future."""
    return samples * 1000 // rate_hz


def ms_to_samples(ms: float, rate_hz: int = CALL_RATE_HZ) -> int:
    """Samples that fit in `ms`."""
    return int(ms * rate_hz / 1000)


def levels_db(pcm: bytes, parts: int) -> tuple[float, ...]:
    """Levels of `parts` equal parts of int16 mono sound, in dB above one step: 0 for silence, 90 at full scale."""
    samples = memoryview(pcm).cast("h")
    each = len(samples) // parts
    powers = (sum(map(mul, part, part)) / each for part in (samples[i * each : (i + 1) * each] for i in range(parts)))
    return tuple(10 * log10(power + 1) for power in powers)


@dataclass(frozen=True, slots=True)
class Clip:
    """A finished piece of mono sound."""

    pcm: bytes
    """int16 little-endian samples."""
    rate_hz: int

    @property
    def samples(self) -> int:
        """Number of samples."""
        return len(self.pcm) // 2

    @property
    def duration_ms(self) -> int:
        """Length in whole milliseconds."""
        return samples_to_ms(self.samples, self.rate_hz)
