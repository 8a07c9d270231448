"""What prospects say: objections and brush-offs by kind, time constraints, acceptance, refusal, disclosure, goodbye."""

import re

from app.domain.acts import ProspectSays
from app.reading.patterns.rules import phrase_pattern

# Objection kinds, the most particular first: the first that matches names the objection.
OBJECTIONS: tuple[tuple[str, ProspectSays, re.Pattern[str]], ...] = tuple(
    (kind, says, phrase_pattern(phrases))
    for kind, says, phrases in (
        ("off_list", ProspectSays.BRUSH_OFF, (
            "(?:take|remove|get|strike) (?:me|us|my (?:name|number)|this number) off<..>(?: \\S+)?|off your list|stop calling(?: me| here| us)?|do not (?:ever )?call (?:me |here |us |this number )?(?:again|anymore)|never call<..>|do not call list|lose (?:my|this) number",
        )),
        ("send_email", ProspectSays.BRUSH_OFF, (
            "(?:send|email|shoot|drop|mail|forward|ping) (?:me|us|it|that|something|over|some)<....>(?:email|something|info|information|details|over|deck|link|website|it|brochure|material|that|an email|a note|one pager|in writing|and i will)?<..>",
            "(?:put|have) (?:it|that|this|something) in (?:an |a )?(?:email|writing|note|mail)|do you have (?:a website|something you can send)|i will (?:take a look|look at it|read it)(?: when| if)?<..>",
        )),
        ("existing_vendor", ProspectSays.OBJECTION, (
            "(?:we|i|they) (?:have|got|have got|use|are using|work with) (?:already |our |an? |one |some )*(?:<..>)?(?:vendor|provider|supplier|system|tool|partner|solution|software|agency|someone|somebody|people|guy|company|service|team|person) (?:for (?:that|this|it)|does (?:that|this|it)|who (?:does|handles|do|handle)|that (?:does|handles)|in place|already|we (?:like|trust|are happy))<..>",
            "(?:we|i) (?:already )?(?:have|got|have got) (?:already )?(?:an? |our |one )(?:<..>)?(?:vendor|provider|supplier|partner|solution|agency|system|tool)$",
            "already (?:have|use|using|work|working|got|covered|with|on|under)<....>|(?:we are|were|i am) (?:on|with|using|under contract|locked in(?:to)?|tied (?:in|to)|married to|a \\S+ shop|committed to)<....>|we (?:use|have|have got|went with|just (?:bought|signed|switched|renewed)|signed with|renewed|built our own|do (?:it|that|this|all of (?:that|it)) in ?house|handle (?:that|it|this) (?:in ?house|internally|ourselves))<....>|unless it talks to<....>|our (?:current|existing) (?:vendor|provider|supplier|system|tool|setup|partner)<....>",
        )),
        ("no_budget", ProspectSays.OBJECTION, (
            "(?:no|not|do not have|have no|there is no|have not got|zero|without|out of)<....>(?:budget|money|funds|funding|cash)<....>|budget(?:s)? (?:is|are|has been|have been|was|were|got) (?:<..>)?(?:frozen|cut|gone|spent|tight|locked|set|done|slashed|closed|allocated)<....>|(?:spending|hiring|budget) freeze|can not afford<..>|frozen until<..>|tightening (?:our|the) belt|not in (?:the|our|this year's) budget",
        )),
        ("too_expensive", ProspectSays.OBJECTION, (
            "(?:too|very|bit|so|pretty|sounds|is|quite|way too|that expensive) (?:expensive|pricey|steep|dear|much money|costly)<..>|(?:cheaper|costs? too much|more than we (?:pay|can)|out of our (?:range|league|price))<..>|sounds expensive|too much money",
        )),
        ("bad_experience", ProspectSays.OBJECTION, (
            "(?:we|i|they) (?:have )?(?:tried|used|had|bought|paid for|did|been down|been through|got burned|been burned|got burnt|been burnt|been bitten|went through)<....>(?:before|failed|disaster|nightmare|did not work|did not go|never worked|waste|nobody used|mess|that road|last year|burned|burnt|went nowhere|for a month|terrible|already)<....>|(?:been )?(?:burned|burnt|bitten) (?:before|by)<..>|tried (?:that|this|it|something like (?:that|this|it)|one of (?:those|these|them)|a (?:tool|system) like)<....>|everyone says (?:that|this|two)<..>|heard (?:that|this|it) before",
        )),
        ("not_now", ProspectSays.OBJECTION, (
            "not (?:right now|now|at the moment|at this time|this (?:year|quarter|month|week)|the (?:right|best|time)|a (?:priority|good time|great time)|on (?:the|our|my) (?:radar|roadmap|list)|today|looking|in the market|until|for (?:now|us right now)|yet)<....>|(?:is not|it is not|not) (?:a |our |high (?:on|up) |top |really )*(?:priority|focus|list)<..>|(?:call|try|ring|reach out|talk|check|come back|circle back|get back|follow up)(?: to)?(?: me| us| back| again| in| out)*<..>(?:next (?:year|quarter|month|week)|in (?:a few|six|three|two|\\d|january|february|march|april|may|june|july|august|september|october|november|december|the (?:new year|spring|fall|summer|autumn))|later|after)<....>|(?:maybe|perhaps)? ?next (?:year|quarter)|bigger fish|too much (?:going )?on|other (?:priorities|things going|fish)|wrong time|timing is<..>|plate is full|got enough on|have (?:other|bigger) priorities|bad timing|middle of (?:a|an|the|our) (?:migration|reorg|merger|project|rollout|audit|implementation|acquisition|move|restructur\\S+)",
        )),
        ("not_decider", ProspectSays.OBJECTION, (
            "(?:i am )?not (?:the (?:right|one|person|decision)|my (?:call|decision|area|department|thing|job|side)|me you|in charge|responsible|up to me|something i)<....>|(?:i do not|do not) (?:handle|deal with|make|decide|do|look after|own|run|manage)(?: with)? (?:that|those|it|this|these|the|any of)<....>|wrong (?:person|department|guy|number|woman|office)|(?:have|need|got) to (?:ask|check with|talk to|speak to|run it (?:by|past)|clear it with|go through|take it to)<....>|above my pay ?grade|(?:my|our) (?:boss|board|partner|cfo|ceo|manager|head office|parent company|corporate|it department|wife|husband|team) (?:decides|handles|makes|would (?:have|need)|has to|does (?:that|all)|is the one|deals|takes care|will)<....>|that is (?:all )?(?:handled|done|decided) by<..>|goes through (?:procurement|purchasing|it|head office|corporate|legal|the board)<..>|you (?:would|will) (?:have|need) to (?:talk|speak) to<..>",
        )),
        ("need_to_think", ProspectSays.OBJECTION, (
            "(?:need|have|want|let me|going|got) ?(?:to )?(?:think (?:about|it|on|over)|sleep on|mull|digest|consider)<....>|think (?:it over|about it)|get back to you|we will see|i will let you know|let me (?:talk|discuss|check)<....>",
        )),
        ("too_small", ProspectSays.OBJECTION, (
            "(?:we are|were|we|i am|it is) (?:<..>)?(?:too small|not big enough|a small|tiny|just (?:me|two|a few|five|six|ten)|only (?:<n>|\\d+))<....>|too (?:small|big|early)(?: for)?<..>|overkill|not (?:that|so) big|do not have (?:the )?(?:volume|enough)<..>",
        )),
        ("security", ProspectSays.OBJECTION, (
            "(?:security|compliance|legal|gdpr|privacy|hipaa|infosec|data protection|it) (?:would|will|is|are|has|won't|team|review|policy|concern|questionnaire|people)<....>|(?:can not|not allowed|do not) (?:share|let|give|put|send)<....>(?:data|outside|third|cloud)<....>",
        )),
        ("change_effort", ProspectSays.OBJECTION, (
            "(?:do not have|no|have not got|have not|not enough|without the|zero) (?:the )?(?:<..>)?(?:staff|resources?|people|bandwidth|capacity|manpower|time to (?:switch|implement|train|roll|learn|change|deal))<....>|too much (?:hassle|work|trouble|effort|change|disruption)|(?:another|one more|yet another|a second|new) (?:tool|system|login|software|platform|thing)<....>|(?:team|people|guys|staff|drivers|reps|folks) (?:hate|will never|would never|will not|do not like|would not|are not going to|won't|resist)<....>|(?:pain|nightmare|hassle) to (?:switch|change|move|implement)<..>|not (?:ripping|changing|switching|rip|replacing|retyping)<....>|nobody is retyping<..>",
        )),
        ("no_need", ProspectSays.OBJECTION, (
            "(?:do not|does not|not|never) (?:really )?(?:need|have (?:a need|that (?:problem|issue)|any (?:problem|issue)|much|the problem|a problem)|see (?:the|a|any|how|why|it|the need)|a problem|an issue|think (?:that|this|it|we)|something we)<....>|(?:we are|were|i am|am) (?:<..>)?(?:all set|set|good|fine|happy|satisfied|covered|okay|sorted|pleased|comfortable)(?: (?:with|as|where|for|thanks|thank|here|right|how|on|the way|at|really).*)?$|all (?:set|good|sorted|covered)|(?:works|working) (?:<..>)?(?:fine|well|okay|great|for us)|happy with<....>|no need<....>|(?:is|it is) not for us<..>|it is under control|(?:got|have) (?:it|that|this|everything) (?:covered|under control|handled|sorted)|not (?:a problem|an issue|relevant|applicable|something)(?: for| we)?<..>|what is in it for<..>|do not buy (?:anything )?(?:on|over) the phone|not buying anything<....>|honestly no$",
        )),
        ("not_interested", ProspectSays.BRUSH_OFF, (
            "(?:not|no|never|is not|zero|hardly) (?:really |that |at all |too |very |particularly |any )?(?:interest(?:ed)?|keen|for me|for us)<..>|no thanks|no thank you|i will pass|we will pass|not (?:something|anything) (?:we|i) (?:are|am|would)<....>|do not (?:take|accept|like|do) (?:sales|cold|these|those|unsolicited|this kind)<....>|(?:another|one more) (?:sales|cold) (?:call|pitch)|(?:if|is) (?:this|it|that) (?:is )?(?:a|about) (?:sales|cold|seo|selling|pitch)<..>|i am hanging up|thanks but no|no soliciting|not buying",
        )),
        ("busy", ProspectSays.BRUSH_OFF, (
            "(?:i am|we are|am|were|bit|really|so|too|pretty|kind of|little|very|super) (?:<..>)?(?:busy|slammed|swamped|tied up|snowed under|rushed|flat out|in the middle|in a meeting|in (?:a|the|an) \\S+ meeting|up to my|stretched|buried|driving|in a hurry|between)<....>|(?:do not|not|no|never|have not|have no|have not got|without) (?:have |got |really )?(?:any |the |much |enough )?time(?! ?line| to (?:switch|implement|learn))<....>|(?:in|into|to|walking into|going into|heading into|running into|got|have|late for|about to (?:start|join|walk)|between)(?: a| an| another| my| the| two| back to back)?(?: \\S+)? (?:meeting|meetings|call|appointment|something|interview|flight)<....>|bad time<..>|not a good time<..>|(?:got|have|need) to (?:run|go|jump|get going|head|dash|leave|get back)<....>|about to (?:leave|walk|head|board|step)<....>|(?:you have|got|have|give you) (?:<..>)?(?:ten|twenty|thirty|sixty|\\d+|a|one) (?:seconds?|minutes?)|(?:call|ring|try) (?:me )?(?:back|later)(?: later| another time)?<..>|make it quick|be quick|in the middle of (?:something|lunch|dinner|a meeting|a call)",
        )),
    )
)  # fmt: skip

BRUSH_OFFS_TOO = phrase_pattern(
    (
        "(?:do not|not) need (?:it|any|anything|that|this)<..>",
        "all set<..>",
        "we are (?:good|fine)(?: thanks| thank you)?$",
        "were good(?: thanks)?$",
    )
)

TIME = OBJECTIONS[-1][2]

QUESTION_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, phrase_pattern(phrases))
    for kind, phrases in (
        ("how_got_number", ("(?:how|where) (?:did|do|have|would|you)<..>(?:get|got|find|have)<..> (?:my|this|our|the) (?:<..>)?(?:number|details|name|line|info|contact|extension)",)),
        ("is_ai", ("(?:is|are|am)<....> (?:robot|bot|ai|recording|machine|computer|real person|automated|human)<..>",)),
        ("price", ("how much(?! time)<....>|what (?:does|would|will|is|are)<....> (?:cost|price|pricing|charge|rate|rates|fee|run me|run us|damage|set (?:me|us) back)<..>|(?:price|pricing|cost|budget)$|what do you charge<..>|are we talking<..>",)),
        ("who", ("who (?:is this|are you|is it|am i speaking|is calling|is that|did you say|you with|do you work|are you with|is speaking)<....>|(?:sorry )?who$|^(?:and )?you are$|where are you (?:calling )?from<..>|(?:what|which) company<....>|do i know you|(?:what is|what was|catch) your name<..>|from where",)),
        ("what_about", ("what (?:is|are|was)(?: this| it| that| you)* (?:about|regarding|concerning|calling (?:about|for)|calling me about|selling|in reference|the (?:reason|purpose|point))<..>|what (?:do you want|can i do for you|can i help you with|is up|do you need|is this|are you selling|is it|is it you)<..>|(?:is this|are you)<..> (?:a )?(?:sales|selling|cold)<..>|(?:what is|is) (?:it|this) (?:regarding|in regard|concerning|about)|why are you calling<..>|how can i help<..>|is he expecting<..>|is she expecting<..>|what for$|regarding what|get to the point|what is the point",)),
        ("how_it_works", ("how (?:does|do|is|would|will|can|exactly)<..> (?:it|that|this|you|your|they)<....>(?:work|do (?:it|that|this)|different|integrate|help|fit|compare|know)<....>|what (?:does|do|exactly do|exactly does)<..> (?:it|you|your|that)<....>(?:do|offer|sell|actually do|provide)<..>|what makes you<....>|what is (?:it|your product|your company|the product)<..>",)),
        ("who_else", ("who else<....>|(?:which|what) (?:other )?(?:companies|customers|clients)<....>|(?:do you have|have you got|any) (?:references|customers|clients|case studies)<....>|who (?:uses|do you work with|are your)<....>",)),
        ("how_long", ("how long<....>|how (?:quick|quickly|soon|much time)<....>",)),
        ("proof", ("why (?:should|would) (?:i|we)<....>|why (?:two|not one|you|should)<..>|says who|how do you know<....>|(?:can|do) you prove<..>|what makes you (?:think|say|so sure)<....>|who grades<..>",)),
    )
)  # fmt: skip

ACCEPTS = phrase_pattern(
    (
        "(?:<day>|<clock>|that|it|this|monday|(?:one|two|three|four|five|nine|ten|eleven)(?: thirty)?)<..> (?:works|work|is (?:fine|good|okay|perfect|great|better|free)|would work|would be (?:fine|good|okay|better)|could work|suits)(?: .*)?",
        "(?:send|shoot|put|email)<..> (?:me |over |an |the |a |it )*(?:invite|invitation|calendar|on (?:my|the) calendar|in (?:my|the) (?:diary|calendar))<..>",
        "(?:okay|alright|sure|yes|fine|go on|deal)<..> (?:fifteen|twenty|ten|thirty|<day>|<clock>|let us do (?:it|that)|let us (?:talk|meet|set|look|see)|book it|set it up|why not|thursday|friday)<....>",
        "(?:i|we) (?:can|could|will) (?:do|make|give you|meet|manage|take|spare)<..> (?:<day>|<clock>|that|it|fifteen|twenty|ten|half|<duration>|thursday|friday)<....>",
        "let us (?:do (?:it|that|<day>|thursday|friday|monday|tuesday|wednesday)|meet|set (?:it|something|that) up|book|talk (?:on|<day>))<....>",
        "book it(?: in)?|set it up|put me down<..>|pencil me in<..>|see you (?:then|<day>)|talk (?:then|<day>)|(?:i am|i would be) (?:happy|open|willing|glad) to (?:meet|talk|see|take|hear|have)<....>|you have (?:got )?(?:yourself )?a (?:deal|meeting)|worth a look|fine i will (?:take|see|look)<..>",
        "^(?:no |yes |okay |fine |alright )*<day>(?: (?:at )?(?:<clock>|one|two|three|four|five|nine|ten|eleven))?(?: thirty| then)?(?: and .*)?$",
    )
)
REFUSES = phrase_pattern(
    (
        "^(?:look |honestly |sorry |yes |well |i said |okay )*no(?: no)*(?: (?:thanks|thank you|sorry|i am|we are|really|not|way|i do not|i said|look|mate|sir))*<....>$",
        "(?:i|we) (?:said|told you) no<..>|(?:the )?answer is (?:still )?no|(?:i am|we are|were) not (?:going to|interested|doing|meeting|booking|buying|taking)<....>|(?:i|we) (?:do not|will not|would not|can not) (?:want|meet|do (?:that|it|meetings|thursday|friday)|book|commit|take)<....>|no meeting|not going to happen|absolutely not|no chance|i will pass|we will pass|not interested|no way|forget it|do not bother|no point",
    )
)
GOODBYE = phrase_pattern(
    (
        "(?:good ?bye|bye bye|bye|take care|have a (?:good|nice|great)<..>(?: \\S+)?|cheers then|i am hanging up(?: now)?|i am going to (?:hang up|let you go|go now|go)|(?:got|have) to (?:run|go|jump|dash)<..>|talk (?:soon|later|then)|speak (?:soon|then|later)|see you then|so long)",
    )
)
BACKCHANNELS = frozenset(
    ["yes", "okay", "right", "sure", "mhm", "uh-huh", "huh", "hmm", "oh", "i", "see", "go", "on", "got", "it", "true", "exactly", "interesting", "wow", "really", "no", "way", "and", "alright", "fine", "cool", "uh", "uhhuh", "mm"]
)
DISCLOSES = phrase_pattern(
    (
        "(?:we|i|they|our|my|the|it|two|three|four|five|half|most|some|about|people|everyone|nobody|usually|mostly) (?:<..>)?(?:use|do|have|run|are|is|get|lose|lost|spend|spent|take|takes|took|pull|pulls|retype|paid|pay|close|bill|carry|handle|handles|goes|ends|end|started|opened|moved|bought|switched|miss|misses|hate|struggle|grew|hired|lost|cost|costs|comes|came|happens|decides|report|reports|ship|track|check|checks|send|sends|work|works|turns|see|saw|know|need|want|try|fix|chase|review|sits|sign|signs|approves|renews?|expires?|opened|left|quit)<....>",
        "spreadsheets?|excel|paper|by hand|manual(?:ly)?|in the margin|a quarter late|low six figures|a (?:day|week|month|quarter|year)|about (?:<n>|\\d+)|\\d+ (?:people|hours|days|percent|weeks|trucks|reps|sites|locations|employees)|(?:<n>) (?:people|hours|days|weeks|months|trucks|reps|sites)",
    )
)
