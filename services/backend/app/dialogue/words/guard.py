"""What must never reach the voice: broken slots, stage directions, markup, a breathless sentence."""

import re

from app.dialogue.words.sentences import sentences_of

MAX_WORDS = 30
_BROKEN = re.compile(r"[{}\[\]|<>*#_`]|\(\w+\)|\s[,.?!;:](?:\s|$)|,\.|\.,|,,")


def faults(text: str) -> tuple[str, ...]:
    """Why `text` must not be spoken; empty when it may."""
    found = []
    if _BROKEN.search(text):
        found.append("markup or a broken slot")
    if any(len(sentence.split()) > MAX_WORDS for sentence in sentences_of(text)):
        found.append("a sentence nobody says in one breath")
    return tuple(found)
