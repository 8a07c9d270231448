"""Which of the playbook's problems a line speaks about, and the facts that tell of them."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from app.dialogue.mind.notes import Note
from app.domain.call import Scene
from app.domain.persona import Fact, Persona
from app.domain.prospect import ProspectState
from app.reading import Lexicon, Reader, content_words

EVERYDAY = content_words(
    "quarter month week wrong people process report number today check cost late see show team time work day find "
    "money year company business handle hand currently moment usually biggest main hardest worst problem challenge "
    "headache issue pain annoying difficult part place end side happen struggle deal manage happy run solve fix "
    "important matter get through lately recently best thing happen go went feel cause causing usual reason end fix "
    "react call next long since often once while every last exactly really guess suppose started ago mostly "
    "talk talking speak come else hurt affect again tomorrow notice spot catch discover realise boss know tell "
    "told instead first free roughly ballpark present nowadays minute "
    "agree recognise relate familiar true similar experience opinion"
)
"""Words that name no matter of their own."""

_OF_ITSELF = 2
SPOKEN_OF, ASKED_OF = 0.34, 0.45
"""Likeness from which a sentence speaks of a problem, and from which a question asks of it. Reasons in words that are
not the playbook's come to .30 to .82 (36 calls, 4 below .34), what else callers say in the first minute to .30, but for
introductions ("This is an unannounced call." .34), which do not count."""
_SENTENCE = 5
"""Words below which likeness says little."""


def problems_named(words: frozenset[str], facts: Mapping[str, Fact]) -> list[str]:
    """Indices of the problems that the words name, the best first."""
    keywords = {str(one.problem_index): one.keywords for one in facts.values() if one.problem_index is not None}
    hits: dict[str, int] = {}
    for index, named_by in keywords.items():
        # Everyday words that belong together name a matter ("month end"), one alone does not.
        together = any(len(both := stems(*pair)) > 1 and both <= words for pair in pairwise(named_by))
        hits[index] = len((words & stems(*named_by)) - EVERYDAY) or together
    return sorted((index for index, count in hits.items() if count), key=lambda index: (-hits[index], index))


def speaks_of(words: frozenset[str], facts: Mapping[str, Fact], index: str) -> bool:
    """Whether the words are about the problem itself, and not about one thing that it also has: two of its own."""
    return len((words & of_problem(facts, index)) - EVERYDAY) >= _OF_ITSELF


def of_problem(facts: Mapping[str, Fact], index: str) -> frozenset[str]:
    """Stems of the words that a problem is named by."""
    return stems(*next((one.keywords for one in facts.values() if str(one.problem_index) == index), ()))


def side_told(facts: Mapping[str, Fact], index: str, side: str) -> Fact | None:
    """The fact of problem `index` that tells this side of it; why it is no problem, where it is none."""
    return facts.get(f"problem.{index}.fine") or facts.get(f"problem.{index}.{side}")


def tells_of_none(fact: Fact | None) -> bool:
    """Whether `fact` says why a problem is none of theirs."""
    return fact is not None and fact.id.endswith(".fine")


def talked_of(facts: Mapping[str, Fact], state: ProspectState) -> str:
    """Index of the problem that was told of last, or spoken about; empty for none."""
    told = (facts[id_].problem_index for id_ in reversed(state.disclosed) if id_ in facts)
    return str(next((index for index in told if index is not None), state.notes.get(Note.SUBJECT, "")))


def names_a_problem(words: frozenset[str], persona: Persona) -> bool:
    """Whether the words of a line name one of the playbook's problems by a word of its own."""
    return bool(problems_named(words, {fact.id: fact for fact in persona.facts}))


def touched_problems(words: frozenset[str], persona: Persona, scene: Scene) -> frozenset[int]:
    """Indices of problems of which the line uses at least two words."""
    touched = set()
    texts = scene.brief.seller.problems if scene.brief else ()
    indices = {fact.problem_index for fact in persona.facts if fact.problem_index is not None}
    for index in indices:
        known = {stem for f in persona.facts if f.problem_index == index for stem in stems(*f.keywords)}
        if index < len(texts):
            known |= stems(texts[index])
        if len(words & known) >= 2:
            touched.add(index)
    return frozenset(touched)


def nearest_problem(
    text: str, problems: Sequence[str], reader: Reader, lexicon: Lexicon, *, least: float = SPOKEN_OF
) -> int | None:
    """Index of the problem that a sentence of some length comes nearest to in meaning, from `least` on; None for none.

    Without heads there is none.
    """
    if len(text.split()) < _SENTENCE:
        return None
    near = {index: reader.likeness(text, problem, lexicon=lexicon) for index, problem in enumerate(problems)}
    best = max(near, key=near.__getitem__, default=None)
    return best if best is not None and near[best] >= least else None


@lru_cache(maxsize=4096)
def stems(*texts: str) -> frozenset[str]:
    """Content words of all the texts."""
    return content_words(" ".join(texts))
