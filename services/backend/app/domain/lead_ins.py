"""The short words people start an answer with: chosen by the prospect's mind, spoken from sounds made beforehand."""

from collections.abc import Mapping
from functools import cache

ANY: tuple[str, ...] = (
    "Uh,", "Um,", "Well,", "Hm.", "Okay.", "So,", "Right.", "Yeah,", "I mean,", "Mm.", "Oh,", "Right, so,",
    "Yeah, so,", "Uh, okay.", "Okay, well,", "Right, okay.",
)  # fmt: skip
"""Lead-ins that fit before whatever is said next."""

BY_MOOD: Mapping[str, tuple[str, ...]] = {
    "neutral": ("Okay, so,", "Right, well,"),
    "warm": ("Oh, well,", "Yeah, well,", "Ah, okay.", "Oh, okay."),
    "cold": ("Look,", "Okay, look,", "Listen,"),
    "busy": ("Okay, okay.", "Listen,", "Yeah, yeah.", "Right, look,"),
    "curious": ("Huh.", "Hm, okay.", "Okay, wait,", "Ah,"),
    "dry": ("Ha.", "Well, well.", "Ah.", "Oh, boy."),
}
"""Lead-ins that fit before whatever is said next, in a mood of `app.dialogue`."""

BY_MANNER: Mapping[str, tuple[str, ...]] = {
    "telling": ("Let's see,", "Honestly,", "Um, so,", "You know,"),
    "asking": ("Hang on,", "Sorry,", "Wait,", "Um, okay,"),
    "refusing": ("Yeah, no,", "Well, look,", "Uh, no,", "See,"),
}
"""Lead-ins that fit before an answer, a question or a refusal only."""


@cache
def lead_ins() -> tuple[str, ...]:
    """All of them, each once: the texts worth having as sound for every voice before a call."""
    return tuple(dict.fromkeys((*ANY, *_flat(BY_MOOD), *_flat(BY_MANNER))))


def lead_in_of(text: str) -> str:
    """The lead-in that `text` starts with, the longest one; empty when there is none or hardly anything follows it."""
    for lead in _longest_first():
        if text.startswith(f"{lead} ") and len(text[len(lead) :].split()) >= WORDS_AFTER:
            return lead
    return ""


WORDS_AFTER = 3
"""Words that must follow a lead-in; in shorter lines a pause after it would sound cut."""


@cache
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted(lead_ins(), key=len, reverse=True))


def _flat(table: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(one for pool in table.values() for one in pool)
