"""One change of mind with its cause, and how the level scales it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.dialogue.mind.levels import Level
from app.domain.prospect import Cause, ProspectState

FEELINGS = ("trust", "resistance", "patience", "interest")


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """A cause in plain words and what it changes; notes are memories to set (an empty value forgets)."""

    what: str = ""
    trust: float = 0.0
    resistance: float = 0.0
    patience: float = 0.0
    interest: float = 0.0
    notes: Mapping[str, str] = field(default_factory=dict)


def apply(
    state: ProspectState, effects: Iterable[Effect], level: Level, warmth: float
) -> tuple[ProspectState, tuple[Cause, ...]]:
    """The state after all effects, in order, each within [0, 1], with the causes that changed anything.

    Gains are scaled by the level, a little by the persona's warmth, and by the room that is left: the first step
    is the easy one. Losses are scaled by the level.
    """
    causes: list[Cause] = []
    feelings = {name: float(getattr(state, name)) for name in FEELINGS}
    notes = dict(state.notes)
    for effect in effects:
        change = {}
        for name in FEELINGS:
            after = _clamp(feelings[name] + _scaled(name, feelings[name], getattr(effect, name), level, warmth))
            if after != feelings[name]:
                change[name] = round(after - feelings[name], 4)
                feelings[name] = after
        if effect.what and change:
            causes.append(Cause(what=effect.what, change=change))
        notes |= effect.notes
    kept = {str(name): text for name, text in notes.items() if text}
    return replace(state, **feelings, notes=kept), tuple(causes)  # type: ignore[arg-type]


def _scaled(name: str, now: float, delta: float, level: Level, warmth: float) -> float:
    helps = delta < 0 if name == "resistance" else delta > 0
    if name == "patience":
        return delta if helps else delta * level.drain
    if helps:
        room = now if name == "resistance" else 1.0 - now
        return delta * level.gain * (0.85 + 0.3 * warmth) * (0.3 + room)
    return delta * (0.5 + 0.5 * level.drain)


def _clamp(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 4)
