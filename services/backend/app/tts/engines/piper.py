"""Piper: a quick American man, and four more of other sizes made of him."""

import json
from pathlib import Path
from typing import Any

import numpy as np
from piper import PiperVoice, SynthesisConfig
from piper.config import PiperConfig

from app.domain.audio import Clip
from app.domain.errors import EngineFailed, ModelMissing
from app.domain.persona import Voice
from app.runtime.onnx import open_session
from app.tts.engines.finish import finish
from app.tts.engines.size import resized
from app.tts.ports import Casting
from app.tts.speakable import speakable
from app.tts.timbres import JOE
from app.tts.voices import choose

_FILE = "en_US-joe-medium.onnx"
_MODEL_RATE_HZ = 22_050
_SEED = 20
"""Fixed before the model is read: equal runs draw equal noise, though one sentence said twice in a run differs."""


class PiperEngine:
    """Five male American voices at 24,000 Hz, the rate of the other engines."""

    name = "piper"
    rate_hz = 24_000

    def __init__(self, model_dir: Path, threads: int = 2) -> None:
        self._dir = model_dir
        self._threads = threads
        self._voice: Any = None
        self._timbres = {timbre.name: timbre for timbre in JOE}

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
        import onnxruntime

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
        """All speakers, joe first."""
        return tuple(timbre.voice for timbre in self._timbres.values())

    def cast(self, wanted: Voice) -> Casting:
        """The speaker of that name, else any: all are men."""
        return Casting(self.name, choose(self.voices(), wanted))

    def synthesize(self, text: str, voice: Voice) -> Clip:
        """Speak `text` at the voice's pace. Empty clip if nothing can be said."""
        self.load()
        speaker = self.cast(voice).voice
        size = self._timbres[speaker.name].size
        config = SynthesisConfig(length_scale=1 / (speaker.pace * size), normalize_audio=False)
        try:
            parts = [part.audio_float_array for part in self._voice.synthesize(speakable(text), config)]
        except Exception as error:  # the runtime's errors share no base class
            raise EngineFailed(f"The voice {speaker.name} failed: {error}") from error
        wave = np.concatenate(parts) if parts else np.zeros(0, np.float32)
        return finish(resized(wave.astype(np.float32), _MODEL_RATE_HZ, size, self.rate_hz), self.rate_hz)
