"""Which fact a question is after, and which of the playbook's problems a line speaks about."""

from dataclasses import dataclass
from functools import lru_cache

from app.dialogue.mind.notes import Note
from app.domain.acts import QUESTION_ACTS, Act, Reading
from app.domain.call import Scene
from app.domain.persona import Depth, Fact, Persona
from app.domain.prospect import ProspectState
from app.reading import content_words

_FOUND = 1.0
_SUBJECT = 0.9
"""For facts of the problem that is being talked about: "what goes wrong there?" means there."""
_DEPTHS = {
    Act.ASKS_SITUATION: (Depth.SURFACE,),
    Act.ASKS_PROBLEM: (Depth.PROBLEM,),
    Act.ASKS_IMPACT: (Depth.IMPACT, Depth.PRIORITY),
    Act.ASKS_PROCESS: (Depth.PROCESS,),
}
_ORDER = (Depth.SURFACE, Depth.PROBLEM, Depth.IMPACT, Depth.PRIORITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a question reaches."""

    fact: Fact | None
    """None when the prospect has nothing on it."""
    act: Act
    follows_up: bool
    """It builds on what the prospect told before."""


def find_fact(
    reading: Reading, acts: frozenset[Act], persona: Persona, state: ProspectState, touches: frozenset[int]
) -> Asked | None:
    """The fact nearest to the last question of the line, or None when nothing is asked.

    `touches` are the problems that the whole line speaks about: "… Is that you?" asks about those.
    """
    statement = reading.text.rstrip().endswith((".", "!")) and "?" not in reading.text
    if statement and acts & {Act.VALUE_CLAIM, Act.PROOF, Act.ANSWERS_OBJECTION, Act.STATES_REASON}:
        return None
    asking = next((act for act in (*_DEPTHS, Act.ASKS_OTHER) if act in acts), None)
    if asking is None and Act.FOLLOW_UP not in acts:
        return None
    sentence = next(
        (s for s in reversed(reading.sentences) if any(a.act in QUESTION_ACTS | {Act.FOLLOW_UP} for a in s.acts)),
        reading.sentences[-1],
    )
    topics = {item.slots["topic"] for item in sentence.acts if "topic" in item.slots}
    close, wide = _stems(sentence.text), _stems(reading.text)
    last = next((fact for fact in persona.facts if fact.id == state.notes.get(Note.LAST_FACT)), None)
    follows = last is not None and (Act.FOLLOW_UP in acts or bool(close & _stems(*last.sayings, *last.keywords)))
    act = asking or Act.ASKS_OTHER
    admitted = {fact.problem_index for fact in persona.facts if fact.hidden and fact.id in state.disclosed}

    def score(fact: Fact) -> float:
        ours = fact.problem_index is not None
        keywords = _stems(*fact.keywords)
        points = 0.8 * (fact.topic in topics)
        points += min(2.2, (0.9 if ours else 0.45) * len(close & keywords) + 0.2 * len((wide - close) & keywords))
        points += 0.4 * (fact.depth in _DEPTHS.get(act, ()))
        if ours:
            points += 0.6 * (fact.problem_index in touches and fact.depth is not Depth.IMPACT)
            points += _SUBJECT * (str(fact.problem_index) == state.notes.get(Note.SUBJECT))
            if follows and last is not None and last.problem_index == fact.problem_index:
                points += 1.1
            if act is Act.ASKS_IMPACT and fact.depth is Depth.IMPACT and fact.problem_index in admitted:
                points += 1.0
        elif last is not None and follows and fact.topic == last.topic and fact.depth is not last.depth:
            points += 0.8
        if fact.id in state.disclosed:
            points -= 1.6
        return points

    best = max(persona.facts, key=score, default=None)
    if best is None or score(best) < _FOUND:
        best = _next_in_chain(last, persona, state) if follows or act in (Act.ASKS_PROBLEM, Act.ASKS_IMPACT) else None
    elif best.problem_index is not None and best.depth is not Depth.SURFACE:
        best = _earned(best, persona, state)
    return Asked(fact=best, act=act, follows_up=follows)


def touched_problems(words: frozenset[str], persona: Persona, scene: Scene) -> frozenset[int]:
    """Indices of problems of which the line uses at least two words."""
    touched = set()
    texts = scene.brief.seller.problems if scene.brief else ()
    indices = {fact.problem_index for fact in persona.facts if fact.problem_index is not None}
    for index in indices:
        known = {stem for f in persona.facts if f.problem_index == index for stem in _stems(*f.keywords)}
        if index < len(texts):
            known |= _stems(texts[index])
        if len(words & known) >= 2:
            touched.add(index)
    return frozenset(touched)


def _earned(fact: Fact, persona: Persona, state: ProspectState) -> Fact:
    """The first fact of the same problem not told yet, if `fact` lies deeper: depth is earned step by step."""
    chain = [one for one in persona.facts if one.problem_index == fact.problem_index and one.depth is not Depth.SURFACE]
    chain.sort(key=lambda one: _ORDER.index(one.depth))
    return next((one for one in chain if one.id not in state.disclosed), fact)


def _next_in_chain(last: Fact | None, persona: Persona, state: ProspectState) -> Fact | None:
    if last is None or last.problem_index is None:
        return None
    deeper = _earned(last, persona, state)
    return deeper if deeper.id not in state.disclosed else None


@lru_cache(maxsize=4096)
def _stems(*texts: str) -> frozenset[str]:
    return content_words(" ".join(texts))
