"""Which fact a question is after."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from app.dialogue.mind.aims import (
    asks_for_terms,
    asks_openly,
    asks_what_then,
    asks_why_not,
    checks_understanding,
    is_private,
    offers_a_look,
    points_back,
    side_of,
)
from app.dialogue.mind.asking import clauses, explained, goes_on_to_explain, is_echo, puts_right, questions_of
from app.dialogue.mind.attempts import of_the_attempt
from app.dialogue.mind.meaning import (
    counts_something_else,
    goes_beside,
    hardly_that,
    is_a_guess,
    is_doubtful,
    is_sure,
)
from app.dialogue.mind.notes import Note, Pending
from app.dialogue.mind.people import Person, asked_of, in_general
from app.dialogue.mind.pronouns import alike, wanted
from app.dialogue.mind.reaching import Asking, fact_behind, fact_of_problem, general_fact, what_came_of_it
from app.dialogue.mind.subjects import EVERYDAY, problems_named, side_told, stems
from app.dialogue.mind.talk import Talk, talk_of
from app.dialogue.mind.unknown import asks_how_it_is, unknown_kind
from app.dialogue.mind.weighing import Scales, weighed
from app.domain.acts import Act, Reading, Sentence
from app.domain.persona import Fact, Persona
from app.domain.prospect import Move, ProspectState
from app.reading import Reader, normalise
from app.reading.wanted import NOTHING

_ACTS = (Act.ASKS_SITUATION, Act.ASKS_PROBLEM, Act.ASKS_IMPACT, Act.ASKS_PROCESS)
_SIDES = {Act.ASKS_SITUATION: "today", Act.ASKS_PROBLEM: "hurts", Act.ASKS_IMPACT: "costs"}
_SAID_BACK = 2
"""Words of the prospect's own that make a question a mere check."""
_LATELY = 4
"""The prospect's last sentences, in which "he" or "she" was named."""
_ALONE = 3
"""Words up to which a question without a matter of its own leans on the last answer: "How often?"."""
_SOMEBODY = re.compile(r"\bwho is (?:that|there)$")
"""Once it is clear who is speaking this asks for somebody else: "Somebody must open them. Who is that?"."""
_WHICH_OF_THEM = re.compile(
    r"\bwhat makes (?:that|this|the) (?:\w+ )?one\b"
    r"|\bwhich (?:one$|ones?\b(?! (?:of (?:your|the)|do you)\b)|of (?:those|these|them)\b)"
)
"""One of several that were just spoken of, which no fact tells."""
_NOES = frozenset({Move.REFUSE, Move.HESITATE})
_ANY_NO = _NOES | {Move.OBJECT, Move.BRUSH_OFF}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a question reaches."""

    fact: Fact | None
    """None when the prospect has nothing on it."""
    act: Act
    follows_up: bool
    """It builds on what the prospect told before."""
    text: str = ""
    """The question as it was said."""
    line: str = ""
    """The same in canonical words."""
    private: bool = False
    """It is about something that has nothing to do with work."""
    checks: bool = False
    """It only asks whether the caller has understood."""
    offer: bool = False
    """It asks nothing about the business: it holds out a look at the offer."""
    talk: Talk | None = None
    """It is about the talk or the person themselves, and no fact answers it."""
    ours: bool = False
    """By its meaning it is about their work, whatever it wants to know."""
    doubtful: bool = False
    """It may be about something that could be told, if only it were clear what."""
    guessed: bool = False
    """It may well be after something else than the fact."""
    beside: bool = False
    """It is surely after how things go or what others do, and not after what somebody thinks, has or plans."""
    leans: bool = False
    """It has no matter of its own, only that of what was said before."""
    person: Person | None = None
    """Who it is about, where it asks who that is or how to reach them."""


def find_fact(
    reading: Reading,
    persona: Persona,
    state: ProspectState,
    touches: frozenset[int],
    reader: Reader | None = None,
    *,
    near: Callable[[str], int | None] | None = None,
) -> Asked | None:
    """The fact that answers the last question of the line, or None when nothing is asked about the business.

    `touches` are the problems that the whole line speaks about: "… Is that you?" asks about those. With a `reader`
    that has trained heads, questions in words of their own are found by meaning; `near` tells the problem that a
    question comes near to.
    """
    before = touches if len(reading.sentences) > 1 else frozenset[int]()
    if (of_a_person := _of_a_person(reading, persona, state)) is not None:
        return of_a_person
    questions = questions_of(reading)
    if len(questions) > 1:
        questions = [one for one in questions if not is_echo(one)] or questions
    if not questions and _owes_an_answer(state, reading):
        questions = explained(reading)
    found = [
        _asked(text, sentence, persona, state, before=before, reader=reader, near=near)
        for sentence in questions
        for text in clauses(sentence.text)
    ]
    answered = [one for one in found if one.fact is not None or one.talk is not None]
    new = [one for one in answered if one.fact is None or one.fact.id not in state.disclosed]
    return next(iter([*new, *answered, *found]), None)


def _of_a_person(reading: Reading, persona: Persona, state: ProspectState) -> Asked | None:
    """The last sentence, where it asks about somebody whom the prospect has named."""
    if not reading.sentences:
        return None
    text = reading.sentences[-1].text
    talk, person = asked_of(text, persona, state.said[-_LATELY:])
    if person is None:
        return None
    line = normalise(text)
    return Asked(
        fact=None, act=Act.ASKS_OTHER, follows_up=False, text=text, line=line, talk=talk, ours=True, person=person
    )


def _asked(
    asked: str,
    sentence: Sentence,
    persona: Persona,
    state: ProspectState,
    *,
    before: frozenset[int],
    reader: Reader | None,
    near: Callable[[str], int | None] | None,
) -> Asked:
    text, facts = in_general(asked, persona), {fact.id: fact for fact in persona.facts}
    line = normalise(text)
    last = facts.get(state.notes.get(Note.LAST_FACT, ""))
    acts = {item.act for item in sentence.acts}
    act = next((one for one in _ACTS if one in acts), Act.ASKS_OTHER)
    back = points_back(line) or asks_what_then(line)
    words = stems(text)
    follows = last is not None and (Act.FOLLOW_UP in acts or back or bool(words & stems(*last.sayings, *last.keywords)))
    private, offer = Act.OFF_TOPIC in acts or is_private(line), offers_a_look(line)
    named = problems_named(words, facts)
    told = any(f"problem.{index}." in id_ for index in named for id_ in state.disclosed)
    checks = (checks_understanding(line) and (told or not named)) or _says_back(line, stems(asked), state)
    nearest, shown = near(text) if near is not None else None, side_of(line)
    asking = Asking(
        line=line,
        words=words,
        side=shown,
        shown=shown,
        back=back,
        act=act,
        near="" if nearest is None else str(nearest),
    )
    which_of_them = bool(_WHICH_OF_THEM.search(line))
    of_no_fact = _about_a_no(asking, state) or which_of_them
    talk, fact = _of_the_talk(line, state), None
    if talk is not None:
        fact = fact_behind(talk, asking, facts, last, state)
    elif not (private or offer or checks or of_no_fact):
        fact = _by_phrases(asking, facts, last, state, before)
    refused = asks_why_not(line) and bool(_NOES.intersection(state.last_moves[-2:]))
    settled = private or checks or refused or of_no_fact or (asks_for_terms(line) and fact is None)
    scales = Scales(
        asking=asking,
        named=named,
        facts=facts,
        last=last,
        state=state,
        before=bool(before),
        chances={} if reader is None or settled else wanted(reader, text, named, facts),
        alike=lambda: {} if reader is None else alike(reader, text, named, facts),
    )
    found = weighed(talk, fact, scales)
    talk, fact, chances = found.talk, found.fact, scales.chances
    if offer and talk is None and not is_sure(chances, fact):
        fact = None
    offer = offer and talk is None and fact is None
    if fact is not None and fact.id == "incidents.last" and _only_leans(asking, last):
        talk = Talk.LATELY if unknown_kind(line) == "when" else None
        fact = None if talk else what_came_of_it(facts, last) or fact
    if not named and of_the_attempt(line, _wants(scales, talk, fact), state):
        talk, fact = None, last
    open_still = fact is None and talk is None and not (private or offer or checks or of_no_fact)
    if open_still and not found.denied and not scales.strays:
        by_act = _by_its_act(asking, facts, last, state, before)
        fact = None if hardly_that(chances, None, by_act) and not before else by_act
    return Asked(
        fact=fact,
        act=act,
        follows_up=follows and fact is not None,
        text=asked,
        line=line,
        private=private and talk is None,
        offer=offer,
        checks=checks and talk is None,
        talk=talk if fact is None else None,
        ours=scales.best != NOTHING or which_of_them,
        doubtful=open_still and fact is None and is_doubtful(chances),
        guessed=not scales.asks_for_it(fact) and is_a_guess(chances, fact),
        beside=goes_beside(chances),
        leans=_only_leans(asking, last),
    )


def _of_the_talk(line: str, state: ProspectState) -> Talk | None:
    talk = talk_of(line)
    of_somebody = talk is Talk.NAME and _SOMEBODY.search(line) and state.notes.get(Note.REASON)
    return None if of_somebody else talk


def _wants(scales: Scales, talk: Talk | None, fact: Fact | None) -> set[str]:
    """The matters that a question may be after."""
    likely = scales.best if scales.chances else f"problem.{scales.asking.side}"
    why = {"problem.why"} if fact is None and scales.asking.side == "why" else set()
    return {likely, f"talk.{talk}", *why}


def _by_phrases(
    asking: Asking, facts: Mapping[str, Fact], last: Fact | None, state: ProspectState, before: frozenset[int]
) -> Fact | None:
    """What phrases point at; what it would take is no side of any trouble."""
    general = general_fact(asking, facts, last, state)
    if general is not None and counts_something_else(general.id, asking.line):
        return None
    if general is not None or asks_for_terms(asking.line):
        return general
    return fact_of_problem(asking, facts, last, state, before)


def _by_its_act(
    asking: Asking, facts: Mapping[str, Fact], last: Fact | None, state: ProspectState, before: frozenset[int]
) -> Fact | None:
    """What a question is after that names no side: how it is done, what is wrong with it, its price."""
    asking = replace(asking, side=asking.side or _SIDES.get(asking.act, ""))
    openly = asks_how_it_is(asking.line)
    if not (asking.words - EVERYDAY) and not _of_other_things(asking, last):
        if before:
            return side_told(facts, str(min(before)), asking.side or ("today" if openly else "hurts"))
        if asking.act in _SIDES and openly:
            return side_told(facts, state.notes.get(Note.SUBJECT, ""), asking.side)
    return fact_of_problem(asking, facts, last, state, before, openly=True) if openly else None


def _owes_an_answer(state: ProspectState, reading: Reading) -> bool:
    """The prospect asked what was meant, or hears in other words what they did not know or took for something else."""
    unknown = state.last_moves[-1:] == (Move.ADMIT_NOT_KNOWING,)
    explains = goes_on_to_explain(reading) if unknown else puts_right(reading)
    return state.notes.get(Note.PENDING) == Pending.MEANING or explains


def _about_a_no(asking: Asking, state: ProspectState) -> bool:
    """It asks for what is behind the no or the objection just heard, which no fact tells."""
    heard = bool(_ANY_NO.intersection(state.last_moves[-1:]))
    bare = asks_why_not(asking.line) and not asking.words - EVERYDAY
    return heard and (asks_for_terms(asking.line) or bare)


def _says_back(line: str, words: frozenset[str], state: ProspectState) -> bool:
    """It asks nothing new: the prospect said most of what it names ("So nine labs, and all through Gunther?")."""
    told = words & stems(*state.said)
    return not asks_openly(line) and len(told) >= _SAID_BACK and 2 * len(told) >= len(words)


def _of_other_things(asking: Asking, last: Fact | None) -> bool:
    """It leans on something else than a problem, or wants a count, a time or a paper that no problem has."""
    general = last is not None and last.problem_index is None and asking.back
    return general or unknown_kind(asking.line) in ("number", "many", "long", "contract")


def _only_leans(asking: Asking, last: Fact | None) -> bool:
    return last is not None and (asking.back or len(asking.line.split()) <= _ALONE) and not asking.words - EVERYDAY
