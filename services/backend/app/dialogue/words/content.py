"""Which of its own lines a prospect says for a plan, and how one is varied that was heard lately."""

from collections.abc import Callable, Collection, Mapping, Sequence

from app.dialogue.words.lower import lowered
from app.dialogue.words.phrases import choose
from app.dialogue.words.sentences import sentences_of
from app.dialogue.words.temper import Temper
from app.domain.chance import unit
from app.domain.persona import Persona
from app.domain.prospect import Move, Plan

_OWN_WORDS = {Move.ANSWER, Move.REVEAL, Move.NO_FIT, Move.OBJECT, Move.BRUSH_OFF, Move.REFUSE}
_PLAIN_STARTS = (
    "we ", "we'", "i ", "i'", "it ", "it'", "they ", "they'", "there ", "there'", "nobody", "that'", "my ", "our ",
    "half ", "about ", "everything ", "everyone ", "nothing ", "somebody ", "last ", "the ", "a ", "by ", "when ",
    "if ", "every ", "most ", "more ", "one ", "two ", "getting ", "anything ", "people ", "since ", "our ", "in ",
)  # fmt: skip
"""Sentences that start so are plain statements: an aside can stand before or after them."""
_TRIP_BEHIND = ("We've got ", "We have ", "We run on ", "We use ", "There's ", "I'd guess ", "It takes ", "I've got ")
_BREATH = 19


def wordings(plan: Plan, move: Move, persona: Persona, temper: Temper, key: Sequence[object]) -> tuple[str, ...]:
    """The lines that say what `plan` tells: the planned one, then others in the order this person likes them."""
    content = plan.slots.get("content", "")
    if move not in _OWN_WORDS or not content:
        return (content,)
    siblings = _siblings(plan, persona, content)
    taste = {line: unit(*key, "wording", line) + 0.9 * temper.brevity * len(line) / 90 for line in siblings}
    return (content, *sorted((line for line in siblings if line != content), key=taste.__getitem__))


def varied(
    content: str,
    *,
    slots: Mapping[str, str],
    names: Collection[str],
    manner: str,
    stale: Callable[[str], bool],
    key: Sequence[object],
) -> str:
    """`content` with an aside before or behind those of its plain statements that are `stale`; else as it is."""
    parts = list(sentences_of(content))
    for index, sentence in enumerate(parts):
        low, words = sentence.lower(), len(sentence.split())
        plain = low.startswith(_PLAIN_STARTS) and sentence.endswith(".") and 3 <= words <= _BREATH
        if not plain or not stale(sentence):
            continue
        before = unit(*key, index, "aside") < 0.4
        aside = choose("aside.before" if before else "aside.behind", manner, slots, (*key, index, "aside"))
        parts[index] = (
            f"{aside}, {lowered(sentence, names)}" if before else f"{sentence[:-1]}, {lowered(aside, names)}."
        )
    return " ".join(parts)


def tripped(content: str) -> str:
    """`content` with a stumble behind its first words, as when somebody looks for the next one."""
    for start in _TRIP_BEHIND:
        if content.startswith(start):
            return f"{start.rstrip()}, uh, {content[len(start) :]}"
    return content


def _siblings(plan: Plan, persona: Persona, content: str) -> tuple[str, ...]:
    for fact in persona.facts:
        if fact.id in plan.facts or content in fact.sayings:
            return fact.sayings
    for objection in persona.objections:
        for lines in (objection.stated, objection.real_sayings):
            if content in lines:
                return lines
    return (content,)
