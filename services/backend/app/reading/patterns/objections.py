"""How a trainee takes an objection: acknowledges, reflects, explores, answers, argues or caves."""
# ruff: noqa: E501 - a phrasing stays on one line

from app.domain.acts import Act
from app.reading.patterns.rules import Table, compile_table

RULES = compile_table(
    (
        Table(
            Act.ACKNOWLEDGES_GENERIC,
            sure=(
                "i would (?:\\S+ ){0,2}?(?:hesitate|worry|wonder|ask|say|feel|think|be \\S+|do \\S+|want \\S+) (?:too|as well)",
            ),
            # "With nobody to build it I'd hesitate too" denies nothing.
            negatable=False,
        ),
        Table(
            Act.ACKNOWLEDGES_GENERIC,
            sure=(
                "(?:fair enough|fair point|that is fair|totally fair|completely fair|very fair|fair play|no worries|understood|point taken|noted|gotcha|got you)",
                "(?:i|we) (?:totally |completely |fully |quite |absolutely |can |do |sure do |hear and )*(?:appreciate that|(?:get|hear|understand|respect) (?:it|that|you|where you are coming from|completely|totally|your point|your position))(?! (?:your|company|in|from|is|are|down|wrong|on|the|more|back|up|out|<n>)\\b)",
                "^(?:yes |okay |no |and )*(?:totally |completely )?(?:appreciate that|(?:get|hear|understand|respect) (?:it|that|you))$",
                "that makes sense|^(?:that )?(?:totally |completely |perfectly |all )?makes (?:total |complete |perfect |good )?sense",
                "(?:i )?(?:can )?(?:totally |quite |completely |fully |sure do )*understand(?: you| that)?$",
                "^(?:i )?(?:hear|feel) you",
                "(?:got|get) it$",
                "^(?:okay |yes |no |right |alright )*(?:got it|i see|of course|i understand|sure thing|right|fair|absolutely|totally|no problem)(?= |$)",
                "i would (?:say|feel|think|be|do|want|ask) the same",
                "(?:i )?(?:can )?(?:totally |completely )?(?:imagine|relate|sympathize)",
                "i do not blame you",
                "i know what you mean",
                "(?:thanks|thank you) for (?:being (?:straight|honest|upfront|direct)|telling me|letting me know|the honesty|your honesty|sharing)",
            ),
            likely=(
                "^(?:sure|okay|alright|right)(?: (?:sure|okay|alright|yes))*$",
                "^(?:that is )?(?:okay|fine|alright)$",
            ),
            negatable=True,
        ),
        Table(
            Act.REFLECTS,
            sure=(
                "(?:it )?(?:sounds|seems|looks|feels) (?:like|as if|as though|to me like)<....>",
                "^(?:okay |right |yes |and |ah |oh )*so (?:it|that|this) (?:is|was) (?:not|never|less|more)<....> (?:it|that|but|than|as)<....>",
                "(?:sounds|seems) (?:like )?(?:the|your|that|it|you|they|he|she|everything|nobody)<....>",
                "(?:if i (?:hear|heard|understand|understood|get|am hearing|follow)|let me (?:play|read) (?:that|it) back|what i (?:hear|am hearing)|what you are (?:saying|telling me)|in other words|so you are saying|am i hearing)<....>",
                "^(?:okay |right |yes |and |ah |oh )*so (?:your (?!(?:boss|team|people|staff|guys) (?:do|does) not (?:have|need))|by the time|today your|it is your|they|the (?:team|reps|drivers|people|guys|real)|basically|in the end|every time|effectively|nobody|half|it is (?:not|more|less|mainly|really|the)|there is|on top)<....>",
                "^(?:okay |right |yes |and |ah |oh )*so you (?:are(?! able)|have(?! to)|only|end up|got|were|had|lose|spend|need|find)<....>",
                "^(?:okay |right |yes |and |ah |oh )*so what you<....>",
            ),
        ),
        Table(
            Act.ARGUES,
            sure=(
                "you (?:are|were) (?:wrong|mistaken|missing out|making a mistake|not listening|kidding yourself|missing the point)",
                "(?<!one )(?<!ones )(?<!thing )(?<!bill )(?<!invoice )(?:that|this|it) (?:is|does) (?:not true|wrong|nonsense|ridiculous|just wrong|not make any sense|silly|crazy|absurd|simply not true|a mistake|not correct|rubbish)",
                "(?:trust|believe) me (?:you|it|this|on)",
                "you do (?:really )?need (?:it|this)",
                "(?:you|everyone|everybody|every \\S+) (?:needs?|does need|should want|must want) (?:this|it|that)",
                "you (?:have not|did not|do not|never) (?:even )?(?:heard|hear|let me|listen|understand|seen|get it|know what you)<....>",
                "how (?:can|could) you (?:say|not|know|possibly|be)<..>",
                "(?:with (?:all due )?respect|i disagree|i do not agree|i beg to differ|i have to disagree)",
                "(?:that|this) (?:can not be|is not) (?:right|true|possible|a reason|a good reason|how)",
                "(?:everybody|everyone|they all|people) (?:says?|tells? me) that (?:and|but|at first|until)",
                "you would be (?:crazy|mad|stupid|foolish)<..>",
                "why would you not (?:want|at least)",
                "your (?:vendor|provider|tool|system|software|current) <..>(?:is|are) (?:terrible|bad|rubbish|awful|outdated|garbage|useless|crap|overpriced)",
                "(?:but )?you (?:clearly|obviously)? ?(?:do not|are not) (?:understand|seeing|realize)",
                "you can not (?:seriously|possibly|be (?:serious|happy|satisfied|right|fine))",
                "(?:i )?(?:think|believe|know) you (?:do|need it|are wrong)$|^(?:yes )?you do$",
                "i (?:really |very much )?doubt (?:that|it)<..>|(?:that|this|it) makes no sense|^of course (?:it|you|that) (?:would|do|does|will)<..>",
                "(?:no|not a) one is(?: happy)?$|nobody is(?: happy| satisfied)?$|(?:that|it|this) should be$",
            ),
            likely=("but you (?:should|have to|need to|must|said)<..>", "are you serious", "yes but", "no but"),
            negatable=True,
        ),
        Table(
            Act.CAVES,
            sure=(
                "(?:okay|oh|alright|sure|fine|sorry|no worries|no problem|understood)<....> (?:bye|goodbye|i will (?:let you go|leave you|not (?:bother|trouble|disturb))|never ?mind|forget it|no worries then|i will go)<..>",
                "i will (?:leave you (?:to it|alone|be)|not (?:bother|trouble|disturb|take|waste)|let you (?:go|get back)|stop bothering|get off|get out)<....>",
                "will not (?:bother|trouble|disturb) you<....>",
                "(?:sorry|apologies) (?:to|for) (?:bother|bothering|disturb|disturbing|trouble|troubling|have bothered|wasting|taking)<....>",
                "never ?mind(?: then)?",
                "(?:okay )?never ?mind",
                "no worries then|no problem then|forget i called|forget it then|okay then bye",
                "(?:maybe |i can )?(?:give|make) you a discount|(?:we|i) (?:can|could) (?:drop|lower|halve|discount|knock)<..> (?:the )?price",
            ),
        ),
        Table(
            Act.ANSWERS_OBJECTION,
            sure=(
                "(?:nobody|no one|you|your (?:team|people|it|staff|guys|side))<..> (?:do not|does not|would not|will not|never|installs?|needs? to|has to|have to) (?:need|have|install|touch|change|replace|retype|switch|pay|do|learn|move|anything|rip)<....>",
                "(?:would|does|do|will) not (?:need|have)(?: to)? (?:install|change|replace|switch|touch|learn|move|rip|retype|do)<....>",
                "(?:we|it) (?:will |would )?(?:work|works|sit|sits|run|runs|plug|plugs|fit|fits) (?:alongside|next to|on top of|with|beside|into|in parallel|around)<....>",
                "(?:you|they) (?:only )?(?:pay|paid) (?:out of|when|if|nothing|from)<....>",
                "(?:most|some|many|half|a lot|all) of (?:our|my|the) <....>(?:kept|had|were|said|thought|felt|use|used|already|stayed|came)<....>",
                "(?:we|i) (?:load|set|do|handle|take care of|bring|migrate|import|write|sign|cover|guarantee)<....> (?:for you|ourselves|on our side|that part|the work|the files)",
                "takes (?:your (?:team|people|side) |you |them )?(?:less than|about|under|only|<n>)<....>",
                "(?:not |is not )(?:a )?(?:replacement|replacing|to replace|instead of)<....>",
                "(?:cancel|stop|leave|walk away) (?:any ?time|whenever|after|at any)<..>",
                "(?:pays? for itself|money back|free (?:trial|pilot)|no (?:contract|commitment|obligation|set ?up fee|lock))<..>",
                "(?:we|i) (?:would|can|could|will) (?:start|wait|begin|time it|line it up|pick (?:it|this) up)<....>",
                "that is (?:exactly|precisely|why|where|the (?:bit|part|piece|gap|hole|step|difference))<....>",
            ),
        ),
        # Exploring is mostly a matter of asking after an objection; these phrasings explore by themselves.
        Table(
            Act.EXPLORES_OBJECTION,
            sure=(
                "(?:can|could|may|mind if) i ask (?:you )?(?:why|what|whether|how)<....>",
                "what (?:would|do|did|does|is|are|makes|made) (?:you|have|need|it|that|the|makes|holding|behind)<..> (?:mean|concern|worr|hesita|behind|need|say|take|prefer|expect|look for|want to see|have to)\\S*<....>",
                "(?:when|if) you say<....>",
                "(?:expensive|cheaper|compared|more|busy|happy|different) (?:compared |than |relative )?(?:to|with|than) what",
                "help me understand",
                "is (?:that|it|this) (?:because|more|about|a|the|due|mostly|mainly|to do|down to)<....>",
                "what happened<....>",
                "(?:out of curiosity|just so i understand|so i understand)<....>",
                "setting (?:that|it|price|the price) aside",
                "is (?:it|that) the<....> or (?:is it|the)<....>",
                "what is (?:taking|holding|stopping|driving|behind|the concern|the worry)<....>",
                "tell me more",
            ),
        ),
    )
)
