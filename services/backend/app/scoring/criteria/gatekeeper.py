"""Gatekeeper: an honest reason, the desk treated as a person, the screen taken openly, and a way further in."""
# ruff: noqa: E501 - a phrasing stays on one line

import re

from app.domain.acts import Act, ProspectSays
from app.scoring.evidence import Finding, full, heard, level, share, unmet, untested, words
from app.scoring.graph import PUSHBACK, Call
from app.scoring.rubric import CriterionSpec
from app.scoring.turns import Said, Turn
from app.scoring.words import normalise

MOST_SCREENS = 3
_EVADES = re.compile(
    r"\b((?<!not )(it is |a |of a )?(personal|private|confidential) (call|matter|thing|reasons?)|(?<!not )it is personal|"
    r"(he|she|they) (knows?|will know) (what|who|me)|(he|she|they) (is|are) expecting|returning (his|her|their|your) call|"
    r"(friend|buddy|mate) of (his|hers|theirs)|just (put|connect|transfer|patch) me|can not (tell|say|discuss)|"
    r"(rather|only) (tell|discuss|talk|speak|explain)|none of your|(he|she|they) asked me to (call|ring))\b"
)
_REASON = re.compile(
    r"\b(reason (why |that )?(i am|i|for (my|the|this)) call(ing)?|call(ing)? (about|because|regarding|concerning)|"
    r"(it|this|the call) is (about|regarding|to do with)|(it is|this is|yes) a (sales|cold|first) call)\b"
)
"""A reason beside a request for somebody: the reader takes such a sentence for the request alone."""
_HELP = re.compile(
    r"\b(((could|can|would|might|may) you|maybe you|perhaps you|i need|i could use|hoping you|wonder(ing)? if you)"
    r"( \S+){0,4} (help|point|advise|guide|steer|suggest|recommend)|what would you (suggest|recommend|do)|"
    r"you (probably |surely )?know (better|best|how)|(what|which) (is|would be) the best (way|person|time))\b"
)
_WARM = re.compile(r"\b(appreciate|grateful|kind of you|that helps|helpful|your name|who am i speaking)\b")
_WAY_IN = re.compile(
    r"\b((put|connect|transfer|patch) me|(speak|talk) (to|with) (?!you|your)\w+|get (a )?hold of|"
    r"reach (?!out|you)\w+|(best|good|better|right) (time|day|moment|way|number)|"
    r"when (is|are|would|does|will|might|could) (he|she|they|i|mr|ms|mrs)|(leave|take|pass|give)( \S+){0,5} (message|note)|"
    r"pass (it|this|that) on|let (him|her|them) know|(his|her|their) (email|direct|calendar|assistant))\b"
)
_LETS_IN = re.compile(
    r"\b((put|putting|connect|connecting|transfer|transferring) you|(i will|i can|let me) (pass|tell|give|leave|ask|see|check|"
    r"put|make sure|send|let)|one moment|hold (on|the line)|(his|her|their) (email|direct|mobile|extension)|"
    r"(try|call|ring|catch) (him|her|them|back|again|after|before|on|tomorrow)|(usually|normally|mostly) (in|free|around|at)|"
    r"(after|before|around|about|from|until) (\d+|one|two|three|four|five|eight|nine|ten|eleven|noon|lunch))\b"
)
_OPEN = (
    Act.STATES_REASON, Act.IDENTIFIES_SELF, Act.IDENTIFIES_COMPANY, Act.NAMES_PROBLEM, Act.RESEARCH, Act.VALUE_CLAIM,
    Act.AFFIRMS, Act.DENIES, Act.ANSWERS_QUESTION, Act.ANSWERS_OBJECTION, Act.ACKNOWLEDGES_SPECIFIC,
    Act.EXPLORES_OBJECTION, Act.ASKS_REFERRAL, Act.LEAVES_MESSAGE,
)  # fmt: skip


def _evasion(call: Call) -> Said | None:
    """The first line that lies or dodges; what is said twice is no smaller a lie."""
    claims = call.said(Act.CLAIMS_EARLIER_CONTACT, Act.FALSE_FAMILIARITY, repeated=True)
    dodges = (said for turn in call.mine for said in turn.said(repeated=True))
    return next(iter(claims), None) or next((s for s in dodges if _EVADES.search(normalise(s.sentence.text))), None)


def _matching(call: Call, pattern: re.Pattern[str], *acts: Act) -> list[Said]:
    """Fresh sentences that do any of `acts` or read like `pattern`, in order."""
    by_act = {said.place: said for said in (call.said(*acts) if acts else ())}
    by_words = {
        said.place: said
        for turn in call.mine
        for said in turn.said()
        if pattern.search(normalise(said.sentence.text)) and not _EVADES.search(normalise(said.sentence.text))
    }
    found = by_words | by_act
    return [found[place] for place in sorted(found)]


def honest_reason(call: Call, spec: CriterionSpec) -> Finding:
    """Says what the call is about, and nothing untrue."""
    if not call.mine:
        return untested("The trainee said nothing.")
    if (evasion := _evasion(call)) is not None:
        return unmet(
            spec, words(evasion, call.timed), why="You dodged what the call is about, or claimed what is not so."
        )
    if reasons := _matching(call, _REASON, Act.STATES_REASON):
        return full(spec, words(reasons[0], call.timed))
    hints = call.said(Act.NAMES_PROBLEM, Act.RESEARCH, Act.VALUE_CLAIM)
    return level(spec, "vague", words(hints[0], call.timed)) if hints else unmet(spec)


def courtesy(call: Call, spec: CriterionSpec) -> Finding:
    """Asks for their help, half; thanks, credits or names them, half; rudeness undoes both."""
    if not call.mine:
        return untested("The trainee said nothing.")
    rude = call.said(Act.INSULT, Act.PRESSURE, Act.ARGUES, repeated=True)
    if rude:
        return unmet(spec, words(rude[0], call.timed), why="You pushed the person at the desk.")
    help_asked = _matching(call, _HELP, Act.ASKS_REFERRAL)[:1]
    warm = _matching(call, _WARM, Act.THANKS, Act.ACKNOWLEDGES_SPECIFIC)[:1]
    found = [words(said, call.timed) for said in (*help_asked, *warm)]
    return share(spec, (bool(help_asked) + bool(warm)) / 2, *found)


def screen(call: Call, spec: CriterionSpec) -> Finding:
    """The share of the first three screening lines that were answered openly; one lie or dodge and none counts."""
    screens = [(turn, reply) for turn in call.theirs if _screens(turn) and (reply := call.after(turn)) is not None]
    if not screens:
        return untested("Nobody screened the call.")
    first = heard(screens[0][0], call.timed)
    if (evasion := _evasion(call)) is not None:
        return unmet(spec, words(evasion, call.timed), first, why="You dodged the screen, or claimed what is not so.")
    asked = [*_matching(call, _WAY_IN), *_matching(call, _HELP)]
    taken = [(turn, said) for turn, reply in screens[:MOST_SCREENS] if (said := _taken(turn, reply, asked))]
    quotes = [quote for turn, said in taken for quote in (words(said, call.timed), heard(turn, call.timed))]
    return share(spec, len(taken) / len(screens[:MOST_SCREENS]), *(quotes or [first]))


def _screens(turn: Turn) -> bool:
    """Asks back or pushes back; how the desk answers the phone does not count."""
    return turn.number > 0 and bool(turn.says & (PUSHBACK | {ProspectSays.QUESTION, ProspectSays.REFUSES}))


def _taken(turn: Turn, reply: Turn, asked: list[Said]) -> Said | None:
    """The sentence that takes a screening line openly; "he's busy" may be met by asking for another way in."""
    told = next(reply.said(*_OPEN), None)
    if told is not None or ProspectSays.QUESTION in turn.says:
        return told
    return next((said for said in asked if said.turn is reply), None)


def way_in(call: Call, spec: CriterionSpec) -> Finding:
    """A transfer, a time to call, or a message that is passed on; having asked for one is half the way."""
    if not call.mine:
        return untested("The trainee said nothing.")
    asked = _matching(call, _WAY_IN, Act.ASKS_FOR_PERSON, Act.LEAVES_MESSAGE, Act.ASKS_REFERRAL)
    for said in asked:
        reply = call.after(said.turn)
        if reply is not None and not call.refuses(reply) and _lets_in(call, reply):
            return full(spec, words(said, call.timed), heard(reply, call.timed))
    return level(spec, "asked", words(asked[0], call.timed)) if asked else unmet(spec)


def _lets_in(call: Call, reply: Turn) -> bool:
    return call.agrees(reply) or call.counters(reply) or bool(_LETS_IN.search(normalise(reply.text)))
