"""The voice as the rest of the product sees it: one engine, and what it said lately."""

import io
import threading
import wave
from collections import OrderedDict
from hashlib import sha256

from app.domain.audio import Clip
from app.domain.errors import ModelMissing
from app.domain.persona import Voice
from app.tts.ports import TtsEngine

CACHE_BYTES = 24_000_000
"""About nine minutes of speech at 22 kHz."""


class TTSService:
    """Text to speech with one engine, or none until `use` gives it one."""

    def __init__(self, engine: TtsEngine | None = None, cache_bytes: int = CACHE_BYTES) -> None:
        self._engine = engine
        self._cache: OrderedDict[str, Clip] = OrderedDict()
        self._cache_bytes = cache_bytes
        self._held_bytes = 0
        self._lock = threading.Lock()

    @property
    def engine(self) -> TtsEngine:
        """The engine in use; raises `ModelMissing` when there is none."""
        if self._engine is None:
            raise ModelMissing(
                "No voice is set up.",
                "Run the set-up to fetch a voice's model, then start again.",
            )
        return self._engine

    @property
    def rate_hz(self) -> int:
        """Rate of the clips that `speak` gives."""
        return self.engine.rate_hz

    def use(self, engine: TtsEngine) -> None:
        """Work with `engine` from now on."""
        self._engine = engine

    def load(self) -> None:
        """Read and warm the model; raises `ModelMissing` or `EngineFailed`."""
        self.engine.load()

    def voices(self) -> tuple[Voice, ...]:
        """The voices on offer."""
        return self.engine.voices()

    def synthesize(self, text: str, voice: Voice | None = None) -> bytes:
        """`text` as the bytes of a complete WAV file (mono, 16 bit). Errors as `speak`."""
        return wav(self.speak(text, voice or self.engine.voices()[0]))

    def speak(self, text: str, voice: Voice) -> Clip:
        """`text` as sound, from the cache if it was said lately; empty clip for an empty text.

        Raises `ModelMissing` without an engine or model, `EngineFailed` if the engine cannot speak.
        """
        engine = self.engine
        said = " ".join(text.split())
        if not said:
            return Clip(b"", engine.rate_hz)
        key = _key(engine, said, voice)
        with self._lock:
            if key in self._cache:
                self._cache.move_to_end(key)
                return self._cache[key]
        clip = engine.synthesize(said, voice)
        self._keep(key, clip)
        return clip

    def is_cached(self, text: str, voice: Voice) -> bool:
        """True if `speak` would answer at once."""
        with self._lock:
            return _key(self.engine, " ".join(text.split()), voice) in self._cache

    def _keep(self, key: str, clip: Clip) -> None:
        """Remember a clip and forget the least recently used ones beyond the limit."""
        with self._lock:
            if key in self._cache:
                return
            self._cache[key] = clip
            self._held_bytes += len(clip.pcm)
            while self._held_bytes > self._cache_bytes:
                _, oldest = self._cache.popitem(last=False)
                self._held_bytes -= len(oldest.pcm)


def wav(clip: Clip) -> bytes:
    """The clip as a complete WAV file."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(clip.rate_hz)
        file.writeframes(clip.pcm)
    return out.getvalue()


def _key(engine: TtsEngine, text: str, voice: Voice) -> str:
    parts = (engine.name, engine.rate_hz, voice.gender, voice.name, voice.pace, text)
    return sha256("\x1f".join(map(str, parts)).encode()).hexdigest()
