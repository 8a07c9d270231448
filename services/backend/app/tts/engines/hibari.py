"""Hibari: Kokoro's voice heart in a model a tenth of its size, quick anywhere; twelve speakers are made of it."""

from typing import Any

import numpy as np
from hibari import dsp
from hibari.tts import Hibari
from numpy.typing import NDArray

from app.domain.audio import Clip
from app.domain.errors import EngineFailed
from app.domain.persona import Voice
from app.tts.engines.finish import finish
from app.tts.engines.size import resized
from app.tts.ports import Casting
from app.tts.speakable import speakable
from app.tts.timbres import HEART, Timbre
from app.tts.voices import choose

_VOICED_HZ = 40
"""Frames below this pitch have none."""
_SEED = 20
"""Fixes the breath noise: the same text and voice give the same bytes."""


class HibariEngine:
    """American women and men at 24,000 Hz; the model comes with its package.

    The model gives pitch and spectrum separately, so that a speaker's pitch can be set without touching the vowels.
    """

    name = "hibari"
    rate_hz = 24_000

    def __init__(self) -> None:
        self._model: Any = None
        self._timbres = {timbre.name: timbre for timbre in HEART}

    def load(self) -> None:
        """Read model and dictionary and say one word; raises `EngineFailed`."""
        if self._model is not None:
            return
        try:
            model = Hibari(threads=1)
            model.phonemize("Hello.")
        except Exception as error:  # the runtime's errors share no base class
            raise EngineFailed(
                f"The voice heart could not be read: {error}", "Set the backend's packages up again."
            ) from error
        self._model = model
        self.synthesize("Hello.", self.voices()[0])

    def voices(self) -> tuple[Voice, ...]:
        """All speakers, the base voice first."""
        return tuple(timbre.voice for timbre in self._timbres.values())

    def cast(self, wanted: Voice) -> Casting:
        """The speaker of that name, else one of that gender."""
        return Casting(self.name, choose(self.voices(), wanted))

    def synthesize(self, text: str, voice: Voice) -> Clip:
        """Speak `text` at the voice's pace. Empty clip if nothing can be said."""
        self.load()
        speaker = self.cast(voice).voice
        timbre = self._timbres[speaker.name]
        try:
            parts = [self._wave(sounds, timbre, speaker.pace) for sounds in self._model.phonemize(speakable(text))]
        except Exception as error:  # the runtime's errors share no base class
            raise EngineFailed(f"The voice {timbre.name} failed: {error}") from error
        wave = np.concatenate(parts) if parts else np.zeros(0, np.float32)
        return finish(wave.astype(np.float32), self.rate_hz)

    def _wave(self, sounds: str, timbre: Timbre, pace: float) -> NDArray[np.float32]:
        ids = self._model.ids(sounds)
        if not any(sound.isalpha() for sound in sounds) or len(ids) < 3:
            return np.zeros(0, np.float32)
        outputs = self._model.sess.run(
            None,
            {"ids": np.array([ids], np.int64), "speed": np.array([pace * timbre.size], np.float32)},
        )
        *spectrum, pitch_hz = (output[0] for output in outputs)
        pitch_hz = np.where(pitch_hz > _VOICED_HZ, pitch_hz * timbre.pitch, pitch_hz)
        wave = dsp.synth(*spectrum, pitch_hz, np.random.default_rng(_SEED))
        return resized(np.asarray(wave, np.float32), self.rate_hz, timbre.size, self.rate_hz)
