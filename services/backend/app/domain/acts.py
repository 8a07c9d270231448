"""What a line of speech does: the shared vocabulary of the reader, the prospect's mind and the scorer."""

from dataclasses import dataclass, field
from enum import StrEnum


class Act(StrEnum):
    """One thing the trainee can do with a sentence; a sentence may do several."""

    GREETS = "greets"
    IDENTIFIES_SELF = "identifies_self"
    IDENTIFIES_COMPANY = "identifies_company"
    STATES_REASON = "states_reason"
    NAMES_PROBLEM = "names_problem"
    """Says what goes wrong for people in this trade or role, without selling yet."""
    ASKS_PERMISSION = "asks_permission"
    BAD_TIME = "bad_time"
    OWNS_INTERRUPTION = "owns_interruption"
    SMALL_TALK = "small_talk"
    FALSE_FAMILIARITY = "false_familiarity"
    RESEARCH = "research"
    ASKS_SITUATION = "asks_situation"
    ASKS_PROBLEM = "asks_problem"
    ASKS_IMPACT = "asks_impact"
    ASKS_PROCESS = "asks_process"
    ASKS_OTHER = "asks_other"
    FOLLOW_UP = "follow_up"
    ACKNOWLEDGES_SPECIFIC = "acknowledges_specific"
    ACKNOWLEDGES_GENERIC = "acknowledges_generic"
    REFLECTS = "reflects"
    VALUE_CLAIM = "value_claim"
    PROOF = "proof"
    FEATURE_DUMP = "feature_dump"
    JARGON = "jargon"
    EXPLORES_OBJECTION = "explores_objection"
    ANSWERS_OBJECTION = "answers_objection"
    ARGUES = "argues"
    CAVES = "caves"
    ASKS_MEETING = "asks_meeting"
    PROPOSES_TIME = "proposes_time"
    CONFIRMS_DETAILS = "confirms_details"
    ASKS_REFERRAL = "asks_referral"
    SENDS_INFO = "sends_info"
    PRESSURE = "pressure"
    INSULT = "insult"
    ANSWERS_QUESTION = "answers_question"
    CLAIMS_EARLIER_CONTACT = "claims_earlier_contact"
    ASKS_REPEAT = "asks_repeat"
    ANSWERS_PRICE = "answers_price"
    APOLOGISES = "apologises"
    YIELDS = "yields"
    ASKS_IF_AI = "asks_if_ai"
    ASKS_FOR_PERSON = "asks_for_person"
    LEAVES_MESSAGE = "leaves_message"
    OFF_TOPIC = "off_topic"
    HOLD = "hold"
    THANKS = "thanks"
    AFFIRMS = "affirms"
    DENIES = "denies"
    GOODBYE = "goodbye"
    UNCLEAR = "unclear"
    SILENCE = "silence"


QUESTION_ACTS = frozenset({Act.ASKS_SITUATION, Act.ASKS_PROBLEM, Act.ASKS_IMPACT, Act.ASKS_PROCESS, Act.ASKS_OTHER})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAct:
    """One act with the words that show it."""

    act: Act
    confidence: float
    """In [0, 1]; below `app.reading.CERTAIN` the reader itself would ask again."""
    start_char: int
    """Unicode code points into the utterance."""
    end_char: int
    slots: dict[str, str] = field(default_factory=dict)
    """What the act carries: `name`, `company`, `topic`, `day`, `time`, `duration`, `claim` …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of an utterance with all its acts."""

    text: str
    start_char: int
    end_char: int
    acts: tuple[ReadAct, ...]
    is_question: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An utterance, read."""

    text: str
    sentences: tuple[Sentence, ...]

    @property
    def acts(self) -> frozenset[Act]:
        """Every act found anywhere in the utterance."""
        return frozenset(read.act for sentence in self.sentences for read in sentence.acts)

    def first(self, act: Act) -> ReadAct | None:
        """The first span that shows `act`, or None."""
        found = (read for s in self.sentences for read in s.acts if read.act is act)
        return next(found, None)


class ProspectSays(StrEnum):
    """What a prospect's line does, as far as scoring an imported call needs it."""

    OBJECTION = "objection"
    BRUSH_OFF = "brush_off"
    QUESTION = "question"
    DISCLOSURE = "disclosure"
    ACCEPTS = "accepts"
    REFUSES = "refuses"
    TIME_CONSTRAINT = "time_constraint"
    GOODBYE = "goodbye"
    BACKCHANNEL = "backchannel"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProspectRead:
    """One thing a prospect's line does, with the words that show it."""

    says: ProspectSays
    start_char: int
    """Unicode code points into the line."""
    end_char: int
    slots: dict[str, str] = field(default_factory=dict)
    """`kind` of objection, brush-off or question, `topic`, `day`, `time`."""
