"""What limits a total whatever else went well: abuse, an ignored "take me off your list", proven deception."""

import re
from collections.abc import Iterator

from app.domain.acts import Act
from app.domain.prospect import Move
from app.scoring.graph import ASKS, CLAIMS, Call
from app.scoring.rubric import Rubric
from app.scoring.totals import Ceiling
from app.scoring.turns import Turn
from app.scoring.words import normalise

_OFF_LIST = re.compile(
    r"\b(take (me|us|my \w+|our \w+) off|remove (me|us|my \w+|our \w+) from|off your list|"
    r"do not call (me|us|here|this number|again))\b"
)


def ceilings(call: Call, rubric: Rubric) -> tuple[Ceiling, ...]:
    """Every limit that applies, lowest first."""
    found = [
        Ceiling(id=name, limit=rubric.ceilings[name], why=why, turn=turn)
        for name, why, turn in (*_abuse(call), *_list_ignored(call), *_deception(call))
        if name in rubric.ceilings
    ]
    return tuple(sorted(found, key=lambda ceiling: (ceiling.limit, ceiling.id)))


def _abuse(call: Call) -> Iterator[tuple[str, str, int]]:
    for said in call.said(Act.INSULT, repeated=True)[:1]:
        yield "abuse", "You insulted the prospect.", said.line.utterance.index


def _list_ignored(call: Call) -> Iterator[tuple[str, str, int]]:
    """Anything but a good-bye after the prospect asked to be left alone."""
    asked = next((turn for turn in call.theirs if _off_list(call, turn)), None)
    if asked is None:
        return
    for turn in call.mine:
        goes_on = any(True for _ in turn.said(*ASKS, *CLAIMS, repeated=True)) or any(
            True for _ in turn.questions(repeated=True)
        )
        if turn.number > asked.number and goes_on:
            yield "list_ignored", "You went on after being asked to take the prospect off your list.", turn.index
            return


def _off_list(call: Call, turn: Turn) -> bool:
    if any(Move.OFF_LIST in decided.moves for decided in call.decided(turn)):
        return True
    return bool(_OFF_LIST.search(normalise(turn.text)))


def _deception(call: Call) -> Iterator[tuple[str, str, int]]:
    """A claimed earlier contact that the prospect, whose memory the log is, set right."""
    for said in call.said(Act.CLAIMS_EARLIER_CONTACT, repeated=True):
        reply = call.after(said.turn)
        if any(Move.CORRECT in decided.moves for decided in call.decided(reply)):
            yield "deception", "You claimed an earlier contact that never was.", said.line.utterance.index
            return
