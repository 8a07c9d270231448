"""Questions about the talk and the person: who is this, what did you mean, what holds you back, whose job is it."""
# ruff: noqa: E501 - a phrasing stays on one line

import re
from enum import StrEnum


class Talk(StrEnum):
    """What such a question is after."""

    NAME = "name"
    MEANING = "meaning"
    HOLDING = "holding"
    """What keeps the prospect from changing anything."""
    MINE = "mine"
    """Whether it is theirs or somebody else's."""
    HANDS = "hands"
    """Who does the work from day to day."""
    SOMEBODY = "somebody"
    """Who could look at it with them."""
    TENURE = "tenure"
    """How long they have been there."""
    OWN_PAST = "own_past"
    """What they have done themselves."""
    WOULD_CHANGE = "would_change"
    LATER = "later"
    """When to call again."""
    OTHERS = "others"
    """How other people there take it."""
    SHOES = "shoes"
    """What they would ask or say in the caller's place."""
    FEELING = "feeling"
    """What it was like for them."""
    BEFORE = "before"
    """How it was done before."""
    AGAIN = "again"
    """Whether it could come back."""
    LATELY = "lately"
    """When they last did something themselves."""
    STRENGTH = "strength"
    """What goes well."""
    IDEA = "idea"
    """Who thought of it."""
    READY = "ready"
    """How they can tell."""
    CUSTOMERS = "customers"
    """How those outside take it."""
    REACTION = "reaction"
    """What they make of what they have heard."""
    TREND = "trend"
    """Whether it gets better or worse."""
    COLLEAGUE = "colleague"
    """What somebody there does."""
    PROOF = "proof"
    """What would convince them."""
    AGENDA = "agenda"
    """What they would want to see in a meeting."""
    LETTER = "letter"
    """What they would want to read."""
    STEPS = "steps"
    """How to go on from here."""
    RIVALS = "rivals"
    """How others in the trade do."""
    ADDRESS = "address"
    """Where to write to."""
    PLACE = "place"
    """Where to meet, or by what."""
    SOOTHED = "soothed"
    """What they say to those who complain."""
    WHO_IS_THAT = "who_is_that"
    """What somebody does whom they named."""
    REACH = "reach"
    """How to get hold of that person."""
    MENTION = "mention"
    """Whether the caller may say who sent them."""


_LEAD = r"^(?:(?:and|so|but|okay|well|sorry|hi|hello|hey|oh|right|yes|no|wait|just|excuse me|there|by the way|can i ask|may i ask|hm) )*"

_KINDS: tuple[tuple[Talk, str], ...] = (
    # the first that fits a question in canonical words decides
    (Talk.NAME, rf"{_LEAD}(?:(?:with )?(?:who|whom) (?:am i|do i have|i am|have i got)(?: \w+)? (?:talk\w*|speak\w*|on the (?:line|phone)|got|reached|the pleasure)\b|who is (?:this|there|that|speaking)\b(?! \w+ \w+)|(?:what (?:is|was) )?your (?:(?:first|last|full|sur) ?)?name(?: is)?(?: again)?(?: sorry| please)?$|what (?:is|was) your (?:\w+ )?name\b|(?:i did not|i do not think i)(?: quite)? (?:catch|get|got|caught|hear) your (?:(?:first|last|full|sur) ?)?name|(?:how do you )?spell (?:your|that) name|who did i (?:reach|get)\b|(?:do|have) i (?:have|got) the right person)"),
    (Talk.MEANING, rf"{_LEAD}(?:(?:what|how) (?:do|did|does|would) (?:you|that|it|this) (?:\w+ )?mean\b(?! (?:for|to) )|what (?:means?|is) (?:that|this|it) mean|what means (?:that|this|it)|(?:what )?meaning(?: what)?$|in what (?:sense|way)$|how so$|(?:(?:can|could|would) you|you (?:can|could)) (?:\w+ )?(?:explain|elaborate|clarify|expand|say (?:a (?:bit|little) )?more|be more specific|put that)\b|(?:i am )?not sure what you mean\b|(?:i do not|i did not|i not|not sure i|i still do not) (?:quite |really )?(?:understand|follow)(?: (?:you|that|what you mean|the last \w+))?(?: sorry)?$|when you say (?:\w+ ){{1,4}}what (?:do|does)|(?:tell me )?more about that$)"),
    (Talk.HOLDING, r"\bwhat (?:concerns?|worries|worry|reservations?|doubts?|objections?) (?:do|would|might|did) you (?:\w+ )?(?:have|see|got)\b|\bmake you (?:say no|hesitate|walk away|back out|nervous)\b|\b(?:anything|something|what) (?:that |which |else )?(?:would|could|might) (?:\w+ )?(?:kill|sink|block|derail|rule) (?:it|that|this)\b|\bwhat (?:would|could|might) (?:\w+ )?(?:stop|hold|prevent|hinder|keep) (?:you|it|that|the \w+)\b|\bwhat (?:is|has been|was|would be) (?:\w+ )?(?:holding|stopping|keeping|preventing|blocking|in (?:the|your) way|the (?:hold ?up|hesitation|blocker|obstacle))\b|\bwhat (?:is |has |have |had )?(?:held|holds|stops|keeps(?! (?:you|him|her|them) (?:up|awake|busy|going))|prevents|blocks|has kept|has stopped|kept|stopped|stands) \w+|\bwhat (?:got|gets|came|comes|stood|stands|was|is) in (?:the|your) way\b|\bwhat makes you hesitate|\b(?:why|how come)(?: (?:have|has|did|do|does|not|nobody|no one|you|anybody|anyone|it|just|never|ever))* (?:\w+ed|fix|fixed|change|changed|solve|solved|sort|done|do|deal|tackle|doing|fixing)(?: (?:it|that|this|something|anything|about it|anything about it|something about it))*(?: (?:yet|so far|already|before|then))?$"),
    (Talk.MINE, r"\bor is (?:it|that|this) (?:someone|somebody) else\b|\b(?:your|on your) (?:plate|desk|responsibility|baby|problem|job|department|area|call|remit|shoulders)\b.*\b(?:or|someone|somebody|else)\b|\b(?:yours|you) or (?:\w+ )?(?:someone|somebody|anyone|anybody|another)\b|^(?:(?:and|so) )*(?:is|does) (?:that|this|it|all that) (?:\w+ )?(?:yours|fall to you|land on you|sit with you|with you|on your (?:plate|desk|shoulders)|your (?:job|responsibility|area|department|baby|problem))\b|\bwhose (?:neck|head|job|baby|problem|responsibility|task|headache) (?:is|would|was)\b|\b(?:is|was) it you (?:who|that)\b|\bare you (?:the one|the right person|responsible|in charge|the person)\b|\bam i (?:talking|speaking) to the right\b|\bwho (?:owns|is responsible for|is in charge of|is accountable for) (?:it|that|this|all that|all of that|all this)\b"),
    (Talk.HANDS, r"\bwho is the (?:\w+ ){1,4}(?:who|that) (?:has to|gets to|must|ends up|is|does|fixes|sorts|cleans)\b|\bwho (?:is |is it that |are )?(?:looks?|looking|takes?|taking|handles?|handling|does|doing|do|runs?|running|manages?|managing|deals?|dealing)(?: (?:after|care of|with))? (?:\w+ing )?(?:it|that|this|these|those|them|all that|all of that|this work|that work|the \w+)(?: all)?(?: (?:day to day|every day|on a daily basis|today|now|then|at the moment|for you))*$"),
    (Talk.SOMEBODY, r"\b(?:who|whom|anyone|anybody|someone|somebody) else (?:(?:should|shall|do|can|must|would) )?(?:i|we|you)(?: (?:should|would like to|want to|want me to|need to))? (?:invite|include|put|add|bring|copy)\b|\b(?:someone|somebody|anyone|anybody|a (?:colleague|person)) (?:\w+ )?(?:who|that) (?:could|would|can|might|should) (?:\w+ )?(?:look|help|join|sit|test|try|check|see|be (?:there|part))"),
    (Talk.LATER, r"\bis there (?:a |any )?(?:good|better|best|quiet|quieter) (?:time|day|moment|week)|\bwhen is (?:a|the|your) (?:next )?(?:quiet|quieter|calm|free) (?:moment|time|day|week|hour)\b|\bwhen (?:would|will|is|might|could) (?:be )?(?:it |that )?(?:a |the )?(?:be )?(?:a |the )?(?:better|good|right|best) (?:time|moment|week|day)\b(?! (?:for|to) (?:(?:a|the|do|run) )?(?:pilot|trial|test|start|change|switch|project|begin))|\bwhen (?:should|can|could|may) i (?:call|ring|try|phone)\b|\bwhat (?:is|would be) a better (?:time|day|moment)"),
    (Talk.COLLEAGUE, r"\bwhat (?:does|did|is) (?!(?:it|that|this|he|she|you|they|we|i|people|your|the|a|an|everybody|everyone|anybody|nobody|somebody|someone)\b)\w+ (?:(?:normally|usually|actually|really|even|otherwise) )?(?:do|doing|responsible for|in charge of)(?: (?:there|here|exactly|all day|for you))?$|^(?:(?:and|so|sorry|okay) )*who is (?!(?:this|that|it|he|she|there|calling|speaking|next|responsible|involved|affected)\b)\w+$"),
    (Talk.SHOES, r"\b(?:if you were me|in my (?:shoes|place|position)|what (?:should|would) (?:i|you) (?:ask|say) (?:\w+ )?(?:next|now|here|instead|in my)|what (?:question )?(?:should|have) i (?:have )?(?:not )?(?:ask|asked|forgotten|missed))\b"),
    (Talk.FEELING, r"\bhow did (?:you|that|it|this) (?:make you )?feel\b|\bhow (?:was|is) (?:that|it|this) for you\b|\bhow do you feel (?:about|when|now|then)\b|\bhow does (?:that|it|this) (?:make you )?feel\b|\bwhat was (?:that|it) like\b|\b(?:does|do|did) (?:that|it|this|those) (?:\w+ )?(?:stress|frustrate|annoy|upset|anger|keep) you\b"),
    (Talk.TREND, r"\b(?:get(?:s|ting)?|got|gotten|become|becoming|has it|is it) (?:any )?(?:better|worse|less|more)(?: or (?:better|worse|less|more))\b|\b(?:going|gone) (?:up or down|down or up)\b"),
    (Talk.BEFORE, r"\b(?:how (?:was|were|did|used)\b.*\bbefore\b|(?:and )?before (?:that|this|then) (?:how|what) (?:was|were|did)\b|what (?:did|were|was) (?:you|they|it|people)\b(?! do before\b| (?:try|look)).*\bbefore\b(?! you\b))"),
    (Talk.AGAIN, r"\b(?:could|can|will|would|might) (?:it|that|this|something like that) (?:\w+ )?happen (?:again|any|next|tomorrow)|\b(?:it|that|this) (?:could|can|will|might) (?:\w+ )?happen (?:again|any|next|tomorrow)"),
    (Talk.LATELY, r"\bwhen (?:was|is) the last time (?:that )?(?:you|someone|somebody|anyone|anybody|they) (?!had|lost|saw|got|noticed)|\bwhen did you last (?!have|lose|see|get|notice)|\bhave you (?:ever )?(?:listened|sat in|watched|looked over)\b.*\b(?:lately|recently|yourself)"),
    (Talk.STRENGTH, r"\b(?:what|anything|something|where|which)\b.*\b(?:you|your|that|they) (?:\w+ ){0,3}?(?:do|does|work|works|working|go|goes|going|run|runs) (?:really |very |quite )?(?:well|right|best|smoothly)\b|\bwhat (?:works|goes|is going|is working) (?:\w+ )?(?:well|best|right)\b|\b(?:proud of|what are you good at)\b"),
    (Talk.IDEA, r"\bhow (?:did|would|come) you (?:\w+ )?(?:end up|land|come to (?:use|be|have))\b(?! (?:in (?:this|that|sales)|there|here|at))|\bwhose (?:idea|plan|invention|decision) (?:was|is)\b|\bwho (?:came up with|thought of|invented|introduced|set (?:it|that|this) up|started (?:it|that|this))\b"),
    (Talk.READY, r"\bhow (?:did|do) you (?:work|figure) (?:that|it|this) out\b|\bhow do you know(?: that)?$|\bwhere (?:did|do) you get (?:that|the|those) (?:number|figure|from)|\bhow (?:do|can|would|will|could) (?:you|they|anyone|anybody|somebody) (?:even )?(?:know|tell|see|say|judge) (?:when|whether|if|that|who|which)\b(?! (?:it|that|this) (?:works|is working))"),
    (Talk.SOOTHED, r"\b(?:what|how) (?:do|did) you (?:say to|tell|answer|calm|explain (?:it|that|this) to) (?:\w+ )?(?:(?:customers?|clients?|patients?|guests?|users?|tenants|members|shoppers|buyers|drivers|suppliers|sponsors)|them|him|her)\b"),
    (Talk.PLACE, r"\b(?:teams|zoom|video|online|phone|in person|face to face)\b.*\bor\b.*\b(?:teams|zoom|video|online|phone|call|in person|face to face|come|visit|meet|office)\b|\b(?:come|visit) (?:to )?you\b.*\bor\b|\b(?:which|what) (?:phone )?number (?:should|shall|can|do|may) i (?:call|ring|dial|use|reach)|\bwhere (?:should|shall|can|do|would) (?:we|i) (?:meet|come)\b"),
    (Talk.CUSTOMERS, r"\b(?:do|does|did|have|has|are|would|will|ever) (?:\w+ ){0,3}?(?:customers?|clients?|patients?|guests?|users?|tenants|members|shoppers|buyers|drivers|suppliers|sponsors) (?:\w+ ){0,2}?(?:complain|notice|mind|care|say|said|feel|react|like|leave|left|angry|upset|unhappy|happy|shout|ring|call in|bother)\w*|\b(?:lose|lost|losing) (?:\w+ )?(?:customers?|clients?|patients?|guests?|users?|tenants|members|shoppers|buyers|drivers|suppliers|sponsors)\b|\b(?:what|how) (?:do|did|does|would) (?:your |the )?(?:customers?|clients?|patients?|guests?|users?|tenants|members|shoppers|buyers|drivers|suppliers|sponsors) (?:say|think|feel|react|take it|make of)\b|\bhow (?:angry|upset|annoyed|bad) (?:are|were|was|is) (?:your |the )?(?:customers?|clients?|patients?|guests?|users?|tenants|members|shoppers|buyers|drivers|suppliers|sponsors)"),
    (Talk.OTHERS, r"\b(?:would|will|are|is) (?!(?:you|it|that|this)\b)(?:\w+ ){1,3}?(?:be )?(?:up|open|game|willing|ready|keen) (?:for|to|on) (?:it|that|this|something|try\w*|change\w*)\b|\b(?:do|does|did) (?:they|he|she|people|anyone|anybody|your \w+) (?:\w+ )?(?:complain|grumble|moan)s?\b|\b(?:do|does|did|would|will) (?:they|people|your \w+|the \w+|(?!(?:you|i|it|that|have|has|be|need|who)\b)\w+) (?:\w+ )?(?:like|enjoy|mind|love|hate) (?:it|that|this|doing|to)\b|\bwhat (?:would|will|did|might) (?:they|he|she|your \w+|(?:the|a|an|one of the) \w+(?: \w+)?) (?:\w+ )?(?:say|think|make of)\b(?! (?:takes?|is|are|was|costs?|works?|goes)\b)|\bwhat (?:does|do|did) (?!you\b)(?:\w+ ){1,3}?(?:make of|think of|say about|say to) (?:it|that|this|them|those)\b|\bhow (?:did|do|does|would|will|have|has) (?!you\b|it\b)(?:\w+ ){1,6}?(?:feel|felt|take|taken|react|reacted|respond|cope|like)\b(?: (?:it|that|this|to|about|with)\b| *$)|\bwhat (?:did|do|does) (?:they|people|everybody|everyone|your \w+|the \w+) (?:say|think|feel|reckon)\b"),
    (Talk.TENURE, r"\bhow long (?:have|has|are|did) (?:you|it) (?:already )?(?:been|worked?|working|had) (?:there|here|at|with|in (?:the|this|that|your) (?:role|job|position|company|business|industry)|doing (?:this|your|that) job|(?:a|an|the) \w+ (?:manager|director|lead|officer))|\bare you new (?:there|in|at|to the)|\bhow long you (?:are|work|been)\b|\bwhen did you (?:join|start (?:there|at|with|in))"),
    (Talk.OWN_PAST, r"\b(?:have|did|do|were|are) you (?:\w+ ){1,6}yourself\b|\bhow did you (?:get|end up) (?:into|in|there|at)\b|\bwhat did you do before(?: (?:this|that|you)|$)|^(?:(?:right|okay|and|so|what|where|were you) )*before (?:that|this)$|\b(?:your|you) (?:\w+ )?(?:worst|best|funniest|first) \w+(?: \w+)? ever\b|\bdo you (?:like|enjoy|love) (?:your|the|this|that) (?:job|work|role)|\bdo you enjoy it(?: there| here)?$"),
    (Talk.WOULD_CHANGE, r"\bwhat\b.*\bmake (?:your|their|his|her|everyone's|the team's) (?:life|lives|day|job|week)s? (?:\w+ )?(?:easier|better|simpler)\b|\b(?:what|anything|something) (?:would|do|could) you (?:\w+ )?(?:change|improve|fix|do differently|like to (?:change|improve|fix|see (?:change|better|different)))\b|\bwhat could be better|\bif you could (?:change|take|drop|remove|skip|fix|improve|wave|have|get|choose|pick|wish)|\bmagic wand\b|\bwhat do you wish\b"),
)  # fmt: skip
_KINDS_RE = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_CONTRACT = re.compile(r"\b(?:contract|renewals?|renew|notice period|licen[cs]e|subscription)\b")
_BY_A_CONTRACT = re.compile(r"\b(?:against|per|match\w*|compar\w+) (?:\w+ ){0,4}?contracts?\b")
"""What is checked against one is not about it."""
_WON = re.compile(
    r"\b(?:bring\w*|win|wins|winning|won|clos(?:e|es|ed|ing)|los[et]|losing|land\w*|sell\w*|sold)\b.*\bcontracts?\b"
)
"""A contract with a customer is none with a supplier."""
_GO_AHEAD = re.compile(
    r"^(?:(?:and|so|but|okay|well|now|then|sorry|great|thanks) )*(?:(?:is it|it is|would it be|will it be|is that) (?:okay|ok|alright|fine|good)(?: with you)? (?:if|when|to)(?: i)? (?:can |could )?(?:ask|asked|put|check|run)\b"
    r"|(?:can|could|may|might) i (?:just |quickly |please |still |maybe )?(?:ask|put|check|run)(?: you)? (?:a|an|one|another|something|two|some|few|a few|you)\b|do you mind if i ask\b|mind if i ask\b)"
)  # fmt: skip
_GO_AHEAD_WORDS = 13


def talk_of(line: str) -> Talk | None:
    """What a question in canonical words wants to know about the talk or the person, or None."""
    return next((kind for kind, pattern in _KINDS_RE if pattern.search(line)), None)


def only_announces(line: str) -> bool:
    """Whether the line does nothing but ask to ask: `is it okay if I ask you one more question`."""
    return bool(_GO_AHEAD.search(line)) and len(line.split()) <= _GO_AHEAD_WORDS and not _ASKS_INSIDE.search(line)


_ASKS_INSIDE = re.compile(r"\b(?:how|what|who|whom|where|when|why|which|whether)\b")


def of_a_contract(line: str) -> bool:
    """Whether it is about a contract, which not everybody has."""
    return bool(_CONTRACT.search(line)) and not (_WON.search(line) or _BY_A_CONTRACT.search(line))
