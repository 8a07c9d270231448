"""How the last sentence of a turn ends: as a question, a farewell, a statement, or as a start that calls for more.

A caller leads the talk: an introduction, an "I understand" or a "when a bill is wrong" is followed by the point,
however final its melody. Smart Turn rates such pauses .9 and more, so words decide how long they may last.
"""

import re
from enum import StrEnum

from app.turn.cues import trails_off, words


class Ending(StrEnum):
    """What the last sentence calls for."""

    QUESTION = "question"
    """An answer."""
    FAREWELL = "farewell"
    """A goodbye."""
    STATEMENT = "statement"
    """Perhaps more, perhaps an answer."""
    INTRODUCTION = "introduction"
    """The reason for the call, unless the name was asked for."""
    LEAD = "lead"
    """The rest of what it begins."""
    OPEN = "open"
    """The next word."""


_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_OPENERS = words("so and but or well okay ok right now just then also sorry actually great thanks alright")
_ASKING = frozenset(words("who whose whom what what's where when why which how how's who's where's"))
_AUXILIARY = frozenset(
    words(
        "do does did don't doesn't didn't can can't could couldn't would wouldn't will won't shall should shouldn't "
        "may might must is isn't are aren't was wasn't were weren't am has hasn't have haven't had"
    )
)
_COUNTED = frozenset(words("many much often long far exactly else"))
_PERSONS = frozenset(words("you your it that this they there he she we i anybody anyone somebody someone"))
_BE = frozenset(words("is isn't are aren't was wasn't were weren't am what's how's who's where's that's it's there's"))
_VERBS = frozenset(
    words(
        "add agree allow answer approve ask automate avoid be become been begin being believe benefit book "
        "break bring build buy call care carry catch cause change charge check chase choose close come "
        "compare complain compete confirm connect consider contact contract cost count cover create cut deal "
        "decide deliver depend describe discuss do doing done drive earn email end ensure evaluate expect "
        "explain export face fall feel fight file fill find finish fit fix follow forget forward get give go "
        "going grow handle happen happening hate have hear heard help hire hold hope hurt imagine improve "
        "include interest invite involve join keep know last lead learn leave let like listen live look lose "
        "love made make manage matter mean measure meet mention mind miss move need notice offer open order "
        "organise organize own pay phone pick plan play post prefer prevent process produce prove pull push "
        "put quit raise reach react read reconcile record reduce relate rely remember remind replace reply "
        "report review run save saw say schedule see seem sell send sense serve set share ship shop show sign "
        "sit slip slow solve sound speak spend spot start stay stop store struggle suffer suggest suit "
        "support suppose switch take talk teach tell test thank think thought throw tie touch track trade "
        "train travel trust try turn type understand update use visit wait walk want waste watch win wonder "
        "work worry write"
    )
)
_SUBORDINATE = frozenset(
    words("if when whenever because although though since while once before after unless until as")
)
_INTRODUCTION = re.compile(
    r"^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|morning|afternoon)\b\W*)?(?:there\b\W*)?"
    r"(?:[A-Z][\w'-]*\W+){0,2}"
    r"(?:(?:this is|it's|it is|my name is|my name's|i'm|i am)\b.*|(?:and )?i'm calling from\b[^.?!]*)?[.!]?$",
    re.IGNORECASE,
)
_GREETS = re.compile(
    r"\b(?:hi|hello|hey|good (?:morning|afternoon|evening)|my name|this is|calling from)\b", re.IGNORECASE
)
_BARE_GREETING_WORDS = 3
"""A "Hello there" is answered like any short word."""
_FEW_WORDS = 3
_YES_OR_NO = frozenset(words("yes yeah yep yup sure no nope nah"))
_HELLO = re.compile(r"(?:hi|hello|hey|good (?:morning|afternoon|evening)|morning|afternoon)\b", re.IGNORECASE)
_REASON = re.compile(r"\b(?:because|reason|about|help|wanted|work with|calling to)\b", re.IGNORECASE)
_PREFACE = re.compile(
    r"^(?:(?:no|yeah|yes|okay|ok|right|sure|well|oh|so|and|but|ah)\b\W*)*"
    r"(?:i (?:completely |totally |fully |really )?"
    r"(?:understand|see|hear (?:you|that)|get (?:it|that)|appreciate (?:it|that))"
    r"|(?:that(?:'s| is) )?(?:fair(?: enough)?|understood|understandable|makes sense|good to know|a fair point|fine)"
    r"|that makes (?:total |perfect )?sense|got it|good point|of course|no problem"
    r"|(?:thank you|thanks)(?: (?:so|very) much)?(?: for (?:your|the) (?:time|call|chat|patience))?"
    r"|i'll be (?:very )?(?:brief|quick)|tell me|let me ask you(?: (?:something|this))?"
    r"|(?:just )?(?:a |one )?quick question|here's the thing|good then"
    r"|let me put it (?:differently|another way))[.!,]?$",
    re.IGNORECASE,
)
_FAREWELL = re.compile(
    r"\b(?:bye|goodbyes?|good[ -]byes?|have a (?:good|great|nice|lovely)|take care"
    r"|(?:talk|speak) (?:soon|then|to you)"
    r"|see you|i(?:'ll| will) (?:send|mail|e-?mail) (?:you|it|that|this|over)\b[^?]*[.!]$)(?:\b|$)",
    re.IGNORECASE,
)
_GOODBYE_LAST = re.compile(r"\b(?:bye|goodbyes?|good[ -](?:byes?|buys?|by))\W*$", re.IGNORECASE)
"""A quick look at the last words hears a goodbye in many ways ("good buys", "good-by")."""
_WHO_THEN = re.compile(
    r"\b(?!(?:guys?|m[ae]n|wom[ae]n|people|person|ones?|those|they|he|she|team|some(?:one|body)|any(?:one|body)"
    r"|every(?:one|body)|nobody|customers?|clients?|colleagues?|boss|manager|owner|and|but|or|so|know|see|ask|about|of"
    r"|find|tell|out|is|was|the|not)\b)[a-z']+ who (?:pays|does|decides|handles|signs|owns|checks|fixes|looks|finds"
    r"|runs|gets|takes|notices|covers)(?: [a-z']+){1,4}\W*$"
)
"""A question after a thing it is about, no comma or name before it: "… or a missing pallet who pays for it"."""
_ASKED = r"(?:how|what|who|when|where|why|whether|if) (?:\S+ ){2,}\S+"
_HANDS_OVER = re.compile(
    # a reflection that waits for its yes, a question told instead of asked, the end of a bargain and a choice of days
    r"^(?:(?:so|okay|right|and|then) )*(?:if i (?:heard|hear|understood|understand|got) (?:you|it|that)"
    r"|what (?:you're|you are) saying|(?:you're|you are) saying|in other words|what i'm hearing|it sounds like"
    r"|sounds like)\b.* \w+ \w+"
    rf"|\b(?:want|wanted|like|love) to (?:ask|know|understand|hear|find out)\b.*\b{_ASKED}"
    rf"|\b(?:wonder(?:ing|ed)?|curious) (?:\S+ )?{_ASKED}"
    r"|\byou (?:can |could |just )?(?:tell me|decide|let me know|say) (?:if|whether|what) (?:\S+ )+\S+"
    r"|\b(?:i|we) (?:could|can)\b.* or (?:on |at )?(?:(?:mon|tues|wednes|thurs|fri)day|tomorrow|\d+|ten|eleven|noon)"
    r"(?: (?:the|next|early|late|morning|afternoon|at|noon|week|\d\w*|half|past|[a-z]+teenth))*$",
    re.IGNORECASE,
)
_REPORTS = frozenset(
    words("ask asked asks know knew see saw tell told wonder wondered about and or say said find found")
)
_NEVER_LAST = frozenset(words("which whose the a an my your our their"))
_DANGLING = ("is that", "is this", "me about", "you about", "talk about", "depends on", "would be", "that is")


def ending_of(text: str) -> Ending:
    """The ending of what was said so far; `text` carries the recogniser's punctuation."""
    if not words(text) or (unfinished(text) and not says_goodbye(text)):
        return Ending.OPEN
    *before, last = _SENTENCE.split(text.strip())
    said = list(words(last)) or list(words(text))
    while len(said) > 1 and said[0] in _OPENERS:
        said = said[1:]
    if _FAREWELL.search(last) or says_goodbye(last) or (words(last) == ("good",) and len(words(text)) > len(said)):
        return Ending.FAREWELL  # "… any longer. Good": the bye is too soft for a quick look
    if before and before[-1].endswith("?") and _TAIL.match(last):
        return Ending.QUESTION
    if last.rstrip().endswith("?") or said[0] in _AUXILIARY:
        return Ending.QUESTION if words(last)[0] == "or" or _whole_question(said) else Ending.LEAD
    if said[0] in _ASKING and _whole_question(said) and (said[0] not in _SUBORDINATE or said[1] in _AUXILIARY):
        return Ending.QUESTION
    if (
        _asks_last(last)
        or _WHO_THEN.search(last)
        or _asks_after_a_condition(said)
        or _HANDS_OVER.search(" ".join(words(last)))
    ):
        return Ending.QUESTION
    if _only_leads(last, said):
        return Ending.LEAD
    return Ending.INTRODUCTION if _only_introduces(last) else Ending.STATEMENT


def only_greets(text: str) -> bool:
    """A greeting with a name ("Hi, my name is Ana."): even to who asked for it, that is where a caller begins."""
    bare = text.strip()
    return bool(_HELLO.match(bare)) and _only_introduces(bare) and len(words(bare)) > _BARE_GREETING_WORDS


def brief(text: str) -> bool:
    """A word or two, or a yes or no with its echo ("No, not at all."): no sentence whose end is in doubt."""
    said = words(text)
    return len(said) <= _FEW_WORDS + (said[0] in _YES_OR_NO)


def says_goodbye(text: str) -> bool:
    """The last word is the goodbye itself: nothing is meant to come after it."""
    return bool(_GOODBYE_LAST.search(text))


def unfinished(text: str) -> bool:
    """The words break off: a filler or connective last, an ellipsis, half a word."""
    bare = text.rstrip()
    said = words(text)
    if bare.endswith(("...", "…", "-", "–", "—", ",")):
        return True
    if bare.endswith("?"):
        return said[-1] in _NEVER_LAST
    return trails_off(text) or " ".join(said[-2:]) in _DANGLING


def _whole_question(said: list[str]) -> bool:
    """A question needs a verb besides its auxiliary; short ones do without ("Why?", "And you?")."""
    if len(said) <= 3:
        return said[0] not in _AUXILIARY or len(said) > 1
    if any(word in _BE for word in said):
        return True
    return any(word in _VERBS or word in _AUXILIARY or _inflected(word) for word in said[1:])


def _asks_last(last: str) -> bool:
    """The last clause asks, though the recogniser set no mark: "When it goes wrong, how do you find out."

    "…, where most of it hides" and "…, who runs it" tell: an auxiliary or a count has to say that it is asked.
    """
    clause = list(words(last.rpartition(",")[2]))
    while len(clause) > 1 and clause[0] in _OPENERS:
        clause = clause[1:]
    if len(clause) < 3 or "," not in last:
        return False
    if clause[0] in _AUXILIARY:
        return clause[1] in _PERSONS
    asks = clause[1] in _AUXILIARY - _BE or clause[1] in _COUNTED
    return clause[0] in _ASKING and asks and _whole_question(clause)


def _asks_after_a_condition(said: list[str]) -> bool:
    """ "When one of them is wrong who pays for it": the condition ends where somebody or something is asked for."""
    if said[0] not in _SUBORDINATE:
        return False
    at = next((i for i in range(len(said) - 2, 2, -1) if said[i] in _ASKING - _SUBORDINATE), 0)
    return at > 0 and said[at - 1] not in _REPORTS and _whole_question(said[at:]) and len(said) - at > 2


def names_both(text: str) -> bool:
    """A question that has come to its "or": "Is that because the rates change, or because nobody has the time?"."""
    return _OR.search(text) is not None


_TAIL = re.compile(
    r"(?:or|say|roughly|about|approximately|typically|usually|ideally|on average|in total|all in all|per|every)\b"
    r"(?:\W+[\w'-]+){1,6}\W*$",
    re.IGNORECASE,
)
"""The rest of a question that got its mark too early: "Could you put a number on it? Say per quarter."."""
_OR = re.compile(r"\bor (?!so\b|not\b)\w+(?: [\w']+)+[?.]?$", re.IGNORECASE)


def _inflected(word: str) -> bool:
    """A regular form of a known verb."""
    stems = {word.removesuffix(end) for end in ("s", "es", "ed", "d", "ing")} | {word.removesuffix("ing") + "e"}
    return any(stem in _VERBS for stem in stems if stem != word)


def _only_leads(last: str, said: list[str]) -> bool:
    bare = last.strip()
    return bool(_PREFACE.match(bare)) or (said[0] in _SUBORDINATE and "," not in bare)


def _only_introduces(last: str) -> bool:
    bare = last.strip()
    return bool(_GREETS.search(bare)) and not _REASON.search(bare) and bool(_INTRODUCTION.match(bare))
