"""Several engines as one: every voice is spoken by the engine that has it, all at one rate."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.audio import Clip
from app.domain.persona import Voice
from app.tts.ports import Casting, TtsEngine
from app.tts.voices import choose


class Ensemble:
    """Engines of equal rate that share the cast; the first one with a voice's name speaks it."""

    def __init__(self, name: str, engines: Sequence[TtsEngine]) -> None:
        rates = {engine.rate_hz for engine in engines}
        if len(rates) != 1:
            raise ValueError(f"the engines of {name} speak at {sorted(rates)} Hz, not at one rate")
        self.name, self.rate_hz = name, rates.pop()
        self._engines = tuple(engines)

    def load(self) -> None:
        """Load every engine; the first failure is raised."""
        for engine in self._engines:
            engine.load()

    def voices(self) -> tuple[Voice, ...]:
        """Every engine's voices, in the engines' order."""
        return tuple(voice for engine in self._engines for voice in engine.voices())

    def cast(self, wanted: Voice) -> Casting:
        """The voice of that name, else one of that gender from any engine."""
        return self._engine(wanted)[1]

    def synthesize(self, text: str, voice: Voice) -> Clip:
        """Speak by the engine that is cast."""
        engine, casting = self._engine(voice)
        return engine.synthesize(text, casting.voice)

    def _engine(self, wanted: Voice) -> tuple[TtsEngine, Casting]:
        chosen = choose(self.voices(), wanted)
        engine = next(engine for engine in self._engines if chosen.name in {voice.name for voice in engine.voices()})
        return engine, replace(engine.cast(chosen), voice=chosen)
