"""What a rule sees, and what it decides."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.dialogue.mind.moment import Moment
from app.dialogue.mind.notes import Note
from app.dialogue.mind.objections import Handling
from app.domain.call import EndReason
from app.domain.persona import Fact, Objection
from app.domain.prospect import Move, ProspectState


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """The line in its moment, and the prospect after having taken it in."""

    moment: Moment
    after: ProspectState
    handling: Handling

    def note(self, name: Note) -> str:
        """A memory as of now, or an empty string."""
        return self.after.notes.get(name, "")

    def count(self, name: Note) -> int:
        """A memory that counts."""
        return int(self.note(name) or 0)

    def next_objection(self) -> Objection | None:
        """The first objection of the stack that was not raised yet."""
        raised = {one.kind for one in self.after.objections}
        return next((one for one in self.moment.persona.objections if one.kind not in raised), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One decision: moves, what they are about, what to remember."""

    moves: tuple[Move, ...]
    content: str = ""
    """The persona's own line that the move tells: a saying of a fact, an objection as stated."""
    variants: Mapping[Move, str] = field(default_factory=dict)
    """Which kind of a move, where there are several: `{Move.ASK_BACK: "price"}`."""
    slots: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[Note, str] = field(default_factory=dict)
    tells: Fact | None = None
    raises: Objection | None = None
    phase: str = ""
    ends: EndReason | None = None
    why: str = ""
    """Reason for leaving or refusing, in plain words."""
    line: str = ""
    """What the reader takes as the prospect's last line; empty means the content or the move's usual words."""
