"""How prospects say no: objections and brush-offs by kind, one phrasing a line, the most particular kind first."""
# ruff: noqa: E501 - a phrasing stays on one line

import re
from dataclasses import dataclass

from app.domain.acts import ProspectSays
from app.reading.patterns.rules import Phrases


@dataclass(frozen=True, slots=True)
class Refusal:
    """One kind of objection or brush-off, named as personas name theirs."""

    kind: str
    says: ProspectSays
    pattern: Phrases
    asked: bool = False
    """True where a question can be one ("can you send me something?")."""


def _brush_off(kind: str, *phrases: str) -> Refusal:
    return Refusal(kind, ProspectSays.BRUSH_OFF, Phrases(phrases), asked=True)


def _objection(kind: str, *phrases: str, asked: bool = False) -> Refusal:
    return Refusal(kind, ProspectSays.OBJECTION, Phrases(phrases), asked)


_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_LATER = f"(?:later|after|another time|in a (?:few|couple)|next (?:week|month|quarter|year)|in (?:six|three|two|the new year|{_MONTH})|tomorrow|when|once|back later)"
_OTHERS = "(?:they|he|she|teams?|guys|people|staff|folks|crews?|desks?|nurses|drivers|engineers|managers)"

REFUSALS: tuple[Refusal, ...] = (
    _brush_off(
        "off_list",
        "(?:take|remove|get|strike|delete) (?:me|us|my (?:name|number)|this number) (?:off|from)<..>",
        "(?:off|from) your list",
        "(?:stop|quit) (?:calling|ringing|phoning)<..>",
        "(?:do not|never) (?:ever )?(?:call|ring|phone) (?:me |here |us |this number )?(?:again|anymore|any more|ever)",
        "do not call list|lose (?:my|this) number",
    ),
    _brush_off(
        "send_info",
        "(?:send|shoot|drop|mail|forward|ping|fire) (?:me|us|it over|that over|over|across)(?! (?:an? |the )?(?:invite|invitation|calendar)\\b)<....>",
        "send (?:something|it|that|an email|some|the)(?! (?:invite|invitation|calendar))<..>",
        "^(?:just |can you |could you )*email (?:me|us|it)<..>",
        "(?:put|have|stick) (?:it|that|this|something) in (?:an |a )?(?:email|e mail|writing|note|mail)",
        "(?:do|have) you<..> (?:a website|something (?:you can|i can|to) (?:send|read|look)|a one pager|anything in writing)<..>",
        "i will (?:take a look|look at it|have a look|read it)<..>",
    ),
    _objection(
        "unknown_company",
        "never heard of<..>",
        "(?:do not|does not) (?:know (?:you|the name|your company|who you are)|ring a bell)",
        "(?:from )?(?:people|names|companies|somebody|someone) i (?:have never heard of|do not know)",
        "who are you people<..>",
        asked=True,
    ),
    _objection(
        "contract_locked",
        "(?:locked|tied) (?:in|into|to|up)<....>|under contract<..>|in a contract<..>|hands are tied",
        "(?:signed|renewed|committed to)<....> (?:year|deal|contract|agreement|months?|term|with \\S+)<..>",
        "(?:contract|agreement) (?:runs|goes|lasts|is good|is not up) (?:to|till|until|through|for|another)?<..>",
        "just (?:signed|renewed)<..>|we signed<..>|renewed last<..>",
    ),
    _objection(
        "in_house",
        "in ?house|in-house",
        "(?:we|they|it|our \\S+(?: \\S+)?) (?:built|build|made|wrote|developed|built out)<....> (?:own|ourselves|internally|for that|something)<..>",
        "(?:we|they) (?:do|handle|run|manage) (?:all of |all )?(?:it|that|this|those|them) (?:ourselves|internally|on our own)",
        "(?:our|my) own (?:thing|tool|system|people|team|developers)<..>|what they are there for",
        "(?:we|i) (?:have )?got people for (?:it|that)|\\S+ handle that$",
    ),
    _objection(
        "bad_experience",
        "(?:we|i|they) (?:have )?(?:tried|bought|paid for|been down|been through|went through|done|had|did)<....> (?:one of (?:those|these|them)|something like (?:that|this|it)|like (?:that|this) (?:before|once)|that road|that before|once|that once|this before|before|last year|years? ago)<....>",
        "(?:been )?(?:burned|burnt|bitten|stung)<..>",
        "(?:was|ended in|turned into) (?:a |an )?(?:<..>)?(?:mess|disaster|nightmare|waste|failure|fiasco)<..>",
        "never again|been there$|been there done that",
        "last time (?:we|i)<....>",
        "nobody (?:ever )?(?:used|opened|touched|logged)<..>|went nowhere|died in a drawer|(?:both|it|they|all) failed|did not (?:work|go well|end well|last)<..>",
    ),
    _objection(
        "no_budget",
        "(?:no|nobody|no one|not|have no|is no|without|out of|zero)<....> (?:budget|money|funds|funding|cash)<....>",
        "no (?:budget|money|funds|funding)<..>",
        "budgets?(?: is| are| has been| have been| was| were| got|)(?: \\S+)? (?:frozen|cut|gone|spent|tight|locked|set|done|slashed|closed|allocated|used up)<..>",
        "(?:spending|budget|hiring|purchasing) (?:freeze|stop)<..>|frozen (?:until|till|for)<..>|can not afford<..>",
        "not spending<..>",
        "(?:money|cash|budgets?|funds) (?:is|are) (?:<..>)?(?:tight|short|thin|scarce)<..>",
        "(?:do not think|do not see|doubt|can not see)<..> (?:would|will|is going to|are going to|want to)(?: \\S+)? (?:pay|spend)<..>",
        "(?:not|we are not) (?:spending|buying) (?:anything|any|a|money)?<..> this (?:year|quarter|month)|not buying anything(?: new)?(?: this year| this quarter)?$",
        "not in (?:the|our|this year's) budget|nothing new this (?:year|quarter)|tightening (?:our|the) belts?",
    ),
    _objection(
        "price",
        "(?:too|very|bit|so|pretty|sounds|is|be|quite|way too) (?:expensive|pricey|steep|dear|costly)<..>|too much money",
        "costs? (?:too much|more than|a fortune)<....>|cheaper<..>",
        "out of our (?:range|league|price range)|what (?:these|those) things cost|per user per month<..>|more than we (?:pay|can pay|want to pay)",
        asked=True,
    ),
    _objection(
        "no_people",
        "(?:do not|have not|not|no|nobody|short of|without) (?:have |got |enough |have got )*(?:the |any |enough )?(?:<..>)?(?:staff|resources?|bandwidth|capacity|manpower|headcount|hands)<....>",
        "(?:do not|have|not|no|without) (?:have |got |not |have got )*(?:the |any |enough |no |an? )?(?:developers?|engineers?|programmers?|it (?:team|people|department))<..>",
        f"{_OTHERS}(?: \\S+){{0,2}} (?:have|has|got|find|finds) (?:no|little|not enough|hardly any) time (?:to|for)<....>",
        "(?:do not have|have not got|have no|no) (?:the people|anyone|anybody|one|people)(?! (?:complain|else who))<....> (?:to|who|that|could|for)<....>",
        "(?:do not have|have not got|have no|no) (?:the )?people$|(?:no one|nobody) to<..>|a lot of work<..>|(?:our|my) \\S+ (?:hate|hates|will never|would never|will not use|would not use)<..>",
        "(?:people|heads?|hands|men|bodies|staff|reps|person) (?:short|down)<..>|short staffed|short-staffed|understaffed",
        "(?:team|teams|people|guys|staff|they|folks|drivers|reps)(?: \\S+){0,2} (?:is|are|already|all|were)(?: \\S+)? (?:stretched|flat out|underwater|swamped|maxed|at capacity|overloaded|drowning|stretched thin)<..>",
        "(?:my|our|the) \\S+ (?:is|are|were) (?:<..>)?(?:stretched|flat out|underwater|swamped|maxed|at capacity|overloaded|drowning)<..>",
        "can not take on (?:more|anything|another)<..>",
        "nobody has (?:the )?time to<..>|nobody to (?:run|set|look|implement|roll)<..>|who would (?:set it up|look after it|run it|own it)",
        "(?:another|one more|yet another|a second) (?:tool|system|login|software|platform|thing to (?:learn|run|look after))<..>",
        "too much (?:hassle|work|trouble|effort|change|disruption)<..>|nobody is retyping<..>|not (?:ripping|switching|replacing|retyping)<..>",
        asked=True,
    ),
    _objection(
        "risk",
        "(?:must|may|can|is|are) not (?:allowed to |be )?leave (?:the|this|our)<..>|rules (?:you|it|that|this) out<..>|not allowed to<..>",
        "(?:security|compliance|legal|gdpr|privacy|hipaa|infosec|data protection|the auditors|our lawyers)(?: \\S+)? (?:would|will|is|are|has|team|review|policy|people|won't|never|have)<....>",
        "(?:get|past|through|by) (?:that |it |this )?(?:past|through|by)? ?(?:security|legal|compliance|infosec|it security)<..>",
        "(?:can not|not allowed|do not|not going to|will not|never) (?:share|let|give|put|send|upload|have)<....> (?:data|outside|third part\\S+|cloud)<..>",
        "(?:our|my) data (?:is not|does not|stays|can not|will not|never)<..>|too risky|a risk",
    ),
    _objection(
        "existing_vendor",
        "(?:we|i) (?:do|send|use|run|check|track|pay|handle|cover|keep)(?: \\S+){1,3} already<..>",
        "(?:have|have got|are|use) already<....>",
        "^(?:but |no |well )*(?:we|i) already an? \\S+<..>",
        "already (?:have|use|using|work|working|got|covered|with|on|got someone|doing)<....>",
        "(?:we|i|they) (?:have|got|have got|use|are using|work with|went with|have been using|have been with|have had)(?: already| our| an?| one| some)* (?:\\S+ ){0,3}?(?:for (?:that|this|it|all|years)|who (?:does|handles|do|handle|looks)|that (?:does|handles|works)|does (?:that|this)|does all|in place)<..>",
        "(?:we|i) (?:have|got|have got) (?:an? |our |one |the same )(?:\\S+ )?(?:vendor|provider|supplier|partner|solution|agency|system|tool|guy|firm)(?: and| already| we| for| who|$)<....>",
        "(?:someone|somebody|people|a guy|a firm|a company|a vendor|vendor|an agency) (?:for that|who does|that does|on it|doing (?:that|it))<....>",
        "(?:we are|were|i am) (?:on|with|using|married to|happy with|a) (?!the (?:phone|road|way|floor|move)|it|a (?:call|meeting|deadline|train)|time|something|my|someone|people|vacation|holiday|track)\\S+(?: and| so| for| already| we|$)<....>",
        "(?:we|i) (?:have|got|have got) (?:an? |our )?(?:\\S+ )?(?:deal|contract|agreement|arrangement) with<..>",
        "unless it (?:talks to|works with|integrates)<....>|(?:our|my) (?:current|existing|present) (?:vendor|provider|supplier|system|tool|setup|partner|software)<....>",
        "(?:happy|satisfied|fine|good|pleased) with (?:our|the|them|what|who|my|it)<..>|we (?:like|love|trust) (?:them|our (?:vendor|provider|supplier))<..>",
        "(?:been|have been) (?:using|with|working with) \\S+(?: \\S+)? (?:for|since|ten|years)<..>",
    ),
    _objection(
        "no_authority",
        "not (?:really |quite )?(?:my (?:call|decision|area|department|job|side|thing)|me$|me you|the (?:right|one|person|decision maker)|in charge|responsible|up to me|something i (?:decide|handle|do|deal))<....>",
        "(?:do not|can not|never) (?:handle|deal with|make|decide|look after|own|sign|approve)(?: on| off)?(?: with)? (?:that|those|it|this|these|the|any|on|anything|purchases|decisions)<....>",
        "wrong (?:person|department|guy|woman|office|number)<..>",
        "(?:have|need|got|want) to (?:ask|check with|talk to|speak (?:to|with)|run (?:it|this|that) (?:by|past)|clear (?:it|this|that)|go through|take (?:it|this|that) to|involve)<....>",
        "you (?:would|will) (?:want|have to|need to|need|be better off)<....>",
        "(?:my|our|the) (?:boss|board|partner|cfo|ceo|coo|manager|director|head office|parent company|corporate|it department|owner|controller|procurement)<..> (?:decides?|handles?|makes|would|has to|does(?! not)|deals|takes|will|is the one|signs)<....>",
        "(?:handled|done|decided|run) (?:by|at|in|from) (?:our|the|my|head|corporate|procurement|it)<..>|goes through (?:procurement|purchasing|it|head office|corporate|legal|the board)<..>|above my pay ?grade",
        "question for (?:our|my|the)<..>|i do not decide<..>",
    ),
    _objection(
        "no_need",
        "(?:do not|does not|not) (?:really )?(?:need|have (?:a need|that (?:problem|issue)|any (?:problem|issue)s?|much|the problem|a problem|an issue)|see (?:the|a|any|how|why|a need)|think (?:that is|we need|it is|that)|want|apply)<....>",
        "not (?:really |that much |such )?(?:a|an|much of a) (?:<..>)?(?:problem|issue|pain|concern|headache)<....>",
        "(?:all set|all good|all sorted|sorted|covered|good thanks|fine thanks|good thank you)<..>",
        "(?:we are|were|i am) (?:all |quite |very |pretty |perfectly |doing )?(?:set|good|fine|happy|okay|satisfied|covered|sorted|managing|alright|comfortable)(?: (?:as it is|as we are|thanks|thank you|here|for now|the way|where we|right))*$",
        "(?:works?|working|doing|managing|runs|running) (?:<..>)?(?:fine|well|okay|alright|great|as it is)<..>",
        "no need<..>|(?:it is )?under control|(?:got|have) (?:it|that|this|everything) (?:<..>)?(?:covered|under control|handled|sorted|figured out)|not (?:relevant|applicable)<..>|overkill|too (?:small|big) for<..>|do not have the volume",
        "not buying anything on the phone|do not buy (?:anything )?(?:on|over) the phone|honestly no$",
    ),
    _brush_off(
        "call_later",
        f"(?:call|try|ring|phone|get back to|reach out to|check (?:back )?with|follow up with|circle back with)(?: to)? (?:me|us)(?: back)?(?: again)? ?{_LATER}<..>",
        "(?:call|try|ring|phone) (?:me|us) (?:back|again)(?: (?:some|another) (?:time|day))?",
        f"(?:call|ring|check|come|circle|get|reach|follow up)(?: back| out| up| again)* {_LATER}<..>",
        "ask me (?:again )?(?:when|after|in|next)<..>",
        "maybe later|some other time|another time",
    ),
    _objection(
        "timing",
        "(?:booked (?:out|up|solid)|fully booked|tied up) (?:until|till|to|through|for)<..>",
        "(?:bad|wrong|not the (?:right|best)|terrible) (?:timing|time (?:for us|of (?:the )?year|to))<..>|bad timing|wrong time|not the (?:right|best) time<..>",
        "(?:not|is not|nothing)<..> (?:right now|now|at the moment|at this time|this (?:year|quarter|month|week)|for now|until|till|until then|yet)<..>",
        "not (?:right now|now|this (?:year|quarter|month|week)|today|until|for now|looking|in the market)<....>",
        "(?:not|is not) (?:a |our |really |high on |on |up |the |top )*(?:priority|priorities|focus|list|radar|roadmap|agenda)<..>",
        "(?:in the middle of|halfway through|right in the|busy with|in the midst of|going through) (?:a|an|the|our|moving|changing|switching)<....>",
        "(?:system |data |big |whole )?(?:migration|reorganization|reorganisation|restructuring|rollout|audit|merger|acquisition|implementation)(?: (?:going on|right now|this|until|at the moment|coming|happening))<..>",
        "(?:maybe )?(?:next (?:year|quarter)|in the (?:spring|fall|summer|autumn|new year)|after (?:the )?(?:season|summer|year end|quarter end|holidays))<..>",
        "(?:bigger fish|other (?:priorities|things going on|fish)|too much going on|plate is full|enough on (?:my|our) plate|got enough on)<..>",
    ),
    _objection(
        "skeptical",
        "(?:do not|does not|never|will not|would not) trust(?! me)<..>",
        "(?:i|we|they) (?:have )?(?:had|tried|used|bought)(?: \\S+){1,6} (?:nobody|junk|useless|waste|rubbish|never worked|did not work|fell apart|let us down)<..>",
        "(?:everyone|everybody|they all|you all|all of you|people) (?:says?|promises?|claims?|sounds?|tells?)<....>",
        "(?:heard) (?:that|this|it|that one|this one|all (?:that|this|of it))(?: \\S+)? before|(?:i have )?heard (?:that|this) (?:one|song)",
        "(?:too good to be true|i doubt (?:it|that)|hard to believe|a nice line|what the last one said|i (?:will )?believe it when|prove it|sounds like (?:a )?(?:pitch|marketing|magic|snake oil))<..>",
        "(?:do not|not) (?:buy (?:it|that)$|believe (?:it|that|you))<..>",
    ),
    _objection(
        "think_it_over",
        "(?:need|have|want|let me|going|got) ?(?:to )?(?:think (?:about|it|on|over)|sleep on|mull|digest)<....>|i will (?:think about it|get back to you|let you know)|we will see$",
    ),
    _brush_off(
        "not_interested",
        "(?:not|no|never|zero|hardly) (?:really |that |at all |too |very |particularly |any |all that |the )?(?:interested|interest|keen)<..>",
        "no thanks|no thank you|i will pass|we will pass|not for (?:us|me)|thanks but no|not one for us|stop you there",
        "(?:do not|never) (?:take|accept|like|do|answer|want) (?:any )?(?:sales|cold|these|those|unsolicited|this kind)<..>|no soliciting",
        "(?:another|one more) (?:sales|cold) (?:call|pitch)<..>|if (?:this|it|that)(?: is)? (?:a |about )?(?:sales|cold|seo|selling|pitch)<..>|hanging up",
        "not (?:looking at|in the market for)<..>",
    ),
)

BUSY = Refusal(
    "busy",
    ProspectSays.BRUSH_OFF,
    Phrases(
        (
            "(?:i am|we are|am|were|bit|really|so|too|pretty|kind of|little|very|super|literally) (?:<..>)?(?:busy|slammed|swamped|tied up|snowed under|rushed|flat out|in a meeting|in (?:a|the|an) \\S+ meeting|up to my|buried|driving|in a hurry|in the car|on another call|with a (?:customer|client|patient))<....>",
            "(?:do not|not|no|never|have not|have no|have not got|without) (?:have |got )*(?:any |the |much |enough )?time(?! ?line| to (?:switch|implement|train|roll|learn|change|run))<....>|no time<..>",
            "(?:in|into|to|walking into|going into|heading into|running into|got|have|late for|about to|between)(?: start| join| walk into| go into| step into| head into| a| an| another| my| the| two| back to back| have)* (?:meetings?|call|appointment|interview|flight|standup|something)<..>",
            "(?:bad time|bad moment|not a good time|not the best time to talk)(?! of)<..>",
            "(?:got|have|need) to (?:run|go|jump|get going|head|dash|leave|get back to)(?! (?:it|this|that|through|over|by|past)\\b)<..>",
            "about to (?:leave|walk|head|board|step|start|go)<....>",
            "(?:you have|got|give you|you have got|have got|i have) (?:<..>)?(?:ten|twenty|thirty|sixty|two|\\d+|a|one) (?:seconds?|minutes?)<..>",
            "make it quick|be quick|in the middle of (?:something|lunch|dinner|a meeting|a call)|people waiting|someone at the door|can not (?:talk|do this|speak)(?: now| right now)?|(?:really )?not now$",
        )
    ),
    asked=True,
)
"""Short of time: beside any other reason, since people give both in one breath."""

OTHERS_ARE_BUSY = re.compile(rf"\b{_OTHERS}(?: (?!i\b|we\b)\S+){{0,2}} ?$")
"""What stands before words of being busy when it is not the speaker who is."""

BRUSH_OFFS_TOO = Phrases(
    (
        "(?:do not|not) need (?:it|any|anything|that|this)$",
        "all set<..>",
        "(?:we are|were|i am) (?:good|fine)(?: thanks| thank you)?$",
    )
)
"""Objections that are said to end the talk."""
