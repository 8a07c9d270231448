"""Whether a line asks something, by its form, with or without a question mark."""
# ruff: noqa: E501 - a phrasing stays on one line

import re
from functools import lru_cache

from app.reading.normal import View, normalise

_AUX = r"(?:am|is|are|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|might)"
_SUBJECT = (
    r"(?:not )?(?:i|you|we|they|he|she|it|that|this|there|these|those|your|the|my|our|any|anyone|anybody|someone|"
    r"somebody|everything|most|both|people|all|(?:mon|tues|wednes|thurs|fri)day|tomorrow|next week)"
)
_LEAD = (
    r"(?:(?:and|so|but|or|okay|yes|no|well|right|sorry|great|sure|oh|now|then|(?:hi|hello|hey|morning)(?: there| (?!is\b|are\b|how\b|what\b|do\b|can\b)[a-z]+(?= (?:how|what|is|are|do|can|could|who|did)))?|alright|fine|thanks|perfect|"
    r"cool|good|because|wait|excuse me|thank you|got it|i see|fair enough|makes sense|that makes sense|of course|"
    r"before (?:you|we|i) (?:go (?:on|any further)|carry on|continue|move on)|by the way|in that case|out of curiosity|if i may|may i ask|can i ask|let me ask|i mean|you know|wow|haha|huh|hm|awesome) )*"
)
_WH = r"(?:what|which|who|whom|whose|where|why|how)"

_ASKS = re.compile(
    rf"^{_LEAD}(?:"
    rf"{_AUX} {_SUBJECT}\b"
    # "what do you", "how many people have you", "which tool is that", "who handles", "what happens"
    rf"|(?:(?:to|for|in|with|from|by|about|of|at|on) )?{_WH} (?:else |all |exactly |kind of |sort of |type of |about )?(?!i\b|we\b|they\b|he\b|she\b|you\b)"
    rf"(?:\S+ ){{0,4}}?{_AUX}(?! been| being)\b"
    rf"|(?:by |since |until )?when (?:exactly |else )?{_AUX}\b"
    # The "I" or "we" is short and easily lost.
    r"|(?:shall|can|could) (?:call|meet|talk|speak|book|make|ring)\b"
    r"|who (?:else |all |(?:on|in|of|from|at|within) (?:\S+ ){1,3}?)?(?!are\b)\w+s\b|what (?:else |usually |typically |normally |tends |happens|happened|made|makes|brings|brought|gets|went|goes|comes|came|keeps|caused|drives|prompted|led|takes|needs|changed|stops|matters|\w+s (?:you|your|them|people|most|the most)\b)"
    r"|(?:how|what) (?:about|come)\b|why not\b|how (?:much|many|long|often|far|big|bad|soon|old) \S+ (?:\S+ )*"
    r"|any (?:chance|idea|thoughts|plans|interest|reason|luck|money|budget|news|problems?|trouble|complaints)\b|anybody else|anyone else|mind if|do not suppose"
    r"|got (?:a|\d+|two|half|1)\b|bad (?:time|moment)|good time|worth (?:a|\d|fifteen|ten|twenty)|fair to say"
    r"|ever (?:thought|tried|had|seen|considered|been|wondered)|make sense$|sound fair|is not it"
    r"|(?:i )?(?:was )?wonder(?:ing|ed)? (?:if|whether|what|how|who|when|where|why)|i am curious (?:if|whether|what|how|who|to|about)"
    r"|curious (?:if|whether|what|how|who)|i (?:would be|am|was) (?:\S+ )?interested in (?:what|how|who|where|when|why|whether)"
    r"|i (?:just |only |really )?(?:want|wanted|would like|would love|have|meant) to (?:ask|know|understand|hear|find out)(?: you)?(?: from you)? (?:if|whether|what|how|who|when|where|why|do|does|is|are)"
    r"|(?:when|if|once|after|since|with|of(?! course)|besides|for|in) (?:\S+ ){1,9}?(?:(?:who|what|how|where|why|which) (?!i\b|we\b|they\b|it\b)\S+|(?:is|are|do|does|did|would|could|can|have) (?:you|your)\b|say (?:\S+ ){1,3}?is (?:that|it)\b)"
    r"|when you say (?:\S+ ){1,8}?(?:is|are|do|does|did|which|what|who) (?:it|that|they|you|he|she|the|there)\b"
    r"|(?:tell me (?:what|how|who|when|where|why|about|more)|walk me through|talk me through|help me understand|describe (?:how|what|your)|give me (?:an|one|some) (?:\S+ )?(?:example|idea|sense|feel|picture))"
    r")"
)
_TAG = re.compile(
    r"(?:(?:is|are|do|does|did|have|has|was|were|would|could|will|can) not (?:it|you|they|we|that|he|she)|"
    r"\b(?:is it|are you|do you|am i right|you agree|or not|or no|you know what i mean|if you do not mind me asking|"
    r"does that (?:make sense|sound \w+)|what do you (?:think|say)|how (?:about|are|is) (?:you|yours|yourself|that)|"
    r"are you okay with that|would that (?:work|help|be \w+)|is that (?:fair|right|correct|okay|you)|"
    r"(?<!everything )(?<!anything )(?<!thing )that (?:worries|bothers|concerns|scares|stops|annoys) you|"
    r"or (?:what|is it \w+|do you \w+|are you \w+|\w+ something else)))$"
)
_CLEFT = (
    r"(?:what|how|where|why|when|who) (?:(?:it|that|this|i|we|they|he|she|others|people|folks|everyone|everybody|nobody|(?:most|some|many|all) \S+|(?:your|the|my|our|their) \S+)"
    r"(?: (?:usually|often|always|really|then|still|all|never|mostly))? (?!is\b|are\b|was\b|were\b)\S+(?: \S+){0,4}?|you (?:get|see|need|want|would (?:get|see|have)|end up with)(?: \S+){0,3}?"
    r"|(?:does|did|happened|happens|works|worked|started|made|signs|checks|gets|got) (?:the |a |it |that |there )?(?:\S+ )?)"
    r" ?(?<!\S)(?:is|was)(?! (?:it|that|this|you|he|she)\b(?: \S+){0,3}$) \S+"
)
"""What is said of a wh-clause is said, not asked: "What others do is start small"."""
_STATEMENT = re.compile(
    rf"^{_LEAD}(?:{_CLEFT}|what (?:do|does) is |with (?:our|us|this|it)\b(?: \S+){{0,4}}? you (?:see|know|get|can|will|would|have)\b|what (?:we|i|they) |what (?:that|this|it) means is |who (?!else)\S+ is |which is (?!(?:it|that|the|your)\b)|which (?:means|makes|was|are)\b|who (?:is|was|are) (?:also|a|an)\b$|"
    r"when (?!you say\b)(?:i|we|you|they|he|she|it|the|your|companies|teams|people|a|an)\b(?!.*\b(?:who|what|how|where|why|do you|does|is that|did)\b)|"
    r"whatever|however|what a\b|were (?:like )?the (?:leading|largest|biggest|only|company|ones|first)|were (?:all|not|good|fine|happy|set|pretty|already|in|on|using|sorted|covered|busy|doing)\b(?! (?:of|the|your|they))|how (?:nice|lovely|funny|interesting|cool|wonderful|great|awesome)\b|"
    r"(?:do|does|did) not (?!you|they|we|it|that|i\b)|that is|have a (?:good|great|nice|lovely)|do not worry|may the)"
)


def asks(line: View, *, mark: bool, full_stop: bool = False) -> bool:
    """Whether a canonical line asks; `mark`: a question mark closes it; `full_stop`: somebody punctuated and it is none."""
    if mark:
        return True
    if full_stop:
        return (
            False
            if _STATEMENT.match(line.line)
            else bool(_ASKS.match(line.line)) and not _HOW_MUCH_ALONE.match(line.line)
        )
    return shape_asks(line.line)


_HOW_MUCH_ALONE = re.compile(rf"^{_LEAD}(?:when|how (?:much|many|long|often|far|big|bad|soon|old))\b")


def shape_asks(line: str) -> bool:
    """Whether canonical words alone have the shape of a question."""
    if _STATEMENT.match(line):
        return False
    return bool(_ASKS.match(line) or _TAG.search(line))


@lru_cache(maxsize=512)
def is_question(text: str) -> bool:
    """Whether `text` asks anything; a question mark decides where there is one, the form where there is none."""
    from app.reading.normal import view
    from app.reading.sentences import sentences

    if "?" in text:
        return True
    if not normalise(text):
        return False
    return any(
        asks(view(text, start, end), mark=False, full_stop=text[start:end].rstrip().endswith((".", "!")))
        for start, end in sentences(text)
    )
