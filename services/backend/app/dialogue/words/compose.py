"""Puts a plan into words: a phrase per move, in mood and temper, never the same long sentence twice in a call."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from app.dialogue.words.content import tripped, varied, wordings
from app.dialogue.words.guard import faults
from app.dialogue.words.leads import MANNERS, bare, long_ones, with_lead
from app.dialogue.words.lower import lowered, names_in
from app.dialogue.words.phrases import Family, choose, families, family_of, template_of
from app.dialogue.words.sentences import is_long, sentences_of
from app.dialogue.words.slots import slots_for
from app.dialogue.words.temper import Temper, temper_of
from app.domain.call import Scene
from app.domain.chance import unit
from app.domain.persona import Persona
from app.domain.phrasing import phrase
from app.domain.prospect import Move, Plan, ProspectState

_TRIES, _PLAIN_TRIES = 40, 14
"""Tries in all, and those before a line that was heard lately is varied by an aside."""
_JUST = 6
"""Sentences within which a short one does not come again while there is another way to say it."""
_MAY_REPEAT = frozenset({Move.REPEAT})
_WORDLESS = frozenset({Move.STAY_SILENT, Move.PICK_UP})
_BREATH = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    plan: Plan
    slots: Mapping[str, str]
    names: frozenset[str]
    persona: Persona
    temper: Temper
    said: frozenset[str]
    """Sentences of this call, as `bare` gives them; the next ones likewise of other calls."""
    just: frozenset[str]
    """The last few of this call."""
    lately: Collection[str]
    key: tuple[object, ...]

    def knows(self, sentence: str) -> bool:
        """Whether a sentence, as `bare` gives it, was said in this call or lately in another."""
        return sentence in self.said or sentence in self.lately


def compose(
    plan: Plan, *, state: ProspectState, persona: Persona, scene: Scene, told_before: Collection[str] = ()
) -> str:
    """The line for `plan`; `told_before` are sentences (as `bare` gives them) of other calls, avoided if possible.

    The same arguments give the same line. A plan without words gives an empty line.
    """
    task = _Task(
        plan=plan,
        slots=slots_for(plan, state, persona),
        names=names_in(persona.words, persona.name, persona.company, state.notes.get("trainee_name", "").title()),
        persona=persona,
        temper=temper_of(persona.temperament),
        said=frozenset(map(bare, state.said)),
        just=frozenset(map(bare, state.said[-_JUST:])),
        lately=told_before,
        key=(scene.code, state.exchange),
    )
    parts: list[str] = []
    for place, move in enumerate(plan.moves):
        if move in _WORDLESS:
            continue
        part = _fresh(move, task, (*task.key, move.value, place))
        if place == 0:
            part = _led(part, move, task, state)
        task = replace(task, said=task.said | set(map(bare, sentences_of(part))))
        parts.append(part)
    return " ".join(part for part in parts if part)


def _led(line: str, move: Move, task: _Task, state: ProspectState) -> str:
    if taken_up := task.plan.slots.get("taken_up", ""):
        return f"{taken_up} {line}"
    content = task.plan.slots.get("content", "")
    if content and not line[:6].lower().startswith(
        tuple(one[:6].lower() for one in wordings(task.plan, move, task.persona, task.temper, ()))
    ):
        return line  # a phrase stands before the content, and leads in already
    led = with_lead(
        line, move, mood=task.plan.mood, temper=task.temper, said=state.said, names=task.names, key=task.key
    )
    return line if any(task.knows(one) for one in long_ones(led)) else led


def _fresh(move: Move, task: _Task, key: tuple[object, ...]) -> str:
    variant = task.plan.slots.get(f"variant.{move.value}", "")
    family = family_of(move.value, variant)
    contents = wordings(task.plan, move, task.persona, task.temper, key)
    best, best_cost = "", 99
    for attempt in range(_TRIES):
        line = _word(family, task, contents, attempt, move=move, key=key)
        if faults(line):
            continue
        if move in _MAY_REPEAT:
            return line
        long = long_ones(line)
        cost = 20 * sum(one in task.said for one in long) + 2 * sum(one in task.lately for one in long)
        cost += 5 * (bare(line) in task.just)  # a short one may come again, but not at once
        if cost == 0:
            return _with_tail(line, move, task, key)
        if cost < best_cost:
            best, best_cost = line, cost
    # Every wording was used up: what has been said is left out rather than said again.
    return " ".join(s for s in sentences_of(best) if bare(s) not in task.said or not is_long(s)) or "Mm."


def _word(
    family: Family, task: _Task, contents: Sequence[str], attempt: int, *, move: Move, key: tuple[object, ...]
) -> str:
    slots = dict(task.slots)
    at = (*key, attempt)
    template = template_of(family, task.plan.mood, task.temper.pools, slots, at)
    content = contents[attempt % len(contents)]
    if content and move not in _MAY_REPEAT:
        if attempt >= _PLAIN_TRIES:
            content = varied(
                content,
                slots=slots,
                names=task.names,
                manner=MANNERS.get(move, ""),
                stale=lambda one: task.knows(bare(one)),
                key=at,
            )
        elif unit(*key, "trip") < task.temper.trips:
            content = tripped(content)
    if (cut := template.find("{content}")) > 0 and template[:cut].rstrip().endswith(","):
        content = lowered(content, task.names)
    slots["content"] = content
    return phrase(template, slots, *at)


def _with_tail(line: str, move: Move, task: _Task, key: tuple[object, ...]) -> str:
    """`line` with something short behind it that fits whatever was told; talkative people do that."""
    name = f"tail.{_tail_of(move, task)}"
    if name not in families() or unit(*key, "tail") >= task.temper.tails or line.endswith("?"):
        return line
    if len(line.split()) > _BREATH or len(sentences_of(line)) >= task.plan.max_sentences:
        return line
    for attempt in range(6):
        tail = choose(name, task.plan.mood, task.slots, (*key, "tail", attempt))
        if not any(task.knows(one) for one in long_ones(tail)):
            return f"{line} {tail}"
    return line


def _tail_of(move: Move, task: _Task) -> str:
    if move in (Move.ANSWER, Move.REVEAL) and task.plan.facts:
        return next((fact.depth.value for fact in task.persona.facts if fact.id in task.plan.facts), "")
    return move.value
