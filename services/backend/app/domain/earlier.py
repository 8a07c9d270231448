"""What the other side remembers of an earlier call, so that a call-back can build on it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The end of the earlier call as the prospect knows it."""

    talked: bool
    """The prospect was on the line; otherwise only `message` reached them."""
    ended: str
    """An `EndReason`."""
    days_ago: int = 0
    trust: float = 0.3
    resistance: float = 0.5
    interest: float = 0.2
    message: str = ""
    """What somebody else passed on, or the machine kept, in a few words."""
    disclosed: tuple[str, ...] = ()
    objections: dict[str, str] = field(default_factory=dict)
    """Stage by kind."""
    said: tuple[str, ...] = ()
    trainee_lines: tuple[str, ...] = ()
    notes: dict[str, str] = field(default_factory=dict)
    """The prospect's small memories, as `ProspectState.notes` holds them."""
