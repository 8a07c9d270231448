"""The people a prospect speaks of by name, and what callers ask about them: who that is, how to reach them."""
# ruff: noqa: E501 - a phrasing stays on one line

import re
from collections.abc import Sequence
from enum import StrEnum

from app.dialogue.mind.talk import Talk
from app.domain.persona import Persona
from app.reading import normalise


class Person(StrEnum):
    """Who has a name, by the slot that holds it."""

    COLLEAGUE = "colleague_first"
    """Somebody to refer to, in another department."""
    TEAM = "team_one"
    """One of their own people."""


_IN_GENERAL = {Person.TEAM: "your team"}
"""What a question asks about that names one person of several who do the same."""
_LED = r"^(?:(?:and|so|but|okay|sorry|well|right|sure|then|i meant?|is it true that) )*"
_HE = r"(?:he|she)"
_HIM = r"(?:him|her)"
_OF_THEM: tuple[tuple[Talk, re.Pattern[str]], ...] = tuple(
    (talk, re.compile(pattern))
    for talk, pattern in (
        # what is asked, with `he` for the name, in canonical words
        (Talk.MENTION, rf"\b(?:mention|use|drop|give) (?:{_HIM} )?your name\b|\b(?:say|tell {_HIM}|tell {_HE}) (?:that )?(?:you sent|i spoke|we spoke|we talked|i have spoken|you (?:told|said|recommended|suggested))\b|\b(?:can|could|may|shall|will|would) (?:you|i) (?:\w+ )?(?:tell (?:{_HIM}|{_HE})|let (?:{_HIM}|{_HE}) know|warn (?:{_HIM}|{_HE})|mention (?:it |this |me |us )?to (?:{_HIM}|{_HE})|put in a (?:good )?word)\b"),
        (Talk.REACH, rf"\b(?:reach|get hold of|contact|get through to|get in touch with|speak (?:to|with)|talk (?:to|with)|put me (?:through|over) to|transfer me to|connect me (?:to|with)|introduce me to) (?:{_HIM}|{_HE})\b|\b(?:{_HIM}|his|{_HE} is) (?:\w+ )?(?:numbers?|email(?: address)?|extension|line|contact details)\b|\bbest way to (?:reach|get|catch|contact)\b|\b(?:number|email(?: address)?|extension) for (?:{_HIM}|{_HE})\b|\bwhen is {_HE} (?:\w+ )?(?:in|free|around|available|there|back)\b|{_LED}is {_HE} (?:in|around|free|available|there|at (?:his|her) desk)(?: (?:today|now|this \w+|at the moment|right now|tomorrow))?$"),
        (Talk.WHO_IS_THAT, rf"{_LED}who is {_HE}$|\bwhat (?:does|do|is|did|would) {_HE} (?:\w+ )?(?:do|doing|look after|responsible for|in charge of|run|called)\b(?: (?:there|here|exactly|for you|all day|at \w+|in all this|in this))?$|\bwhat is (?:his|her|{_HE} is|{_HE}) (?:\w+ )?(?:job|role|title|part|position|function)\b|\b(?:is|was|would) {_HE} (?:be )?(?:the|your|a|an|in|on|with|from|one of|somebody|someone|part of|above|below|under)\b(?: [\w']+){{1,5}}$|{_LED}{_HE} is (?:the|your|in|on|one of|part of|somebody|someone)\b(?: [\w']+){{1,5}}$|\b(?:which|what) (?:team|department|part of the \w+) is {_HE}\b|\bwhere does {_HE} sit\b|\bhow does {_HE} fit in\b|\bwhat (?:is|keeps) {_HE} (?:\w+ )?(?:working on|up to|busy(?: with)?|doing)\b"),
    )
)  # fmt: skip
_LEANS = re.compile(r"\b(?:he|she|him|her|his)\b|\b(?:mention|use) your name\b|\byou sent me\b")


def person_in(text: str, persona: Persona, said: Sequence[str]) -> Person | None:
    """Whom a question is about: who is named in it, or, where it leans on a name, who was named last in `said`."""
    named = _first_named(text, persona)
    if named is None and _LEANS.search(normalise(text)):
        return next((one for line in reversed(said) if (one := _first_named(line, persona)) is not None), None)
    return named


def asked_of(text: str, persona: Persona, said: Sequence[str]) -> tuple[Talk | None, Person | None]:
    """What is asked about a person who has a name, and who that is; `(None, None)` for anything else."""
    person = person_in(text, persona, said)
    if person is None:
        return None, None
    line = normalise(_replaced(text, persona, person, "he"))
    return next(((talk, person) for talk, pattern in _OF_THEM if pattern.search(line)), (None, None))


def in_general(text: str, persona: Persona) -> str:
    """The question with everybody who works for them in the place of one: "How does Lindsay check a bill?"."""
    for person, everybody in _IN_GENERAL.items():
        text = _replaced(text, persona, person, everybody)
    return text


def _first_named(text: str, persona: Persona) -> Person | None:
    return next((person for person in Person if (name := _name(persona, person, text)) and name.search(text)), None)


def _replaced(text: str, persona: Persona, person: Person, by: str) -> str:
    name = _name(persona, person, text)
    return name.sub(by, text) if name is not None else text


def _name(persona: Persona, person: Person, text: str) -> re.Pattern[str] | None:
    """How `text` would have the name: with a capital, if it has any, since some are words too ("to be frank")."""
    given = persona.words.get(person, "")
    flags = re.NOFLAG if any(char.isupper() for char in text) else re.IGNORECASE
    return re.compile(rf"\b{re.escape(given)}\b", flags) if given else None
