"""What a question or a fact is about: the topics that persona facts are filed under."""
# ruff: noqa: E501 - a phrasing stays on one line

import re

from app.reading.words import STOP, stem

TOPICS: dict[str, str] = {
    # topic: words that point to it; more specific topics first, since ties go to the first
    "contract": "contract agreement renewal renew renews expire expires terms locked notice lock-in",
    "budget": "budget budgets budgeted fund funds funding funded fiscal spend spending",
    "deciders": "decide decides decision decisions decider sign signs approve approves approval approved procurement board stakeholder stakeholders boss involved buy-in bless say-so authority committee",
    "past_experience": "tried before last-time past previously used-to failed experience burned burnt bitten earlier",
    "incidents": "incident incidents outage outages wrong mistake mistakes error errors break breaks broke fail fails failing fall slip slips slipped missed miss misses lost late delay delays delayed complaint complaints lawsuit breach",
    "cost": "cost costs costing money price margin margins expensive loss losses dollars euros hit bottom-line afford revenue figure lose loses",
    "metrics": "metric metrics measure measured measures track tracks number numbers kpi kpis rate rates percentage accuracy volume average often report reports target targets quota",
    "growth": "grow growing growth expand expanding expansion hiring hire hires open opening opened scale scaling new-site acquisition acquired headcount",
    "timeline": "when timeline timing quarter deadline soon start date schedule month year season spring summer autumn winter april",
    "priorities": "priority priorities focus goal goals initiative initiatives plan plans important matter matters roadmap top-of-mind objective objectives",
    "vendor": "vendor vendors provider providers supplier suppliers partner partners agency outsourced outsource switch switched happy satisfied competitor",
    "tools": "tool tools software system systems platform platforms app apps spreadsheet spreadsheets excel program stack crm erp dashboard paper",
    "team": "team teams people staff person crew folks reps headcount who handles heads department whose employees drivers",
    "process": "process processes how workflow handle handled today currently steps manual manually by-hand walk works procedure day-to-day approach",
}
_INDEX: dict[str, str] = {}
for _topic, _words in TOPICS.items():
    for _word in _words.split():
        _INDEX.setdefault(stem(_word), _topic)

_WEIGHTS = {"process": 0.6, "team": 0.8, "timeline": 0.8}
"""Words such as 'how', 'who' and 'when' say less than the nouns beside them."""

_PHRASES = tuple(
    (re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), topic)
    for pattern, topic in (
        (
            r"(?:contract|agreement|deal|subscription) (?:\S+ ){0,4}(?:up|end|ends|over|out|expire|expires|renew|renewal)",
            "contract",
        ),
        (r"tied in|locked in|up for renewal|run out|under contract", "contract"),
        (r"who (?:else )?(?:signs|decides|approves|has|makes|needs|gets|would|all|holds)", "deciders"),
        (
            r"sign off|signs off|final say|a say|buying process|decision process|purchase (?:\S+ ){0,3}approved",
            "deciders",
        ),
        (r"budget (?:cycle|year|season)|fiscal year|set aside", "budget"),
        (
            r"(?:tried|looked at|used|happened) (?:\S+ ){0,4}(?:before|last time|the last one|in the past)|last time|the last one",
            "past_experience",
        ),
        (r"goes wrong|go wrong|fall over|falls over|falls through the cracks|trip you up|slip through", "incidents"),
        (r"how (?:much|many hours|much time)(?: \S+){0,4} (?:cost|lose|spend|waste)", "cost"),
        (r"how many (?:people|reps|drivers|staff|heads|agents|technicians)", "team"),
        (r"who (?:handles|does|owns|runs|looks|takes|is responsible|is doing|deals|manages)", "team"),
        (r"how (?:often|accurate|long|many)", "metrics"),
        (r"by hand|walk me through|day to day|how (?:do|does|are|is) (?:you|your|it|that|the)", "process"),
        (r"top of mind|number one|most important|taking priority|big(?:gest)? focus", "priorities"),
    )
)


def topic_of(line: str) -> str:
    """The topic a canonical line is about, or "" when no word points anywhere."""
    scores: dict[str, float] = {}
    for pattern, topic in _PHRASES:
        if pattern.search(line):
            scores[topic] = scores.get(topic, 0.0) + 1.2
    for word in line.split():
        if word in STOP and word not in ("how", "who", "when"):
            continue
        if (topic_found := _INDEX.get(stem(word))) is not None:
            scores[topic_found] = scores.get(topic_found, 0.0) + (
                0.4 if word in ("how", "who", "when") else _WEIGHTS.get(topic_found, 1.0)
            )
    if not scores:
        return ""
    return max(TOPICS, key=lambda topic: scores.get(topic, 0.0))
