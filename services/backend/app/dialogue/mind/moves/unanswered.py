"""Questions that no fact answers: said in the form of the question, asked back about, or simply not known."""
# ruff: noqa: SIM905 - a list of words reads better unquoted

import re

from app.dialogue.mind.aims import asks_for_terms, asks_openly, asks_why_not, offers_a_thing, points_back
from app.dialogue.mind.attempts import ATTEMPT
from app.dialogue.mind.moves.choice import Choice, Situation
from app.dialogue.mind.moves.objecting import behind_it
from app.dialogue.mind.moves.talking import makes_of_it, no_problem
from app.dialogue.mind.notes import Note, Pending
from app.dialogue.mind.retrieval import Asked
from app.dialogue.mind.silence import may_ask_again
from app.dialogue.mind.subjects import EVERYDAY, problems_named, stems, tells_of_none
from app.dialogue.mind.taking_up import taken_up
from app.dialogue.mind.unknown import unknown_kind
from app.domain.prospect import Move

_VAGUE = frozenset(
    "yes_no was_it once there what what_is what_did happens how_did which how like "
    "degree would_be who who_did did if some_do might knows".split()
)
"""Questions about their own world get an answer that binds to nothing; others are simply not known."""
_OF_A_VIEW = frozenset({"degree", "rating", "opinion", "view", "knows"})
"""Asked like this about a trouble that is none, nobody says once more that it is none."""
_TAKES_UP = 0.6
"""How often what a question names is taken up where nobody has an answer to it."""
UNKNOWN = "I could not tell you."
"""What the reader takes as said, whatever the words."""
TROUBLE = re.compile(
    r"\b(?:hurts?|hard|annoy\w*|bad|badly|problems?|cost|slow|los[et]|losing|fail\w*|wrong|difficult|frustrat\w*|stress\w*)\b"
)
"""It asks whether something is bad."""
WHY = re.compile(
    r"\b(?:why|how come|what (?:(?:\w+ ){0,4}?made it|happened|went wrong|was it|ran aground"
    r"|killed|stopped|came of|became of)"
    r"|how did (?:it|that) (?:go|end)|where did (?:it|that) (?:run|get|fail|stop|end|go)\w*)\b"
)
"""It asks why something failed."""
_IT_DOES = Choice(moves=(Move.ANSWER,), variants={Move.ANSWER: "it_does"}, line="It does.")
_IT_DID = Choice(moves=(Move.ANSWER,), variants={Move.ANSWER: "it_did"}, line="It did.")
YESES = {"yes_no": _IT_DOES, "once": _IT_DID, "was_it": _IT_DID}
PAST_WHY = Choice(moves=(Move.ANSWER,), variants={Move.ANSWER: "past_why"}, line="Nobody had time for it.")
_ADMITTED = (".hurts", ".costs", ".often", ".then", ".who")
"""Facts after which trouble is not denied any more."""


def has_nothing_on_it(now: Situation, asked: Asked) -> Choice:
    """What is said where nothing that they know answers what was asked."""
    if asked.private:
        return Choice(moves=(Move.SMALL_TALK,), variants={Move.SMALL_TALK: "aside"}, line=now.note(Note.LINE))
    if asked.checks:
        return Choice(moves=(Move.BACKCHANNEL,), variants={Move.BACKCHANNEL: "yes"}, line=now.note(Note.LINE))
    if offers_a_thing(asked.line):
        return Choice(moves=(Move.BACKCHANNEL,), variants={Move.BACKCHANNEL: "please"}, line=now.note(Note.LINE))
    if asked.offer:
        return makes_of_it(now)
    if (behind := behind_it(now, asked)) is not None:
        return behind
    if asks_for_terms(asked.line):
        return Choice(moves=(Move.HESITATE,), variants={Move.HESITATE: "terms"}, line="I would want to see it first.")
    if set(now.moment.state.last_moves[-2:]) & {Move.REFUSE, Move.HESITATE} and asks_why_not(asked.line):
        return Choice(
            moves=(Move.REVEAL,),
            variants={Move.REVEAL: f"why_not_{now.note(Note.WALL).replace(' ', '_') or 'mood'}"},
            line=now.note(Note.LINE),
        )
    fine = now.note(Note.LAST_FACT).endswith(".fine") and not now.note(Note.ASIDE)
    if asked.leans and fine and unknown_kind(asked.line) not in _OF_A_VIEW:
        return no_problem(now)
    if asked.leans and now.note(Note.LAST_FACT) == ATTEMPT and WHY.search(asked.line):
        return PAST_WHY
    kind = unknown_kind(asked.line) or _of_a_statement(asked)
    if not asked.ours and kind in _VAGUE and not points_back(asked.line):
        kind = ""
    yes = YESES.get("yes_no" if kind == "about_you" else kind)
    if yes is not None and TROUBLE.search(asked.line) and now.note(Note.LAST_FACT).endswith(_ADMITTED):
        return yes
    if asked.doubtful and not kind and may_ask_again(now.moment):
        return _asks_what_is_meant(now, asked)
    return not_known(now, asked, kind)


def _of_a_statement(asked: Asked) -> str:
    """ "Your people key it in?" wants a yes or a no."""
    return "yes_no" if asked.text.rstrip().endswith("?") and not asks_openly(asked.line) else ""


def not_known(now: Situation, asked: Asked, kind: str) -> Choice:
    """An answer in the form `kind` that binds to nothing; an empty `kind` admits that it is not known."""
    named = taken_up(asked.text)
    return Choice(
        moves=(Move.ADMIT_NOT_KNOWING,),
        variants={Move.ADMIT_NOT_KNOWING: kind} if kind else {},
        slots=_takes_up(now, named),
        notes={Note.ASIDE: "1"} if _leads_aside(now, named) else {},
        line=UNKNOWN,
    )


def _leads_aside(now: Situation, named: str) -> bool:
    """The question `named` something else than a trouble, or the line did where there is none: "it" is that now."""
    facts = {fact.id: fact for fact in now.moment.persona.facts}
    last = facts.get(now.note(Note.LAST_FACT))
    if last is not None and tells_of_none(last):
        return bool(now.moment.words - EVERYDAY - stems(*last.sayings, *last.keywords))
    return bool(named) and not problems_named(stems(named), facts)


def _takes_up(now: Situation, named: str) -> dict[str, str]:
    return {"taken_up": named} if named and now.moment.roll("taken up") < _TAKES_UP else {}


def _asks_what_is_meant(now: Situation, asked: Asked) -> Choice:
    return Choice(
        moves=(Move.ASK_BACK,),
        variants={Move.ASK_BACK: Pending.MEANING},
        slots=_takes_up(now, taken_up(asked.text)),
        notes={
            Note.PENDING: Pending.MEANING,
            Note.UNCLEAR: str(now.moment.count(Note.UNCLEAR) + 1),
            Note.UNCLEAR_LAST: "1",
        },
        line="How do you mean?",
    )
