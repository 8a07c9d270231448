"""Piper: the quick voice, for machines on which a better one could not keep up."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from piper import PiperVoice, SynthesisConfig
from piper.config import PiperConfig

from app.domain.audio import Clip
from app.domain.errors import EngineFailed, ModelMissing
from app.domain.persona import Voice
from app.tts.engines.finish import finish
from app.tts.engines.onnx import open_session
from app.tts.ports import Casting
from app.tts.speakable import speakable
from app.tts.voices import choose

_FILE = "en_US-joe-medium.onnx"
_SEED = 20
"""Fixed before the model is read: equal runs draw equal noise, though one sentence said twice in a run differs."""


class PiperEngine:
    """One male American voice at 22,050 Hz."""

    name = "piper"
    rate_hz = 22_050

    def __init__(self, model_dir: Path, threads: int = 2) -> None:
        self._dir = model_dir
        self._threads = threads
        self._voice: Any = None

    def load(self) -> None:
        """Read the voice and say one word; raises `ModelMissing` or `EngineFailed`."""
        if self._voice is not None:
            return
        for file in (_FILE, f"{_FILE}.json"):
            if not (self._dir / file).is_file():
                raise ModelMissing(
                    f"The voice joe lacks its file {file}.",
                    "Run the set-up again, or put the voice's files into the models folder.",
                )
        onnxruntime.set_seed(_SEED)
        try:
            config = json.loads((self._dir / f"{_FILE}.json").read_text(encoding="utf-8"))
            session = open_session(self._dir / _FILE, self._threads)
            voice = PiperVoice(session=session, config=PiperConfig.from_dict(config))
        except Exception as error:  # the runtime's errors share no base class
            raise EngineFailed(
                f"The voice joe could not be read: {error}",
                "Check the model files with the doctor command and fetch damaged ones again.",
            ) from error
        self._voice = voice
        self.synthesize("Hello.", self.voices()[0])

    def voices(self) -> tuple[Voice, ...]:
        """The one voice."""
        return (Voice(gender="male", name="joe"),)

    def cast(self, wanted: Voice) -> Casting:
        """Whoever is asked for, joe answers."""
        return Casting(self.name, choose(self.voices(), wanted))

    def synthesize(self, text: str, voice: Voice) -> Clip:
        """Speak `text` at the voice's pace. Empty clip if nothing can be said."""
        self.load()
        config = SynthesisConfig(length_scale=1 / self.cast(voice).voice.pace, normalize_audio=False)
        try:
            parts = [part.audio_float_array for part in self._voice.synthesize(speakable(text), config)]
        except Exception as error:  # the runtime's errors share no base class
            raise EngineFailed(f"The voice joe failed: {error}") from error
        wave = np.concatenate(parts) if parts else np.zeros(0, np.float32)
        return finish(wave.astype(np.float32), self.rate_hz)
