"""Questions of trainees, each with the facts that answer it; `-` for those that nobody's facts answer."""

GENERAL = """
company.size\tHow many people work at your company?
company.size\tRoughly how big are you guys these days?
company.do\tWhat does your company actually do?
company.do\tWho are your customers, mostly?
company.sites\tHow many locations do you have?
company.sites\tAre you all in one place or spread out?
role.owns\tWhat do you look after there?
role.owns\tWhat does your job cover?
team.size\tHow many people are on your team?
team.size\tHow big is the team that reports to you?
team.gap\tAre you short of people at the moment?
team.gap\tDo you have open positions right now?
tools.main\tWhat system do you use?
tools.main\tWhich software are you running on?
tools.gap\tWhat's missing in the system you have?
tools.gap\tWhat don't you like about your software?
vendor.current\tAre you working with a provider for that today?
vendor.current\tDo you have somebody outside doing it for you?
vendor.feeling\tHow happy are you with your current vendor?
vendor.feeling\tWhat would you change about the supplier you have?
contract.end\tWhen does your contract run out?
contract.end\tAre you locked in, or when is renewal?
metrics.now\tHow do you measure that?
metrics.now\tWhich numbers do you look at every week?
metrics.target\tWhat's your target for this year?
incidents.last\tCan you give me an example of when it went wrong?
incidents.last\tWhat happened the last time?
incidents.cost\tWhat did that incident cost you?
budget.cycle\tWhen do you set your budgets?
budget.cycle\tHow does your budget year run?
budget.limit\tHow much can you sign off yourself?
budget.limit\tUp to what amount can you approve on your own?
deciders.who\tWho else would be involved in a decision like this?
deciders.who\tBesides you, who signs?
deciders.how\tHow do you go about buying something like this?
deciders.how\tWhat would the evaluation look like?
past.experience\tHave you ever looked at something like this before?
past.experience\tDid you ever try to change it?
growth.plan\tAre you growing?
growth.plan\tWhat are your plans for next year?
priorities.top\tWhat's at the top of your list this quarter?
priorities.top\tWhat are your priorities right now?
priorities.boss\tWhat does your boss care about?
timeline.change\tIf you wanted to change that, when would it happen?
cost.now\tAll in, how much do you spend on software and services?
news\tI saw you had some news recently, what was that?
"""

PROBLEM = """
today\tHow do you check the carrier invoices today?
today\tWalk me through how you reconcile the freight bills now.
today|who\tWho goes through the carrier bills at the moment?
hurts\tWhere does the invoice matching go wrong?
hurts\tWhat's the most annoying part of checking those bills?
hurts\tDo you ever pay an invoice that's wrong?
costs\tWhat do those wrong invoices cost you?
costs\tHow much money goes out on invoices that don't match?
matters\tHow important is fixing the invoices to you?
"""

FOLLOWING = """
since\tHow long has that been going on?
since\tSince when is it like that?
often\tHow often does that happen?
often\tIs that every month, or once in a while?
who\tWho ends up fixing it?
who\tWho feels that the most?
why\tWhy is that, do you think?
why\tWhat's causing it?
then\tWhat happens then?
then\tAnd when that happens, what do you do?
costs\tWhat did that cost you last quarter?
costs\tDo you know what that cost you in Q2?
costs\tPut a number on it for me?
matters\tIs that something you want fixed this year?
matters\tWhere does that sit on your list?
past.experience\tHave you tried to fix it?
incidents.last\tCan you give me an example?
"""
"""With "that" for what the prospect has just told about the problem."""

UNANSWERED = """
-\tDo you play golf?
-\tWhat's the capital of Peru?
-\tWhich colour is your office door?
-\tHow tall is your warehouse roof?
-\tDid you watch the game last night?
-\tWhat do you think about the election?
-\tHave you got children?
-\tWhat's your favourite sandwich?
-\tHow's the weather over there?
-\tAre you into fishing at all?
-\tWhich bank do you use privately?
-\tWhat was your first job?
"""


def rows(text: str) -> list[tuple[str, str]]:
    """`(fact id, question)` of a block."""
    return [(id_, question) for id_, question in (row.split("\t") for row in text.strip().splitlines())]
