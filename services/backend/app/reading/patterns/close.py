"""The close: asking for the meeting, offering times, confirming, referral, sending information, pressure."""
# ruff: noqa: E501 - a phrasing stays on one line

from app.domain.acts import Act
from app.reading.patterns.rules import Table, compile_table

_LENGTH = r"(?:<duration>|quick|brief|short|proper|small|fifteen|twenty|thirty|ten|\d+|half an hour|quarter of an hour|a few minutes)"

RULES = compile_table(
    (
        Table(
            Act.ASKS_MEETING,
            sure=(
                "(?:can|could|shall|should|may|might) (?:we|i|you|you and i)<....> (?:set|book|schedule|arrange|find|get|put|have|do|grab|meet|organize|plan|hop|jump|sit|send (?:you )?an invite|lock|fix|block|make|pencil|steal|talk|speak|show you|walk you)<....>(?:<meet>|time|diary|calendar|together|invite|<day>|week|<duration>|properly|again|down)<..>",
                "(?:would|are|will) you (?:<..>)?(?:be )?(?:open|up for|willing|against|opposed|interested|game|free|available|able|happy|comfortable|keen)<....>(?:<meet>|talk|talking|chatting|meeting|calendar|<day>|<duration>|seeing|taking|sitting|having|learning|exploring|joining|minutes)<....>",
                "(?:does|would|will) (?:it|that|a|<day>|this|<duration>)<....> (?:make sense|be worth|be crazy|be useful|be helpful|hurt|work)<....>(?:<meet>|talk|meet|sit|<duration>|minutes|see|look|time|calendar)<..>",
                "(?:does|would|will) (?:a )?<duration> (?:on |at )?<day><..> (?:make sense|work|suit|be worth|help)<..>",
                "would (?:it|that) be (?:\\S+ ){1,3}?to (?:suggest|propose|ask for|ask|set up|put in|fix)<..> (?:<meet>|<duration>|time|calendar|diary)<..>",
                "(?:can|could|may|might) i (?:borrow|steal|have|get|grab|book|pin) (?:you|your (?:ear|time)|some of your time)<..> (?:for )?(?:<duration>|(?:a )?(?:quarter|half)(?: of)? an hour|half an hour)<..> (?:<day>|next week|some time|later)<..>",
                "i (?:would )?(?:suggest|propose)(?: \\S+){0,9} (?:<weekday>|tomorrow|next week)<....>",
                "worth (?:a |an |having |taking |setting |getting |<n> )?(?:<..>)?(?:<meet>|<duration>|minutes|conversation|time|quarter)<..>",
                "(?:why do not|what if|how about|what say|what do you say)(?: if)? (?:we|i|you) <..>(?:meet|sit|set|book|get|hop|jump|talk|find|do|put|grab|have|schedule|show|take)<....>",
                f"(?:how about|what about) (?:a |an |we |<n> )?{_LENGTH}<..>(?:<meet>|minutes|next|on|this)<..>",
                "let us (?:meet|book|schedule|set|find|get|put|do|grab|have|plan|arrange|hop|lock|talk properly|sit down)<....>(?:<meet>|time|calendar|diary|<day>|up|in|together|<duration>|down)?",
                "i (?:would like|would welcome|want|would love|am looking|was hoping|am hoping|propose|suggest|would suggest|would propose|recommend)<..> (?:to )?(?:we )?(?:meet|book|schedule|set up|find|get|have|arrange|show you|walk you|opportunity|sit down|put|a|do|block|invite)<....>(?:<meet>|time|calendar|<day>|<duration>|minutes|you)<..>",
                "(?:can|could|may|shall) i (?:<..>)?(?:get|put|book|pencil|send|block|steal|invite|schedule|show|grab)<....>(?:<meet>|calendar|diary|invite|<day>|your calendar|in|demo|next week)<..>",
                "(?:do|have) you have (?:<..>)?(?:time|<duration>|availability|space|room|a slot|an opening|a gap)<..> (?:<day>|next week|this week|tomorrow|later|on|in your)<..>",
                "(?:are you|you) (?:free|available|around) (?:on |at |for )?(?:<day>|next week|for a|for <n>|later)<..>",
                "(?:meet|talk|speak|chat|call) (?:on |at )?<day><....>",
                "we can (?:make|have|do|meet|schedule|arrange|fix) (?:a |one |an )?(?:<..>)?<meet><....>",
                "(?:something|time|slot|<duration>|minutes) (?:in|on|into) (?:the|your|our) (?:diary|diaries|calendar|calendars|books)",
                "(?:when|what time|what day|which day)<..> (?:works?|suits?|are you free|can we|could we|would suit|would work|should we|do you have time|is good for you|is best for you)<....>",
                "(?:come|stop|drop) (?:by|over|in)<..> (?:and|to) (?:show|see|talk|meet)<..>",
                "(?:get|take|have) (?:a )?(?:first |quick |proper )?look (?:at it )?together",
            ),
            asked=(
                "(?:can|could|shall|may|might) (?:we|i) (?:meet|talk|connect|schedule|book|arrange|set up)<....>",
                "(?:would you|are you|will you|do you|could you|can you|reckon|possible|fancy|we)<....> (?:an?|one|the|in|on) (?:<..>)?(?:(?<!team )(?<!staff )(?<!board )(?<!sales )(?<!weekly )(?<!morning )(?<!that )meeting|demo|calendar|diary|short call|quick call|little call|small call|quick chat|fifteen minute call)<..>",
                "(?:would|will|does|is|how|what)<..> (?:<day>|<clock>)<....> (?:call|meeting|conversation|chat|demo)",
                "show you<....>(?:minutes|interested|look|see)<..>",
                "any chance (?:of|we|i|you|for)<....>(?:meet|meeting|sit|talk|call|show|chat|demo|look)<..>",
                "(?:can|could|may|might) i (?:<..>)?(?:show|walk) you<....>",
                "(?:have|do) you (?:<..>)?(?:got|have) (?:<..>)?<duration> (?:\\S+ ){0,2}?(?:later|next|this week|for a|with|on)<..>",
            ),
            likely=(
                "(?:can|could|shall|let us|like|want)(?: \\S+){0,2} (?:set|up|book|schedule|arrange|make)(?: up)?(?: a| the| quick| short| another)* (?:meeting|call|demo|chat|appointment)(?! (?:system|software|tool|center|log))",
                "(?:would|will) (?:it )?be(?: worth)? <duration>(?: \\S+){0,3} with you",
                "(?:three|two|both) of us (?:talk |meet |speak )?(?:on |at )+(?:<day>|<clock>|nine|ten|eleven|two|three|four)",
                "(?:open|up for|interested in|willing) (?:to |for )?(?:a |an |taking |having )?(?:<..>)?<meet>$",
                f"^(?:so |and |okay )?{_LENGTH}(?: \\S+){{0,3}} (?:next week|<day>|to see it|to show you|to see if)<..>",
                "^(?:so |and |okay |then )*how(?: about)? an? (?:quick |short )?<duration>(?: \\S+){0,2} (?:call|chat|meeting|demo|visit)<....>",
                "next steps? (?:would be|is|could be)<....>",
                "(?:make|be) sense (?:to )?(?:<..>)?(?:meet|talk|see it|sit down|take a look|continue)",
                "pencil (?:something|you|it|us) in",
            ),
        ),
        Table(
            Act.PROPOSES_TIME,
            asked=(
                "<day>(?: (?:at|around|about|say|before|after|for|or|and|then))? (?:<clock>|\\d+|one|two|three|four|five|six|eight|nine|ten|eleven|twelve|half|noon|lunch|tenish|okay|good|fine)<..>",
                "(?:<clock>|<day>)(?: \\S+)? or<..> (?:on |at |around |after |is |does |would )?(?:<day>|<clock>|lunch|one|two|three|four|five|nine|ten|eleven|\\d+)<..>",
                "(?:how|what) (?:about|is|does)<..> <day><....>|(?:how|what) about (?:at )?<clock>",
                "(?:does|would|will|is|can|could|are|shall|should)<....> (?:<weekday>|tomorrow|<clock>)<....>",
                "^(?:so |and |okay |say |maybe )*(?:<weekday>|tomorrow)<....>",
                "<weekday> or<..> <weekday>",
                "^(?:and |so |in )?(?:the )?mornings? or (?:rather )?(?:in )?(?:the )?afternoons?(?: better)?$",
                "(?:can|could|shall|may|should)(?: i| we)? (?:call|ring|phone|try|catch)(?: you)?(?: back| again)?(?: \\S+){0,5} (?:<weekday>|tomorrow|<clock>)<....>",
                "(?:half past|quarter past|quarter to) \\S+ on <day>",
            ),
            sure=(
                "(?:let us|shall we|can we|could we|how about|what about|why do not we)<....> (?:<weekday>|tomorrow|<clock>)<..>",
                "(?:i have|i have got|i am free|i could do|i can do|i could offer|i can offer|i would suggest|i would propose|we could do|could do|can do|you free|you around)(?: \\S+){0,2} (?:<day>|<clock>)<....>",
                "i (?:would )?(?:suggest|propose)(?: \\S+){0,9} (?:<weekday>|tomorrow)<....>",
                "for me is good <day><....>",
                # Two times with a choice between them are an offer, with a question mark or without.
                "<weekday>(?: at)? (?:<clock>|one|two|three|four|five|six|eight|nine|ten|eleven|noon) or<..> <weekday>",
                "shall we say<....>",
            ),
            likely=(
                "^(?:so |and |okay |say |maybe )*<weekday> (?:at|around) \\S+ or (?:on )?<weekday>(?: (?:at|around) \\S+)?$",
                "^(?:so |and |okay |say )*(?:<weekday>|tomorrow)(?: (?:morning|afternoon))?(?: (?:at|around|or|then))? (?:<clock>|\\d+|one|two|three|four|nine|ten|eleven|<weekday>)$",
            ),
            maybe=("^(?:so |and |okay |then |say )*<weekday><..> or<..> <weekday>(?: \\S+){0,3}$",),
            unless=(
                "(?:said|says|told|asked) (?:let us|to)",
                "is (?:when|where|why)",
                "they|their|customers? asked",
                # What goes on on a day, whoever it is that asks.
                "what (?:happens|happened|would happen|changes|changed|would change|goes|went|breaks|broke|is different|would be (?:different|better|easier|new|gone))",
                "who (?:picks|comes|works|covers|does|did|was|were)|how (?:often|many|bad)",
                "(?:could|would|will|might|can) (?:it|that|this)(?: \\S+){0,2} (?:happen|come back|go wrong|break)",
                "(?:tell|talk|walk|hear|know|think|ask|story|example)(?: \\S+){0,2} about (?:one|two|three)\\b",
            ),
        ),
        Table(
            Act.CONFIRMS_DETAILS,
            sure=(
                "who (?:should|shall|do|would|can) i ask for (?:at|in|when|once|on|by) \\S+<....>",
                "(?:<day>|<clock>|(?:at )?(?:one|two|three|four|five|nine|ten|eleven|\\d\\S*)(?: thirty)?)(?! (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|percent|people|of|sites?)\\b)<..> (?:it is|then|confirmed|locked in|sounds good|sounds great|works for me|is perfect|is great|great)(?: .*)?",
                "(?:invite|invitation|calendar hold|calendar|confirmation)<..> (?:is |will be |going )?(?:on (?:its|it is|the) way|sent|coming|out|to (?:your|dana|the)|in your inbox|heading|over|for|now)<....>",
                "(?:i will|i am|will|let me|i am going to|i can)<..> (?:send|sending|shoot|drop|put|pop|fire|email|mail)<....>(?:invite|invitation|calendar|confirmation|hold|teams link|zoom link|meeting link|dial in)<....>",
                "(?:i have|i have got|have|got|putting|put|book|booked|booking|pencil|penciled) (?:you |us |it |that )?(?:got )?(?:you )?(?:down|in|booked)<..> (?:for )?(?:<day>|<clock>|at)<....>",
                "(?:what|which|where|is|best|right|correct)<....> (?:email|address|inbox)<....>(?:invite|invitation|send|best|for you|to use|reach|address|good|right|correct)?",
                "(?:so|great|perfect|excellent|okay|good|confirm|confirmed|brilliant|lovely|to confirm|just to confirm|confirming)<..> (?:that is )?(?:on )?<day>(?: at)? (?:<clock>|one|two|three|four|five|nine|ten|eleven|\\d+)<....>",
                "(?:see|speak to|talk to|meet|speak with|catch) you (?:on |at |then |next )?(?:<day>|<clock>)<..>",
                "(?:to|let me|just) (?:recap|confirm|summarize|repeat that)<....>",
                "you will (?:have|get|find) (?:the|an|my) (?:invite|invitation)<..>",
                "looking forward to (?:<day>|it|speaking|meeting|our)<..>",
            ),
        ),
        Table(
            Act.ASKS_REFERRAL,
            sure=(
                "who (?:in|at|on|within)<....> (?:would|should|could)<....>",
                "who(?: \\S+){0,3} (?:should|would|could|can|do) i (?:<..>)?(?:be )?(?:talk|talking|speak|speaking|call|calling|contact|contacting|reach|ask(?! for (?:\\S+ )*(?:gate|door|reception|desk|arrive|there)\\b))<..>",
                "who (?:would|is|might|could) (?:be )?(?:the |a )?(?:best|right|better|appropriate|correct|proper|person|one to (?:ask|call|talk))<..>(?: \\S+)?(?: to (?:talk|speak|contact|call|reach))?",
                "(?:would|does|could|might|is) (?:anyone|anybody|someone|somebody) you know\\b<....>",
                "(?:anyone|anybody|someone|somebody) (?:else|you know (?:who|that)|better|over there|in your (?:team|company|office)|on your (?:team|side))<....>",
                "(?:do you )?know (?:of )?(?:anyone|anybody|someone|who|somebody)<..> (?:who|that|with|might|could)<....>",
                "is there (?:anyone|anybody|someone|somebody)<..> (?:else|i|we|better|to talk|to speak|to ask|who (?:would|could|might|should|can|looks|handles|deals|decides))<....>",
                "(?:point|direct|steer|refer|introduce) (?:me|us) (?:to|towards?|in the right|with|on)<....>|(?:connect|transfer|pass) (?:me|us) (?:to|with|on to) (?:someone|somebody|whoever|the (?:right|best|concerned|correct))<....>",
                "(?<!with the )(?:right|best|correct|appropriate|concerned|relevant|better|proper) (?:person|contact|department|colleague|one to|people|man|woman)<..>",
                "(?:could|can|would) you (?:<..>)?(?:introduce|refer|recommend|point|suggest)<....>",
                "any ?(?:body|one) else<..>(?: there)?(?: i)?(?: (?:ought|should|could|can))?<....>",
            ),
            likely=(
                "who (?:looks after|handles|owns|takes care of|is responsible for) (?:this|that|it)(?: there| then| instead)?$",
            ),
            # Whom to ask for on arriving is a detail of the visit.
            unless=("ask for (?:at|in|when|once|on|by) \\S+",),
        ),
        Table(
            Act.SENDS_INFO,
            sure=(
                "^(?:okay |sure |then |no )*(?:send|email|mail) you (?:an?|some|the) (?:email|mail|information|info|brochure|leaflet|link)<....>",
                "(?:i|we|let me|happy to|glad to|i am|will|can|may|i am going to)<..> (?:send|sending|email|emailing|mail|shoot|pop|drop|forward|fire|share|ping|whatsapp)<....>(?:information|info|details|brochure|an email|one ?pager|one-pager|something|link|deck|material|case study|over|across|overview|summary|pdf|presentation|note|page|sheet|it over|leaflet|catalog|catalogue)<..>",
                "(?:i|we)(?: will| can| could)? (?:email|send|mail) you<..>(?: (?:a|an|the|some|more|over|that|it))<....>",
                "(?:i can|i will|happy to|let me|could i|can i) (?:send|email|mail) (?:you )?(?:that|it|one|something|this)(?: over| across| through| now| today| later| to you)*$",
                "(?:glad|happy) to email you<..>",
                "let me send you<....>",
                "(?:i|we) (?:will|can|would)? ?(?:get|have) (?:that|it|this|something) (?:over|across|out|off) to you<..>|pop (?:that|it|this|something) in an email<..>",
            ),
        ),
        Table(
            Act.PRESSURE,
            sure=(
                "you (?:have|need|must|got|ought|had better)(?: to)? (?:decide|sign|act|commit|say yes|buy|choose|make a decision)<..>(?:today|now|right now|this week|immediately|before|by)<..>",
                "(?:offer|price|deal|discount|promotion|promo|rate)<..> (?:disappears?|expires?|ends?|is gone|goes away|only (?:valid|good|lasts)|won't last|will not last|runs out|is only|today|until)<....>",
                "(?:last|final) chance|act now|limited time|only today|today only|before it is too late|you will regret|spots? left|only (?:two|three|a few|\\d+) (?:spots|places|seats|slots)<..>",
                "i (?:must |will |have to )?insist<..>",
                "if you do not (?:sign|decide|act|book|buy) (?:today|now|this|by)<....>",
                "(?:not|never) (?:getting|hanging|going anywhere|going to|taking|letting|accept|accepting|leaving)<....> (?:until|no for|the phone|hang up|without|off)<....>",
                "will not take no<..>",
                "(?:you|what) (?:have|do you have|would you have) (?:nothing )?to lose",
                "(?:i would|would) hate for you to (?:miss|lose|fall)<..>",
                "(?:^|and |so )(?:just )?(?:say yes|sign)(?: (?:now|today|here|already))?$|just sign|just say yes(?! to)|(?:do|would) you (?:not )?want to (?:save money|make more money|lose money|miss out|fall behind|be left behind)",
                "(?:your|the) (?:competitors|competition) (?:are|is|will|already)<..> (?:ahead|using|eat|beat|doing|signed|moving)<..>",
                "i (?:need|have) (?:you|an answer|a yes|a decision)<..> (?:today|now|right now|answer|commit)",
                "hear me out|let me finish|listen to me",
                "(?:give|tell) me (?:a )?(?:one good|one|a good|single) reason",
                "need to make a decision<..>|do not you want to<....>",
                "(?:competitors|competition) (?:are|is) already<....>|be left behind",
                "^(?!(?:and |so |but |okay )*(?:how|what|who|when|which|where) )(?:\\S+ )*?(?:commit|sign|decide) (?:right now|today|now|on this call|before we hang up)|answer (?:me )?(?:right now|on this call|before we hang up)",
                "keep calling (?:you|until|back)|call(?:ing)? you every day",
            ),
        ),
    )
)
