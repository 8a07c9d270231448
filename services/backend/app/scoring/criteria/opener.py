"""Opener: who calls, why, why this prospect, and who gets the floor; judged in the first turns only."""

import re

from app.domain.acts import Act
from app.domain.call import Brief
from app.scoring.evidence import Finding, act_words, full, level, penalised, share, unmet, untested, words
from app.scoring.graph import Call
from app.scoring.rubric import CriterionSpec
from app.scoring.turns import Said, Turn
from app.scoring.words import content_words, normalise

WINDOW_MS = 45_000
PROSPECT_TURNS = 3
"""The opening ends with the prospect's third turn, the pick-up and "who's this?" not counted."""
FLOOR_MS = 20_000
_WHO = re.compile(
    r"\b(who is (this|that|it|calling|speaking)|who am i (speaking|talking)|who are you|what company|"
    r"where are you calling)\b"
)
_BACK = re.compile(
    r"\b((we|i|you and i) (\S+ )?(spoke|talked|chatted|left it|agreed)|"
    r"you (\S+ )?(asked|told|said|mentioned|wanted) (me|that|to)|"
    r"last (time|week|month|call|we)|as (promised|agreed)|(calling|ringing|call) (you )?back)\b"
)
"""Words that pick up an earlier talk."""
_BOUND = re.compile(r"\b(seconds|minutes?)\b")
_GENERIC = re.compile(
    r"\b((companies|teams|businesses|firms|agencies|people|leaders|managers|directors|owners|folks|shops|groups|"
    r"organizations) (like|such as|of|your|in|who|that|with)|(your|the) (industry|sector|size|space|role|position))\b"
)


def window(call: Call) -> tuple[Turn, ...]:
    """The trainee turns of the opening."""
    counted = 0
    found: list[Turn] = []
    for turn in call.turns:
        if turn in call.mine:
            late = call.timed and bool(found) and turn.start_ms - found[0].start_ms > WINDOW_MS
            if counted >= PROSPECT_TURNS or late:
                break
            found.append(turn)
        elif found and not _WHO.search(normalise(turn.text)):
            counted += 1
    return tuple(found)


def _said(call: Call, *acts: Act, repeated: bool = False) -> list[Said]:
    return [said for turn in window(call) for said in turn.said(*acts, repeated=repeated)]


def identifies(call: Call, spec: CriterionSpec) -> Finding:
    """Own name and company, half each."""
    if not call.mine:
        return untested("The trainee said nothing.")
    found = [_said(call, act)[:1] for act in (Act.IDENTIFIES_SELF, Act.IDENTIFIES_COMPANY)]
    if call.brief is not None:
        own = call.brief.trainee_name, call.brief.seller.company
        found = [hits or _naming(call, name) for hits, name in zip(found, own, strict=True)]
    quotes = [act_words(said, call.timed) for hits in found for said in hits]
    return share(spec, sum(map(bool, found)) / 2, *quotes)


def _naming(call: Call, name: str) -> list[Said]:
    """The first sentence of the first turn with a word of the trainee's own `name` in it."""
    wanted = {word for word in normalise(name).split() if len(word) > 1}
    first = next(iter(window(call)), None)
    said = first.said() if first is not None else iter(())
    return [one for one in said if not one.sentence.is_question and wanted & set(normalise(one.sentence.text).split())][
        :1
    ]


def reason(call: Call, spec: CriterionSpec) -> Finding:
    """An explicit reason for the call; research, or a problem of the trade, lets the prospect guess it."""
    if not call.mine:
        return untested("The trainee said nothing.")
    hits = _said(call, Act.STATES_REASON)
    if hits:
        return full(spec, words(hits[0], call.timed))
    hints = _said(call, Act.RESEARCH, Act.NAMES_PROBLEM)
    return level(spec, "implied", words(hints[0], call.timed)) if hints else unmet(spec)


def relevance(call: Call, spec: CriterionSpec) -> Finding:
    """Why this prospect: a fact of the brief counts in full, a kind of company or role as generic."""
    if not call.mine:
        return untested("The trainee said nothing.")
    generic: Said | None = None
    for said in _said(call):
        if call.brief is not None and _about_this_prospect(said, call.brief):
            return full(spec, words(said, call.timed))
        acts = {read.act for read in said.sentence.acts}
        if generic is None and (Act.RESEARCH in acts or _GENERIC.search(normalise(said.sentence.text))):
            generic = said
    return level(spec, "generic", words(generic, call.timed)) if generic else unmet(spec)


def _about_this_prospect(said: Said, brief: Brief) -> bool:
    mine = content_words(said.sentence.text)
    if any(len(mine & content_words(fact)) >= min(2, len(content_words(fact))) for fact in brief.public_facts if fact):
        return True
    speaks_of = {read.act for read in said.sentence.acts} & {Act.RESEARCH, Act.STATES_REASON, Act.VALUE_CLAIM}
    about = " ".join((brief.prospect_industry, brief.prospect_title, brief.prospect_company))
    return bool(speaks_of and mine & content_words(about))


def refers_back(call: Call, spec: CriterionSpec) -> Finding:
    """Picks up the call before: says that there was one, and something of it."""
    if not call.mine:
        return untested("The trainee said nothing.")
    hits = [said for said in _said(call) if _BACK.search(normalise(said.sentence.text))]
    hits += [said for said in _said(call, Act.CLAIMS_EARLIER_CONTACT) if not hits]
    return full(spec, words(hits[0], call.timed)) if hits else unmet(spec)


def permission(call: Call, spec: CriterionSpec) -> Finding:
    """Owns the interruption or asks for a bounded time; "is this a bad time?" earns nothing."""
    if not call.mine:
        return untested("The trainee said nothing.")
    owns = _said(call, Act.OWNS_INTERRUPTION)
    asks = [said for said in _said(call, Act.ASKS_PERMISSION) if not _bad_time(said)]
    bounded = [said for said in asks if (said.act and said.act.slots.get("duration")) or _bounded(said)]
    if owns or bounded:
        return full(spec, words((owns + bounded)[0], call.timed))
    return level(spec, "unbounded", words(asks[0], call.timed)) if asks else unmet(spec)


def _bounded(said: Said) -> bool:
    return bool(_BOUND.search(normalise(said.sentence.text)))


def _bad_time(said: Said) -> bool:
    return any(read.act is Act.BAD_TIME for read in said.sentence.acts)


def yields(call: Call, spec: CriterionSpec) -> Finding:
    """Gives the floor back within twenty seconds, having said something that opens a call."""
    if not call.timed:
        return untested("The transcript carries no times.")
    first = next(iter(window(call)), None)
    if first is None or call.after(first) is None:
        return untested("Nobody took the floor after the first turn.")
    opens = (Act.IDENTIFIES_SELF, Act.IDENTIFIES_COMPANY, Act.STATES_REASON, Act.OWNS_INTERRUPTION, Act.ASKS_PERMISSION)
    hits = list(first.said(*opens)) or (_naming(call, call.brief.trainee_name) if call.brief else [])
    if not hits or first.end_ms - first.start_ms > FLOOR_MS:
        return unmet(spec, why="" if hits else "You gave the floor back before you had opened the call.")
    return full(spec, words(hits[0], call.timed))


def false_familiarity(call: Call, spec: CriterionSpec) -> Finding:
    """Borrowed warmth or acquaintance."""
    hits = _said(call, Act.FALSE_FAMILIARITY, repeated=True)
    return penalised(spec, words(hits[0], call.timed)) if hits else untested("")
