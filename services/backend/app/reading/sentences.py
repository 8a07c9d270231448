"""Cutting an utterance into sentences, by its punctuation or, where a recogniser gave none, by how clauses begin."""
# ruff: noqa: E501, SIM905 - a phrasing stays on one line, and so does a list of words

import re
from itertools import pairwise

from app.reading.normal import tokenise, view_of
from app.reading.slips import mended

_END = re.compile(r"[.!?…]+[\"'”’)]*(?=\s|$)|\n+|\s[—–-]+\s*$")
_NO_END = re.compile(
    r"(?:(?<![\w'’])(?:mr|mrs|ms|dr|st|prof|inc|ltd|co|vs|e\.g|i\.e|etc|approx|no|[a-z])|\b[ap]\.m|\b[A-Z]\.[A-Z])\.$",
    re.IGNORECASE,
)
_CAPITAL = re.compile(
    r"(?<=[a-z][a-z] )(?:(?:Do|Does|Did|Is|Are|Can|Could|Would|Will|Shall|What|When|Where|Why|Who|How|Which|The|We|You|They|It|"
    r"That|This|So|And|But|If|Then|There|Our|Your|My|Well|Okay|Now),? (?=[a-z]|I\b)|I'm calling\b|I am calling\b)"
)
"""A small word that has a capital only because a sentence begins with it."""
_CALLING = ("I'm calling", "I am calling")
_LONG_WORDS = 5
"""Fewer words without punctuation are one clause anyway."""
_ENDLESS_WORDS = 40
"""A punctuated sentence longer than this lacks its full stops."""

_AUX = (
    r"(?:(?:can|could|would|will|are|have|may|might|should|shall) (?:i|you|we|they|it|that|your)"
    # "The front desk does it when they have time" tells who does it.
    r"|(?:do|does|did) (?:i|you|we|they|your|(?:it|that) (?!(?:when|by|on|in|at|for|and|but|every|each|all|again|too|as|with|from|once|"
    r"now|or|it|himself|herself|themselves|itself|manually|already|twice|daily|weekly|alone|because|if|so|the)\b)(?=\w)))"
)
_JOINS = r"(?:(?:and|so|but) )?"
_DAY = r"(?:mon|tues|wednes|thurs|fri)day"
_CLAUSE = re.compile(
    r"(?<!\S)(?:"
    rf"(?:maybe |perhaps ){_DAY}\b|{_DAY}(?: \S+){{0,2}} or {_DAY}\b"
    rf"|{_JOINS}how \w+ (?:is|are|was|were|do|does|did|would|will)\b"
    r"|i (?:will (?:put|mail|call|ring|tell|let)|do not want) |(?:goodbye|bye|take care)\b|thanks \w+$"
    rf"|{_JOINS}(?:what|how|when|where|why) (?:do|does|did|is|are|would|will|can|could|happens|happened|much|many|long|often|about)\b"
    rf"|{_JOINS}what (?:goes|went|happens|happened|makes|made|breaks|broke|gets|keeps|else|usually|tends|changed|would)\b"
    rf"|{_JOINS}(?:does|would|will|is|how is|how about|what about) (?:{_DAY}|tomorrow|next week)\b"
    rf"|{_JOINS}is (?:it|that) (?:that|just|because|more|mostly|only|still|all|usually)\b"
    rf"|{_JOINS}(?:who|which) (?:(?:do|does|did)(?! not)|else|handles|looks|runs|owns|decides|signs)\b"
    r"|who (?:should|can|could|would) (?:i|we)\b|(?:and|so|but) who (?:is|are|would|has|can)\b"
    rf"|{_JOINS}{_AUX}\b"
    rf"|{_JOINS}is (?:that|this|it) (?:you|something|a|the|true|fair|okay|on|right|your|their|his|her|all|one|somebody|someone|anybody|everything|anywhere|happening)\b"
    r"|is (?:it|that) (?:\S+ ){1,3}or\b|is there (?:any|some)\w*|was (?:somebody|someone|anybody|anyone|there)\b|that (?:sounds (?!like\b)|must )"
    r"|what (?:we|i) (?:do|did|have done)\b|what \S+ does is\b|when you say\b"
    r"|i know (?:i|this|it) |i appreciate (?:i|this|you)|i wanted to ask|you do not know me|have a (?:good|great|nice|lovely)\b"
    r"|i will (?:send|email|text|put|let you|bring)\b|reason (?:of|for) my call"
    rf"|{_JOINS}(?:the reason (?:i|for|why|that)|reason i|i am calling|i am reaching|i called|i noticed|i saw|i read|we help|we work with|"
    r"my name is|thanks for|thank you|sounds like|it sounds like|got it|makes sense|that makes sense|fair enough|"
    r"i understand|i hear you|tell me|walk me|let us|let me|feel free|sorry|it is about|you were not expecting)\b"
    r"|(?:okay|but|anyway|listen) (?:i|we|you|my|the|it|that|there|what|how|if)\b"
    # "… so you do not depend on luck" is a consequence and goes on.
    r"|so (?:what|how|if|there|when|you are|you have|it is|it sounds|that is|i am)\b"
    r"|this is (?!a\b|an\b|the\b|about|not\b|why\b|what\b|how\b|where\b|for\b|in\b|one\b|my\b|your\b|our\b)\w+ (?:from|with|at|over|calling|here)\b"
    r")"
)
_NODDED = re.compile(
    r"^(?:(?:okay|yes|right|sure|no|well|oh|and) )*(?:(?:that )?makes (?:total |perfect )?sense|fair enough|got it|understood|of course|no problem|"
    r"that is fair|i hear you|i understand|sounds good)"
    r"(?= (?!(?:that|the|how|why|what|if|you|your|for|to|it|but|on|in|with|then)\b)\S+ \S+)"
    r"|^(?:(?:okay|sure|great|perfect|cool|lovely|brilliant|thanks|thank you|right|alright|fair|exactly|understood)\b ?)+"
    r"(?<= )(?=(?:and )?(?:what|how|who|where|why|which|do you|does|did|are you|could|would|can|have you|i am calling|reason|the reason|i noticed|i saw|i read)\b)"
)
"""A nod that opens a turn stands by itself."""
_CLAUSE_WORDS = 9
"""A subordinate clause and what hangs on it are seldom longer."""
_SUBORDINATE = frozenset(("if", "when", "once", "since", "because", "after"))
_WH_BEFORE = frozenset("what how who whom when where which why whose".split())
_HOLDS = frozenset(
    "said says told tell asked know see me ask asking wonder wondering understand understanding "
    "about on of curious with to for if whether that is exactly at hear show learn into from say in "
    "sure remember why how what who when where which like because than the a an my your our and or "
    "as through reason i you we is me name please not more free available am very calling ringing phoning".split()
)
_CLEFT = frozenset("reason thing point problem idea trouble issue trick".split())
"""What "… is that you" tells of rather than asks."""
_NEVER_ASKED = ("so ", "and ", "but ", "i am calling", "thank", "have a ", "i will ", "i know ")
"""How clauses begin that no question can go on with."""
_ECHOED = re.compile(
    r"^(?!(?:and|so|but|or|to|for|in|with|from|about|at|on|by|of|then|exactly|know|see|ask|is|that)\b)\w+ "
    r"(?:what|how|who|where|why) (?:do|does|did|is|are|was|were|high|much|many|long|often|would|could)\b"
)
"""One word taken up before a question about it: "Twice. What did the guard see?"."""
_ASIDES = ("anyway ", "listen ")
"""What begins a sentence whatever stood before."""
_GOES_ON = _HOLDS | {"so", "but", "then"}


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """`(start, end)` code points of each sentence of `text`, in order, without the blanks around them."""
    found: list[tuple[int, int]] = []
    for start, end in _by_punctuation(text):
        found.extend(_by_clause(text, start, end))
    return tuple(found)


def _by_punctuation(text: str) -> list[tuple[int, int]]:
    pieces, start = [], 0
    for mark in _END.finditer(text):
        if (
            mark.group() == "."
            and _NO_END.search(text, max(start, mark.end() - 7), mark.end())
            and mark.end() < len(text.rstrip())
        ):
            continue
        pieces.append((start, mark.end()))
        start = mark.end()
    pieces.append((start, len(text)))
    return [trimmed for piece in pieces for part in _by_capital(text, *piece) if (trimmed := _trim(text, *part))]


def _by_capital(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut before a small word with a capital, where the last word of the sentence before took its full stop along."""
    marks = list(_CAPITAL.finditer(text, start, end))
    # "… and I'm calling because" goes on; "how are you today I'm calling because" does not.
    cuts = [m.start() for m in marks if m.group() not in _CALLING or _last_word(text, m.start()) not in _GOES_ON]
    return list(pairwise([start, *cuts, end]))


def _last_word(text: str, end: int) -> str:
    return text[:end].rsplit(maxsplit=1)[-1].lower()


def _by_clause(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut where a clause seems to begin; only in stretches nobody punctuated."""
    tokens = tokenise(text, start, end)
    unpunctuated = not any(mark in text for mark in ".?!,;")
    if len(tokens) <= (_LONG_WORDS if unpunctuated else _ENDLESS_WORDS):
        return [(start, end)]
    seen = mended(view_of(text, start, end, tokens))
    cuts, last = [], 0
    if unpunctuated and (nod := _NODDED.match(seen.line)):
        last = seen.word_at(nod.end() + 1)
        cuts.append(seen.spans[last][0])
    for cue in _CLAUSE.finditer(seen.line):
        word = seen.word_at(cue.start())
        before = seen.words[max(0, word - 4) : word]
        # "the reason I am calling", "which tool do you use": the cue goes on with what came before.
        if (
            (word - last < 2 and not (word == 1 and _ECHOED.match(seen.line)))
            or (seen.words[last] in _SUBORDINATE and word - last < _CLAUSE_WORDS)
            or cue.group().startswith(("and i saw", "and i noticed", "and i read"))
            or (before[-1] in _HOLDS and before[-2:] != ("to", "hear") and not cue.group().startswith(_ASIDES))
            or (cue.group().startswith("is ") and _CLEFT.intersection(seen.words[last:word]))
            or (_question_open(before) and not cue.group().startswith(_NEVER_ASKED))
        ):
            continue
        cuts.append(seen.spans[word][0])
        last = word
    edges = [start, *cuts, end]
    return [trimmed for a, b in pairwise(edges) if (trimmed := _trim(text, a, b))]


def _question_open(before: tuple[str, ...]) -> bool:
    return any(word in _WH_BEFORE for word in before)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    if not any(char.isalnum() for char in piece):
        return None
    lead = len(piece) - len(piece.lstrip(" \t\n—–-,;"))
    return start + lead, start + len(piece.rstrip())
