"""What words alone say about a turn: fillers, connectives, hold phrases, backchannels, stop phrases, ghosts."""

import re

_WORD = re.compile(r"[a-z0-9]+(?:['\-][a-z0-9]+)*")


def words(text: str) -> tuple[str, ...]:
    """Lower-case words without punctuation."""
    return tuple(_WORD.findall(text.lower().replace("’", "'")))


_FILLERS = frozenset(words("um uh er erm ah hmm"))
_CONNECTIVES = frozenset(
    words(
        "so and but because cause or nor the a an to of for with from my your our their its if than as at by into "
        "although whereas unless until while which whose i i'm we're we i'll i'd you're that's it's"
    )
)
_COMPLETE_ENDINGS = (
    "think so",
    "hope so",
    "guess so",
    "suppose so",
    "believe so",
    "love to",
    "happy to",
    "like to",
    "want to",
    "glad to",
)
_OPEN_ENDINGS = ("this is", "name is", "reason is", "thing is", "question is", "there is", "there are")
_HOLD = re.compile(
    r"\b(?:hold on|hang on|let me (?:just )?(?:check|see|look|pull|find|grab)|bear with me"
    r"|(?:just|give me|give me just) (?:a|one) (?:quick )?(?:second|sec|moment|minute)"
    r"|one (?:second|sec|moment))\b(?:\W+\w+){0,4}\W*$",
    re.IGNORECASE,
)
_BACKCHANNELS = frozenset(
    words(
        "mm mhm mm-hm mm-hmm mmhm mmhmm hm hmm uh-huh uhhuh huh yeah yep yup yes ya yea ok okay right sure exactly "
        "absolutely totally true ah oh aha gotcha interesting wow great good nice cool alright fine uh um er"
    )
)
_BACKCHANNEL_PHRASES = re.compile(
    r"\b(?:i see|got it|of course|(?:that )?makes sense|fair enough|go on|sounds good|for sure|i hear you|all right)\b"
)
_STOP = re.compile(
    r"\b(?:stop|wait|hold on|hang on|excuse me|sorry|pardon|one (?:second|sec|moment)|just a (?:second|moment)"
    r"|let me (?:finish|stop|jump)|can i (?:just|stop|jump)|no no)\b"
)
_GHOSTS = frozenset(
    {
        "you",
        "thank you",
        "thanks",
        "thank you very much",
        "thank you so much",
        "thanks for watching",
        "thank you for watching",
        "please subscribe",
        "bye",
        "bye bye",
        "the",
    }
)
"""What Whisper writes when nobody spoke."""


def ends_clause(text: str) -> bool:
    """The recogniser heard a sentence come to its end."""
    bare = text.rstrip("\"'”’) ")
    return bare.endswith((".", "?", "!")) and not bare.endswith("..")


def trails_off(text: str) -> bool:
    """The last word asks for more: a filler, a connective, an article."""
    said = words(text)
    if not said:
        return False
    if said[-1] in _FILLERS or said == ("well",):
        return True
    if text.rstrip().endswith("?"):
        return False
    ending = " ".join(said[-2:])
    return ending in _OPEN_ENDINGS or (said[-1] in _CONNECTIVES and ending not in _COMPLETE_ENDINGS)


def asks_to_hold(text: str) -> bool:
    """The trainee wants a moment, and says so last; "do you have just a minute?" asks for the prospect's."""
    return not text.rstrip().endswith("?") and _HOLD.search(text) is not None


def is_stop(text: str) -> bool:
    """The trainee asks for the floor in words."""
    return _STOP.search(" ".join(words(text))) is not None


def weighty(text: str) -> tuple[str, ...]:
    """The words that are not backchannels."""
    rest = _BACKCHANNEL_PHRASES.sub(" ", " ".join(words(text)))
    return tuple(word for word in rest.split() if word not in _BACKCHANNELS)


def is_backchannel(text: str) -> bool:
    """There are words, and each of them only says "I am listening"."""
    return bool(words(text)) and not weighty(text)


def is_ghost(text: str, *, voiced_ms: int, no_speech_prob: float, avg_logprob: float) -> bool:
    """The recogniser made words out of noise: a known phrase on little voice, or nothing it believes itself."""
    doubtful = no_speech_prob >= 0.6 or avg_logprob < -1.0
    if " ".join(words(text)) in _GHOSTS:
        return voiced_ms < 350 or (doubtful and voiced_ms < 1_200)
    return no_speech_prob >= 0.6 and avg_logprob < -1.0 and voiced_ms < 1_200
