"""What prospects say beside no: questions by kind, acceptance, refusal of an ask, disclosure, goodbye, nods."""
# ruff: noqa: E501, SIM905 - a phrasing stays on one line, and so does a list of words

from app.reading.patterns.rules import Phrases

QUESTION_KINDS: tuple[tuple[str, Phrases], ...] = tuple(
    (kind, Phrases(phrases))
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

ACCEPTS = Phrases(
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
REFUSES = Phrases(
    (
        "^(?:look |honestly |sorry |well |i said |okay )*no(?: no)*(?: (?:sorry|i am|we are|not|way|i do not|i said|look|mate|sir))*$",
        "^no$",
        "(?:i|we) (?:said|told you) no<..>|(?:the )?answer is (?:still )?no",
        "(?:i am|we are) not (?:going to|doing|meeting|booking|taking)<..> (?:meet|meeting|meetings|book|call|calls|demo|demos|that|it|this|thursday|friday|do|anything)<..>",
        "(?:i|we) (?:do not|will not|would not|can not) (?:want to meet|meet|do (?:meetings|thursday|friday|demos)|book|commit)<....>",
        "no meeting<..>|not going to happen|absolutely not|no chance|no way|forget it|do not bother|no point in (?:meeting|talking)",
    )
)
GOODBYE = Phrases(
    (
        "(?:good ?bye|bye bye|bye|take care|have a (?:good|nice|great)<..>|cheers then|talk (?:soon|later|then)|speak (?:soon|then|later)|see you then|so long)",
        "(?:i am )?(?:hanging up|going to (?:hang up|let you go|go now))|(?:got|have) to (?:run|go|jump|dash)(?! (?:it|this|that|through|over|by|past|to)\\b)",
    )
)
BACKCHANNELS = frozenset(
    "yes okay right sure mhm uh-huh huh hmm oh i see go on got it true exactly interesting wow "
    "really no way and alright fine cool uh uhhuh mm".split()
)
DISCLOSES = Phrases(
    (
        "(?:we|i|they|our|my|the|it|two|three|four|five|half|most|some|about|people|everyone|nobody|usually|mostly) (?:<..>)?(?:use|do|had|have|run|are|is|get|lose|lost|spend|spent|take|takes|took|pull|pulls|retype|paid|pay|close|bill|carry|handle|handles|goes|ends|end|started|opened|moved|bought|switched|miss|misses|hate|struggle|grew|hired|lost|cost|costs|comes|came|happens|decides|report|reports|ship|track|check|checks|send|sends|work|works|turns|see|saw|know|need|want|try|fix|chase|review|sits|sign|signs|approves|renews?|forget|forgets|make|makes|keep|keeps|type|types|write|fill|fills|build|wait|waits|expires?|opened|left|quit)<....>",
        "spreadsheets?|excel|paper|by hand|manual(?:ly)?|in the margin|a quarter late|low six figures|a (?:day|week|month|quarter|year)|about (?:<n>|\\d+)|\\d+ (?:people|hours|days|percent|weeks|trucks|reps|sites|locations|employees)|(?:<n>) (?:people|hours|days|weeks|months|trucks|reps|sites)",
    )
)
