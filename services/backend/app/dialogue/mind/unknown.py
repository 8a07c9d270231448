"""What sort of thing a question wants that nobody here has an answer to, by its form."""
# ruff: noqa: E501, SIM905 - a phrasing stays on one line; a list of words reads better unquoted

import re
from functools import lru_cache

from app.dialogue.mind.talk import of_a_contract

_LED = r"^(?:(?:and|so|but|okay|then|yes|no|like|right|sure|well) )*"
_THEY = (
    r"(?:they|people|staff|everyone|everybody|(?:your |the )?(?:people|team|staff|guys|crew|lads|folks)"
    r"|(?:(?:your|the|any|many|most|all|some|other) )?(?:\w+ )?(?!(?:this|his|its|us|yours|ours|boss|business|process|access)\b)\w{3,}(?<![su])s)"
)
"""Several who are not here: of them some do and some do not."""
_KINDS: tuple[tuple[str, str], ...] = (
    # kind: how one asks, in canonical words; the first that fits decides
    ("rating", r"\b(?:from|of|between) (?:one|1) (?:to|and) (?:ten|10)\b|\bout of (?:ten|10)\b|\bon a scale\b"),
    ("anything", rf"{_LED}(?:is|are|was|were) there (?:any|some)thing\b"),
    ("there", rf"{_LED}(?:(?:is|are|was|were) there|(?:has|have) there been)\b(?!.*\bor\b)"),
    ("sizes", r"\b(?:is|are|was|were) (?:that|it|this|those|they) (?:\w+ )?(?:a lot|much|many|high|low|normal|usual|bad|too \w+|more than)\b"),
    ("either", rf"{_LED}(?:you )?(?:(?:is|are|was|were|do|does|did|would) .*|(?:more|mostly|rather) .*|.*\bmore )\bor (?!not\b|so\b|no\b|what\b|else\b|(?:some|any|no)(?:thing|body|one|where)\b)\w+"),
    ("either", r"\b(?:who|which|what|where|when|how)\b.* (?:the|you|your|a|an|is it) (?:\w+ )?or (?:the|you|your|a|an|is it|rather|more)\b|\bwho\b.* \w+ or (?!so$|not$)\w+$"),
    ("about", rf"{_LED}(?:what|how) about\b(?! (?:i|we|you)\b)"),
    ("knows", r"\bhow (?:do|does|would|can|could|will|did) (?:you|they|he|she|anyone|anybody|somebody|someone|your \w+|the \w+) (?:\w+ )?(?:know|tell(?! me)|be sure|be certain|make sure|ensure)\b"),
    ("happened", r"\bhow (?:did|would|has|have) (?:it|that|this|those|they|he|she|things|the (?:\w+ )?\w+)(?: one)? (?:all )?(?:do|play|turn|work|go|pan|end|come|gone|worked|turned)\b|\bwhat (?:happened|came of|became of|went|did (?:it|that|they|you) end up)\b"),
    ("did", r"\bwhat (?:did|have|has) (?:you|they|he|she|it|people|your \w+|the \w+)(?: \w+)? (?:do|done|try|tried|change|changed|decide|decided|learn|learnt|learned)\b"),
    ("if", rf"{_LED}when (?!(?:do|does|did|is|are|was|were|will|would|can|could|should|have|has|might|may)\b)\w+ (?!.*\b(?:who|how|where|why|which|what|would|could)\b)|{_LED}(?:what (?:happens )?)?if\b(?!.*\b(?:who|how|when|where|why|which|what|would|could|(?:do|does)(?! not))\b)"),
    ("long", r"\bhow (?:long|old|many (?:days|weeks|months|years|hours|minutes)|much time)\b"),
    ("ever", r"\b(?:do|does) (?:you|they|people|it|that|any\w+|your \w+) ever\b"),
    ("often", r"\bhow (?:often|frequent\w*|regular\w*|many times)\b|\b(?:number|rate) of times\b"),
    ("degree", rf"{_LED}how (?!much|many|long|often|big|large|high|far|fast|soon|come|about|old|so)\w+$|\bhow (?:up to date|well known|far along|hands on) (?:are|is|was|were)\b|\bhow (?!(?:much|many|long|often|big|large|high|far|fast|soon|early|late|come|about|old|are|is|was|were|do|does|did|would|will|can|could|should|have|has|had)\b)\w+ (?:are|is|was|were|would|do|does|did) (?:you|they|it|that|this|those|the|your|people|he|she)\b"),
    ("many", r"\bhow many\b(?! (?:times|hours|days|weeks|months|years|minutes)\b)"),
    ("number", r"^(?:(?:just|then|well|go on|have|take|a|wild|rough|okay) )*guess(?: then| anyway)?$|\bwhat (?:share|percentage|proportion|fraction|part(?= of (?:the|your|all|them|those)\b|$))(?: of\b|$)|\bwhat would you (?:guess|estimate|reckon|say)\b(?! (?:to|about|if)\b)|\bhow (?:much|many|big|large|high|far|fast)\b|^(?!.*\bhow\b).*\b(?:what|any|a|rough) (?:\w+ )?(?:number|figure|percent\w*|rate|volume|budget)\b|\bwhat (?:are|is) (?:we|you|that) (?:talking|looking at)\b|\bwhat is (?:the|your) (?:\w+ )?(?:price|cost|damage|bill|rate|share|percentage|turnover|margin)\b|\bwhat (?:does|do|did|has|have) (?:\w+ ){1,3}?(?:cost|come to|add up to|amount to|claim back|spend|spent|pay|paid|lose|lost)\b"),
    ("long", r"\b(?:since when|how far back)\b"),
    ("what_time", rf"{_LED}(?:(?:at |around )?what (?:time|hour)|how (?:early|late)\b|when (?:do|does)|(?:at |on )?(?:what|which) (?:(?:days?|times?) of|part of (?:the )?(?:day|week|month|year|shift|night|morning)))\b(?!.*\bnext\b)"),
    ("when", rf"{_LED}when\b(?!.*\b(?:what|how|who|where|why|which)\b)|\b(?:when (?:do|does|did|will|would|is|are|can|could)|what (?:day|month|year|date|time)|how soon)\b"),
    ("why", r"\b(?:why|how come|what (?:is the )?reason|what (?:made|makes|push\w*|led|drove|drives|brought|prompt\w*|trigger\w*|caus\w+))\b"),
    ("where", r"\bwhere\b(?!.*\b(?:who|whom)\b)"),
    ("who_did", r"\bwho(?: else)?(?: has(?! (?:to|the|a|any|enough|time)\b)| had)? (?:was|were|did|had|has(?! (?:to|the|a|any|enough|time)\b)|made|wrote|built|came|took|got|found|set|put|chose|said|told|paid|brought|left|went|\w+ed)\b"),
    ("who", r"\b(?:who|whose|whom|which (?:person|people))\b"),
    ("their_view", r"\bwhat (?:do|does|did|would|will) (?!you\b|it\b|that\b|this\b)(?:[\w']+ ){1,4}?(?:think|make of|feel|reckon|say (?:to|about))\b|\bhow (?:do|does|did|would) (?!you\b|it\b|that\b|this\b)(?:[\w']+ ){1,3}?(?:feel|see it|react|respond|take (?:it|that))\b"),
    ("view", r"\b(?:what do you say(?: to (?:that|it))?(?: then)?$|what would you say to\b|what do you (?:think|make)|what is your (?:\w+ )?(?:opinion|view|take|feeling|impression|sense)|how do you feel|what are your thoughts)\b"),
    ("opinion", r"\b(?:what do you (?:think|make)|do you (?:think|believe|feel|reckon)|your (?:own |personal |honest )?(?:opinion|view|take|thoughts|feeling|gut)|should (?:somebody|someone|anybody|anyone|you|they|one|that|it)|(?<!what )(?<!how )(?<!who )(?<!where )would you (?:say|rather|ever|like|want|prefer)|how do you feel|are you (?:worried|excited|confident|sure))\b"),
    ("self", rf"\b(?:if|suppose|say) .*\b(?:would|could|will|can) you\b(?!.*\b(?:what|how|who|where|when)\b)|{_LED}(?:would|could|will|can|should) you\b|{_LED}(?:could|can|shall|may|should) (?:we|i)\b|{_LED}you (?:would|will|could)\b"),
    ("about_you", rf"{_LED}have (?:you|they) got\b"),
    ("once", rf"^ever \w+|{_LED}(?:has|have|did|was|were)\b.*\b(?:ever|any\w*|some(?:one|body))\b"),
    ("was_it", rf"{_LED}(?:has|have|did|was|were)\b"),
    ("about_you", rf"{_LED}(?:(?:are|do) you|you (?:are|have|do|did))\b"),
    ("which", rf"(?:{_LED}|\b(?:of|in|from|to|for|on|at|with|by|under) )which\b|\bwhat (?:kind|sort|type)s?\b"),
    ("might", rf"{_LED}(?:would|could|will|might|should) (?!{_THEY}\b)\w+"),
    ("some_do", rf"{_LED}(?:are|do|can|could|will|would|should|were) {_THEY}\b"),
    ("yes_no", rf"{_LED}(?:is|are|does|do|did|has|have|was|were|can|could|will|would)\b"),
    ("like", rf"\bhow (?:are|were) (?:you|they) (?:doing|getting on|coping|managing)\b|\bwhat (?:is|are|was|were) .*\blike\b|{_LED}how (?:is|are|was|were) (?:the|your|their|that|this|it|things|they|everyone|everybody)\b(?!.*(?:ed|done|made|run|paid|kept|sent|set up|built|told|split|chosen|got)\b)"),
    ("would_be", r"\b(?:what|how|where)(?: \w+)? would\b"),
    ("what_did", r"\bwhat (?:\w+ )?(?:did|have(?! \w+ got)|has(?! \w+ got)|was|were|had)\b|\bwhat is (?:\w+ed|been)\b"),
    ("happens", r"\bwhat (?:happens|becomes of|comes of)\b"),
    ("what_is", r"\bwhat (?:is|are) (?!(?:in|on|at|inside|behind|it|this|that|they|he|she|you|we|there|[a-z]+ing)\b)"),
    ("what", r"\bwhat\b"),
    ("how_did", r"\bhow (?:did|have|has|was|were|had)\b"),
    ("how", r"\bhow\b"),
)  # fmt: skip
_KINDS_RE = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_WH = re.compile(r"\b(?:how|what|who|whose|whom|when|where|why|which)\b")
_ASKED_WITH = {"who": ("who", "whose", "whom", "which"), "where": ("where",), "why": ("why", "how", "what")}
"""The first of these words says what is asked for: "How do you protect those who pay?"."""
_YES_OR_NO = re.compile(rf"{_LED}(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b")
_TELLS = re.compile(
    rf"{_LED}(?:do you (?:know|happen to know|remember|have (?:any|an) idea|mean)|(?:can|could|would|will) (?:you|i) "
    r"(?:\w+ )?(?:tell|say|describe|explain|ask|guess|walk|talk|share|give (?:me|us) (?:an?|some|your|the))|have you (?:any|got any) idea)\b"
)
_WITH_A_WORD = frozenset(
    "who who_did where when what_time why which what what_is what_did happens how how_did knows long often number many degree".split()
)
"""What such a word inside a question for a yes or a no does not ask for: "Can it tell you who is free?"."""
_HOW_IT_IS = frozenset({"how", "how_did", "like", "what", "what_is", "what_did", "happens", "which"})
_OF_THE_ASKING = frozenset({"self", "about_you", "yes_no", "might", "some_do"})
"""What is not asked for either: "Can you tell me how?"."""
_DO_YOU_THINK = re.compile(
    r"(?<=\w) do you (?:think|reckon|suppose|believe|guess)(?= (?!of\b|about\b|so\b|if\b|that\b|it (?:is|would|could)\b|when\b)\w)"
)
"""What is asked stands around it: "What do you think he misses?"."""
_IN_A_CASE = re.compile(
    r"^(?:(?:and|so|but|okay) )*(?:since|when|if|as|now that|with|before|after|because) (?!(?:do|does|did|is|are|was|were|will|would|can|could)\b)"
    r"(?:(?!(?:which|what|who|how|where|why)\b)[\w']+ ){2,12}?(?=(?:do|does|did|have|has|are|is|can|could|would|will) (?:you|your|they|it|people|any\w+|some\w+)\b"
    r"|(?:which|what|who|how|where|why)\b)"
)
"""What is asked for comes after the case: "Since you moved, do you get more calls asking where things are?"."""
_BARE = 2
"""Words up to which a question without a verb wants a yes or a no: "Enough?"."""


@lru_cache(maxsize=1024)
def unknown_kind(line: str) -> str:
    """What sort of thing nobody here has an answer to: `number`, `when`, `who`, `why`, `opinion`, or empty."""
    if of_a_contract(line):
        return "contract"
    if (case := _IN_A_CASE.match(line)) is not None:
        line = line[case.end() :]
    line = _DO_YOU_THINK.sub("", line)
    asks = _WH.search(line)
    first = asks[0] if asks is not None else ""
    tells = bool(_TELLS.match(line))
    within = not tells and bool(_YES_OR_NO.match(line))
    kind = next(
        (
            kind
            for kind, pattern in _KINDS_RE
            if pattern.search(line)
            and (not first or first in _ASKED_WITH.get(kind, (first,)))
            and not (within and kind in _WITH_A_WORD)
            and not (tells and kind in _OF_THE_ASKING)
        ),
        "",
    )
    return kind or ("yes_no" if len(line.split()) <= _BARE else "")


def asks_how_it_is(line: str) -> bool:
    """Whether the question wants to hear how something is done or is, rather than whether it is so."""
    return unknown_kind(line) in _HOW_IT_IS
