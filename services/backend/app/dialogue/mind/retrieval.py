"""Which fact a question is after."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.dialogue.mind.aims import (
    asks_for_terms,
    asks_openly,
    asks_what_then,
    asks_why_not,
    checks_understanding,
    general_aim,
    is_private,
    offers_a_look,
    points_back,
    side_of,
    unknown_kind,
)
from app.dialogue.mind.asking import clauses, explained, questions_of
from app.dialogue.mind.attempts import of_the_attempt
from app.dialogue.mind.meaning import Known, is_doubtful, meant, surely_another
from app.dialogue.mind.notes import Note, Pending
from app.dialogue.mind.subjects import EVERYDAY, problems_named, side_told, stems, talked_of
from app.dialogue.mind.talk import Talk, talk_of
from app.domain.acts import Act, Reading, Sentence
from app.domain.persona import Fact, Persona
from app.domain.prospect import Move, ProspectState
from app.reading import Reader, normalise
from app.reading.wanted import NOTHING

_ACTS = (Act.ASKS_SITUATION, Act.ASKS_PROBLEM, Act.ASKS_IMPACT, Act.ASKS_PROCESS)
_SIDES = {Act.ASKS_SITUATION: "today", Act.ASKS_PROBLEM: "hurts", Act.ASKS_IMPACT: "costs"}
_OF_THE_PROBLEM = frozenset({"cost.now", "process.flow", "process.break", "tools.gap"})
"""General facts that yield to the problem when the question names it, or leans on what was told about it."""
_NEXT = {
    ("tools.main", "hurts"): "tools.gap",
    ("vendor.current", "hurts"): "vendor.feeling",
    ("team.size", "hurts"): "team.gap",
    ("process.flow", "hurts"): "process.break",
    ("incidents.last", "costs"): "incidents.cost",
    ("growth.plan", "hurts"): "growth.strain",
    ("news", "hurts"): "news.effect",
    ("tools.gap", "costs"): "cost.now",
    ("process.break", "costs"): "cost.now",
    ("vendor.feeling", "matters"): "contract.end",
    ("tools.main", "feel"): "tools.gap",
    ("tools.main", "costs"): "cost.now",
    ("vendor.current", "costs"): "cost.now",
    ("vendor.current", "feel"): "vendor.feeling",
    ("team.size", "feel"): "team.gap",
    ("process.flow", "feel"): "process.break",
    ("metrics.now", "feel"): "metrics.target",
    ("company.size", "feel"): "growth.plan",
    ("budget.cycle", "costs"): "budget.limit",
}
"""What a question that leans on a general fact asks for: the fact told, the side asked for, the fact that answers."""
_RETURNS = frozenset({"costs", "matters", "noticed", "known", "then", "effort", "often"})
_DONE_WITH = frozenset({"past_experience", "team", "budget", "deciders", "priorities", "growth", "company", "timeline"})
"""Sides that lead back to the problem, and topics that a leaning question has left behind by asking for one."""
_SAID_BACK = 2
"""Words of the prospect's own that make a question a mere check."""
_ALONE = 3
"""Words up to which a question without a matter of its own leans on the last answer: "How often?"."""
_AROUND = frozenset({"since", "often", "who", "why", "then"})
"""Sides that people ask of anything: words of another matter make it that matter's."""
_IF_IT_STAYS = re.compile(
    r"(?:(?:and|so|but) )?(?:if|suppose|say) (?:nothing|it|this|that|things?)\b(?! (?:costs?|is free))"
)
_NOES = frozenset({Move.REFUSE, Move.HESITATE})
_ANY_NO = _NOES | {Move.OBJECT, Move.BRUSH_OFF}
_HOW_MANY = re.compile(r"\bhow many\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a question reaches."""

    fact: Fact | None
    """None when the prospect has nothing on it."""
    act: Act
    follows_up: bool
    """It builds on what the prospect told before."""
    line: str = ""
    """The question in canonical words."""
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
    leans: bool = False
    """It has no matter of its own, only that of what was said before."""


def find_fact(
    reading: Reading,
    persona: Persona,
    state: ProspectState,
    touches: frozenset[int],
    reader: Reader | None = None,
) -> Asked | None:
    """The fact that answers the last question of the line, or None when nothing is asked about the business.

    `touches` are the problems that the whole line speaks about: "… Is that you?" asks about those. With a `reader`
    that has trained heads, questions in words of their own are found by meaning.
    """
    facts = {fact.id: fact for fact in persona.facts}
    before = touches if len(reading.sentences) > 1 else frozenset[int]()
    questions = questions_of(reading)
    if not questions and state.notes.get(Note.PENDING) == Pending.MEANING:
        questions = explained(reading)
    found = [
        _asked(text, sentence, facts, state, before=before, reader=reader)
        for sentence in questions
        for text in clauses(sentence.text)
    ]
    answered = [one for one in found if one.fact is not None or one.talk is not None]
    new = [one for one in answered if one.fact is None or one.fact.id not in state.disclosed]
    return next(iter([*new, *answered, *found]), None)


def _asked(
    text: str,
    sentence: Sentence,
    facts: Mapping[str, Fact],
    state: ProspectState,
    *,
    before: frozenset[int],
    reader: Reader | None,
) -> Asked:
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
    checks = (checks_understanding(line) and (told or not named)) or _says_back(line, words, state)
    asking = _Asking(line=line, words=words, side=side_of(line) or _SIDES.get(act, ""), back=back, act=act)
    of_the_no = _about_a_no(asking, state)
    talk, fact = talk_of(line), None
    if talk is not None:
        fact = _behind(talk, asking, facts, last, state)
    elif not (private or offer or checks or of_the_no):
        fact = _general(asking, facts, last, state) or _of_problem(asking, facts, last, state, before)
    refused = asks_why_not(line) and bool(_NOES.intersection(state.last_moves[-2:]))
    settled = private or checks or refused or of_the_no or asks_for_terms(line)
    chances = {} if reader is None or settled else reader.wanted(text)
    best = max(chances, key=chances.__getitem__) if chances else NOTHING
    judges = best == f"talk.{Talk.REACTION}"
    # "Many find that … Is that something you know?"
    asks_for_it = bool(before) and back and fact is not None and not judges
    silent = fact is None and talk is None
    if silent or (not asks_for_it and surely_another(chances, talk, fact)):
        alike = reader.alike(text) if reader is not None and chances else frozenset[str]()
        by_meaning = meant(chances, alike, line, Known(facts=facts, last=last, state=state), overrules=not silent)
        talk, fact = by_meaning if any(by_meaning) else (talk, fact)
        offer = offer and fact is None and talk is None
        fact = fact if talk is None else _behind(talk, asking, facts, last, state)
    wants = {best if chances else f"problem.{asking.side}", f"talk.{talk}"}
    wants |= {"problem.why"} if fact is None and asking.side == "why" else set()
    if not named and of_the_attempt(line, wants, state):
        talk, fact = None, last
    open_still = fact is None and talk is None and not (private or offer or checks or of_the_no)
    if open_still and not (words - EVERYDAY) and act in _SIDES and not _of_other_things(asking, last):
        fact = side_told(facts, state.notes.get(Note.SUBJECT, ""), asking.side)
    return Asked(
        fact=fact,
        act=act,
        follows_up=follows and fact is not None,
        line=line,
        private=private and talk is None,
        offer=offer,
        checks=checks and talk is None,
        talk=talk if fact is None else None,
        ours=best != NOTHING,
        doubtful=open_still and fact is None and is_doubtful(chances),
        leans=_only_leans(asking, last),
    )


def _about_a_no(asking: "_Asking", state: ProspectState) -> bool:
    """It asks for what is behind the no or the objection just heard, which no fact tells."""
    heard = bool(_ANY_NO.intersection(state.last_moves[-1:]))
    bare = asks_why_not(asking.line) and not asking.words - EVERYDAY
    return heard and (asks_for_terms(asking.line) or bare)


def _says_back(line: str, words: frozenset[str], state: ProspectState) -> bool:
    """It asks nothing new: the prospect said most of what it names ("So nine labs, and all through Gunther?")."""
    told = words & stems(*state.said)
    return not asks_openly(line) and len(told) >= _SAID_BACK and 2 * len(told) >= len(words)


def _of_other_things(asking: "_Asking", last: Fact | None) -> bool:
    """It leans on something else than a problem, or wants a count, a time or a paper that no problem has."""
    general = last is not None and last.problem_index is None and asking.back
    return general or unknown_kind(asking.line) in ("number", "long", "contract")


def _only_leans(asking: "_Asking", last: Fact | None) -> bool:
    return last is not None and (asking.back or len(asking.line.split()) <= _ALONE) and not asking.words - EVERYDAY


def _behind(
    talk: Talk, asking: "_Asking", facts: Mapping[str, Fact], last: Fact | None, state: ProspectState
) -> Fact | None:
    """The fact that answers such a question, where there is one: what was dodged, whose work it is, what is amiss."""
    if talk is Talk.MEANING and state.last_moves[-1:] == (Move.DEFLECT,):
        return facts.get(state.notes.get(Note.DEFLECTED, "").rsplit(",", 1)[-1])
    if talk is Talk.HANDS and (last is None or last.problem_index is not None):
        subject = last.problem_index if last is not None else state.notes.get(Note.SUBJECT, "")
        return side_told(facts, str(subject), "who") if state.notes.get(Note.REASON) else None
    if talk is Talk.OTHERS:
        return _general(asking, facts, last, state)
    if talk is Talk.WOULD_CHANGE:
        told = last if last is not None and asking.back else None
        if told is not None and told.problem_index is None:
            return facts.get(_NEXT.get((told.id, "hurts"), ""))
        named = problems_named(asking.words, facts)
        subject = str(told.problem_index) if told is not None else next(iter(named), "")
        general = facts.get(general_aim(asking.line, facts.keys()))
        return general or side_told(facts, subject, "hurts") or facts.get("process.break")
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asking:
    line: str
    words: frozenset[str]
    side: str
    back: bool
    act: Act


def _general(asking: _Asking, facts: Mapping[str, Fact], last: Fact | None, state: ProspectState) -> Fact | None:
    if last is not None and last.id.endswith(".who") and asking.back and _HOW_MANY.search(asking.line):
        return facts.get("team.size")
    found = general_aim(asking.line, facts.keys())
    if not found or _IF_IT_STAYS.match(asking.line) or (found.startswith("tools.") and asks_for_terms(asking.line)):
        return None
    told_problem = last is not None and last.problem_index is not None
    leans = asking.back and (told_problem or (last is None and bool(state.notes.get(Note.SUBJECT))))
    if found in _OF_THE_PROBLEM and (leans or problems_named(asking.words, facts)):
        return None
    return facts[found]


def _of_problem(
    asking: _Asking, facts: Mapping[str, Fact], last: Fact | None, state: ProspectState, touches: frozenset[int]
) -> Fact | None:
    subject = state.notes.get(Note.SUBJECT, "")
    named = problems_named(asking.words, facts)
    if named and not side_of(asking.line) and unknown_kind(asking.line) == "number":
        return None  # a count that nobody here keeps
    if unknown_kind(asking.line) == "long" and asking.side not in ("since", "often", "costs", "effort"):
        return facts.get(f"problem.{named[0] if named else subject}.fine")  # a duration that nobody has taken
    if asking.side == "feel" and not named:
        asking = replace(asking, side=_felt(last, state))
    if named:
        side = asking.side if asking.side != "feel" else "hurts"
        return side_told(facts, subject if subject in named else named[0], side or "today")
    if _IF_IT_STAYS.match(asking.line):
        return side_told(facts, talked_of(facts, state), "matters")
    if not asking.back:
        return None
    if touches:
        return side_told(facts, str(min(touches)), asking.side or "hurts")
    if asking.side in _AROUND and last is not None and asking.words - EVERYDAY - stems(*last.sayings, *last.keywords):
        return None  # "the ones that leave, why do they go": leans on something else
    if last is not None and last.problem_index is not None:
        return side_told(facts, str(last.problem_index), asking.side) if asking.side else None
    if last is not None:
        returns = asking.side in _RETURNS and last.topic in _DONE_WITH
        on_it = facts.get(_NEXT.get((last.id, asking.side), ""))
        return on_it or (side_told(facts, talked_of(facts, state), asking.side) if returns else None)
    return side_told(facts, subject or "0", asking.side) if asking.side and state.notes.get(Note.REASON) else None


def _felt(last: Fact | None, state: ProspectState) -> str:
    """Asked whether they are happy with it, people say what hurts; who has said that says how much it matters."""
    if last is None or last.problem_index is None:
        return "feel"
    return "matters" if f"problem.{last.problem_index}.hurts" in state.disclosed else "hurts"
