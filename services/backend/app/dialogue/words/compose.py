"""Puts a plan into words: a phrase per move, in the mood, never the same long sentence twice in a call."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from app.dialogue.words.guard import faults
from app.dialogue.words.phrases import Family, family_of
from app.dialogue.words.sentences import is_long, same, sentences_of
from app.dialogue.words.spoken import address, clock
from app.domain.call import Scene
from app.domain.chance import unit
from app.domain.persona import Persona
from app.domain.phrasing import phrase
from app.domain.prospect import Move, Plan, ProspectState

_TRIES = 40
_MAY_REPEAT = frozenset({Move.REPEAT})
_WORDLESS = frozenset({Move.STAY_SILENT, Move.PICK_UP})
_SAFE_TO_LOWER = frozenset({
    "a", "about", "all", "an", "and", "anything", "as", "at", "before", "between", "both", "by", "even", "every",
    "everyone", "everything", "for", "from", "good", "half", "how", "if", "in", "it", "it's", "its", "last", "like",
    "maybe", "more", "most", "my", "never", "no", "nobody", "none", "not", "nothing", "on", "once", "one", "our",
    "people", "same", "since", "some", "somebody", "someone", "something", "that", "that's", "the", "there",
    "there's", "these", "they", "they're", "this", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "usually", "we", "we're", "we've", "what", "when", "whoever", "with", "you", "you'd", "you're",
})  # fmt: skip
"""First words that are small in the middle of a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    plan: Plan
    slots: Mapping[str, str]
    said: frozenset[str]
    """Sentences of this call, as `same` gives them; the next ones likewise of other calls."""
    lately: frozenset[str]


def compose(
    plan: Plan, *, state: ProspectState, persona: Persona, scene: Scene, told_before: Collection[str] = ()
) -> str:
    """The line for `plan`; `told_before` are sentences (as `same` gives them) of other calls, avoided if possible.

    The same arguments give the same line. A plan without words gives an empty line.
    """
    task = _Task(
        plan=plan,
        slots=_slots(plan, state, persona),
        said=frozenset(map(same, state.said)),
        lately=frozenset(told_before),
    )
    parts: list[str] = []
    for place, move in enumerate(plan.moves):
        if move in _WORDLESS:
            continue
        part = _fresh(move, task, (scene.code, state.exchange, move.value, place))
        task = replace(task, said=task.said | set(map(same, sentences_of(part))))
        parts.append(part)
    return " ".join(part for part in parts if part)


def _fresh(move: Move, task: _Task, key: tuple[object, ...]) -> str:
    family = family_of(move.value, task.plan.slots.get(f"variant.{move.value}", ""))
    best, best_cost = "", 99
    for attempt in range(_TRIES):
        line = _word(family, task, (*key, attempt))
        if faults(line):
            continue
        if move in _MAY_REPEAT:
            return line
        long = [same(sentence) for sentence in sentences_of(line) if is_long(sentence)]
        cost = 10 * sum(sentence in task.said for sentence in long) + sum(one in task.lately for one in long)
        if cost == 0:
            return line
        if cost < best_cost:
            best, best_cost = line, cost
    # Every wording was used up: what has been said is left out rather than said again.
    return " ".join(s for s in sentences_of(best) if not (is_long(s) and same(s) in task.said)) or "Mm."


def _word(family: Family, task: _Task, key: tuple[object, ...]) -> str:
    slots = dict(task.slots)
    template = _template(family, task.plan.mood, slots, key)
    if "{lead}" in template:
        lead = _template(family_of("lead"), task.plan.mood, slots, (*key, "lead"))
        if _used(lead, task.said):
            lead = ""
        slots["lead"], slots["content"] = _joined(lead, slots.get("content", ""))
    elif (cut := template.find("{content}")) > 0 and template[:cut].rstrip().endswith(","):
        slots["content"] = _lowered(slots["content"]) or slots["content"]
    return phrase(template, slots, *key)


def _template(family: Family, mood: str, slots: Mapping[str, str], key: tuple[object, ...]) -> str:
    pool = list(family.get("any", ()))
    own = family.get(mood, ())
    if own and (not pool or unit(*key, "mood") < 0.5):
        pool = list(own)
    if slots.get("trainee"):
        pool += family.get("named", ())
    return pool[int(unit(*key, "template") * len(pool))]


def _used(lead: str, said: frozenset[str]) -> bool:
    """Whether a line of this call began that way before; a habit of speech is heard by the second time."""
    start = same(lead)
    return any(sentence == start or sentence.startswith(f"{start} ") for sentence in said)


def _joined(lead: str, content: str) -> tuple[str, str]:
    """A lead that ends in a comma needs a small letter after it; where that is not safe it is left out."""
    if not lead.endswith(","):
        return lead, content
    lowered = _lowered(content)
    return (lead, lowered) if lowered else ("", content)


def _lowered(content: str) -> str:
    first = content.split(" ", 1)[0].rstrip(".,?!…").lower()
    return content[:1].lower() + content[1:] if first in _SAFE_TO_LOWER else ""


def _slots(plan: Plan, state: ProspectState, persona: Persona) -> dict[str, str]:
    slots = {**_NO_WORDS, **persona.words, **plan.slots}
    slots["given"], slots["surname"], slots["company"] = persona.given_name, persona.surname, persona.company
    slots["seller"] = state.notes.get("trainee_company", "").strip("?").title() or "you people"
    slots["email_spoken"] = address(persona.email)
    name = state.notes.get("trainee_name", "")
    slots["trainee"] = name.title() if name.isalpha() else ""
    slots["booked_day"] = state.notes.get("booked_slot", "then").split(" ")[0]
    if "time" in plan.slots:
        slots["time"] = clock(plan.slots["time"])
    if "duration" in plan.slots:
        slots["duration"] = _duration(plan.slots["duration"])
    return slots


def _duration(text: str) -> str:
    words = text.split()
    if words and words[0].isdigit():
        words[0] = _NUMBERS.get(words[0], words[0])
    return " ".join(words)


_NUMBERS = {
    "1": "one", "2": "two", "3": "three", "5": "five", "10": "ten", "15": "fifteen", "20": "twenty",
    "27": "twenty-seven", "30": "thirty", "45": "forty-five", "60": "sixty",
}  # fmt: skip
_NO_WORDS = {
    "doing": "in the middle of something",
    "tool": "our system",
    "team": "people",
    "team_one": "my team",
    "thing": "data",
    "industry": "our field",
    "peak": "the busy months",
    "colleague": "our finance people",
    "colleague_first": "finance",
    "friend": "a friend of mine",
    "friend_company": "my old company",
    "pressure": "costs",
    "pressure_cap": "Costs",
    "peak_cap": "The busy time",
    "metric": "the numbers",
    "boss_cap": "My boss",
    "vendor": "last",
}
"""For personas that carry no vocabulary of their own, such as imported ones."""
