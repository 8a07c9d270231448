"""Asks of any kind: whether a sentence wants the other side to commit to something, be it a meeting or anything else."""
# ruff: noqa: E501 - a phrasing stays on one line

import re

from app.domain.acts import Act, Sentence
from app.scoring.words import normalise

_ASKING_ACTS = frozenset({Act.ASKS_MEETING, Act.PROPOSES_TIME, Act.ASKS_REFERRAL})
_GIVE = (
    r"(?:donat\w+|giv(?:e|ing)|contribut\w+|help(?:ing)?|support\w*|pledg\w+|sign\w*|join\w*|buy\w*|order\w*|try\w*|"
    r"switch\w*|commit\w*|spar(?:e|ing)|shar(?:e|ing)|send\w*|agree\w*|invest\w*|volunteer\w*|subscrib\w+|enrol\w*|"
    r"purchas\w+|tak(?:e|ing) part|participat\w+|trad(?:e|ing)|offer\w*|forward\w*|pass\w*|mak(?:e|ing) a)"
)
_SURE = re.compile(
    r"\b(?:"
    rf"(?:would|will|could|can|might|are|do|if) you (?:\S+ ){{0,3}}?(?:like to|want to|willing to|able to|consider|interested in|open to|care to|happy to|prepared to|up for|ready to|mind|wish to|think you \w+|be able to|please)(?: \S+){{0,3}}? {_GIVE}"
    rf"|(?:can|could|will|would) you (?:please )?(?:\S+ )?{_GIVE}"
    r"|how much (?:\S+ )?(?:would|will|do|can|could|are|should) you (?:\S+ ){0,3}?(?:donate|give|like|want|willing|contribute|spare|wish|feel|pledge)"
    r"|(?:would|will|do|are|can) you (?:\S+ ){0,3}?(?:a|any|some|the|your|to) (?:small |little |\S+ )?(?:donation|contribution|pledge|order|trial)"
    rf"|^(?:so |and |well |then )*(?:just |simply )?(?:consider|think about) (?:\S+ )?{_GIVE}"
    rf"|(?:have you (?:\S+ )?(?:considered|thought (?:about|of))|interest you in|(?:recommend|suggest|ask|hope|hoping|hopes) (?:that )?you|feel about) (?:\S+ ){{0,2}}?(?:mak(?:e|ing) a|{_GIVE})"
    r"|(?:can|could|may) (?:i|we) (?:count on you|put you down|sign you up|ask you|get you)"
    rf"|(?:i|we) (?:would|will|am|are|want|ask)(?: \S+){{0,4}} you (?:to |would |could |can |will )(?:\S+ )?(?:consider|{_GIVE})"
    rf"|(?:interested in|consider|think about|willing to|like to|want to) (?:\S+ )?(?:mak(?:e|ing) a|{_GIVE})(?: \S+){{0,12}}\?"
    r")"
)
_OFFERS_TALK = re.compile(
    r"\b(?:like|want|mind|care|happy|able|willing) (?:to |if i |me to )?(?:know|hear|learn|tell|ask|shar(?:e|ing) (?:why|how|what|with me))\b"
)


def asks(sentence: Sentence) -> float:
    """How surely, in [0, 1], a sentence asks for a commitment; the reader's own asks count with their confidence."""
    known = max((act.confidence for act in sentence.acts if act.act in _ASKING_ACTS), default=0.0)
    line = normalise(sentence.text) + ("?" if sentence.is_question else "")
    if _SURE.search(line) and not _OFFERS_TALK.search(line):
        return max(known, 0.85 if sentence.is_question else 0.7)
    return known
