"""Close: the highest rung of asking that was reached, and whether it was agreed to."""

import re
from dataclasses import dataclass

from app.domain.acts import Act
from app.domain.prospect import Move
from app.domain.scorecard import Quote
from app.reading.slots import slots_in
from app.scoring.evidence import Finding, full, heard, level, penalised, unmet, untested, words
from app.scoring.graph import ASKS, Call
from app.scoring.memo import once_per_call
from app.scoring.rubric import CriterionSpec
from app.scoring.turns import Said, Turn
from app.scoring.words import content_words, normalise

PRESSED = 3
PARTING_TURNS = 2
"""Prospect turns after the one that agreed, seldom more."""
_REASONED = (Act.STATES_REASON, Act.VALUE_CLAIM, Act.PROOF, Act.ANSWERS_OBJECTION)
_PURPOSE = re.compile(
    r"\b(to (see|show|walk|look|go|check|find|work|compare|talk|figure|explore|map|run|test)|so (that )?(you|we|i) can|"
    r"and see|if it|whether|where (i|we)|i would (show|bring)|\d+ minutes?|half an hour|"
    r"(ten|fifteen|twenty|thirty) minutes?|quarter of an hour)\b"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One ask with the rung it reaches."""

    rung: str
    said: Said
    quotes: tuple[Quote, ...]


@once_per_call
def asks(call: Call) -> list[Asked]:
    """Every ask of the trainee's, in order; a time only counts inside an ask or as the answer to the prospect's."""
    return [asked for turn in call.mine if (asked := _asked(call, turn)) is not None]


def _asked(call: Call, turn: Turn) -> Asked | None:
    meetings = list(turn.said(Act.ASKS_MEETING))
    times = list(turn.said(Act.PROPOSES_TIME))
    meetings = meetings or [said for said in times if _offers(call, said)]
    before = call.before(turn)
    invited = before is not None and (call.agrees(before) or call.counters(before)) and _asked_before(call, turn)
    if times and (meetings or invited):
        quotes = [words(said, call.timed) for said in (*meetings[:1], *times[:1])]
        return Asked("slot", (meetings or times)[0], tuple(quotes))
    if meetings:
        return Asked("purpose" if _has_purpose(meetings[0]) else "open", meetings[0], (words(meetings[0], call.timed),))
    if _referred(call, turn):
        said = next(turn.said(Act.ASKS_REFERRAL))
        return Asked("met" if call.outcomes.no_fit else "open", said, (words(said, call.timed),))
    info = next(turn.said(Act.SENDS_INFO), None)
    return Asked("info", info, (words(info, call.timed),)) if info else None


def _offers(call: Call, said: Said) -> bool:
    """Whether a time is offered: asked, one of two, or taken up by the prospect; a mark may be missing."""
    slots = said.act.slots if said.act is not None else {}
    either = any(" | " in slots.get(name, "") for name in ("day", "time"))
    reply = call.after(said.turn)
    taken = reply is not None and (call.agrees(reply) or call.counters(reply))
    return said.sentence.is_question or either or taken


def _has_purpose(said: Said) -> bool:
    timed = said.act is not None and bool(said.act.slots.get("duration"))
    return timed or bool(_PURPOSE.search(normalise(said.sentence.text)))


def _asked_before(call: Call, turn: Turn) -> bool:
    return any(said.turn.number < turn.number for said in call.said(*ASKS))


def _referred(call: Call, turn: Turn) -> bool:
    del call
    return any(True for _ in turn.said(Act.ASKS_REFERRAL))


def ask(call: Call, spec: CriterionSpec) -> Finding:
    """The highest rung: nothing, information, a bare ask, with purpose, with a time, confirmed."""
    found = asks(call)
    if call.outcomes.no_fit and (exit_line := _honest_exit(call)) is not None:
        return full(spec, words(exit_line, call.timed), why="You saw that it does not fit and left well.")
    if not found:
        return _never(call, spec)
    confirmed = _confirmed(call, found)
    if confirmed is not None:
        return confirmed_finding(call, spec, confirmed, found)
    order = {"info": 0, "open": 1, "purpose": 2, "slot": 3, "met": 4}
    best = max(found, key=lambda item: (order[_rung(call, item)], -item.said.place[0]))
    rung = _rung(call, best)
    return full(spec, *best.quotes) if rung == "met" else level(spec, rung, *best.quotes)


def _rung(call: Call, asked: Asked) -> str:
    """The rung, held down to a bare ask when it came before any reason or value."""
    reasoned = any(said.place <= asked.said.place for said in call.said(*_REASONED))
    return asked.rung if reasoned or asked.rung in ("info", "met") else "open"


def _confirmed(call: Call, found: list[Asked]) -> Said | None:
    """Details confirmed after an ask that the prospect did not refuse."""
    for said in call.said(Act.CONFIRMS_DETAILS, Act.PROPOSES_TIME):
        before = call.before(said.turn)
        asked = any(
            item.said.turn.number < said.turn.number and item.rung in ("slot", "purpose", "open") for item in found
        )
        if asked and before is not None and (call.agrees(before) or call.counters(before)):
            return said
    return None


def confirmed_finding(call: Call, spec: CriterionSpec, said: Said, found: list[Asked]) -> Finding:
    """All points for confirmed details, unless the ask itself came before any reason."""
    before = call.before(said.turn)
    first = [item for item in found if item.said.turn.number < said.turn.number][-1]
    if _rung(call, first) == "open" and first.rung != "open":
        return level(spec, "open", *first.quotes)
    theirs = (heard(before, call.timed),) if before else ()
    return full(spec, *first.quotes, words(said, call.timed), *theirs)


def _honest_exit(call: Call) -> Said | None:
    """With a prospect who is no fit: a referral, or a good-bye that owns it."""
    referral = call.said(Act.ASKS_REFERRAL)
    leaving = [said for said in call.said(Act.THANKS, Act.GOODBYE, Act.APOLOGISES) if said.turn in call.mine[1:]]
    return next(iter(referral + leaving), None)


def _never(call: Call, spec: CriterionSpec) -> Finding:
    if not call.conversed and not call.outcomes.close_attempt:
        return untested("The call never got to a next step.")
    why = (
        "The record says that you asked for a next step; no words of yours show it."
        if call.outcomes.close_attempt
        else ""
    )
    lines = [turn for turn in call.theirs if turn.number > 0 and call.after(turn)]
    return unmet(spec, *(heard(turn, call.timed) for turn in lines[-1:]), why=why)


def agreed(call: Call, spec: CriterionSpec) -> Finding:
    """The prospect said yes to a meeting, a dated small step or a referral."""
    found = [item for item in asks(call) if item.rung != "info"]
    if not found:
        return _never(call, spec)
    # The latest ask first; a referral stands only where no meeting was agreed.
    for item in sorted(found, key=lambda item: (_refers(item), -item.said.turn.number)):
        reply = call.after(item.said.turn)
        if reply is not None and _yes(call, item, reply):
            return full(spec, *item.quotes, heard(reply, call.timed))
    reply = call.after(found[-1].said.turn)
    if call.outcomes.meeting_booked and reply is not None and _near_the_end(call, reply):
        # Booked, in words that nobody reads as a yes.
        return full(spec, *found[-1].quotes, heard(reply, call.timed))
    return unmet(spec, *((heard(reply, call.timed),) if reply else ()))


def _near_the_end(call: Call, reply: Turn) -> bool:
    """Whether little is left to say after a reply, as after a yes; what the prospect tells of its world is none."""
    return not call.discloses(reply) and sum(turn.number > reply.number for turn in call.theirs) <= PARTING_TURNS


def _refers(asked: Asked) -> bool:
    return asked.said.act is not None and asked.said.act.act is Act.ASKS_REFERRAL


def _yes(call: Call, asked: Asked, reply: Turn) -> bool:
    if _refers(asked):
        named = any(Move.REFER in decided.moves for decided in call.decided(reply))
        return named or (not call.decided(reply) and not call.refuses(reply) and len(content_words(reply.text)) >= 2)
    if call.outcomes.meeting_booked is False and not call.decided(reply):
        # No meeting came of it; a small step that the prospect gave a day of its own words is still one.
        dated = "day" in slots_in(normalise(reply.text))
        return asked.rung == "slot" and dated and (call.agrees(reply) or call.counters(reply))
    return call.agrees(reply) or call.counters(reply)


def presses_on(call: Call, spec: CriterionSpec) -> Finding:
    """Three asks, each made after a refusal."""
    refused, pressed = False, []
    for turn in call.turns:
        if turn in call.theirs:
            refused = refused or call.refuses(turn)
        elif refused:
            pressed += list(turn.said(Act.ASKS_MEETING, repeated=True))[:1]
    if len(pressed) < PRESSED:
        return untested("")
    return penalised(spec, *(words(said, call.timed) for said in pressed[:PRESSED]))
