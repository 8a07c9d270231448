"""What the seller says for the product: outcomes, proof, feature lists, jargon, price."""
# ruff: noqa: E501 - a phrasing stays on one line

from app.domain.acts import Act
from app.reading.patterns.rules import Table, compile_table

_CUSTOMER = r"(?:customers?|clients?|companies|firms|teams?|businesses|manufacturers?|hauliers?|haulers?|agencies|brokers?|outfits?|shops?|folks|people|users|organizations|departments|hospitals|retailers?|carriers?|reps|cfos?|operators?|plants?|schools?|clinics?|practices|distributors?|manufacturer|dispatchers?|guys)"

RULES = compile_table(
    (
        Table(
            Act.VALUE_CLAIM,
            sure=(
                f"(?:we|it|which|that|our \\S+|the \\S+|our software|this|they|who) (?:can |will |would |could |should |have )?(?:help|helps|helped|let|lets|enable|enables|allow|allows|give|gives|make|makes|get|gets)<..> (?:<..>)?(?:you|your|{_CUSTOMER}|new reps|them)(?! (?:this|a call|in touch|back|more info|details|an email|the details|a brochure))<....>",
                f"(?:our|my|these|those|most|other|similar|some)<..> {_CUSTOMER} (?:of ours |like yours |like you |your size |you know )?(?:have |usually |typically |can |are able to )?(?:<better>|see|sees|saw|seen|get|gets|got|went|go|stop|close|book|spend)<....>",
                "(?:it|we|that|this|you|which|our \\S+|they|to|with us) (?:can |will |would |could |get to |be able to |usually |typically |are able to )?(?!found |find |see |win )<better>(?! (?:with us|us))<....>",
                "from <n> (?:\\S+ )?(?:days|weeks|hours|minutes|months|percent)?<..>(?:down )?to <n>",
                "(?:by|of|up to|about|around) (?:a (?:third|quarter|half|fifth)|half|\\S+ percent)",
                "instead of (?:<n>|hours|days|weeks|months|waiting|doing|retyping|losing|chasing|ten|\\w+ing)",
                "(?:so|which means|meaning|means) (?:that )?(?:you(?! do (?!not\\b))|your|nobody|no one|(?<!^so )they|(?<!^so )the)<..> (?:do not|no longer|never|can|get|gets|know|stop|spend|have|only|will|are|is|see|sees|wait)<....>",
                # What is done, and what somebody is spared by it: "we number it again in minutes, so nobody has to stay".
                "(?:we|you (?:see|get|know|can)|with our|ours|it|an?|the) (?:\\S+ ){3,16}?so (?:that )?(?:(?:your|the|an?) \\S+|you|nobody|no one|\\w+s) (?:\\S+ ){0,3}?(?:never|no longer|stops?|spared?|saves?|has to|have to|needs?|hears?|pays? less)<....>",
                "(?:it|we|which) (?:\\S+ ){1,12}?so (?:that )?(?:nobody|no one) \\S+s\\b<....>",
                "(?:without|no more|not having to|stop|quit) (?:the |having |you |your )?(?:retyping|waiting|chasing|losing|manual|typing|hiring|paying|re-?keying|guessing|copying)<....>",
                f"{_CUSTOMER} (?:like|such as|of) (?:yours|you|your size)<..> (?:<better>|help|use|get|see|stop|quit)<....>",
            ),
            likely=(
                "(?:which|that) means (?:far |many |much |a lot )?(?:fewer|less|more|no)<....>|it (?:saves|cuts|saved)<....>",
                "so you (?:would not|will not|need not|never)<....>|what we (?:have )?(?:done|did) elsewhere<....>",
                "you (?:will )?(?:get|have) (?:your|their|the|that|a|an|back) (?:\\S+ ){0,3}back(?: in)?",
                f"{_CUSTOMER} (?:your size|like yours|like you|we work with|with us)<..> (?:close|closes|run|get|save|see|cut|stop|book|ship|pay|spend|win|hit)<....>",
                "(?:that|what that|which) means<..> (?:you|your|nobody|no one|they|people)<....>",
                "(?:with us|with this|with our \\S+) (?:the |your )?\\S+ (?:lose|loses|spend|spends|get|gets|need|needs|wait|waits|can|save|saves|do|does|make|makes)<....>",
                "(?:compares?|checks?|matches|flags?|reconciles|automates?|replaces?|turns?) (?:each|every|all|the|your|those|invoices|them)<....>",
                "we (?:catch|find|fix|take|turn|check|match|handle|build|automate|replace|spot|flag|take care of|remove|show|tell|deliver|add|close|fill|cover)<....>|with us (?:somebody|someone|it|they|you|your|nobody) \\S+<....>",
                "that is (?:exactly )?the (?:piece|difference|gap|part|step)(?: we \\S+)? (?:with|when|where|it|somebody|someone)<....>",
                "our (?:thing|tool|software|system|product|service|app|platform|people|team|stuff) (?!is\\b|was\\b|has\\b)\\w+s (?:your|the|every|each|all|it|them|a|an|out|back)<....>",
                "what we do<..> is<....>|what we do (?:ask|show|send|check|watch|count|read|put|take|give|run|build|call|catch|tell) \\S+ \\S+<....>",
                "we (?:put|place|install|fit|set up|mount|send|watch|read|run|keep|deliver|pick up)\\b.*\\bso (?:that )?(?:a|an|the|you|your|nobody|no|they|every|everybody|somebody)\\b<....>",
                "you (?:can|will|would) (?:<..>)?(?:<better>|have|see|know|get|be able)(?! (?:the invite|an invite|an invitation|the invitation|an email|it in your inbox))<....>",
                "(?<!little )(?<!no )(?:less|fewer|more|faster|quicker|earlier|sooner) (?:time|errors|mistakes|calls|meetings|hours|money|days|waiting|paperwork|revenue|than)",
                "(?:software|tool|system|solution|product|service|platform) (?:that )?(?:makes|helps|lets|does|takes|gives|checks|shows|matches)<....>",
                "hours a week|a day a week|hours every week|days (?:sooner|faster|earlier)|the same day|the day (?:it|the \\S+) lands",
            ),
            unless=(
                "feel free to",
                "how you",
                "(?:do|does|did) (?:they|you|your)",
                "(?:because|that|is|since) (?:\\S+ ){1,3}?(?:lose|burn|waste|spend)(?: \\S+){0,4} (?:hours?|days?|money|evenings)(?: \\S+){0,6}",
            ),
        ),
        Table(
            Act.PROOF,
            sure=(
                f"(?:one|some|many|several|most|a few|two|three|a dozen|hundreds|dozens|\\d+) of (?:our|the) (?:<..>)?{_CUSTOMER}<..>",
                "(?:it is )?in use (?:at|with|in)<..>|(?:had|have) (?:exactly )?the same (?:problem|issue|trouble)(?! (?:you|as you)\\b)<..>|(?:was|were) in the same (?:boat|spot|situation)<..>",
                "(?:case study|case studies|pilot (?:with|at)|reference customer|for example at|for instance at)",
                "we (?:work|worked|have worked|are working|partner|partnered|done this|have done this) (?:with|for)(?! (?:you|your|what)\\b)<....>",
                "(?:we|i) (?:have )?(?:did|done) (?:this|that|it|exactly (?:this|that)|the same) (?:for|with|at)",
                "(?:that is|exactly|the same|close to) (?:what |exactly what |the same )<..>(?:did|saw|had|found|happened at|told)",
                f"(?:another|a similar|a comparable|a) (?:<..>)?{_CUSTOMER}<....> (?:recovered|saved|found|cut|went|got|reduced|won|doubled|stopped|dropped|saw|told|halved|increased|did|managed|took)<....>",
                "(?:saved|found|cut|got|had|did|was|were|went|took|moved|won|made|closed|stopped|dropped|recovered|reduced|doubled|grew|halved|lost|used|switched|started|ran|paid|saw)<....>(?: \\S+){0,4} (?:last (?:year|quarter|month|spring|season)|in (?:the first|their first|a|one|six|three|two|four) (?:month|quarter|week|weeks|months|year))",
                "did (?:exactly )?(?:that|this|the same)(?: \\S+)? (?:last|this|in|for|with)",
            ),
            likely=(
                "(?:like|such as|including) (?:yours )?\\S+ and \\S+ (?:use|who|already)",
                "(?:used|trusted|chosen) by",
                "(?:recovered|saved|found|cut|reduced|won back) (?:<..>)?(?:\\d\\S*|<n>|eleven|sixty|forty) (?:thousand|grand|percent|hours|days|million|euros|dollars|pounds|k)<....>",
                "they (?:cut|saved|recovered|found|went|reduced|got|doubled|now|halved|see|saw)<....>",
                "(?:works|working) with <..>in your (?:patch|area|industry|space|region)|in your (?:patch|industry|space)",
            ),
        ),
        Table(
            Act.JARGON,
            sure=(
                "synergy|synergies|synergistic|paradigm|best in class|best-in-class|world class|world-class|cutting edge|cutting-edge|state of the art|turnkey|leverage(?:s|d)?|leveraging|"
                "end to end|end-to-end|ai powered|ai-powered|ai driven|ai-driven|next generation|next-generation|next gen|holistic|mission critical|digital transformation|move the needle|"
                "low hanging fruit|value add|value-add|omnichannel|omni channel|hyperautomation|single pane of glass|game changer|game changing|game-changing|disruptive|innovative|"
                "seamless(?:ly)?|robust|scalable|frictionless|actionable insights|thought leader|revenue enablement|operationalize|operationalise|unified platform|leading provider|"
                "market leading|market-leading|industry leading|industry-leading|one stop shop|one-stop|ecosystem|empower(?:s|ing)?|streamline(?:s|d)?|optimi[sz]e(?:s|d)?|bleeding edge|"
                "enterprise grade|enterprise-grade|cloud native|cloud-native|full stack|roi driven|data driven|data-driven|machine learning|blockchain|solutioning|bandwidth to",
            ),
        ),
        Table(
            Act.ANSWERS_PRICE,
            sure=(
                "(?:pricing|price|prices|cost|fee|subscription|licence|license|plan|plans|investment) (?:is|are|starts?|begins?|runs?|depends?|ranges?|comes|works? out|goes)<....>",
                "(?:it|that|we|you|most|usually|this) (?:<..>)?(?:costs?|charge|charges|pay|pays|runs|runs you|starts? at|starts? from|comes (?:out )?(?:to|at)|works out (?:at|to)|land|lands|depends on)(?: \\S+){0,4} (?:volume|size|seats|users|how many|hundred|thousand|grand|euros|dollars|pounds|bucks|quid|rupees|\\d[\\d,.]{2,}|two ninety nine)<....>",
                "start(?:s|ing)? (?:at|from) (?:\\S+ ){1,4}?(?:a|per) (?:month|year|user|seat)",
                "(?:\\d[\\d,.]*|hundred|thousand|grand|dollars|bucks|pounds|euros|quid|rupees|[$€£]\\d\\S*)(?! (?:hours?|days?|minutes?|weeks?|percent|people|reps|calls|invoices|trucks|sites|loads|times|deals|orders)\\b) (?:\\S+ ){0,2}?(?:a|per|each|every|an) (?:month|year|user|seat|annum|head|week|rep|truck|site|license|licence|person|vehicle|day)",
                "(?:it )?depends on (?:<..>)?(?:volume|size|seats|users|number|how many|headcount)",
                "(?:free|no charge|no cost|nothing) (?:for the first|until|to start|up front|to try)",
            ),
            unless=(
                "losing|lost|lose|loses|saved?|saves|saving|spending|spent|wasting|wasted|recovered|found|cut|cuts",
                "last chance|only today|expires",
                "do you know what",
            ),
        ),
    )
)
