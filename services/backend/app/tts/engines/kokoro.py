"""Kokoro-82M: twenty-eight English voices, for machines that can keep up with them."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from kokoro_onnx.chunker import split_phonemes
from kokoro_onnx.config import MAX_PHONEME_LENGTH
from kokoro_onnx.tokenizer import Tokenizer
from numpy.typing import NDArray

from app.domain.audio import Clip
from app.domain.errors import EngineFailed, ModelMissing
from app.domain.persona import Voice
from app.runtime.onnx import open_session
from app.tts.engines.finish import finish
from app.tts.ports import Casting
from app.tts.speakable import speakable
from app.tts.voices import KOKORO_VOICES, choose

_STYLE_SHAPE = (MAX_PHONEME_LENGTH, 1, 256)
"""One style vector for each number of phonemes."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    """Everything that exists only once the model is in memory."""

    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    styles: dict[str, NDArray[np.float32]]


class KokoroEngine:
    """All English voices of Kokoro at 24,000 Hz; the same text and voice give the same bytes."""

    name = "kokoro"
    rate_hz = 24_000

    def __init__(self, model_dir: Path, threads: int = 2) -> None:
        self._dir = model_dir
        self._threads = threads
        self._loaded: _Loaded | None = None
        self._offer = {entry.name: entry for entry in KOKORO_VOICES}

    def load(self) -> None:
        """Read the model and every voice found, and say one word; raises `ModelMissing` or `EngineFailed`."""
        if self._loaded is not None:
            return
        hint = "Run the set-up again, or put the model's files into the models folder."
        if not (self._dir / "model.onnx").is_file():
            raise ModelMissing("The voice model Kokoro lacks its file model.onnx.", hint)
        found = {
            entry.name: path
            for entry in KOKORO_VOICES
            if (path := self._dir / "voices" / f"{entry.name}.bin").is_file()
        }
        if not found:
            raise ModelMissing("The voice model Kokoro has no voices beside it.", hint)
        try:
            self._loaded = _Loaded(
                session=open_session(self._dir / "model.onnx", self._threads),
                tokenizer=Tokenizer(),
                styles={name: np.fromfile(path, dtype="<f4").reshape(_STYLE_SHAPE) for name, path in found.items()},
            )
        except Exception as error:  # the runtime's errors share no base class
            raise EngineFailed(
                f"The voice model Kokoro could not be read: {error}",
                "Check the model files with the doctor command and fetch damaged ones again.",
            ) from error
        self._offer = {name: self._offer[name] for name in found}
        self.synthesize("Hello.", self.voices()[0])

    def voices(self) -> tuple[Voice, ...]:
        """The voices whose files are there (before `load`, all that could be), the everyday ones first."""
        ordered = sorted(self._offer.values(), key=lambda entry: not entry.everyday)
        return tuple(entry.voice for entry in ordered)

    def cast(self, wanted: Voice) -> Casting:
        """The voice of that name, else an everyday one of that gender."""
        everyday = [voice for voice in self.voices() if self._offer[voice.name].everyday or voice.name == wanted.name]
        return Casting(self.name, choose(everyday or self.voices(), wanted))

    def synthesize(self, text: str, voice: Voice) -> Clip:
        """Speak `text` as the voice closest to `voice`, at its pace. Empty clip if nothing can be said."""
        self.load()
        loaded = self._loaded
        assert loaded is not None
        cast = self.cast(voice).voice
        entry = self._offer[cast.name]
        try:
            phonemes = " ".join(loaded.tokenizer.phonemize(speakable(text), entry.accent).split())
            if not any(sound.isalpha() for sound in phonemes):
                return Clip(b"", self.rate_hz)
            waves = [
                self._wave(loaded, part, loaded.styles[entry.name], cast.pace)
                for part in split_phonemes(phonemes, MAX_PHONEME_LENGTH - 1)
            ]
        except Exception as error:  # the runtime's errors share no base class
            raise EngineFailed(f"The voice {entry.name} failed: {error}") from error
        return finish(np.concatenate(waves), self.rate_hz)

    @staticmethod
    def _wave(loaded: _Loaded, phonemes: str, styles: NDArray[np.float32], pace: float) -> NDArray[np.float32]:
        tokens = loaded.tokenizer.tokenize(phonemes)
        outputs = loaded.session.run(
            None,
            {
                "tokens": np.array([[0, *tokens, 0]], dtype=np.int64),
                "style": styles[len(tokens)],
                "speed": np.array([pace], dtype=np.float32),
            },
        )
        return np.asarray(outputs[0], dtype=np.float32).ravel()
