"""Who the prospect is: sampled once, stored whole, never changed during a call."""

from dataclasses import dataclass, field
from enum import StrEnum


class Depth(StrEnum):
    """How much trust a fact takes to be heard, from small talk to what moves the budget."""

    SURFACE = "surface"
    PROBLEM = "problem"
    IMPACT = "impact"
    PRIORITY = "priority"
    PROCESS = "process"


@dataclass(frozen=True, slots=True, kw_only=True)
class Temperament:
    """How a person is, each in [0, 1]."""

    warmth: float
    patience: float
    verbosity: float
    scepticism: float
    directness: float
    formality: float
    humour: float
    interrupts: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that is true of the prospect's world."""

    id: str
    topic: str
    depth: Depth
    trust_needed: float
    sayings: tuple[str, ...]
    """Several ways to say it, in the first person, short."""
    hidden: bool = False
    """True for a pain that nobody hears of who did not ask."""
    problem_index: int | None = None
    """Which of the playbook's problems it is an instance of, if any."""
    keywords: tuple[str, ...] = ()
    """Words by which a question about it is known, beside its topic."""
    public: str = ""
    """The fact as a stranger could have read it; empty when nobody outside knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What the prospect says against it, and why it really says so."""

    kind: str
    stated: tuple[str, ...]
    real_reason: str
    """The reason in plain words, shown in the replay."""
    real_sayings: tuple[str, ...]
    """Ways to say the real reason when somebody asks."""
    strength: float
    resolved_by: tuple[str, ...] = ()
    """Which acts or topics take it off the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A free half hour in the prospect's calendar, relative to the day of the call."""

    day_offset: int
    day: str
    time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Which voice speaks for this persona, and how."""

    gender: str
    """`female` or `male`, as the given name is commonly used."""
    name: str = ""
    """Engine-independent voice name; empty lets the engine choose by gender."""
    pace: float = 1.0
    """1.0 is the voice's own speed; more is faster."""
    accent: str = ""
    """`american` or `british`; empty when either will do."""
    loudness_db: float = 0.0
    """How much louder than usual; every voice's usual loudness is the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who answers for the prospect: an assistant with a temper and a task of their own."""

    name: str
    """Given name."""
    voice: Voice
    warmth: float
    """In [0, 1], as the next two."""
    patience: float
    protective: float
    """How much they mind the prospect's time."""
    availability: str = "in"
    """Where the prospect is: `in`, `meeting`, `out`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """One simulated buyer."""

    code: str
    seed: int
    given_name: str
    surname: str
    title: str
    role: str
    seniority: str
    company: str
    industry: str
    size: int
    """Number of employees."""
    region: str
    voice: Voice
    temperament: Temperament
    activity: str
    """What they are doing when the phone rings, e.g. `between two meetings`."""
    facts: tuple[Fact, ...]
    objections: tuple[Objection, ...]
    """The stack in the order of likelihood; the first is the primary one."""
    fits: bool
    """False when an honest answer to the playbook's problems is no."""
    booking_trust: float
    """Trust, in [0, 1], from which a meeting is thinkable."""
    calendar: tuple[Slot, ...]
    email: str
    best_time: str
    pick_up: tuple[str, ...]
    """Ways this person answers the phone."""
    public_fact_ids: tuple[str, ...] = ()
    """Facts that a rep could know before dialling."""
    desk: Desk | None = None
    """Who answers for them; None in personas of an older library."""
    colleague: str = ""
    """Somebody to refer to, full name and role."""
    words: dict[str, str] = field(default_factory=dict)
    """Vocabulary of this person's world for the wording: `thing`, `customers`, `team`, `metric`, `tool` …"""
    no_fit_reason: tuple[str, ...] = ()
    """Ways to say why the playbook's problems are not theirs; empty when they fit."""

    @property
    def primary_objection(self) -> str:
        """Kind of the objection that comes first."""
        return self.objections[0].kind if self.objections else ""

    @property
    def name(self) -> str:
        """Full name."""
        return f"{self.given_name} {self.surname}"
