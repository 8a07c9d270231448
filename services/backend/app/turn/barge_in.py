"""Is this an interruption: one verdict from what is known of the speech over the prospect's."""

from dataclasses import dataclass
from enum import StrEnum

from app.turn.cues import is_backchannel, is_stop, weighty, words

LOOK_MS = 352
"""Sound of an onset that is judged at first."""
PAUSE_MS = 400
LATE_PAUSE_MS = 688
"""For speech that sounds like a backchannel so far: nearly all of them are over by then."""
GOES_ON_MS = 208
"""Voice after the words of a backchannel: more than the detector's lag and the rest of a vowel."""
LISTENING_P, BELIEVED_P = 0.3, 0.8
"""From these chances on it may be one, and is taken for one whatever a recogniser makes of so short a word."""
ONE_WORD_MS = 600
WORDLESS_MS = 900
BACKCHANNEL_MS = 700
BACKCHANNELS_MS = 1_200
"""Several in a row ("yeah, yeah, right") still only say "I am listening"."""
SETTLE_MS = 800
CAP_MS = 2_500
NEARLY_DONE_MS = 740
"""Two words at 2.7 words a second."""
DUCK_DB = -12.0
_FEW_WORDS = 2
NEED_WORDS_MS = 3_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """What is known of it so far."""

    text: str
    final: bool
    """`text` is the recogniser's last word on everything up to the soft end."""
    speaking: bool
    voiced_ms: int
    explained_ms: int
    """Voiced time that the text shows to be backchannels alone."""
    quiet_ms: int
    needs_words: bool
    backchannel_p: float | None
    """How likely its first third of a second is a backchannel or a noise; None where nobody has judged it yet."""
    asked: bool
    """The prospect has just asked a question."""
    nearly_done: bool


class Verdict(StrEnum):
    """What to do about it."""

    WAIT = "wait"
    PAUSE = "pause"
    """Stop the sound, ready to resume."""
    YIELD = "yield"
    """An interruption: the prospect gives way."""
    ANSWER = "answer"
    """An answer given over the last two words: the prospect finishes, then it is the trainee's turn."""
    BACKCHANNEL = "backchannel"
    RESUME = "resume"
    """Nothing recognised in time: the prospect talks on, and words that come late still count."""
    NOTHING = "nothing"


def judge(overlap: Overlap) -> Verdict:
    """The first rule that applies decides."""
    if _sounds_like_listening(overlap):
        if overlap.speaking:
            return Verdict.WAIT
        return _after_backchannel(overlap) if overlap.final else _still_going(overlap)
    if not words(overlap.text):
        return _without_words(overlap)
    if _insists(overlap):
        return Verdict.YIELD
    if is_backchannel(overlap.text) and not overlap.speaking:
        return _after_backchannel(overlap)
    return _still_going(overlap)


def _sounds_like_listening(overlap: Overlap) -> bool:
    believed = overlap.backchannel_p is not None and overlap.backchannel_p >= BELIEVED_P
    said = words(overlap.text)
    few = len(said) <= _FEW_WORDS if overlap.final else bool(said)
    return believed and bool(said) and few and overlap.voiced_ms < LATE_PAUSE_MS and not is_stop(overlap.text)


def _insists(overlap: Overlap) -> bool:
    strong = len(weighty(overlap.text))
    return (
        strong >= 2
        or is_stop(overlap.text)
        or (strong == 1 and (overlap.final or overlap.voiced_ms >= ONE_WORD_MS))
        or (overlap.speaking and overlap.voiced_ms >= CAP_MS)
    )


def _after_backchannel(overlap: Overlap) -> Verdict:
    if overlap.asked:
        return Verdict.YIELD
    if overlap.nearly_done:
        return Verdict.ANSWER
    limit = BACKCHANNEL_MS if len(words(overlap.text)) == 1 else BACKCHANNELS_MS
    return Verdict.BACKCHANNEL if overlap.voiced_ms <= limit else Verdict.YIELD


def _without_words(overlap: Overlap) -> Verdict:
    return Verdict.NOTHING if overlap.final and not overlap.speaking else _still_going(overlap)


def _still_going(overlap: Overlap) -> Verdict:
    unexplained_ms = overlap.voiced_ms - overlap.explained_ms
    if not overlap.speaking:
        return Verdict.RESUME if overlap.quiet_ms >= SETTLE_MS else Verdict.WAIT
    if overlap.needs_words:
        return Verdict.WAIT
    if unexplained_ms >= WORDLESS_MS:
        return Verdict.YIELD
    if overlap.backchannel_p is None or overlap.backchannel_p >= LISTENING_P:
        goes_on = overlap.voiced_ms >= LATE_PAUSE_MS and unexplained_ms >= GOES_ON_MS
        return Verdict.PAUSE if goes_on else Verdict.WAIT
    return Verdict.PAUSE if unexplained_ms >= PAUSE_MS else Verdict.WAIT
