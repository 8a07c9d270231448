"""The voice as the rest of the product sees it: one engine, what it has ready, and what it makes ahead of need."""

import io
import threading
import wave
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.audio import Clip
from app.domain.errors import ModelMissing, RingsideError
from app.domain.lead_ins import lead_ins
from app.domain.persona import Voice
from app.domain.speech import LeadIn
from app.tts.background import Background, Wish
from app.tts.cache import ClipCache, clip_key
from app.tts.gate import Gate
from app.tts.ports import Casting, TtsEngine

AHEAD_MAX_WORDS = 10
"""A clause under way in the background is waited for, so that longer ones are not made ahead."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What asking for sound came to since the process began."""

    hits: int = 0
    """Clauses that were ready when they were asked for."""
    misses: int = 0
    ahead: int = 0
    """Clauses made in the background."""
    failed: int = 0
    """Clauses that the background could not make; asking for them tells why."""


class TTSService:
    """Text to speech with one engine, or none until `use` gives it one; any thread may ask."""

    def __init__(
        self, engine: TtsEngine | None = None, cache: ClipCache | None = None, *, phone_line: bool = False
    ) -> None:
        self._engine, self._phone_line = engine, phone_line
        self._cache = ClipCache() if cache is None else cache
        self._gate = Gate()
        self._background = Background(self._gate, self._make_ahead)
        self._counts = Counts()
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

    @property
    def counts(self) -> Counts:
        """Hits, misses and what was made ahead, so far."""
        return self._counts

    def use(self, engine: TtsEngine) -> None:
        """Work with `engine` from now on."""
        self._engine = engine

    def load(self) -> None:
        """Read and warm the model; raises `ModelMissing` or `EngineFailed`."""
        self.engine.load()
        self._cache.open()

    def voices(self) -> tuple[Voice, ...]:
        """The voices on offer."""
        return self.engine.voices()

    def cast(self, voice: Voice) -> Casting:
        """Which engine's which voice speaks for `voice`."""
        return self.engine.cast(voice)

    def engine_of(self, voice: Voice) -> str:
        """Name of the engine that speaks for `voice`."""
        return self.cast(voice).engine

    def synthesize(self, text: str, voice: Voice | None = None) -> bytes:
        """`text` as the bytes of a complete WAV file (mono, 16 bit). Errors as `speak`."""
        return wav(self.speak(text, voice or self.engine.voices()[0]))

    def speak(self, text: str, voice: Voice) -> Clip:
        """`text` as sound at the voice's loudness, at once if it is ready; empty clip for an empty text.

        Goes before everything that is made ahead, but waits for a clause under way. Raises `ModelMissing` without an
        engine or model, `EngineFailed` if the engine cannot speak.
        """
        engine, said = self.engine, _normal(text)
        if not said:
            return Clip(b"", engine.rate_hz)
        key = self._key(said, voice)
        clip = self._cache.get(key)
        if clip is None:
            with self._gate.foreground():
                clip = self._cache.get(key)
                ready = clip is not None
                if clip is None:
                    clip = engine.synthesize(said, voice)
                    self._cache.put(key, clip)
        else:
            ready = True
        self._count(hits=int(ready), misses=int(not ready))
        return self._as_heard(clip, voice)

    def cached(self, text: str, voice: Voice) -> bool:
        """True if `speak` would answer at once."""
        said = _normal(text)
        return not said or self._key(said, voice) in self._cache

    def prepare(
        self, texts: Iterable[str], voice: Voice, *, keep: bool = False, max_words: int = AHEAD_MAX_WORDS
    ) -> int:
        """Make `texts` ready in the background, the first of them next, before all that was wished for earlier.

        Each text is one clause exactly as `speak` will get it; those that are ready or longer than `max_words` are
        skipped. `keep` also stores them on disk, for lines that every call needs. Returns how many were taken; never
        blocks and never raises for what the engine does.
        """
        clauses = dict.fromkeys(said for text in texts if (said := _normal(text)))
        wishes = [
            Wish(said, voice, keep)
            for said in clauses
            if len(said.split()) <= max_words and not self._ready(said, voice, keep)
        ]
        self._background.add(wishes)
        return len(wishes)

    def drop_prepared(self) -> None:
        """Forget what `prepare` was asked for and has not begun: other lines have become likely."""
        self._background.clear()

    def wait_prepared(self, timeout_s: float | None = None) -> bool:
        """Block until everything asked for is ready; False if that takes longer. Not for a call."""
        return self._background.wait(timeout_s)

    def hold(self, on: bool) -> None:
        """While `on`, nothing is begun in the background: the processor is needed elsewhere."""
        self._gate.hold(on)

    def lead_ins(self, voice: Voice) -> tuple[LeadIn, ...]:
        """The words that may open a turn; those that `voice` has ready carry their duration."""
        clips = ((text, self._cache.get(self._key(text, voice))) for text in lead_ins())
        return tuple(LeadIn(text, clip.duration_ms if clip else None) for text, clip in clips)

    def _as_heard(self, clip: Clip, voice: Voice) -> Clip:
        if not voice.loudness_db and not self._phone_line:
            return clip
        from app.tts.engines.line import louder, telephone

        return louder(telephone(clip) if self._phone_line else clip, voice.loudness_db)

    def _make_ahead(self, wish: Wish) -> None:
        try:
            key = self._key(wish.text, wish.voice)
            clip = self._cache.get(key)
            if clip is None:
                clip = self.engine.synthesize(wish.text, wish.voice)
                self._count(ahead=1)
            self._cache.put(key, clip, keep=wish.keep)
        except RingsideError:
            self._count(failed=1)

    def _ready(self, said: str, voice: Voice, keep: bool) -> bool:
        key = self._key(said, voice)
        return self._cache.keeps(key) if keep else key in self._cache

    def _key(self, said: str, voice: Voice) -> str:
        return clip_key(self.cast(voice), self.rate_hz, said)

    def _count(self, **more: int) -> None:
        with self._lock:
            self._counts = replace(self._counts, **{name: getattr(self._counts, name) + n for name, n in more.items()})


def wav(clip: Clip) -> bytes:
    """The clip as a complete WAV file."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(clip.rate_hz)
        file.writeframes(clip.pcm)
    return out.getvalue()


def _normal(text: str) -> str:
    return " ".join(text.split())
