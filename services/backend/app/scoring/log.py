"""What the event log knows about the prospect's side, which the text alone can only suggest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.call import EndReason
from app.domain.events import CallEvent, EventKind
from app.domain.prospect import Move

OBJECTING = frozenset({Move.OBJECT, Move.BRUSH_OFF})
AGREEING = frozenset({Move.ACCEPT, Move.CONFIRM})
DISCLOSING = frozenset({Move.ANSWER, Move.REVEAL})
REFUSING = frozenset({Move.REFUSE, Move.OFF_LIST})
SOURS = -0.04
"""Change of trust or patience from which a cause is the trainee's doing and not the passing of time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One decision of the prospect's mind, as far as scoring needs it."""

    heard: int
    """Index of the trainee utterance it answers."""
    reply: int | None
    """Index of the prospect utterance that said it."""
    moves: frozenset[str]
    facts: tuple[str, ...]
    objection: str
    """Kind of the objection it raised, if any."""
    stages: Mapping[str, str]
    """How far the prospect takes each objection to be handled."""
    ends: str | None
    soured_by: tuple[str, ...]
    """Causes, in plain words, that cost more trust or patience than the passing of time does."""


@dataclass(frozen=True, slots=True)
class Log:
    """The decisions of a call in order; the last one for an utterance stands."""

    decisions: tuple[Decided, ...]

    def reply(self, index: int) -> Decided | None:
        """The decision that prospect utterance `index` words."""
        return next((d for d in self.decisions if d.reply == index), None)

    @property
    def prospect_left(self) -> bool:
        """Whether the prospect hung up."""
        return any(decided.ends == EndReason.PROSPECT_HUNG_UP for decided in self.decisions)

    @property
    def soured(self) -> bool:
        """Whether anything the trainee did cost trust or patience."""
        return any(decided.soured_by for decided in self.decisions)

    def stages_of(self, kind: str, after: int) -> frozenset[str]:
        """The stages that the objection `kind` reached in answer to trainee utterances from `after` on."""
        return frozenset(d.stages[kind] for d in self.decisions if d.heard >= after and kind in d.stages)


def log_from(events: Sequence[CallEvent]) -> Log | None:
    """The log behind `events`; None when they hold no decision (an imported call, or none given)."""
    by_heard: dict[int, Decided] = {}
    for event in events:
        if event.kind is EventKind.DECISION and isinstance(event.data.get("turn"), int):
            decided = _decided(event.data)
            by_heard[decided.heard] = decided
        elif event.kind is EventKind.RETRACTED:
            by_heard.pop(event.data.get("index", -1), None)
    if not by_heard:
        return None
    return Log(tuple(by_heard[heard] for heard in sorted(by_heard)))


def _decided(data: dict[str, Any]) -> Decided:
    causes = data.get("causes") or ()
    return Decided(
        heard=data["turn"],
        reply=data.get("reply"),
        moves=frozenset(str(move) for move in data.get("moves") or ()),
        facts=tuple(str(fact) for fact in data.get("facts") or ()),
        objection=str(data.get("objection") or ""),
        stages={str(kind): str(stage) for kind, stage in (data.get("stages") or {}).items()},
        ends=data.get("ends"),
        soured_by=tuple(str(cause["what"]) for cause in causes if _sours(cause.get("change") or {})),
    )


def _sours(change: dict[str, float]) -> bool:
    return min(change.get("patience", 0), change.get("trust", 0)) <= SOURS
