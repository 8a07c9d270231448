"""Answers about the talk and the person: what was meant, what holds them back, whose job it is."""

import re

from app.dialogue.mind.aims import asks_openly
from app.dialogue.mind.moves.choice import Choice, Situation
from app.dialogue.mind.moves.objecting import behind_it, raise_objection
from app.dialogue.mind.notes import Note, Pending
from app.dialogue.mind.people import Person
from app.dialogue.mind.taking_up import taken_up
from app.dialogue.mind.talk import Talk
from app.dialogue.mind.unknown import unknown_kind
from app.domain.persona import Fact
from app.domain.prospect import Move

ANSWERS = {
    # what was asked: the way it is answered, and what the reader takes as said
    Talk.MINE: ("mine", "It's mine, in the end."),
    Talk.HANDS: ("hands", "One of my people."),
    Talk.SOMEBODY: ("somebody", "A colleague of mine could."),
    Talk.OTHERS: ("others", "Mixed."),
    Talk.SHOES: ("shoes", "You are the one calling."),
    Talk.FEELING: ("feeling", "You move on."),
    Talk.BEFORE: ("before", "Much like now."),
    Talk.AGAIN: ("likely", "It could."),
    Talk.TREND: ("trend", "Worse, if anything."),
    Talk.LATELY: ("lately", "It has been a while."),
    Talk.STRENGTH: ("strength", "The people, mostly."),
    Talk.IDEA: ("idea", "It was before my time."),
    Talk.READY: ("ready", "You get a feel for it."),
    Talk.CUSTOMERS: ("customers", "They let us know."),
    Talk.COLLEAGUE: ("colleague", "A bit of everything."),
    Talk.LATER: ("later", "Try me another time."),
    Talk.TENURE: ("tenure", "A good while."),
    Talk.PROOF: ("convinced", "Somebody like us who has had it a year."),
    Talk.AGENDA: ("agenda", "A real case of ours."),
    Talk.LETTER: ("letter", "Half a page and the price."),
    Talk.STEPS: ("steps", "You tell me."),
    Talk.RIVALS: ("rivals", "Same as us."),
    Talk.ADDRESS: ("address", "The office will do."),
    Talk.PLACE: ("place", "By phone, that is enough."),
    Talk.SOOTHED: ("soothed", "That we are on it."),
}
_OF_A_PERSON = {
    # the same of somebody whom they have named: a colleague elsewhere, one of their own people
    (Talk.WHO_IS_THAT, Person.COLLEAGUE): ("department", "Another department."),
    (Talk.WHO_IS_THAT, Person.TEAM): ("my_people", "One of my people."),
    (Talk.REACH, Person.COLLEAGUE): ("reach", "By the main number."),
    (Talk.REACH, Person.TEAM): ("reach_mine", "By me."),
    (Talk.MENTION, Person.COLLEAGUE): ("mention", "If you must."),
    (Talk.MENTION, Person.TEAM): ("mention", "If you must."),
}
_OF_THE_TROUBLE = frozenset({Talk.AGAIN, Talk.CUSTOMERS, Talk.FEELING, Talk.HANDS, Talk.SOOTHED, Talk.TREND})
"""Nobody who has just said that there is no trouble tells how bad it is."""
_VIEWS = re.compile(
    r"\b(?:lik\w+|mind|complain\w*|grumbl\w+|moan\w*|accept\w*|agree\w*|support\w*|favou?r|happy|unhappy|make of"
    r"|open|willing|ready|keen|on board|enjoy\w*|hate\w*|love\w*|want|use|welcome\w*|annoy\w*|fed up|unfair|mood"
    r"|feel\w*|react\w*|think\w*|say|said|resist\w*|against|for it|go along|buy in|up for|game|confident"
    r"|trust\w*|believe\w*)\b"
)
_FELT = re.compile(
    r"\b(?:notic\w+|los[et]|losing|lost|leav\w+|left|cancel\w*|elsewhere|reviews?|call(?:s|ed)? (?:in|back)|wait\w*"
    r"|hear|feedback)\b"
)
"""What those outside do about a trouble: other questions about them are not answered with it."""
_WOULD = re.compile(r"\b(?:would|could|will|can)\b")
_THINKS = re.compile(r"\b(?:say|think|feel|make of|react|take (?:it|that|this)|see (?:it|that|this)|respond)\b")
_OPENLY = re.compile(r"\b(?:how|what|why)\b")
"""What others make of it is one kind of answer, whether they do something another: "Would they cheat?"."""
_BY_WHAT_WAY = re.compile(
    r"\bhow (?:do|does|did|would|will) (?:\w+ ){1,3}?"
    r"(?:hear|know|learn|get|find out|send|tell|share|handle|manage|organi[sz]e|keep|reach)\b"
)
"""How others do something is not what they make of it."""
_NO_VIEW = frozenset({"who", "when", "what_time", "where", "which", "number", "many", "long", "often"})
_PEOPLE = frozenset({Talk.MINE, Talk.HANDS, Talk.SOMEBODY, Talk.IDEA})
"""What is answered with a person; "Who's the awkward one?" is not answered with what somebody does."""
_PAST = re.compile(r"\b(?:was|were|did)\b")
"""What they made of something once is not what they make of the offer."""
_WHO_BUYS = re.compile(
    r"\b(?:customer|client|patient|guest|user|tenant|member|shopper|buyer|applicant|parent|student|resident|visitor)"
)
_LOOKS = 0.42
"""Interest from which an offer is worth a look."""
_HEARD = 0.3
"""Trust from which somebody says what holds them back."""


def about_the_talk(now: Situation, talk: Talk) -> Choice:
    """The answer to a question that no fact answers."""
    asked = now.moment.asked
    if talk is Talk.NAME:
        return Choice(moves=(Move.SAY_WHO,), variants={Move.SAY_WHO: "name"}, line=now.note(Note.LINE))
    if asked is not None and asked.person is not None:
        manner, line = _OF_A_PERSON[talk, asked.person]
        return Choice(moves=(Move.ANSWER,), variants={Move.ANSWER: manner}, line=line)
    if talk is Talk.MEANING:
        return _meant(now)
    if talk is Talk.HOLDING:
        return _held_back(now)
    offered = now.note(Note.CLAIMS) or len(now.moment.reading.sentences) > 1
    nothing_to_judge = talk is Talk.REACTION and not offered
    kind = _form_that_answers(talk, asked.line if asked is not None else "")
    if kind is None and nothing_to_judge and asked is not None:
        kind = unknown_kind(asked.line)
    if kind is not None:
        return Choice(
            moves=(Move.ADMIT_NOT_KNOWING,), variants={Move.ADMIT_NOT_KNOWING: kind}, line="I could not tell you."
        )
    if talk is Talk.REACTION:
        return makes_of_it(now)
    named = taken_up(asked.text) if asked is not None else ""
    if talk in _OF_THE_TROUBLE and now.note(Note.LAST_FACT).endswith(".fine") and not named:
        return no_problem(now)
    manner, line = ANSWERS[talk]
    slots = {"best_time": now.moment.persona.best_time} if talk is Talk.LATER else {}
    if named and (talk is Talk.OTHERS or (talk is Talk.CUSTOMERS and not _WHO_BUYS.search(named.lower()))):
        manner, slots = "others_named", {"taken_up": named}
    notes = {Note.ASIDE: "1"} if named else {}
    return Choice(moves=(Move.ANSWER,), variants={Move.ANSWER: manner}, slots=slots, notes=notes, line=line)


def _form_that_answers(talk: Talk, line: str) -> str | None:
    """What sort of thing is said where the usual answer does not fit the form of the question; None where it does."""
    kind = unknown_kind(line)
    if talk is Talk.WOULD_CHANGE:
        return "would_be" if asks_openly(line) else "opinion"
    if talk is Talk.OWN_PAST:
        return kind if kind in ("about_you", "was_it", "once") else "own_past"
    of_the_past = talk is Talk.REACTION and _PAST.search(line)
    if of_the_past or (talk is Talk.IDEA and kind in ("why", "how", "how_did", "happened", "when", "where")):
        return kind
    if talk in (Talk.OTHERS, Talk.CUSTOMERS) and kind in ("opinion", "view", "self", "which"):
        return kind
    if (kind == "who" and talk not in _PEOPLE) or (kind == "happened" and talk is Talk.READY):
        return kind
    if talk in (Talk.OTHERS, Talk.CUSTOMERS) and kind == "some_do" and _WOULD.search(line):
        return kind
    if talk is Talk.OTHERS and kind == "would_be":
        return "their_view" if _THINKS.search(line) else kind
    openly = kind != "would_be" and _OPENLY.search(line) and not _BY_WHAT_WAY.search(line)
    of_a_view = _VIEWS.search(line) or openly
    if talk is Talk.OTHERS and (kind in _NO_VIEW or not of_a_view):
        return kind or "yes_no"
    if talk is Talk.CUSTOMERS and not (_VIEWS.search(line) or _FELT.search(line)):
        return kind or "yes_no"
    return None


def no_problem(now: Situation) -> Choice:
    """There is nothing to tell, since there is no trouble."""
    return Choice(
        moves=(Move.ADMIT_NOT_KNOWING,), variants={Move.ADMIT_NOT_KNOWING: "no_problem"}, line=now.note(Note.LINE)
    )


def makes_of_it(now: Situation) -> Choice:
    """What somebody says to an offer: more the more it interests them."""
    if now.after.interest > _LOOKS:
        return Choice(
            moves=(Move.SHOW_INTEREST,), variants={Move.SHOW_INTEREST: "asked"}, line="Okay. That is interesting."
        )
    return Choice(
        moves=(Move.HESITATE,),
        variants={Move.HESITATE: "interest"},
        notes={Note.PENDING: Pending.PROOF},
        line="What would I get out of it?",
    )


def in_other_words(now: Situation, fact: Fact) -> Choice:
    """What was told last, said another way."""
    others = [saying for saying in fact.sayings if saying != now.note(Note.LINE)] or list(fact.sayings)
    said = min(others, key=lambda saying: now.moment.roll("in other words", saying))
    done = filter(None, [*now.note(Note.REWORDED).split(","), fact.id])
    return Choice(
        moves=(Move.ANSWER,), variants={Move.ANSWER: "meant"}, content=said, notes={Note.REWORDED: ",".join(done)}
    )


def was_reworded(now: Situation, fact: Fact) -> bool:
    """Whether the fact was said in other words already."""
    return fact.id in now.note(Note.REWORDED).split(",")


def _meant(now: Situation) -> Choice:
    told = next((fact for fact in now.moment.persona.facts if fact.id == now.note(Note.LAST_FACT)), None)
    if told is not None and now.note(Note.LINE) in told.sayings and not was_reworded(now, told):
        return in_other_words(now, told)
    return Choice(moves=(Move.BACKCHANNEL,), variants={Move.BACKCHANNEL: "meant"}, line=now.note(Note.LINE))


def _held_back(now: Situation) -> Choice:
    """The objection that nobody has heard yet is what holds them back; else what stands in the way."""
    if now.note(Note.LAST_FACT).endswith(".fine"):
        return no_problem(now)
    asked = now.moment.asked
    if asked is not None and (behind := behind_it(now, asked)) is not None:
        return behind
    raised = raise_objection(now) if now.after.trust >= _HEARD and now.moment.open_objection is None else None
    if raised is not None and raised.moves == (Move.OBJECT,):
        return raised  # a brush-off says nothing about what is in the way
    wall = now.note(Note.WALL).replace(" ", "_") or "mood"
    return Choice(moves=(Move.REVEAL,), variants={Move.REVEAL: f"why_not_{wall}"}, line=now.note(Note.LINE))
