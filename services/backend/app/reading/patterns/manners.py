"""Manners and the mechanics of a phone call: insult, apology, yielding, repeats, holds, thanks, goodbye, gatekeepers."""
# ruff: noqa: E501 - a phrasing stays on one line

from app.domain.acts import Act
from app.reading.patterns.rules import Table, compile_table

RULES = compile_table(
    (
        Table(
            Act.INSULT,
            sure=(
                "(?:idiot|idiots|moron|morons|stupid|dumb|imbecile|asshole|bitch|bastard|jerk|dickhead|prick|clown|fool|loser|losers|cretin|wanker|twat|pathetic|scumbag|dumbass|arsehole)",
                "(?:fuck|fucking|screw) (?:you|off|this|your)",
                "fuck|bullshit|piss off|go to hell|shut up|shut your mouth|get stuffed|drop dead",
                "(?:no wonder|your) (?:your )?(?:company|business|team|firm) (?:is|are) (?:failing|going under|a joke|a mess|losing|rubbish|terrible|so bad|behind)",
                "you (?:are|must be) (?:<..>)?(?:stupid|rude|dense|thick|useless|incompetent|ignorant|clueless|lazy|ridiculous|a joke|a waste|an amateur|arrogant|crazy|insane|a liar|terrible at)<..>",
                "what is wrong with you|waste of (?:my time|space|skin)|are you (?:deaf|stupid|dense|thick|slow|dumb|retarded|blind)",
                "you (?:people|lot) (?:are|do not)<..> (?:all the same|useless|hopeless|clue)",
                "(?:do|does) (?:you|your) <..>not (?:have a brain|have half a brain|know how to do your job)|know how to do your job",
            ),
        ),
        Table(
            Act.APOLOGISES,
            sure=(
                "(?:i (?:do )?)?apologi[sz]e<..>|my apologies|apologies(?: for)?|my (?:mistake|bad|fault)|i am (?:so |very |really |terribly )?sorry(?! (?:what|can|could|i did not|did not|to hear|who|say))<..>",
                "^(?:oh |no |so |ah |okay |yes )*(?:so |very |terribly )?sorry(?: (?:about|for|to|if|i|that|my|on)(?! (?:did not|do not) (?:catch|hear|get)))(?: \\S+){0,3}",
                "(?:forgive|pardon) me(?: for)?(?! what)(?! can)(?! could)|excuse (?:my|the)|i beg your pardon i",
            ),
            likely=("^(?:oh |no |so |ah |okay )*sorry$", "sorry (?:about|for) (?:that|the|this|my|any|interrupting)"),
            negatable=False,
        ),
        Table(
            Act.YIELDS,
            sure=(
                "^(?:no |sorry |oh |okay |yes |and )*(?:go ahead|go on|carry on|please go|after you|you first|you go(?: ahead| on| first)?|continue|finish your (?:thought|sentence)|you were saying|what were you (?:saying|going to say|about to say)|you finish)(?: (?:first|please|i am listening|sorry|then|you first))*$",
                "sorry (?:\\S+ ){0,2}?(?:interrupted|cut) you(?: off)?|did not mean to (?:cut|interrupt|talk over)<..>|(?:i )?talked over you|you were saying|what were you (?:saying|going to say|about to say)|i am (?:all ears|listening)|i will (?:let you finish|stop talking|shut up|be quiet)",
                "(?:sorry |no |please )+(?:you )?go (?:ahead|on)(?: you first)?|(?:you )?go on i am listening|you go on",
            ),
        ),
        Table(
            Act.ASKS_REPEAT,
            sure=(
                "(?:can|could|would|will) you (?:<..>)?(?:repeat|say (?:that|it)(?= (?:again|once|one|slower|slowly|louder|please|for me|in)\\b|$)|run that|go over that|speak up|say your (?:first |last |full )?name)<..>(?: again| by me| once| one more time| please)*",
                "say (?:that |it )?(?:again|once more)|(?:i )?missed (?:that|what you said|the last)<..>|come again$|once more please|one more time|(?<!let me )(?<!i )(?<!i will )(?<!you )repeat (?:that|once|please|again|it)<..>",
                "(?:did|do|could|can) not (?:quite |really |fully )?(?:catch|hear|get|understand) (?:that|you(?! (?:at|in)\\b)|it(?! (?:wrong|mixed|confused))|what you|the last|your|a word|very well)<..>",
                "^(?:sorry |pardon |excuse me |i am sorry |wait |uh |oh )*(?:what was that|what did you say(?! (?:to|about|when|then|in|at|on)\\b)|what did you just say|you said what|what was (?:the|your) (?:last(?! (?:thing|time|case|one) (?:that|which|where|when|you|went|about|like|to|in|for))|name))<..>",
                "^(?:i beg your |beg your )?pardon(?: me)?(?: .*)?$|^excuse me$|^sorry what$|^(?:sorry )?what$|^come again",
                "(?:you (?:are|were)|your voice is|the line is|line) (?:breaking|cutting|broke|bad|dropping|choppy|fuzzy|not clear)<....>|(?:line|connection|signal|call) (?:just |has |had )?(?:dropped|died|went)<..>|broke up|cut out|hard to hear|can hardly hear|lost you(?! (?:a|an|any|the|some|your|one|money|business|customers?|clients?|deals?|people|sales?|time)\\b)",
                "can you hear me|(?<!when )are you there|you still there|hello hello",
            ),
            negatable=False,
        ),
        Table(
            Act.ASKS_IF_AI,
            sure=(
                "(?:is|are|am|was|were|sound|sounds|talking|speaking)<....> (?:an? )?(?:ai|a i|a\\.i|robot|bot|machine|computer|chatbot|recording|real person|real human|real|human|actual person|live person|automated|language model|chat ?gpt|simulation|program)(?: (?:here|or|right now|talking|person|human).*)?$",
                "(?:real|actual) (?:person|human)(?: being)? or",
                "(?:are|is|not) <..>one of (?:those|these) (?:<..>)?(?:robots?|bots?|machines?|ais?)<..>",
                "talking to (?:a |an )?(?:robot|bot|machine|ai|computer)",
            ),
        ),
        Table(
            Act.ASKS_FOR_PERSON,
            sure=(
                "put me through<..>|transfer me<..>|connect me (?:to|with)<..>|patch me through<..>|(?:is|may|can|could)<..> (?:speak|talk) (?:to|with)(?! you\\b)<..>|(?:can|could|would) you get <..>on the (?:line|phone)",
                "^(?:hi |hello |hey |good morning |morning |good afternoon |yes )*(?:is|would) (?!this|that|it|now|there|your|the|everything)\\S+(?: \\S+)? (?:in|there|available|around|about|free|at (?:his|her) desk|in the office|in today)(?: today| right now| please| at the moment)*$",
                "(?:trying|hoping|looking|would like|want|wanted|need) to (?:reach|get hold of|get through to|speak to|speak with|talk to|get a hold of|catch|find)(?! (?:you|your|out|a time|time)\\b)<....>",
                "i am looking for (?:mr|ms|mrs|dr|the|your|whoever|\\S+ (?:please|in))<....>",
                "whoever (?:looks after|handles|is in charge|runs|takes care|manages|is responsible|deals)<....>",
                "who (?:am i|do i have the pleasure of) speaking (?:to|with)|is this (?:mr|ms|mrs|dr|the right)<..>|^(?:hi |hello |hey |yes |sorry )*is (?:this|that) (?!something|it|a|an|the|true|right|okay|your|you|how|what|why|about|new|still|all|happening|one|in|on|for|not|fine|fair|correct|normal|everything|going|where|when|who|because|by|out|us|them|possible|common|also|part|done|enough|worth|like|unusual|expensive|cheap|hard|easy|good|bad|big|high|low|much|many|often|rare|typical|usual|annoying|frustrating|important|urgent|settled|allowed|clear|better|worse|more|less|official|yours|mine|ever|really|only|from|to|with|at|too|very|so|quite|always|never|because)[a-z]+(?: [a-z]+)?$|am i speaking (?:to|with)<..>",
                "when (?:is|will|would|does)<..> (?:he|she|they|mr|ms|mrs|\\S+) (?:be )?(?:back|in|available|free|reachable|return|usually in)<..>",
                "(?:best|good) time to (?:reach|catch|call|try|get)<..>",
            ),
        ),
        Table(
            Act.LEAVES_MESSAGE,
            sure=(
                "(?:leave|take|give|pass)(?: him| her| them| on)? (?:a |the |my |along )?(?:<..>)?message<..>",
                "(?:tell|let|ask) (?:him|her|them|mr \\S+|ms \\S+|mrs \\S+|\\S+) (?:that |know )(?:that )?(?:i|we|\\S+) (?:called|rang|phoned|<call>|can be reached|tried)<....>",
                "(?:tell|let) (?:him|her|them) (?:that |know )?(?:that )?(?:\\S+ ){1,5}?(?:called|rang|phoned|tried)<..>",
                "(?:call|ring|phone|reach) me (?:back )?(?:on|at|under)<....>|my (?:number|phone number|direct line|direct|cell|mobile) is<....>|i can be reached<..>|you can reach me<..>",
                "ask (?:him|her|them|\\S+) to (?:call|ring|phone) (?:me|us|back)<..>",
                "(?:have|get) (?:him|her|them) (?:to )?(?:call|ring|phone|give) (?:me|us)<..>",
            ),
            likely=(
                "call (?:me )?back<..>(?: when| at| on)",
                "(?:that is|again|number is)(?: \\S+)? \\d{3,}(?: \\d+)*",
            ),
        ),
        Table(
            Act.CLAIMS_EARLIER_CONTACT,
            sure=(
                "i (?:have )?(?:spoke|spoken|talked|emailed|met|chatted) (?:to |with )?you (?:last|before|earlier|in|back|a|yesterday)<..>",
                "(?:we|you and i) (?:have )?(?:spoke|spoken|talked|met|chatted|discussed|emailed|connected|agreed)(?! with (?:your|the|our|some|a|other))<....>(?:last|earlier|before|ago|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|at the|previously|week|month|year|yesterday|the other day|back in)<..>",
                "(?:you|you had) (?:asked|told|said|wanted|requested|promised|mentioned)(?: me)?<..> (?:to )?(?:call|ring|reach|get back|give|follow|check|contact|send|phone)<....>(?:ring|bell|back|out|you|in|this|today|again|now|new)?",
                "(?:as|like) (?:we )?(?:discussed|agreed|promised|mentioned|spoke|talked)<....>",
                "following up (?:on|from|about|regarding|to|with)<....>|follow up (?:on|to|from) (?:my|our|the|your)<....>|to follow up$",
                "(?:our|the|your|my) (?:last|previous|earlier|recent) (?:call|conversation|chat|discussion|meeting|email|emails|message|voicemail)<..>",
                "(?:email|emails|message|voicemail|letter|note|brochure|invite) (?:that )?(?:i|we) (?:have )?(?:sent|left|emailed|mailed)<..>|i (?:have )?(?:sent|left|emailed|wrote|written|messaged) you<....>",
                "you (?:told|asked) me to (?:try|call|ring|phone|reach)<....>|(?:came|stopped|dropped) by our (?:stand|booth|stall)",
                "returning your call|getting back to you|you (?:filled|signed up|downloaded|registered|visited our|reached out|requested|left your)<....>",
                "(?:speaking|talking|chatting) (?:with you |to you )?(?:again|last)",
            ),
        ),
        Table(
            Act.HOLD,
            sure=(
                "^(?:okay |sure |yes |sorry |oh |so |no )*(?:one|just a|just one|a|half a(?! minute)|give me a|give me one|hang on a|wait a|hold on a|1)(?: quick| short)? (?:sec|second|moment|minute|mo|tick)(?: please| sorry| let me .*| while .*| i .*)?$",
                "(?:bear with me|hang on|hold on|hold the line|hold(?! (?:back|up|it|them|that|of|off|out|down|\\S+ (?:back|up)))|hold for<..>|wait a (?:second|minute|moment)|give me (?:a|one) (?:quick )?(?:second|moment|sec)(?! of| to (?:explain|tell))|can you hold|could you hold|let me (?:pull|look|check|bring|find|grab) (?:that |it |this |my |the |something )?(?:up|calendar|notes)?)<....>",
            ),
        ),
        Table(
            Act.THANKS,
            sure=(
                "thank you<..>",
                "thanks<..>",
                "cheers",
                "(?:much |i )?appreciate (?:it|your|you|the time)<..>",
                "i am (?:very |most |so )?(?:grateful|obliged)<..>",
                "many thanks",
                "ta very much",
            ),
            negatable=False,
        ),
        Table(
            Act.GOODBYE,
            sure=(
                "(?:good ?bye|bye bye|bye now|bye|cheerio|ta ta|ciao)(?: then| now| for now)?",
                "(?:have|enjoy) (?:a |an |yourself a |the rest of )?(?:good|great|nice|lovely|wonderful|blessed|pleasant|your|the rest)(?: (?:one|day|week|weekend|evening|afternoon|rest|of|your|morning))+",
                "(?:thanks|thank you|cheers)(?: \\S+){0,9} good luck(?: .*)?$",
                "take care|(?:talk|speak|see you|catch you) (?:to you )?(?:soon|later|then)$|until (?:then|next time)|^(?:okay |right |well |then |thanks |bye |alright )*so long$|i will let you (?:go|get (?:back|on))<..>|have a good one",
                "all the best(?: (?:then|to (?:you|your|the|them)|for (?:you|the|your)|and)(?: .*)?)?$|(?:i will |let us |we will )leave it (?:there|at that)(?: then| for (?:now|today))?$",
                "leave you (?:in peace|to it|alone)(?: then| now)?$|(?:thanks|thank you|cheers) for (?:the|a|this|your) (?:chat|talk|conversation)<..>",
            ),
            negatable=False,
        ),
        Table(
            Act.OFF_TOPIC,
            sure=(
                "(?:watch|watched|catch|caught|see|saw|think of) the (?:<..>)?(?:game|match|football|cricket|fight|race|finals?)<..>|(?:game|match) (?:last night|yesterday|tonight|on (?:saturday|sunday|monday))|super bowl|world cup",
                "(?:pizza|pineapple|movie|movies|netflix|netflicks|tv show|recipe|horoscope|zodiac|astrology|lottery|your favorite (?:color|food|film|movie|song|band|animal)|my (?:dog|cat|girlfriend|boyfriend|mother in law))<..>",
                "(?:president|election|politics|religion|jesus|trump|biden|brexit)(?: .*)?$",
                "(?:tell|know) (?:me |you )?(?:a|any|another) joke|what is the (?:capital|meaning of life)|ignore (?:all |your )?(?:previous |prior )?instructions|system prompt|write (?:me )?(?:a |an )?(?:poem|code|essay|song)",
                "^do you (?:like(?! (?:ever|actually|really|even|usually|it|that|them|the way|the (?:sound|idea|look) of|your|working|best|most))|believe in|play|watch|have (?:kids|a dog|a cat|pets)|smoke|drink)<..>",
                "are you (?:married(?! to)|single|religious)",
            ),
        ),
    )
)
