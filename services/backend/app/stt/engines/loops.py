"""Tells a recogniser stuck in a loop from a person who says a thing twice."""

import re
import zlib

MAX_WORDS_PER_S = 6.5
"""Faster than anybody speaks for a whole clip; conversational English runs at 2.5 to 4 words a second."""
MAX_COMPRESSION = 2.4
"""Whisper's own limit for text that repeats itself (Radford et al. 2022, section 4.5)."""
MAX_WORDS_PER_S_TWICE = 4.2
"""A phrase said twice, and quicker than this overall, was most likely said once."""
_SHORT_CLIP_SLACK_WORDS = 3
_WORD = re.compile(r"[\w']+")


def repeats(text: str) -> tuple[int, int]:
    """`(n, times)` of the word n-gram (n up to 8) said most often in a row; `(0, 1)` without repetition."""
    words = [word.lower() for word in _WORD.findall(text)]
    best = (0, 1)
    for n in range(1, 9):
        run = 0
        for i in range(n, len(words)):
            run = run + 1 if words[i] == words[i - n] else 0
            times = run // n + 1
            if times > best[1]:
                best = (n, times)
    return best


def looks_looped(text: str, clip_s: float) -> bool:
    """True if the text repeats itself in a way, or at a pace, that people do not."""
    n, times = repeats(text)
    words = len(_WORD.findall(text))
    if (n == 1 and times >= 5) or (n == 2 and times >= 4) or (n >= 3 and times >= 3):
        return True
    if n >= 2 and times == 2 and 2 * n >= words / 2 and words > MAX_WORDS_PER_S_TWICE * clip_s:
        return True
    if impossible(text, clip_s):
        return True
    raw = text.encode()
    return len(raw) > 60 and len(raw) / len(zlib.compress(raw)) > MAX_COMPRESSION


def impossible(text: str, clip_s: float) -> bool:
    """True if nobody could have said so many words in the clip."""
    return len(_WORD.findall(text)) > MAX_WORDS_PER_S * clip_s + _SHORT_CLIP_SLACK_WORDS


def collapse(text: str) -> str:
    """The text with each run of three or more equal word groups said once."""
    words = text.split()
    keys = [re.sub(r"\W", "", word).lower() for word in words]
    out: list[str] = []
    i = 0
    while i < len(words):
        for n in range(1, 9):
            times = 1
            while keys[i + times * n : i + (times + 1) * n] == keys[i : i + n]:
                times += 1
            if times >= 3:
                out += words[i : i + n]
                i += n * times
                break
        else:
            out.append(words[i])
            i += 1
    return " ".join(out)
