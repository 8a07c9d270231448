"""What silence and mumbling do."""

from collections.abc import Iterator

from app.dialogue.mind.aims import is_remark
from app.dialogue.mind.effects import Effect
from app.dialogue.mind.moment import Moment
from app.dialogue.mind.notes import Note
from app.domain.acts import Act
from app.reading import normalise

MAY_ASK_AGAIN = 2
_A_SENTENCE = 5
"""Words; who says more ("No, it isn't a filter, it's a service") was understood, whatever came of it."""
_ODD = 0.5
"""Chance that a line without any recognisable act is taken as not understood."""


def silence(moment: Moment) -> Iterator[Effect]:
    """Effects of an empty line, and of one that made no sense."""
    if moment.has(Act.SILENCE):
        count = moment.count(Note.SILENCES) + 1
        yield Effect(what="said nothing", patience=-0.1, trust=-0.02, notes={Note.SILENCES: str(count)})
        return
    if moment.note(Note.SILENCES):
        yield Effect(notes={Note.SILENCES: ""})
    if is_unclear(moment):
        if may_ask_again(moment):
            count = moment.count(Note.UNCLEAR) + 1
            yield Effect(notes={Note.UNCLEAR: str(count), Note.UNCLEAR_LAST: "1"})
        else:
            yield Effect(what="made no sense, again", patience=-0.08, trust=-0.02, notes={Note.UNCLEAR_LAST: ""})
    elif moment.note(Note.UNCLEAR_LAST):
        yield Effect(notes={Note.UNCLEAR_LAST: ""})


def is_unclear(moment: Moment) -> bool:
    """Whether the line says nothing the prospect could react to."""
    if moment.has(Act.UNCLEAR):
        return True
    waiting = moment.note(Note.PENDING) or moment.note(Note.OFFERED) or moment.open_objection is not None
    line = normalise(moment.heard.text)
    if moment.acts or moment.means or waiting or moment.asked is not None or is_remark(line):
        return False
    if len(line.split()) > _A_SENTENCE:
        return False
    return moment.roll("unclear") < _ODD


def may_ask_again(moment: Moment) -> bool:
    """People ask again once, and not for ever."""
    return not moment.note(Note.UNCLEAR_LAST) and moment.count(Note.UNCLEAR) < MAY_ASK_AGAIN
