"""Rapport: building on what the prospect says, acknowledging it, and leaving room."""

from app.domain.acts import Act
from app.domain.prospect import Move
from app.scoring.evidence import Finding, full, heard, level, share, unmet, untested, words
from app.scoring.graph import Call
from app.scoring.hearing import hearing
from app.scoring.metrics import interruptions
from app.scoring.rubric import CriterionSpec
from app.scoring.subjects import depth
from app.scoring.turns import Said, Turn
from app.scoring.words import builds_on

BEST = 3
"""Uptake is the mean of the best so many turns."""
_NOTHING, _ALL = 0.2, 0.5
"""`builds_on` at which uptake begins to count and counts in full."""
_OLD = 0.5
"""What is left of uptake in words that the trainee had used before the prospect did."""
_FIRST_SENTENCES = 3
_AGAINST = (Act.ARGUES, Act.INSULT, Act.PRESSURE)
"""Whoever turns the prospect's words against them does not build on them."""


def uptake_of(call: Call, turn: Turn) -> tuple[float, Said | None]:
    """How far a trainee turn builds on the prospect's turn before it, in [0, 1], and the sentence that does so."""
    before = call.before(turn)
    best: tuple[float, Said | None] = (0.0, None)
    if before is None or any(True for _ in turn.said(*_AGAINST, repeated=True)):
        return best
    for said in list(turn.said())[:_FIRST_SENTENCES]:
        raw = builds_on(said.sentence.text, before.text)
        value = min(1.0, max(0.0, (raw - _NOTHING) / (_ALL - _NOTHING)))
        if not call.brought(said, before):
            value *= _OLD
        if value > best[0]:
            best = (value, said)
    return best


def uptake(call: Call, spec: CriterionSpec) -> Finding:
    """The best three turns that build on the prospect's words."""
    chances = [turn for theirs in call.substantial if (turn := call.after(theirs)) is not None]
    if not chances:
        return untested("The prospect said nothing to build on.")
    ranked = sorted(((uptake_of(call, turn), turn) for turn in chances), key=lambda item: -item[0][0])[:BEST]
    quotes = []
    for (value, said), turn in ranked:
        theirs = call.before(turn)
        if value > 0 and said is not None and theirs is not None:
            quotes += [words(said, call.timed), heard(theirs, call.timed)]
    if not quotes:
        return unmet(spec, heard(call.substantial[0], call.timed))
    return share(spec, sum(value for (value, _), _ in ranked) / min(BEST, len(chances)), *quotes)


def acknowledges(call: Call, spec: CriterionSpec) -> Finding:
    """Acknowledges a constraint or feeling that the prospect stated."""
    telling = [t for t in call.theirs if call.after(t) and (call.pushes_back(t) or call.discloses(t))]
    chances = [t for t in telling if call.pushes_back(t) or "problem" in depth(t.text)]
    loose: tuple[Said, Turn] | None = None
    for theirs in telling:
        credit, said = hearing(call.after(theirs), theirs, asked=False)
        if said is not None and credit > 0.5 and theirs in chances:
            return full(spec, words(said, call.timed), heard(theirs, call.timed))
        if said is not None and loose is None:
            loose = (said, theirs)
    if loose:
        return level(spec, "loose", words(loose[0], call.timed), heard(loose[1], call.timed))
    if not chances:
        return untested("The prospect stated no constraint or feeling.")
    return unmet(spec, heard(chances[0], call.timed))


def no_interruptions(call: Call, spec: CriterionSpec) -> Finding:
    """Does not cut in, where there was something to cut into."""
    if not call.timed:
        return untested("The transcript carries no times.")
    chances = [(theirs, turn) for theirs in call.substantial if (turn := call.after(theirs)) is not None]
    if not chances:
        return untested("The prospect said nothing to cut into.")
    cuts = interruptions(call)
    if len(cuts) >= 2:
        return unmet(spec, heard(cuts[0][0], call.timed))
    theirs, turn = chances[-1]
    said = next(turn.said(), None)
    if said is None:
        return unmet(spec, heard(theirs, call.timed), why="Nothing new followed the prospect's words.")
    quotes = (words(said, call.timed), heard(theirs, call.timed))
    return level(spec, "once", *quotes) if cuts else full(spec, *quotes)


def tone(call: Call, spec: CriterionSpec) -> Finding:
    """Stays civil when pushed back."""
    rough = call.said(Act.INSULT, Act.PRESSURE, Act.ARGUES, repeated=True)
    if rough:
        theirs = call.before(rough[0].turn)
        return unmet(spec, *((heard(theirs, call.timed),) if theirs else ()))
    noticed = any(Move.HANG_UP in d.moves and d.soured_by for turn in call.theirs for d in call.decided(turn))
    for raised in call.objections:
        said = next((said for turn in raised.responses[:1] for said in turn.said()), None)
        if said is not None and not noticed:
            return full(spec, words(said, call.timed), heard(raised.turn, call.timed))
    return untested("The prospect never pushed back.")
