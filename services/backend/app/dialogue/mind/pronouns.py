"""A question with "it" and "them" for the trouble that it names: known ways to ask name none."""
# ruff: noqa: SIM905 - a list of words reads better unquoted

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from app.dialogue.mind.subjects import EVERYDAY, of_problem, stems
from app.domain.persona import Fact
from app.reading import Reader

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_DETERMINERS = frozenset("the your those these that this a an our their any every each all".split())
_BEFORE_A_VERB = frozenset(
    "you we they i it he she who to do does did how which what many much not people somebody someone anybody can "
    "could would will should".split()
)
"""After one of these stands what is done, and no name: "How do you close the books?"."""
_SPACED = re.compile(r" (?=[,.?!;:])")


def wanted(reader: Reader, text: str, named: Sequence[str], facts: Mapping[str, Fact]) -> Mapping[str, float]:
    """The chance of every matter; where the question names problems, halfway to what it wants with pronouns for them.

    `named` are indices of problems. Of 114 questions of free calls that name one, 12 then want most likely something
    that can be told, where it had been something that nobody tells: 8 do. With pronouns alone more are taken wrongly.
    """
    chances = reader.wanted(text)
    plain = _plain(text, named, facts)
    if plain == text:
        return chances
    other = reader.wanted(plain)
    return {matter: (chance + other[matter]) / 2 for matter, chance in chances.items()}


def alike(reader: Reader, text: str, named: Sequence[str], facts: Mapping[str, Fact]) -> Mapping[str, float]:
    """What the nearest ways to ask want, and how near they come: to the question as it is or with pronouns."""
    near, plain = dict(reader.alike(text)), _plain(text, named, facts)
    if plain != text:
        for matter, likeness in reader.alike(plain).items():
            near[matter] = max(likeness, near.get(matter, -1.0))
    return near


def _plain(text: str, named: Sequence[str], facts: Mapping[str, Fact]) -> str:
    words = frozenset[str]().union(*(of_problem(facts, index) for index in named)) - EVERYDAY
    return with_pronouns(text, words) if words else text


@lru_cache(maxsize=64)
def with_pronouns(text: str, named: frozenset[str]) -> str:
    """`text` with a pronoun for every run of words whose stems are in `named`, with what belongs before it.

    "How are your carrier bills being checked?" becomes "How are they being checked?" but for the case of "them".
    """
    tokens = _TOKEN.findall(text)
    said: list[str] = []
    place = 0
    while place < len(tokens):
        start, end = _run(tokens, place, named)
        if end > start and not _is_done(said, start > place):
            said.append("them" if tokens[end - 1].lower().endswith("s") else "it")
            place = end
        else:
            said.append(tokens[place])
            place += 1
    return _SPACED.sub("", " ".join(said))


def _run(tokens: list[str], place: int, named: frozenset[str]) -> tuple[int, int]:
    """Where naming words begin and end that stand at `place`, behind a determiner and one more word if need be."""
    start = place
    while start < len(tokens) and tokens[start].lower() in _DETERMINERS:
        start += 1
    led = start > place
    for begin in (start, start + 1) if led else (start,):
        end = begin
        while end < len(tokens) and not _named_by(tokens[end]).isdisjoint(named):
            end += 1
        if end > begin:
            return begin, end
    return place, place


def _named_by(token: str) -> frozenset[str]:
    """What the word alone names; nothing for everyday words."""
    return stems(token) - EVERYDAY


def _is_done(said: list[str], led: bool) -> bool:
    return not led and bool(said) and said[-1].lower() in _BEFORE_A_VERB
