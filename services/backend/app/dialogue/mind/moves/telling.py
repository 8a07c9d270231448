"""Answering: at the depth that trust allows, or a way round it; and whom to ask instead."""
# ruff: noqa: SIM905 - a list of words reads better unquoted

import re

from app.dialogue.mind.aims import points_back, side_of
from app.dialogue.mind.asking import is_doubted
from app.dialogue.mind.attempts import ATTEMPT
from app.dialogue.mind.echoes import echoed, taken_for
from app.dialogue.mind.moment import Moment
from app.dialogue.mind.moves.choice import Choice, Situation
from app.dialogue.mind.moves.talking import about_the_talk, in_other_words, no_problem, was_reworded
from app.dialogue.mind.moves.unanswered import PAST_WHY, TROUBLE, UNKNOWN, WHY, YESES, has_nothing_on_it, not_known
from app.dialogue.mind.notes import Note, Pending
from app.dialogue.mind.retrieval import Asked
from app.dialogue.mind.subjects import EVERYDAY, of_problem, problems_named, stems, tells_of_none
from app.dialogue.mind.talk import Talk
from app.dialogue.mind.unknown import unknown_kind
from app.domain.acts import Act, Reading
from app.domain.persona import Depth, Fact
from app.domain.prospect import Move

_AFTER_DEFLECTING = 0.08
"""Once it was dodged, the same question needs that much less trust."""
_OUT_OF_TURN, _NEVER = 0.06, 2.0
"""What a problem costs is dodged while nobody has admitted the problem; asked for again it takes that much more."""
_LONG = 100
"""Letters of a long saying."""
_ECHOES = 0.4
"""How often a question's own words are taken up before the answer, where they can be."""
_YES_OR_NO = frozenset({"about_you", "yes_no", "was_it", "once", "there", "opinion", "self", "ever"})
"""Asked for a yes or a no about what was told, nobody says it all again."""
_OF_ITSELF = (".today", ".hurts", ".gap", ".break", ".feeling", ".strain", ".effect", ".last")
"""Facts that are dodged as if there were no trouble; of others one is just not told yet."""
_TROUBLES = frozenset({"hurts", "costs", "matters", "then", "since", "often", "effort", "who", "why"})
_DOES_IT = re.compile(r"^(?:(?:and|so|but|okay|then) )*(?:do|does|did)\b")
_OF_A_THING = frozenset(
    "what what_is what_did how how_did knows happens when what_time where why many number long was_it once".split()
)
"""Asked like this, nobody asks for a person."""
_OF_A_PERSON = frozenset({"who", "who_did", "when", "many", "number"})
"""Asked like this about an attempt, nobody tells why it failed."""
_HOW_SO = re.compile(
    r"^(?:(?:and|so|but|okay|wow) )*(?:how (?:did|do|does|have|has) (?:you|your \w+|they) (?:\w+ )?"
    r"(?:manage\w*|do|done|get|got|achieve\w*|solve\w*|keep|pull\w*)\b|how come|why is (?:that|it)"
    r"|what (?:is|was) (?:the|your) (?:secret|trick)|what did you do\b)"
)
_HOW_IT_GOT_FINE = Choice(moves=(Move.ANSWER,), variants={Move.ANSWER: "got_fine"}, line="We sorted it out long ago.")


def asked_a_question(now: Situation) -> Choice | None:
    """A question about the business, or about anything else."""
    asked = now.moment.asked
    if asked is None:
        return None
    fact = asked.fact
    if asked.talk is not None:
        return about_the_talk(now, asked.talk)
    if fact is None:
        return has_nothing_on_it(now, asked)
    if fact.id in now.after.disclosed:
        return _again(now, asked, fact)
    deflected = now.note(Note.DEFLECTED).split(",")
    needed = fact.trust_needed - _AFTER_DEFLECTING * (fact.id in deflected) - 0.04 * asked.follows_up
    if fact.depth is Depth.IMPACT and fact.problem_index is not None and not _admitted(now, fact.problem_index):
        needed = needed + _OUT_OF_TURN if fact.id in deflected else _NEVER
    if now.after.trust < needed:
        return Choice(
            moves=(Move.DEFLECT,),
            variants={Move.DEFLECT: _kind(fact)},
            notes={Note.DEFLECTED: ",".join(filter(None, [*deflected, fact.id]))},
            line=f"Let's say it's not simple with the {fact.topic}.",
        )
    return _tell(now, fact)


def _again(now: Situation, asked: Asked, fact: Fact) -> Choice:
    if tells_of_none(fact) and not now.moment.repeats:
        if now.note(Note.LAST_FACT) == fact.id and _HOW_SO.search(asked.line):
            return _HOW_IT_GOT_FINE
        if not _asks_of_the_trouble(now, asked, fact):
            return not_known(now, asked, unknown_kind(asked.line))
        if now.note(Note.LINE) in fact.sayings and not was_reworded(now, fact):
            return in_other_words(now, fact)
        return no_problem(now)
    asks_on = now.note(Note.LAST_FACT) == fact.id and not now.moment.repeats
    if fact.id == ATTEMPT and (asks_on or WHY.search(asked.line)) and unknown_kind(asked.line) not in _OF_A_PERSON:
        return PAST_WHY
    kind = unknown_kind(asked.line)
    does = YESES.get(kind) if _DOES_IT.match(asked.line) else None
    if does is not None and fact.id.endswith(".hurts") and asked.follows_up and not now.moment.repeats:
        return does
    if kind in _YES_OR_NO and fact.problem_index is not None and not now.moment.repeats:
        return Choice(moves=(Move.ADMIT_NOT_KNOWING,), variants={Move.ADMIT_NOT_KNOWING: kind}, line=UNKNOWN)
    return Choice(moves=(Move.ANSWER,), variants={Move.ANSWER: "again"}, content=_saying(now, fact, "again"))


def _asks_of_the_trouble(now: Situation, asked: Asked, fine: Fact) -> bool:
    """Whether the question is after a trouble that they do not have, and not after something beside it."""
    facts = {fact.id: fact for fact in now.moment.persona.facts}
    if stems(asked.text) - EVERYDAY - of_problem(facts, str(fine.problem_index)) - stems(*fine.sayings):
        return bool(TROUBLE.search(asked.line))  # of something else that it names
    named = str(fine.problem_index) in problems_named(stems(asked.text), facts)
    back = points_back(asked.line) and side_of(asked.line) in _TROUBLES
    return asked.leans or named or back or bool(TROUBLE.search(asked.line))


def _admitted(now: Situation, index: int) -> bool:
    return any(fact.id in now.after.disclosed for fact in now.moment.persona.facts if fact.problem_index == index)


def asked_for_referral(now: Situation) -> Choice | None:
    """Whom to talk to instead."""
    moment = now.moment
    if moment.asked is not None and _asks_something_else(moment, moment.asked):
        return None
    if not moment.has(Act.ASKS_REFERRAL) or moment.has(Act.VALUE_CLAIM, Act.PROOF) or _answerable(moment.asked):
        return None
    if now.after.trust < 0.3 or now.after.patience < 0.12:
        return Choice(moves=(Move.REFUSE,), variants={Move.REFUSE: "referral"})
    kind = "friend" if now.note(Note.NO_FIT) else "colleague"
    return Choice(moves=(Move.REFER,), variants={Move.REFER: kind}, notes={Note.REFERRED: "1"})


def _asks_something_else(moment: Moment, asked: Asked) -> bool:
    """It is about somebody who was named, or wants something that is no person, or hardly asks for one."""
    read = moment.act(Act.ASKS_REFERRAL)
    hardly = read is not None and is_doubted(read)
    of_a_thing = unknown_kind(asked.line) in _OF_A_THING
    return asked.person is not None or hardly or of_a_thing or not _asks_for_somebody(moment.reading)


def _asks_for_somebody(reading: Reading) -> bool:
    """What is said of somebody else asks, or comes last: not so in "Someone has to be found. How do you do it?"."""
    last = reading.sentences[-1]
    return any(
        sentence.is_question or sentence is last
        for sentence in reading.sentences
        if any(item.act is Act.ASKS_REFERRAL for item in sentence.acts)
    )


def _answerable(asked: Asked | None) -> bool:
    """The question is about something else than whom to talk to."""
    if asked is None:
        return False
    if asked.fact is None:
        return asked.talk is not None and not (asked.talk is Talk.MINE and "who" in asked.line.split())
    return not asked.fact.id.endswith((".who", "role.owns"))


def _tell(now: Situation, fact: Fact) -> Choice:
    moment = now.moment
    said = _saying(now, fact, "saying")
    notes = {Note.LAST_FACT: fact.id, Note.ASIDE: ""}
    if fact.problem_index is not None and not moment.persona.fits:
        return Choice(
            moves=(Move.NO_FIT,), content=said, tells=fact, notes=notes | {Note.NO_FIT: "1"}, phase="discovery"
        )
    move = Move.REVEAL if fact.hidden or fact.depth in (Depth.IMPACT, Depth.PRIORITY) else Move.ANSWER
    echo = echoed(moment.asked.line, fact) if moment.asked and moment.roll("echo") < _ECHOES else ""
    if moment.asked and moment.asked.guessed:
        echo = echo or taken_for(fact, moment.roll("taken for"))
    how: dict[Move, str] = {move: "echo"} if echo else {}
    slots = {"echo": echo} if echo else {}
    wary = (1 - now.after.trust) * moment.persona.temperament.scepticism
    if _may_ask(now, Pending.WHY) and moment.roll("why do you ask") < 0.35 * wary:
        return Choice(
            moves=(move, Move.ASK_BACK),
            variants={Move.ASK_BACK: Pending.WHY, **how},
            slots=slots,
            content=said,
            tells=fact,
            notes=notes | {Note.PENDING: Pending.WHY, Note.ASKED_BACK: _asked(now, Pending.WHY)},
            phase="discovery",
            line=f"{said} Why do you ask?",
        )
    return Choice(moves=(move,), variants=how, slots=slots, content=said, tells=fact, notes=notes, phase="discovery")


def _saying(now: Situation, fact: Fact, purpose: str) -> str:
    """One of the ways to say it; who talks little prefers the short ones."""
    brevity = 1.0 - now.moment.persona.temperament.verbosity
    return min(fact.sayings, key=lambda line: now.moment.roll(purpose, line) + brevity * len(line) / _LONG)


def _kind(fact: Fact) -> str:
    if fact.depth is Depth.PROCESS:
        return "process"
    if fact.depth is Depth.IMPACT:
        return "number"
    return "problem" if fact.id.endswith(_OF_ITSELF) else "further"


def _may_ask(now: Situation, what: Pending) -> bool:
    return what not in now.note(Note.ASKED_BACK).split(",")


def _asked(now: Situation, what: Pending) -> str:
    return ",".join(filter(None, [now.note(Note.ASKED_BACK), what]))
