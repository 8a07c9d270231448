"""Cutting an utterance into sentences, by its punctuation or, where a recogniser gave none, by how clauses begin."""
# ruff: noqa: E501, SIM905 - a phrasing stays on one line, and so does a list of words

import re
from itertools import pairwise

from app.reading.normal import tokenise, view_of

_END = re.compile(r"[.!?…]+[\"'”’)]*(?=\s|$)|\n+|\s[—–-]+\s*$")
_NO_END = re.compile(
    r"(?:(?<![\w'’])(?:mr|mrs|ms|dr|st|prof|inc|ltd|co|vs|e\.g|i\.e|etc|approx|no|[a-z])|\b[ap]\.m|\b[A-Z]\.[A-Z])\.$",
    re.IGNORECASE,
)
_LONG_WORDS = 6
"""Fewer words without punctuation are one clause anyway."""
_ENDLESS_WORDS = 40
"""A punctuated sentence longer than this lacks its full stops."""

_JOINS = r"(?:(?:and|so|but) (?:um |uh |er )?)?"
_NO_VERB = r"(?!(?:when|if|by|for|at|in|on|with|every|all|and|but|or|so|too|well|now|then|ourselves|themselves)\b)"
"""What follows "does it" where it tells ("the front desk does it when there is time") and does not ask."""
_AUX = (
    rf"(?:(?:do|does|did) (?:i|you|we|they|it|that|your) {_NO_VERB}\w"
    r"|(?:can|could|would|will|are|have|may|might|should|shall) (?:i|you|we|they|it|that|your)\b)"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri)day"
_CLAUSE = re.compile(
    r"(?<!\S)(?:"
    rf"(?:maybe |perhaps ){_DAY}\b|{_DAY}(?: \S+){{0,2}} or {_DAY}\b"
    rf"|{_JOINS}how \w+ (?:is|are|was|were|do|does|did|would|will)\b"
    rf"|{_JOINS}(?:what|how|when|where|why) (?:do|does|did|is|are|would|will|can|could|happens|happened|much|many|long|often|about)\b"
    rf"|{_JOINS}what (?:goes|went|happens|happened|makes|made|breaks|broke|gets|keeps|else|usually|tends|changed|would)\b"
    rf"|{_JOINS}(?:does|would|will|is|how is|how about|what about) (?:{_DAY}|tomorrow|next week)\b"
    rf"|{_JOINS}is (?:it|that) (?:that|just|because|more|mostly|only|still|all|usually)\b"
    rf"|{_JOINS}is (?:there (?:any|some|a)|anyone|anybody)"
    rf"|{_JOINS}(?:who|which) (?:do|does|did|else|handles|looks|runs|owns|decides|signs)\b"
    r"|(?:and|so|but) who (?:is|are|would|has|can)\b"
    rf"|{_JOINS}{_AUX}"
    rf"|{_JOINS}is (?:that|this|it) (?:you|something|a|the|true|fair|okay|on|right|your|their|his|her|all|one|somebody|someone|anybody|everything|anywhere)\b"
    rf"|{_JOINS}(?:the reason (?:i|for|why|that)|reason i|i am calling|i am reaching|i called|i noticed|i saw|i read|we help|we work with|"
    r"my name is|thanks for|thank you|sounds like|it sounds like|that sounds|that must|got it|makes sense|that makes sense|fair enough|"
    r"i understand|i hear you|tell me|walk me|let us|let me|feel free|sorry|it is about|you were not expecting)\b"
    r"|(?:so|okay|but|anyway|listen) (?:um |uh |er )?(?:i|we|you|my|the|it|that|there|what|how|if)\b"
    r"|i (?:know (?:i|this|it)|will (?:send|put|mail|email|text|bring|call|ring|tell|let)|do not want) "
    r"|then (?:how about|what|would|could|let)\b"
    r"|(?:goodbye|bye|have a (?:good|nice|great|lovely)|take care)\b|thanks \w+$"
    r"|this is (?!a\b|an\b|the\b|about|not\b|why\b|what\b|how\b|where\b|for\b|in\b|one\b|my\b|your\b|our\b)\w+ (?:from|with|at|over|calling|here)\b"
    r")"
)
_ASIDES = ("anyway ", "listen ")
"""What begins a sentence whatever stood before."""
_ALONE = frozenset("okay great sure thanks perfect lovely right good fair brilliant cool understood".split())
"""Words that a turn may open with and that stand by themselves."""
_NODDED = re.compile(
    r"^(?:(?:okay|yes|right|sure|no|well|oh|and) )*(?:(?:that )?makes (?:total |perfect )?sense|fair enough|got it|understood|of course|no problem|"
    r"that is fair|i hear you|i understand|sounds good)"
    r"(?= (?!(?:that|the|how|why|what|if|you|your|for|to|it|but|on|in|with|then)\b)\S+ \S+)"
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
    "as through reason i you we is me name please not more free available does would will around".split()
)


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
    return [trimmed for piece in pieces if (trimmed := _trim(text, *piece))]


def _by_clause(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut where a clause seems to begin; only in stretches nobody punctuated."""
    tokens = tokenise(text, start, end)
    unpunctuated = not any(mark in text for mark in ".?!,;")
    if len(tokens) <= (_LONG_WORDS if unpunctuated else _ENDLESS_WORDS):
        return [(start, end)]
    seen = view_of(text, start, end, tokens)
    cuts, last = [], 0
    if unpunctuated and (nod := _NODDED.match(seen.line)):
        last = seen.word_at(nod.end() + 1)
        cuts.append(seen.spans[last][0])
    for cue in _CLAUSE.finditer(seen.line):
        word = seen.word_at(cue.start())
        before = seen.words[max(0, word - 4) : word]
        # "the reason I am calling", "which tool do you use": the cue goes on with what came before.
        if (
            (word - last < 2 and not _stands_alone(seen.words[last:word], cue.group()))
            or (seen.words[last] in _SUBORDINATE and word - last < _CLAUSE_WORDS)
            or (before[-1] in _HOLDS and not cue.group().startswith(_ASIDES))
            or (_question_open(before) and not cue.group().startswith(("so", "and", "but")))
        ):
            continue
        cuts.append(seen.spans[word][0])
        last = word
    edges = [start, *cuts, end]
    return [trimmed for a, b in pairwise(edges) if (trimmed := _trim(text, a, b))]


def _stands_alone(before: tuple[str, ...], cue: str) -> bool:
    """A nod, or the echo of a word with a question after it ("hundreds how do you notice")."""
    return len(before) == 1 and (before[0] in _ALONE or cue.split(maxsplit=1)[0] in _WH_BEFORE)


def _question_open(before: tuple[str, ...]) -> bool:
    return any(word in _WH_BEFORE for word in before)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    if not any(char.isalnum() for char in piece):
        return None
    lead = len(piece) - len(piece.lstrip(" \t\n—–-,;"))
    return start + lead, start + len(piece.rstrip())
