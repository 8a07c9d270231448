"""The wire: every shape that crosses between the backend and anyone outside it; TypeScript is generated from here."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

SpeakerName = Literal["trainee", "prospect"]
PartyName = Literal["trainee", "prospect", "gatekeeper", "voicemail"]
CallTypeName = Literal["cold", "gatekeeper", "voicemail", "callback"]
PhaseName = Literal["created", "ringing", "live", "wrapping", "ended"]
WordingName = Literal["bank", "ollama", "llama_cpp"]
ModeName = Literal["voice", "typed"]
EndedByName = Literal["trainee", "prospect", "limit", "error"]


class Wire(BaseModel):
    """Base of what we send: exactly the named fields."""

    model_config = ConfigDict(extra="forbid")


class Inbound(BaseModel):
    """Base of what we are sent: unknown fields are refused, so that typing errors show."""

    model_config = ConfigDict(extra="forbid", str_max_length=20_000)


class ErrorBody(Wire):
    """What went wrong, for programs and for people."""

    code: str
    message: str
    hint: str


class ErrorAnswer(Wire):
    """Every error answer has this shape."""

    error: ErrorBody


class Health(Wire):
    """The process answers."""

    status: Literal["ok"] = "ok"


class EngineStatus(Wire):
    """One engine of the call."""

    purpose: str
    name: str
    state: Literal["ready", "missing", "loading", "failed"]
    detail: str = ""
    hint: str = ""


class ModelStatus(Wire):
    """One model file set on disk."""

    id: str
    purpose: str
    state: Literal["ready", "missing", "damaged"]
    size_bytes: int
    licence: str
    default: bool


class Readiness(Wire):
    """Whether a call can start now, and if not, what is missing."""

    can_call: bool
    engines: list[EngineStatus]
    models: list[ModelStatus]


class EngineFigure(Wire):
    """How quick an engine is on this machine."""

    purpose: str
    engine: str
    rtf: float
    """Seconds of work per second of sound."""
    short_ms: float
    """Time for a short sentence."""
    load_ms: float


class CalibrationOut(Wire):
    """What was measured of this machine, and what it chose."""

    measured_at: str | None
    """None when this machine was not measured yet."""
    cores: int | None
    figures: list[EngineFigure]
    chosen: dict[str, str]
    """Engine by purpose, from the figures or from settings; holds from the next start."""
    in_use: dict[str, str]


class SessionRequest(Inbound):
    """What the trainee wants to practise."""

    duration_minutes: int = Field(ge=1, le=60, strict=True)
    difficulty: int = Field(default=3, ge=1, le=5, strict=True)
    call_type: CallTypeName = "cold"
    playbook_id: str | None = Field(default=None, max_length=64)
    seed: int | None = Field(default=None, ge=0, lt=2**32, strict=True)
    prospect_code: str | None = Field(default=None, max_length=64)
    previous_session_id: str | None = Field(default=None, max_length=64)
    trainee_name: str = Field(default="", max_length=80)
    assisted: bool = False
    show_state: bool = False
    wording: WordingName = "bank"
    mode: ModeName = "voice"


class SellerOut(Wire):
    """The playbook in short."""

    company: str
    product: str
    problems: list[str]
    proof: list[str]
    price_hint: str


class ProspectOut(Wire):
    """What a rep would know about the prospect."""

    name: str | None
    title: str
    company: str
    industry: str
    size: str
    public_facts: list[str]


class Briefing(Wire):
    """Only what a rep would know before dialling."""

    trainee_name: str
    seller: SellerOut
    prospect: ProspectOut
    goal: str


class UtteranceOut(Wire):
    """One finished piece of speech; `text` is what was heard."""

    index: int
    speaker: SpeakerName
    party: PartyName
    text: str
    start_ms: int
    end_ms: int
    heard: bool


class EndedOut(Wire):
    """How a call ended."""

    reason: str
    by: EndedByName


class SessionCreated(Wire):
    """A session, as `POST /sessions` answers."""

    session_id: str
    seed: int
    prospect_code: str
    duration_minutes: int
    difficulty: int
    call_type: CallTypeName
    created_at: datetime
    briefing: Briefing
    opening: UtteranceOut | None


class SessionOut(SessionCreated):
    """A session, as `GET /sessions/{id}` answers."""

    mode: ModeName
    wording: WordingName
    phase: PhaseName
    ended: EndedOut | None
    assisted: bool
    total_score: int | None
    score_status: Literal["complete", "partial", "error"] | None


class SessionList(Wire):
    """Sessions, newest first; `next_cursor` fetches older ones."""

    sessions: list[SessionOut]
    next_cursor: str | None


class TypedLine(Inbound):
    """One line of a typed call; empty text is silence."""

    text: str = Field(max_length=4_000)


class Reply(Wire):
    """What the other side says, and who exactly says it."""

    text: str
    party: PartyName


class CauseOut(Wire):
    """One change of mind."""

    what: str
    change: dict[str, float]


class StateOut(Wire):
    """How the prospect feels now, and why it changed."""

    trust: float
    resistance: float
    patience: float
    interest: float
    phase: str
    causes: list[CauseOut]


class TypedTurn(Wire):
    """The answer to a typed line; `turn` is the trainee's utterance index."""

    turn: int
    reply: Reply | None
    then: Reply | None
    """The next utterance, unprompted: somebody else has picked up."""
    moves: list[str]
    state: StateOut
    phase: PhaseName
    ended: EndedOut | None


class Transcript(Wire):
    """All utterances of a session."""

    utterances: list[UtteranceOut]


class EventOut(Wire):
    """One fact of the call log."""

    seq: int
    t_ms: int
    kind: str
    data: dict[str, Any]


class Events(Wire):
    """The call log."""

    events: list[EventOut]


class QuoteOut(Wire):
    """Words of one utterance; offsets count Unicode code points."""

    turn: int
    speaker: SpeakerName
    start_char: int
    end_char: int
    text: str
    start_ms: int | None
    end_ms: int | None


class CriterionOut(Wire):
    """One judged thing."""

    id: str
    state: Literal["met", "partial", "unmet", "not_tested"]
    points: float
    max: float
    quotes: list[QuoteOut]
    why: str


class DimensionOut(Wire):
    """One of the seven skills."""

    score: int | None
    points: float
    max: float
    state: Literal["tested", "not_tested"]
    criteria: list[CriterionOut]


class MissOut(Wire):
    """A chance walked past."""

    criterion: str
    turn: int | None
    chance_turn: int | None
    quote: str
    why: str
    suggestion: str


class ScorecardOut(BaseModel):
    """The scorecard; more fields may come."""

    model_config = ConfigDict(extra="allow")

    session_id: str | None = None
    status: Literal["complete", "partial", "error"]
    total_score: int | None
    dimensions: dict[str, DimensionOut]
    misses: list[MissOut]
    suggestions: list[str]
    wins: list[dict[str, Any]]
    metrics: dict[str, Any]
    rubric: dict[str, str]
    validated: bool


class TranscriptLine(Inbound):
    """One line of an imported call."""

    speaker: str = Field(max_length=40)
    text: str = Field(max_length=20_000)
    start_ms: int | None = Field(default=None, ge=0)
    end_ms: int | None = Field(default=None, ge=0)


class OutcomesIn(Inbound):
    """What is known about how an imported call went."""

    meeting_booked: bool | None = None
    close_attempt: bool | None = None
    hung_up_by: SpeakerName | None = None
    no_fit: bool | None = None


class ScoreRequest(Inbound):
    """Score any transcript, no session needed."""

    transcript: list[TranscriptLine] = Field(min_length=1, max_length=5_000)
    outcomes: OutcomesIn = Field(default_factory=OutcomesIn)
    call_type: CallTypeName = "cold"
    playbook: str | dict[str, Any] | None = None
    brief: dict[str, Any] | None = None
    rubric: str | None = Field(default=None, max_length=64)


class PlaybookIn(Inbound):
    """What the trainee sells, in a few lines."""

    company: str = Field(max_length=400)
    product: str = Field(max_length=400)
    who_for: str = Field(default="", max_length=400)
    problems: list[Annotated[str, Field(max_length=400)]] = Field(default=[], max_length=12)
    proof: list[Annotated[str, Field(max_length=400)]] = Field(default=[], max_length=12)
    price_hint: str = Field(default="", max_length=400)
    competitors: list[Annotated[str, Field(max_length=400)]] = Field(default=[], max_length=12)


class PlaybookOut(Wire):
    """What the trainee sells."""

    id: str
    company: str
    product: str
    who_for: str
    problems: list[str]
    proof: list[str]
    price_hint: str
    competitors: list[str]
    ready_made: bool
    """Ready-made ones cannot be changed or deleted."""


class PlaybookDraft(Wire):
    """What an imported file says, to be looked at before it is kept; `missing` names fields it lacks."""

    company: str
    product: str
    who_for: str
    problems: list[str]
    proof: list[str]
    price_hint: str
    competitors: list[str]
    missing: list[str]


class Playbooks(Wire):
    """All playbooks on offer; the first is the default."""

    playbooks: list[PlaybookOut]


class AnswerLatencyOut(Wire):
    """How long one answer took; `ours_ms` leaves out silence that the trainee asked for."""

    turn: int
    v2v_ms: int | None
    ours_ms: int | None
    slow: bool
    stages: dict[str, float | None]
    voice_engine: str | None
    wording: str | None


class StageLatencyOut(Wire):
    """One stage over a call; recognising, deciding and voicing mostly happen inside the waiting."""

    stage: str
    median_ms: float | None
    worst_ms: float | None


class LatencyOut(Wire):
    """How quick the prospect was; `slow_turns` took more than `slow_after_ms` by our making."""

    slow_after_ms: int
    answers: list[AnswerLatencyOut]
    unmeasured: int
    median_ms: float | None
    worst_ms: int | None
    slow_turns: list[int]
    stages: list[StageLatencyOut]
    voice_engines: list[str]
    wordings: list[str]


class LedgerValue(Wire):
    """One value of an axis; 0 means still to be met."""

    name: str
    met: int


class LedgerAxis(Wire):
    """`industry`, `role`, `temper` or `objection`."""

    name: str
    values: list[LedgerValue]


class LedgerCell(Wire):
    """A combination that was met."""

    industry: str
    role: str
    temper: str
    objection: str
    met: int


class LedgerOut(Wire):
    """Whom the trainee has met; `possible` combinations there are."""

    prospects: int
    possible: int
    axes: list[LedgerAxis]
    cells: list[LedgerCell]


# WebSocket, client to server.


class StartMessage(Inbound):
    """First message; nothing happens before it."""

    type: Literal["start"]
    echo: Literal["headset", "speaker", "unknown"] = "unknown"
    captions: bool = True


class PlayedMessage(Inbound):
    """How much of `gen` left the playout queue so far, in samples at `out_rate`."""

    type: Literal["played"]
    gen: int = Field(ge=0)
    samples: int = Field(ge=0)


class SayMessage(Inbound):
    """A typed line in a voice call."""

    type: Literal["say"]
    text: str = Field(max_length=4_000)


class MuteMessage(Inbound):
    """The trainee's mute switch."""

    type: Literal["mute"]
    on: bool


class PttMessage(Inbound):
    """The push-to-talk key; the first one switches the call to push-to-talk, `on: false` back to free speech."""

    type: Literal["ptt"]
    down: bool
    on: bool = True


class PatienceMessage(Inbound):
    """How long to wait before answering."""

    type: Literal["patience"]
    level: int = Field(ge=-2, le=2)


class EndMessage(Inbound):
    """The trainee hangs up."""

    type: Literal["end"]


class PingMessage(Inbound):
    """Answered by `pong` with the same `t`."""

    type: Literal["ping"]
    t: float


ClientMessage = Annotated[
    StartMessage | PlayedMessage | SayMessage | MuteMessage | PttMessage | PatienceMessage | EndMessage | PingMessage,
    Field(discriminator="type"),
]


# WebSocket, server to client.


class ReadyMessage(Wire):
    """The line is open: audio flows from here, sample 0 is the next frame."""

    type: Literal["ready"] = "ready"
    session_id: str
    out_rate: int
    resumed: bool


class PhaseMessage(Wire):
    """Where the call stands."""

    type: Literal["phase"] = "phase"
    phase: Literal["ringing", "live", "wrapping", "ended"]


class SpeakingMessage(Wire):
    """Somebody began or stopped speaking."""

    type: Literal["speaking"] = "speaking"
    who: SpeakerName
    on: bool
    refuses: bool = False


class TranscriptMessage(Wire):
    """A caption; the last `final` for a `turn` stands."""

    type: Literal["transcript"] = "transcript"
    speaker: SpeakerName
    party: PartyName
    kind: Literal["line", "nudge", "backchannel"] = "line"
    text: str
    final: bool
    turn: int
    start_ms: int
    end_ms: int
    heard: bool
    gen: int | None = None
    """Of a prospect's backchannel: the sound that is no answer."""


class StateMessage(StateOut):
    """The prospect's state after `turn`, if the session shows it."""

    type: Literal["state"] = "state"
    turn: int


class ClearMessage(Wire):
    """Stop and drop `gen` and older."""

    type: Literal["clear"] = "clear"
    gen: int


class DuckMessage(Wire):
    """Lower the prospect's voice by `db` (≤ 0); 0 lifts it."""

    type: Literal["duck"] = "duck"
    gen: int
    db: float


class MetricsMessage(Wire):
    """How long the answer to the trainee took."""

    type: Literal["metrics"] = "metrics"
    turn: int
    v2v_ms: int | None
    stages: dict[str, float | None]
    voice_engine: str | None = None
    """Which engine spoke the answer's first clause."""
    wording: str | None = None
    """Whose words it was in: `bank`, the engine asked for, or both with the reason when it fell back."""


class EndedMessage(Wire):
    """The call is over."""

    type: Literal["ended"] = "ended"
    reason: str
    by: EndedByName
    score_ready: bool


class PongMessage(Wire):
    """Answer to `ping`."""

    type: Literal["pong"] = "pong"
    t: float


class ErrorMessage(Wire):
    """Something is wrong with the connection or the call."""

    type: Literal["error"] = "error"
    code: str
    message: str
    hint: str
    fatal: bool


ServerMessage = Annotated[
    ReadyMessage
    | PhaseMessage
    | SpeakingMessage
    | TranscriptMessage
    | StateMessage
    | ClearMessage
    | DuckMessage
    | MetricsMessage
    | EndedMessage
    | PongMessage
    | ErrorMessage,
    Field(discriminator="type"),
]
