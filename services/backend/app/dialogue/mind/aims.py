"""What a question aims at: a matter of the business in general, or a side of the problem that is being talked about."""
# ruff: noqa: E501 - a phrasing stays on one line

import re
from collections.abc import Collection

from app.dialogue.mind.talk import talk_of

_SYSTEM = r"(?:system|software|tool|platform|erp|crm|app|program|set ?up)s?"
_SUPPLIER = r"(?:vendor|provider|supplier|(?:service|technology|software|external|outside|outsourcing|logistics|current|existing|present) partner|agency(?! (?:costs?|staff|workers?|people|spend\w*))|contractor)s?"
_HOLD = r"(?:signs?(?: off)?|approves?|spend|say yes)"

_GENERAL: tuple[tuple[str, str], ...] = (
    # fact id: how one asks for it, in canonical words; the first that fits decides
    ("budget.limit", rf"\bhow (?:big|much|large) (?:\w+ ){{0,3}}?budget|\b(?:up to (?:what|how much)|how much (?:can|could|may|are) you(?: allowed to)? {_HOLD}|what can you {_HOLD}|{_HOLD} (?:it |that |this )?(?:yourself|on your own|alone)|spending limit|your own authority)"),
    ("contract.end", r"\b(?:contract|renewals?|renew|locked in|expires?|notice period|tied in|run(?:s|ning)? out|under agreement)\b"),
    ("budget.cycle", r"\bbudget|(?:is|have you got|do you have) (?:the |any )?money (?:there|left|for)|can you afford|fiscal year|money set aside|put money aside"),
    ("deciders.who", r"\bwho (?:is|are) (?:the ones? )?deciding (?:about|on|over)\b|\bwho(?:m)? (?:would|do|must|should|will) i (?:need to |have to )?(?:convince|persuade|win over|get on board|bring round)\b|\bwho(?: \w+)? (?:else )?(?:would |will |has to |have to |needs to |need to |gets to |must |should |all ){0,2}(?:say yes|agree|like it|be (?:on board|convinced|happy)|buy in|signs?|decides?|approves?|is involved|be involved|has the (?:final|last)|makes? (?:the|that|a) (?:call|decision)|weighs? in|ha(?:s|ve) a say|holds the)|\b(?:besides|apart from|other than) you\b|anyone else .*(?:involved|decide|sign|approve)|\bis (?:it|that) (?:just you|your call)\b|who would need to|(?:your|the) (?:call|decision) alone|make that (?:call|decision) yourself|\bwho else (?:would|do|does|should|has|needs)\b"),
    ("deciders.how", r"\bhow would you (?:want to |like to |go about )?(?:try|trying|test|testing|pilot|start|starting)\b|\bhow (?:do|would|does) (?:you|your company|a company like yours|it|that) (?:usually |normally |typically )?(?:go about )?(?:buy|buying|purchase|choose|choosing|evaluate|decide(?! (?:whether|if|who|what|when|which|how)\b)|procure|get (?:\w+ )?approved)|buying process|decision process|evaluation|procurement|what (?:would|does) it take to (?:get|buy|bring)|steps .*(?:buy|approve|decide)|what would (?:you|they) (?:need|want) to see"),
    ("past.experience", r"\b(?:the )?last time you (?:\w+ ){0,2}?(?:brought|bought|tried|changed|switched|introduced|rolled|put|got|took)\b|\bwhat (?:have|did) you (?:done|tried|do|try) (?:about (?:it|that|this)|so far|against (?:it|that))\b|\b(?:(?:ever|have you|did you|you did|you have|has any(?:one|body)|did any(?:one|body)) (?:\w+ ){0,3}?(?:tried|try|looked|look|considered|attempted|thought about)\b|in the past\b|already (?:tried|looked|done)|done anything|(?:did|has|have) (?:any(?:one|body)|some(?:one|body)|you|they) (?:\w+ )?(?:change|changed|do|done|try|tried) (?:anything|something)|\bdid (?:something|anything|that|it|things|a lot|much) change\b|something like (?:this|that) before|anything like (?:this|that) before|used anything like|previous attempts?)"),
    ("incidents.cost", r"\b(?:cost|costs|damage|bill|lose|lost)\b.*\b(?:incident|that time|the mistake|that mistake|that one|outage)|(?:incident|mistake|outage)\b.*\b(?:cost|lose|damage)"),
    ("incidents.last", r"\b(?:the )?(?:last|worst|biggest) (?:thing|time|case|mess|disaster) (?:that|which|when|where)?\b.*\b(?:wrong|badly|fail\w*|broke|bad)\b|\b(?:tell|talk|walk|take) me (?:about|through) (?:one|the last|a case)\b|\b(?:example|for instance|last time(?! (?:that )?(?:you|someone|somebody|anyone|anybody|they|he|she|your \w+) (?!had|got|saw|lost|missed|paid)\w+)|(?:a )?specific (?:case|time)|when was the last(?! time (?:that )?(?:you|someone|somebody|anyone|anybody|they|he|she|your \w+) (?!had|got|saw|lost|missed|paid)\w+)|most recent|a concrete)"),
    ("cost.now", r"\b(?:what|how much) (?:do|are|does|is) (?:you|it|that|this)(?: all)? (?:currently )?(?:spend|spending|pay|paying|cost(?:ing)? you (?:today|now|all in))\b|total cost|cost of (?:doing|running) (?:it|that|this)|spend on (?:this|that|it)"),
    ("vendor.feeling", rf"\b(?:happy|satisfied|content|like|love|feel|change|wish|rate|improve|better|unhappy|frustrat\w+|getting what)\b.*\b(?:{_SUPPLIER}|with them|about them|from them)|{_SUPPLIER}.*\b(?:treat|happy|satisf|any good|working out|doing a good)"),
    ("vendor.current", rf"\b(?:{_SUPPLIER}(?! (?:\w+ing|send|sends|change|changes|who|that|pay|call)\b)|somebody outside|someone outside|third party|outsourc\w*|an outside|(?:any|some)(?:body|one) (?:from )?(?:outside )?(?:helping|who helps|to help)|(?:any|some)(?:body|one) (?:from )?outside|who do you (?:use|work with|buy))\b"),
    ("tools.gap", rf"\b(?:missing|lacks?|lacking|not like|not you like|dislike|hate|limits?|cannot do|can not do|annoy\w*|gaps?|shortcomings?|wish|weak|bothers?|short)\b.*\b{_SYSTEM}\b|\b{_SYSTEM}\b.*\b(?:miss|lack|not do|gap|wish|fall short|limits?)"),
    ("tools.main", rf"\b(?:what|which)(?: kind of| sort of)? {_SYSTEM}\b|\b(?:what|which) .*\b(?:running on|run on|working in|work in)\b|\b(?:use|using|have|run|running)\b.*\b{_SYSTEM}\b|what are you using|what do you use\b|\bwhat is your {_SYSTEM}"),
    ("team.gap", r"\b(?:short (?:of|on) (?:people|staff|hands)|short ?staffed|under ?staffed|enough (?:people|staff|hands)|vacanc\w+|open (?:positions?|roles?|jobs?)|hiring|hard to (?:hire|find)|people leav\w+|staff turnover|lost (?:anyone|people))"),
    ("team.size", r"\bhow (?:big|large|many) (?:\w+ ){0,4}?(?:team|crew|department|report to you|work for you|do you have under)|\bhow many \w+ (?:do you have|are there|are) (?:on|in) (?:your|the) (?:team|group|department)|\bhow many (?:people|of you)(?: is| are|$)|\bhow many people (?:do you have )?(?:doing|on|for|behind) (?:that|it|this)|\bhow many (?:people|heads|hands) (?:do you have|have you(?: got)?|are there|are|you have) (?:\w+ )?(?:in|on) (?!the (?:company|building|payroll))|\bhow many heads\b|team (?:size|of)\b|people (?:are )?(?:on|in) your team|do you manage"),
    ("company.sites", r"\b(?:how many|what|which) (?:locations?|sites|offices|branches|warehouses|plants|stores|facilities|places|countries)\b|\b(?:you|everybody|everyone|all|people|company|one) (?:\w+ )?in one place|spread out|under one roof|where are you (?:guys |all )?(?:based|located)|multiple (?:sites|locations|offices)|more than one (?:site|location|office)"),
    ("company.size", r"\bhow (?:big|large) (?:is|are) (?:the |your )?(?:company|business|firm|organi[sz]ation|you|guys)|\bhow many (?:people|employees|staff|of you)(?: all in all| altogether| in total)? (?:work(?! on)|are (?:there|you)|do you (?:have|employ)$|(?:are )?(?:in|at) (?:the|your) (?:company|business|firm))|head ?count|(?:company|firm) size"),
    ("company.do", r"\bwhat (?:does|do|is it) (?:your company|the company|your firm|your business|you guys|you all|you people|you folks|your company) (?:actually |really )?(?:do|make|sell)|who are your (?:\w+ )?(?:customers|clients)|what (?:kind|type|sort|line) of (?:company|business|work|customers|clients)|who do you (?:serve|sell to)|what (?:business|industry) are you in|tell me (?:a bit |a little )?about (?:your|the) (?:company|business)"),
    ("role.owns", r"^(?:so |and )?what (?:do|does|is|are) (?:you|your (?:job|role|title|position|day)) (?:\w+ )?(?:look after|do there|cover|own|run|in charge|responsible|involve|do(?: all day| exactly)?$)|your (?:role|responsibilit\w+|job)\b|responsible for\b|in charge of\b|what is on your desk"),
    ("metrics.target", r"\b(?:targets?|goals?|aim(?:ing)? for|supposed to (?:hit|reach|be)|where do you (?:want|need) (?:it|that|to be))\b"),
    ("metrics.now", r"\b(?:do|does|did|are|have|how|what) (?:you|they|your \w+) (?:(?!keep)\w+ )?(?:track|tracking)\b|\b(?:measure|metrics?|kpis?|csat|nps|which numbers?(?! (?:is|are) (?:wrong|right|off|late|missing))\b|what numbers?|numbers? (?:do|are) you|keep score|how do you know (?:if|whether|that|it))\b"),
    ("growth.strain", r"\b(?:keep(?:ing)? up with|cope with|handle) (?:the |that |all that )?(?:growth|volume|demand|work)|\bgrowth\b.*\b(?:hard|strain|hurt|problem|difficult|break)|outgrow"),
    ("growth.plan", r"\b(?:growing|grow|expand\w*|plans? for (?:next|the|this|growth)|next year|where (?:is|are) (?:the company|you|things) (?:going|heading|headed))\b"),
    ("priorities.boss", r"\b(?:your |the )(?:boss|bosses|ceo|leadership|board|management|owners?|managing director|executives?)\b.*\b(?:care|want|ask|look|think|focus|say|push|expect|priorit)|\b(?:care|matter)s? (?:most )?(?:about )?(?:to|upstairs|above)"),
    ("priorities.top", r"\bkeeps? you (?:up|awake)\b|\b(?:top|number one|first) (?:of|on|priorit\w+|thing|item)|priorit(?:y|ies)\b|(?:main|big|biggest|your) (?:focus|goal|project|worry|concern)\b|most important (?:thing|project|goal|(?:for|to) you)|keeps you (?:up|busy|awake)|on your (?:plate|agenda|mind)|focus(?:ed|ing)? on\b"),
    ("timeline.change", r"\b(?:when (?:would|could|can|might|will) (?:you|that|it|this)|how soon|timeline|time ?frame|by when would|what is (?:the|your) timing|realistic(?:ally)? when|start (?:something|anything))\b"),
    ("news.effect", r"\b(?:since (?:the|you|that) (?:\w+ ){0,4}?(?:opened|opening|merger|move|moved|launch|launched|won|acquisition|bought|raised|happened)|what has changed since|how has (?:that|it) changed|are you busier)\b"),
    ("news", r"\b(?:in the news|recent news|the news|some news|congratulations|tell me about the new|how is the new|how did the (?:move|merger|launch|opening))\b"),
    ("process.break", r"\b(?:bottleneck|slow(?:s|ing)? (?:you|things|it|everything)|get(?:s)? stuck|hold(?:s|ing)? (?:you|things|it|everything) up|fall(?:s)? apart|where does (?:your|the) process|weak(?:est)? (?:link|spot|point))\b"),
    ("process.flow", r"\b(?:your (?:process|workflow)|the (?:process|workflow)|step by step|from start to finish|end to end|what does (?:a|your) (?:typical |normal )?(?:day|week) look|typical (?:day|week))\b"),
)  # fmt: skip

_SIDES: tuple[tuple[str, str], ...] = (
    # side of a problem, `today` to `then` as in the persona's facts; `feel` is whether they are happy with it
    ("hurts", r"\bwhat (?:is|are|was) the (?:\w+ ){0,2}?(?:annoying|worst|hardest|painful|difficult|tricky|tiring|frustrating|stupid|ugl\w+|maddening)\b"),
    ("feel", r"\bis (?:that|it|this) enough\b|\byou (?:\w+ ){0,2}?(?:happy|satisfied|content|okay|comfortable) (?:with|about) (?:it|that|this|them|how (?:it|that|things))\b|(?:\b(?:do|did)|^(?:(?:and|so) )*)(?:^| ?\b)you (?:\w+ )?(?:like|love|enjoy|hate|mind) (?:it|that|this|them)\b"),
    ("noticed", r"\bhow (?:do|did|does|would|will|come) (?:you|they|he|she|it|anyone|anybody|somebody|someone|your \w+|the \w+) (?:even |first |ever |usually |actually )?(?:notice|find out|spot|catch|discover|reali[sz]e|get to know|hear about|come to light|surface)\b|\bwho (?:first |usually |even )?(?:notice[sd]?|spot(?:s|ted)?|finds? (?:it|that|this|them|out)|found (?:it|that|this|out)|catch(?:es)? (?:it|that|this|them)|caught (?:it|that|this))\b|\bwhen (?:do|did) you (?:first )?(?:notice|find out|reali[sz]e)"),
    ("effort", r"\bhow long (?:does|do|did|would|will) (?:it|that|this|one|each|such)(?: \w+){0,3}? takes?\b(?! to (?!do\b|fix|sort|handle|check|clean|put|clear|get it|get that))|\b(?:it|that|this) takes? (?:him|her|them|you|your \w+) how long\b|\bhow much of (?:his|her|their|your|the) (?:[\w']+ ){0,3}?(?:time|day|week|shift)\b"),
    ("instead", r"\bwhat (?:else )?(?:could|would|should|might) (?:\w+ ){1,3}?(?:be doing|be able to do|do|have done) (?:with (?:that|the|all that|this) time|instead|otherwise)|\bwhat (?:\w+ ){1,4}?not get done\b|\bwhat (?:gets|is|are) (?:\w+ )?(?:left undone|left out|dropped|put off|left lying)|\bwhat (?:else )?(?:could|would|should) (?:\w+ ){1,2}(?:be|have been) (?:doing|working on)\b"),
    ("known", r"\b(?:does|do|did|has|have|is|are) (?:your |the )?(?:boss|bosses|ceo|board|management|leadership|directors?|manager|owners?|anyone|anybody|everyone|everybody|people) (?:\w+ ){0,2}?(?:know|aware|hear|heard|been told|find out|found out)\b|\bwho (?:else )?knows\b|\b(?:have|did) you (?:\w+ )?(?:tell|told|raised?|brought|bring|mention(?:ed)?)(?: (?:it|that|this))?(?: (?:up|to))? ?(?:your|anyone|anybody|somebody|someone|with|$)"),
    ("since", r"\bhow long\b(?! (?:it |that |this |they )?(?:does|do|did|will|would|takes?|until|till|before)\b)|\bsince when\b|for how long|when (?:did|was) (?:it|that|this|you first)|how far back|always been (?:like|that|this)|is (?:it|that|this) new\b"),
    ("often", r"\b(?:happen|occur|come up|crop up|go wrong|see (?:it|that|this)|get (?:it|that|this|those)|have (?:it|that|this))(?:s|ed)? (?:a lot|much|regularly|frequently|very often|that often)\b|\bhow (?:often|frequent\w*|regular\w*|common)\b|every (?:week|month|day)|once in a while|how many times|all the time\b|one off|how many (?:of them|of those|cases|a month|a week)"),
    ("costs", r"\b(?:cost\w*|spend\w*|losing|lose|loses|money|dollars?|pounds|euros?|figure|expensive|price tag|worth to you)\b|how much\b|(?:a|any|rough) number\b|number on (?:it|that)|how many (?:hours|days)|(?:hours|days|time) (?:does|do|are|is) (?:it|that|you|they)|\bimpact\b"),
    ("matters", r"\bwhere (?:does|would|do) (?:it|that|this) (?:\w+ )?(?:sit|rank|come in)\b|\b(?:how (?:important|urgent|big a (?:deal|priority)|serious|high)|importan\w+|urgent|matters? (?:to|for) you|on (?:your|the) (?:list|radar)|want (?:\w+ )?(?:fixed|solved|changed|gone|to (?:fix|change|solve|get rid))|worth (?:fixing|solving|changing)|(?:need|like|have) to (?:fix|change|solve)|live with|stay(?:s)? (?:like (?:that|it is)|the same|as it is)|do(?:ing)? nothing|(?:if|suppose|say) (?:it|this|that|things?|nothing) (?:goes on|go on|keeps?|carr(?:y|ies) on|continues?|stays?|changes?)|what would (?:you|your \w+|it|that|they) (?:do(?! (?:then|if|when)\b)|mean|be like|change|free up|gain)|what if nothing|care about|bother (?:you|anyone)|are you okay with|fine with (?:you|that))\b|\bpriority\b"),
    ("why", r"\b(?:why|how come|caus\w+|root|reason|what is behind|what makes|what leads|where (?:does|do) (?:you (?:think|feel|suppose) )?(?:that|it|this) comes? from|whose fault)\b"),
    ("who", r"(?<!one )(?<!ones )(?<!people )(?<!those )(?<!someone )(?<!somebody )(?<!anyone )(?<!anybody )(?<!guy )(?<!person )\b(?:who|whose)\b|\b(?:affect\w*|effect on|hits? (?:the )?hardest|which (?:people|person|team|one of)|suffers?|feels (?:it|that)|who (?:would |will |might )?feel (?:it|that)|for (?:your|the) (?:team|people)|mean(?:s)? for (?:you|your|the team))\b"),
    ("then", r"\b(?:what happens(?! (?:in|during|at|on|before|with)\b)|then what|and then(?: what\b.*)?$|what do (?:they|people|your \w+) do when|what (?:do|did) you do(?: then| when| if| about it)?|what (?:would|will) (?:you|they|he|she) do (?:then|if|when)|what next|how do you (?:deal|react|fix|handle (?:it|that) (?:when|if|then))|what (?:comes|follows)|knock.?on|ripple|consequences?|where does (?:it|that) (?:show up|end up|land|leave)|when (?:that|it|this) happens|end up (?:doing|with))\b"),
    ("hurts", r"\b(?:wrong|problems?|challeng\w+|struggl\w+|pains?|annoy\w*|headaches?|difficult\w*|hard(?:est)?|break\w*|fail\w*|miss\w*|slip\w*|frustrat\w+|issues?|worst|trouble|fall\w*|stuck|g[eo]t(?:s|ting)? (?:through|past)|went through|lately|is that you|sounds? (?:familiar|like (?:you|your|yours|us)\b)|ring true|resonate\w*|describe (?:you|your)|the case (?:with|for|at) you|a thing at yours|similar (?:at|with|for) (?:you|yours|\w+$)|(?:a thing|something) (?:here|there|for you|you)|happen(?:s|ed|ing)? (?:to|at|with|here|there|over|for)\b|(?:does|did|do) (?:it|that|this|those|any of that) (?:ever )?happen|do you (?:see|get|have|notice|recogni[sz]e|know) (?:that|this|it|those|any)|ring a bell|true for you|same (?:for|with|at) you|you (?:as well|too)\b|at your place|on your side too|anything like that|ever|run into|come across|how (?:is|are) (?:that|it|they|things) (?:going|working)|work(?:s|ing)? (?:well|good|okay|out|for you)|(?:is|are|does|do) (?:it|that|they|this) (?:all )?work|good enough|any good|like about)\b"),
    ("today", r"\b(?:what happens (?:in|during|at|on|before|with)\b|how (?:do|are|is|does|did)|walk me|talk me|currently|today|right now|at the moment|handle\w*|process|(?<!they )(?<!those )(?<!these )look like|manage\w*|by hand|manual\w*|dealing|deal with|doing (?:it|that|about))\b"),
)  # fmt: skip

_GENERAL_RE = tuple((id_, re.compile(pattern)) for id_, pattern in _GENERAL)
_SIDES_RE = tuple((side, re.compile(pattern)) for side, pattern in _SIDES)
_POINTS_BACK = re.compile(
    r"\b(?:it|its|he|she|him|her|his|what happens|that|this(?! (?:year|month|quarter|week|morning|time|call)\b)|those|these|them|they|(?<!is )(?<!are )(?<!was )(?<!were )there|then|such|true for you|you (?:as well|too)|same (?:for|with|at) you|at your place)\b"
    r"|^(?:and |so )?what did you do$|^(?:(?:and|so|but) )?(?:did|has|have|does|do) (?:one|any of|some of)\b|^(?:and )?(?:why|since when|how (?:long|often|come|so|bad)|then what|for example|an? example|example)\b(?! \w+ \w+ \w+ \w+)"
)
_AT_HOME = re.compile(
    r"\b(?:your (?:wife|husband|family|weekend|holiday|dog|hobb\w+|favou?rite)|kids|children|married(?! to (?:that|the|this|them|your|a) \w+)|privately|golf|football|"
    r"fishing|weather|movie|born|grow up|vote|church)\b"
)
_OPEN_QUESTION = re.compile(
    r"\b(?:how|what|who|whose|whom|when|where|why|which)\b|^(?:(?:and|so|but|okay) )*(?:can|could|would|will|do|did|does|have|has|should|shall)\b"
)
_WHY_NOT = re.compile(
    r"\b(?:why|how come|what (?:is (?:behind|the (?:reason|problem|concern|worry|hesitation|catch|issue|hold ?up)|holding|stopping|missing|in the way|wrong with)|would (?:be wrong with|it take|change|make|help|convince|need|have to|persuade|get|you (?:need|want|have to|like to see))|else (?:is|would|stops?|holds?|worries|bothers)|do you need|makes?|holds?|stops?|keeps?)|reason|behind|concern\w*|worr\w+|"
    r"hesita\w+|missing|convince you|change your mind|need to (?:see|hear|know)|in the way|hold(?:s|ing)? you)\b"
    r"|\bbecause\b.*\bor (?:because|is|just|rather|more)\b"
    r"|\bis (?:it|that|this) (?:\w+ ){0,3}?(?:timing|price|money|cost|budget|trust|risk|effort|thing itself|idea|me)\b.*\bor\b"
)


def general_aim(line: str, known: Collection[str]) -> str:
    """Id of the fact among `known` that a question in canonical words asks for; empty when it names none."""
    return next((id_ for id_, pattern in _GENERAL_RE if id_ in known and pattern.search(line)), "")


def side_of(line: str) -> str:
    """Which side of a problem is asked for: `today`, `hurts`, `costs`, `matters`, `since` …; empty when none shows."""
    return next((side for side, pattern in _SIDES_RE if pattern.search(line)), "")


def points_back(line: str) -> bool:
    """Whether the question leans on what was said before: `how long has that been going on`."""
    return bool(_POINTS_BACK.search(line))


def is_private(line: str) -> bool:
    """Whether it is about life outside work, which nobody tells a stranger."""
    return bool(_AT_HOME.search(line))


_OFFERS_A_LOOK = re.compile(
    r"\blike the sound of\b|^(?:(?:are )?you )?(?:interested|curious|tempted|keen|deal)$|^(?:(?:do|would) you )?(?:want|like|care) to (?:see|look|have a look|hear|try)(?: it| that| how)?$"
    r"|^(?:(?:and|so|but) )?(?:what if (?:\w+ ){1,3}?could|what if you (?:knew|saw|got)\b|what if (?:the|an?|every\w*|your|all) (?:\w+ ){0,2}?(?:went|came|got|had|did|was|were|knew|saw)\b|if (?:i|we) (?:could|can|were able to))\b(?!.*\b(?:who|what|how|when|which|why)\b)"
    r"|\bis (?:that|this|it) (?:like |at all )?(?:useful|helpful|relevant|of (?:any )?(?:use|interest|value))\b|\bhow about (?:i|we|an?)\b(?! (?:example|case|number|guess|bad|good))|\bwould you (?:\w+ )?(?:try|test|use|take|buy|want|like) (?:ours|it|one|this|that)\b(?! (?:fixed|gone|solved|sorted))|\bwould (?:that|this|it|something like (?:that|this)) (?:\w+ )?(?:address|help|solve|fix|cover|work for|do the job|make a difference|interest|fit)\b|\b(?:if (?:i|we) (?:could|can|were to|was to) (?:show|prove|get|take|save|fix|help|give|do)|(?<!how much )(?<!what )would (?:you|it) (?:be (?:open|interested|worth|of interest|"
    r"crazy|useful|helpful)|look|have a look|like to see|want to see|consider|help you|be worth)|can i show|let me show|want to hear|interested in (?:seeing|hearing|that|it)|shall i|should i show|if (?:it|the \\w+) (?:costs?|is free|were free|was free)|"
    r"what if (?:we|i|there (?:was|were)|(?:that|it|those|they) (?:could|did|had|never|went|was|were)|you (?:could|did|had|never)|your \w+ (?:could|did|had|never))|(?:^|and |so |but )imagine(?! (?:that would|it)$)|if (?:that|those|it|they|you) (?:\w+ )?(?:went|stopped|answered|was|were|did not|had|could|never|disappeared)|"
    r"would your \w+ (?:like|love|mind|be))\b"
)
_WH_FIRST = re.compile(r"^(?:(?:and|so|but|okay|then) )*(?:how|what|who|when|where|which|why)\b(?! (?:if|about)\b)")

_IF_WHICH = re.compile(
    r"\bif (?:you (?:could|had|were)\b.*\b(?:which|what|who|where|how)\b"
    r"|(?:some of |half of |part of |any of )?(?:it|that|this|things|they|he|she)\b.*\b(?:which|what|who|where|how) (?:would|will|could|do|does|is|are)\b)"
)
"""Then it asks what somebody would choose: "If you could drop one task, which would it be?"."""
_REMARK = re.compile(
    r"^(?:(?:oh|well|okay|and|so|but|ha|yes|wow) )*(?:(?:it |that )?sounds|you (?:sound|seem|must|look)|i (?:bet|guess|imagine|suppose|can imagine)|that (?:must|is (?:a lot|tough|funny|good|great|fair|interesting)))\b"
)


def is_remark(line: str) -> bool:
    """Whether the line is a remark in passing, which nobody mistakes for noise."""
    return bool(_REMARK.search(line))


_WHAT_THEN = re.compile(
    r"^(?:(?:and|so|but|okay) )*(?:what would (?:you|your \w+|it|that|they|change)\b"
    r"|(?:(?:what )?if|suppose|say) (?:it|this|that|things?|nothing) (?:goes on|go on|keeps?|carr(?:y|ies) on|continues?|stays?|changes?)\b)"
)


def asks_what_then(line: str) -> bool:
    """Whether it asks what comes of it if all goes on, or stops: `and if it goes on like this`."""
    return bool(_WHAT_THEN.search(line))


_OFFERS_A_THING = re.compile(
    r"^(?:(?:and|so|okay|fair|well) )*(?:(?:do|would) you (?:\w+ )?(?:want|like|need)|(?:shall|should|can|may) i (?:give|get|name|tell) you|(?:want|like))"
    r" (?:me to (?:give|name|tell) you )?(?:to (?:know|hear|see) (?:how|what|why|which|who|where)|(?:a|an|one|the|some|their|his|her|two) (?:\w+ )?(?:names?|numbers?|references?|contacts?|examples?|figures?|cases?))\b"
)


def offers_a_thing(line: str) -> bool:
    """Whether the question holds out something to know: `do you want a name to call`."""
    return bool(_OFFERS_A_THING.search(line))


_YOURS_TOO = re.compile(
    r"\b(?:sounds? (?:like|familiar)|ring(?:s)? (?:a bell|true)|resonate\w*|describe (?:you|your)|the case (?:with|for|at)|true for|is that you)\b"
)


def asks_if_yours(line: str) -> bool:
    """Whether it asks if what was just told is so with them: `does that sound like you`."""
    return bool(_YOURS_TOO.search(line))


def offers_a_look(line: str) -> bool:
    """Whether the question is no question about the business but an offer: would you look if I could …"""
    if _WH_FIRST.match(line) or _IF_WHICH.search(line):
        return False
    return bool(_OFFERS_A_LOOK.search(line)) and talk_of(line) is None and not asks_what_then(line)


_WANTS_TERMS = re.compile(
    r"\bwhat (?:would|must|should) (?:a|an|the|any|such a) \w+ (?:have to |need to |be able to )+(?:do|be|have|show)\b|\bwhat would (?:you (?:\w+ )?(?:need|want|expect|like) (?:from|of|out of)(?! (?:them|him|her|those|finance|sales|your)\b)|it take(?! (?:them|him|her|the|your|to (?:get (?!you\b|a meeting|to)|check|find|have|fix|close|do|make|set|run|bring|sort|solve|stop|avoid))\b)|make(?! (?:her|him|them|their|his|the|people|somebody|someone|you (?:change|drop|leave|switch) (?!your mind))\b)(?! you (?:say no|hesitate|walk|back out|stop|worry|nervous)| (?:it|this|that) (?:a |an )?(?:waste|bad|no go|mistake|too ))(?! (?:it|that|this|them) (?:an? )?(?:\w+ out|[a-z]*ten|nine|perfect|better|great|ideal|easier|right)\b)|convince|get|persuade|change(?! (?:for|in|about|if)\b))|\bwhat (?:do|would) you (?:need|want|have) to (?:see|hear|know|believe)\b"
    r"|\bwhat (?:would|does) (?:have|need) to (?:be|happen|change|come|go)\b(?! wrong)"
)


_IF_IT_WERE = re.compile(r"\b(?:if|suppose|say) (?!i\b|we\b).*\bwhat would change\b")
"""What would change if things were otherwise is no condition: "If it took three days, what would change?"."""


def asks_for_terms(line: str) -> bool:
    """Whether the question is after what it would take to be convinced."""
    return bool(_WANTS_TERMS.search(line)) and not _IF_IT_WERE.search(line)


def asks_openly(line: str) -> bool:
    """Whether the question wants more than a yes to what it says: `who opens them`, `do you open them`."""
    return bool(_OPEN_QUESTION.search(line))


def asks_why_not(line: str) -> bool:
    """Whether the question is after the reason for a no, or what would make it a yes."""
    return bool(_WHY_NOT.search(line))


_OFFER = re.compile(
    r"\b(?:we|i)(?: basically| actually| just| also)? (?:sell|make|offer|provide|help|build|supply|do (?!not|you|it|that|this|have|know|think|understand|apologi)\w+)\b"
    r"|\b(?:like|want|wanted|hoping|trying) to (?:find out|understand|learn) (?:how|what|who|whether|why)\b"
    r"|\b(?:it is|this is|i am calling|calling) (?:all )?about \w+|\b(?:from|with|at) \w+(?: \w+)? about (?:the|your|how|why) \w+|^about (?!(?:you|that|this|it|what)\b)\w+ \w+|\bwork with (?:companies|teams|people|firms|businesses)\b"
)


def says_what_it_is_about(line: str) -> bool:
    """Whether the caller says in so many words what they sell or what the call is about: `we do helpdesk software`."""
    return bool(_OFFER.search(line))


_PREFACE = re.compile(
    r"^(?:(?:and|so|but|okay|well|now) )*(?:(?:can|could|may) i (?:be|ask|say|just|tell|add|call|ring|get back)|(?:do you )?mind if i|you know what|guess what)\b"
)


def is_preface(line: str) -> bool:
    """Whether the question only announces what the caller is going to say or do: `can I be honest`."""
    return bool(_PREFACE.search(line)) and len(line.split()) <= _PREFACE_WORDS and not _ASKS_AFTER.search(line)


_PREFACE_WORDS = 8
_ASKS_AFTER = re.compile(r"\bask (?:you )?(?:how|what|who|whom|where|when|why|which|whether|if)\b")
"""Announced and asked in one: "Can I ask what's behind that?"."""


_CHECKS = re.compile(
    r"\b(?:is that (?:right|correct|fair|accurate)|(?:did|do|have) i (?:get|got|understand|understood|hear|heard)(?: \w+)? (?:that|it|you|right|correctly|correct)\b|(?:did|have) i got (?:it|that|this)\b|sum(?:ming)? (?:it |that |this )?up|summari[sz]e|play (?:it|that|this) back|^(?:correct|right|accurate|fair)$|let me (?:\w+ )?(?:check|make sure|repeat|confirm)\b|am i (?:right|hearing you|getting (?:that|this|it) right)|"
    r"(?:have|did|do) i (?:understand|understood)|(?:did|have) i (?:miss|missed|forget|left) (?:anything|something)(?: out)?$|if i (?:have )?(?:understand|understood|heard|hear|got) (?:\w+ )?(?:you|that|it|right|correctly)|so what you are saying|so you are saying|"
    r"does that sum|fair to say|is that a fair|right\?$)\b"
)


def checks_understanding(line: str) -> bool:
    """Whether the question only asks if the caller has understood: `is that right`."""
    return bool(_CHECKS.search(line))
