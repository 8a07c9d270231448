"""Sounds on the line that nobody speaks: quiet while a call is put through, and a machine's tone."""

import math
import struct

from app.domain.audio import Clip

BEEP_HZ, BEEP_MS, LEVEL = 1_000, 500, 6_000
_FADE_MS = 8


def quiet(ms: int, rate_hz: int) -> Clip:
    """Silence, int16 mono."""
    return Clip(bytes(2 * (ms * rate_hz // 1000)), rate_hz)


def beep(rate_hz: int) -> Clip:
    """The tone after a greeting: half a second of 1 kHz without a click at either end."""
    count, fade = BEEP_MS * rate_hz // 1000, _FADE_MS * rate_hz // 1000
    levels = (LEVEL * min(1.0, i / fade, (count - 1 - i) / fade) for i in range(count))
    tone = (round(level * math.sin(2 * math.pi * BEEP_HZ * i / rate_hz)) for i, level in enumerate(levels))
    return Clip(struct.pack(f"<{count}h", *tone), rate_hz)
