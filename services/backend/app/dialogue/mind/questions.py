"""What questions do: one that can be answered and builds on the last answer earns more than any count of them."""

from collections.abc import Iterator

from app.dialogue.mind.effects import Effect
from app.dialogue.mind.moment import Moment
from app.dialogue.mind.notes import Note
from app.dialogue.mind.opening import gives_reason
from app.domain.acts import Act
from app.domain.prospect import Move

SAME_BREATH, IN_A_ROW = 3, 4
_TELLS_NOTHING = frozenset({Move.ADMIT_NOT_KNOWING, Move.DEFLECT})


def questions(moment: Moment) -> Iterator[Effect]:
    """Effects of asking about the prospect's business."""
    if moment.asked is None:
        if moment.note(Note.QUESTION_RUN):
            yield Effect(notes={Note.QUESTION_RUN: ""})
        return
    if moment.questions >= SAME_BREATH:
        yield Effect(what="several questions in one breath", patience=-0.06, trust=-0.02)
    yield from _worth(moment)
    builds = moment.asked.follows_up or moment.has(Act.ACKNOWLEDGES_SPECIFIC, Act.REFLECTS)
    nothing_to_take_up = bool(_TELLS_NOTHING.intersection(moment.state.last_moves[-1:]))
    run = 1 if builds else moment.count(Note.QUESTION_RUN) + (0 if nothing_to_take_up else 1)
    if run >= IN_A_ROW and not nothing_to_take_up:
        yield Effect(what="question after question without taking up an answer", patience=-0.08, trust=-0.03)
    yield Effect(notes={Note.QUESTION_RUN: str(run)})


def _worth(moment: Moment) -> Iterator[Effect]:
    asked = moment.asked
    assert asked is not None
    fact = asked.fact
    if moment.repeats or (moment.open_objection is not None and moment.open_objection.stage != "explored"):
        return  # then it is about the objection, and counted there
    if asked.talk is not None:
        return  # costs nothing: people ask such things
    if asked.doubtful:
        return  # costs nothing either: it may well have an answer
    if fact is None:
        yield Effect(what="asked something that has no answer here", patience=-0.02)
        return
    if fact.id in moment.state.disclosed:
        yield Effect(what="asked again for what was said already", patience=-0.05, trust=-0.02)
        return
    if asked.follows_up:
        yield Effect(what="asked on from the last answer", trust=0.08, interest=0.05, resistance=-0.03, patience=0.01)
    elif not moment.note(Note.REASON) and not gives_reason(moment):
        yield Effect(what="questions before a reason for the call", trust=0.01, patience=-0.05)
    else:
        yield Effect(what="asked something worth answering", trust=0.05, interest=0.03, resistance=-0.02)
    if fact.hidden:
        yield Effect(what="touched something that hurts", interest=0.06, resistance=-0.02)
