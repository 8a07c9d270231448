"""The trainee's voice while clips are made: Kokoro, as mono int16 at 16 kHz."""

import tempfile
from pathlib import Path
from typing import Protocol

import numpy as np
import soxr

from bench.sound import RATE_HZ, Samples

MODEL = "kokoro-82m-int8"


class Say(Protocol):
    """A speaker."""

    def __call__(self, text: str, speed: float) -> Samples:
        """A whole turn's text as speech, not yet levelled."""
        ...


def kokoro(models_dir: Path, voice: str) -> Say:
    """One voice, mono int16 at 16 kHz."""
    from kokoro_onnx import Kokoro

    folder = models_dir / MODEL
    style = np.fromfile(folder / "voices" / f"{voice}.bin", dtype=np.float32).reshape(-1, 1, 256)
    with tempfile.TemporaryDirectory() as scratch:
        voices = Path(scratch) / "voices.npy"
        np.save(voices, style)
        engine = Kokoro(str(folder / "model.onnx"), str(voices))
    lang = "en-gb" if voice.startswith("b") else "en-us"

    def say(text: str, speed: float) -> Samples:
        sound, rate = engine.create(text, voice=style, speed=speed, lang=lang)
        pcm: Samples = np.round(soxr.resample(sound, rate, RATE_HZ) * 32767).clip(-32768, 32767).astype(np.int16)
        return pcm

    return say
