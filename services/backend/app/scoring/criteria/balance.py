"""Balance: wide plateaus for talk share, monologues and changes of the floor; nothing inside a plateau is rewarded."""

from app.domain.scorecard import Quote
from app.scoring.evidence import Finding, full, heard, unmet, untested, words
from app.scoring.graph import Call
from app.scoring.metrics import floor_changes, longest_monologue_ms, talk_share
from app.scoring.rubric import CriterionSpec

LEAST_SHARE, MOST_SHARE = 0.40, 0.65
LONGEST_MS = 60_000
LEAST_CHANGES = 3.0
_EACH = 3
"""Turns of each side from which balance means anything."""


def _why_not(call: Call) -> str:
    if not call.timed:
        return "The transcript carries no times."
    enough = len(call.mine) >= _EACH and len(call.theirs) >= _EACH
    return "" if enough else "Too little was said for balance to mean anything."


def _judge(call: Call, spec: CriterionSpec, good: bool) -> Finding:
    return full(spec, *_exchange(call)) if good else unmet(spec)


def _exchange(call: Call) -> list[Quote]:
    """The last exchange in which the trainee said something new."""
    for turn in reversed(call.mine):
        said, theirs = next(turn.said(), None), call.before(turn)
        if said is not None and theirs is not None:
            return [words(said, call.timed), heard(theirs, call.timed)]
    return []


def share_of_talk(call: Call, spec: CriterionSpec) -> Finding:
    """Talk share on the plateau, with repetitions and without them."""
    if why := _why_not(call):
        return untested(why)
    shares = [talk_share(call), talk_share(call, fresh=True)]
    return _judge(call, spec, all(share is not None and LEAST_SHARE <= share <= MOST_SHARE for share in shares))


def monologue(call: Call, spec: CriterionSpec) -> Finding:
    """No stretch over a minute."""
    if why := _why_not(call):
        return untested(why)
    return _judge(call, spec, longest_monologue_ms(call) <= LONGEST_MS)


def changes(call: Call, spec: CriterionSpec) -> Finding:
    """The floor changes hands often enough, repeated turns left out."""
    if why := _why_not(call):
        return untested(why)
    rates = [floor_changes(call), floor_changes(call, fresh=True)]
    return _judge(call, spec, all(rate is not None and rate >= LEAST_CHANGES for rate in rates))
