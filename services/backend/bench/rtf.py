"""Real-time factors of the engines a call used, alone on the machine: work time over sound time, median of several."""

import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from app.domain.persona import Voice
from app.settings import Settings
from app.stt import STTService
from app.stt.registry import create as create_stt
from app.tts import TTSService
from app.tts.registry import create as create_tts
from bench.sound import RATE_HZ, Samples

MOST = 12
"""Lines of each kind to measure: enough for a stable median, quick to do."""


def measure(
    engines: dict[str, str], clips: Sequence[Samples], lines: Sequence[str], models_dir: Path | None
) -> dict[str, float | None]:
    """`{"stt", "tts"}` for the engines that `/readiness` named; None where there is nothing to measure with."""
    folder = models_dir or Settings().models_dir
    return {
        "stt": _recognising(engines.get("speech to text"), clips[:MOST], folder),
        "tts": _speaking(engines.get("voice"), list(dict.fromkeys(lines))[:MOST], folder),
    }


def _recognising(name: str | None, clips: Sequence[Samples], models_dir: Path) -> float | None:
    if name is None or not clips:
        return None
    recogniser = STTService(create_stt(name, models_dir))
    recogniser.load()
    factors = []
    for clip in clips:
        began = time.perf_counter()
        recogniser.transcribe(clip.tobytes())
        factors.append((time.perf_counter() - began) / (clip.size / RATE_HZ))
    return round(median(factors), 3)


def _speaking(name: str | None, lines: Sequence[str], models_dir: Path) -> float | None:
    if name is None or not lines:
        return None
    speech = TTSService(create_tts(name, models_dir))
    speech.load()
    voice: Voice = speech.voices()[0]
    factors = []
    for line in lines:
        began = time.perf_counter()
        sound = speech.speak(line, voice)
        factors.append((time.perf_counter() - began) / max(sound.samples / sound.rate_hz, 0.1))
    return round(median(factors), 3)
