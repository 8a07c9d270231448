"""What a model's words must not be before they are spoken: out of role, marked up, or more than the plan tells."""
# ruff: noqa: SIM905 - a list of words reads better unquoted

import re
import unicodedata
from dataclasses import dataclass

from app.dialogue.words.guard import faults as unspeakable
from app.dialogue.words.sentences import is_long, same, sentences_of
from app.domain.persona import Persona
from app.domain.prospect import Move, Plan, ProspectState
from app.reading.words import content_words

MAX_SENTENCES = 3
KEPT = 0.5
"""Least share of a planned line's content words that must be heard in a model's: it may put them in other words."""
LEAKED = 0.6
"""Share of a hidden fact's content words from which it counts as told."""

_MARKUP = re.compile(r"[*_#`~<>|\[\]{}()\\=\n\"“”]|https?:|^\s*[-•]\s|^\s*\d+[.)]\s")
_ROLE = re.compile(r"^\W*(?:\w+ ){0,2}\w+\s*:(?!\d)")
_STAGE = re.compile(
    r"^\W*(?:sighs?|chuckles?|laughs?|laughter|pauses?|silence|hangs? up|click|nods?|beep|clears throat)\W*$", re.I
)
_ASSISTANT = re.compile(
    r"\b(?:as an? (?:ai|language|assistant)|language model|assist you|rephras\w*|rewritten"
    r"|i(?:'m| am) (?:just )?an? (?:ai|assistant|bot|chatbot|human|real person)"
    r"|(?:how|what) (?:can|may) i (?:help|assist|do for)|feel free to|happy to help|let me know if you"
    r"|here(?:'s| is) (?:a|the|my|your|another)\b.{0,20}\b(?:line|version|response|reply|rewrite)"
    r"|i can(?:no|')t (?:assist|help with|fulfil)|i apologi[sz]e for (?:the|any)|my instructions|the prompt)\b"
    r"|\bcertainly!|\bof course! here",
    re.I,
)
_SELLER = re.compile(
    r"\b(?:i(?:'m| am) calling (?:from|because|about|to)|the reason (?:for my call|i(?:'m| am) calling)|my name is"
    r"|our (?:product|solution|platform|software|demo)|we (?:offer|speciali[sz]e|help companies|can offer)"
    r"|let me (?:show|walk you)|schedule a (?:demo|call|meeting)|book a demo|thank you for (?:your time today|taking)"
    r"|would you be (?:interested|open)|can i (?:ask|have|get) (?:you|your|thirty|a minute)"
    r"|how does (?:that )?sound)\b",
    re.I,
)
_YES = re.compile(
    r"\b(?:sounds (?:good|great)|i'd (?:love|like) to|let's (?:do|meet|talk|set)|happy to|go ahead|tell me more|"
    r"sign me up|that works|count me in|sure)\b",
    re.I,
)
_NUMBERS = frozenset(
    "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million percent half quarter "
    "dozen monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december noon tomorrow today tonight weekly monthly yearly".split()
)
_WORD = re.compile(r"[\w']+(?:[.@,]\w+)*")
_SAYS_NO = frozenset(
    {Move.REFUSE, Move.REFUSE_TIME, Move.BRUSH_OFF, Move.NO_FIT, Move.OFF_LIST, Move.HANG_UP, Move.GOODBYE,
     Move.OBJECT, Move.DEFLECT, Move.COUNTER_TIME}
)  # fmt: skip
_EXACT = frozenset({Move.ACCEPT, Move.CONFIRM, Move.COUNTER_TIME, Move.REFER, Move.SAY_WHO, Move.CORRECT})
"""Moves whose words carry names, days or an address: the caller writes them down."""
_MAY_REPEAT = frozenset({Move.REPEAT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What a line is checked against."""

    plan: Plan
    draft: str
    """The built-in line for the plan."""
    persona: Persona
    state: ProspectState

    @property
    def known(self) -> str:
        """Everything the line may build on."""
        notes = [value for value in self.state.notes.values() if value]
        mine = (self.persona.name, self.persona.company, self.persona.title)
        return " ".join((self.draft, *mine, *self.state.said, *self.state.trainee_lines, *notes))


def faults(text: str, spoken: Spoken) -> tuple[str, ...]:
    """Why a model's `text` must not be spoken; empty when it may."""
    plan, sentences = spoken.plan, sentences_of(text)
    checks = (
        ("nothing was said", not text.strip() or (not content_of(text) and bool(content_of(spoken.draft)))),
        ("markup or a broken slot", bool(_MARKUP.search(text) or unspeakable(text) or _odd_signs(text))),
        ("too many sentences", len(sentences) > min(max(plan.max_sentences, 2), MAX_SENTENCES)),
        ("names a role", any(_ROLE.search(one) for one in sentences)),
        ("a stage direction", any(_STAGE.match(one) for one in sentences)),
        ("talks like an assistant", bool(_ASSISTANT.search(_plain(text)))),
        ("talks like a seller", bool(_SELLER.search(_plain(text))) and not _SELLER.search(_plain(spoken.draft))),
        ("asks, or does not ask", ("?" in text) != ("?" in spoken.draft)),
        ("says yes to what is refused", _turns_round(text, spoken)),
        ("a number or a name nobody gave", bool(_specifics(text) - _specifics(spoken.known, every_word=True))),
        ("leaves out what must be said", _leaves_out(text, spoken)),
        ("tells what was not asked", _tells_more(text, spoken)),
        ("says something again", not _MAY_REPEAT & set(plan.moves) and _repeats(sentences, spoken.state)),
    )
    return tuple(what for what, found in checks if found)


def content_of(text: str) -> bool:
    """Whether there is any letter in it."""
    return any(sign.isalpha() for sign in text)


def _odd_signs(text: str) -> bool:
    """Emoji, symbols, control signs, and letters that an English voice cannot read."""
    return any(
        unicodedata.category(sign) in ("So", "Sk", "Sm", "Cc", "Cf", "Co", "Cn", "Cs")
        or (sign.isalpha() and ord(sign) > 0x24F)
        for sign in text
    )


def _plain(text: str) -> str:
    return text.replace("’", "'")


def _turns_round(text: str, spoken: Spoken) -> bool:
    said_no = bool(_SAYS_NO & set(spoken.plan.moves))
    return said_no and bool(_YES.search(_plain(text))) and not _YES.search(_plain(spoken.draft))


def _specifics(text: str, *, every_word: bool = False) -> set[str]:
    """Numbers, days, and words with a capital inside a sentence; with `every_word` whatever could answer for them."""
    found: set[str] = set()
    for sentence in sentences_of(_plain(text)):
        for place, word in enumerate(_WORD.findall(sentence)):
            parts = word.split("'")[0]
            capital = place > 0 and parts[:1].isupper() and parts not in ("I", "OK")
            low = parts.lower()
            if every_word or capital or low in _NUMBERS or any(sign.isdigit() for sign in low):
                found.add(low)
    return found


def _leaves_out(text: str, spoken: Spoken) -> bool:
    plan, heard = spoken.plan, content_words(text)
    for must in plan.must_say:
        wanted = content_words(must)
        if wanted and len(wanted & heard) < KEPT * len(wanted):
            return True
    exact = bool(plan.facts or plan.must_say or _EXACT & set(plan.moves))
    return exact and bool(_specifics(spoken.draft) - _specifics(text, every_word=True))


def _tells_more(text: str, spoken: Spoken) -> bool:
    plan = spoken.plan
    heard = content_words(text) - content_words(spoken.known)
    hidden = [fact.sayings for fact in spoken.persona.facts if fact.hidden and not _open(fact.id, spoken)]
    for line in (*plan.must_not_say, *(saying for sayings in hidden for saying in sayings)):
        words = content_words(line)
        if words and len(words & heard) >= max(2, LEAKED * len(words)):
            return True
        if len(words) == 1 and words <= heard:
            return True
    return False


def _open(fact_id: str, spoken: Spoken) -> bool:
    return fact_id in spoken.plan.facts or fact_id in spoken.state.disclosed


def _repeats(sentences: tuple[str, ...], state: ProspectState) -> bool:
    before = {same(one) for one in state.said}
    long = [same(one) for one in sentences if is_long(one)]
    return len(set(long)) < len(long) or any(one in before for one in long)
