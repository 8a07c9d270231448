"""What is true of the persona's world, worded once, so that a number told twice stays the same number."""

from collections.abc import Collection, Iterator, Mapping

from app.domain.persona import Depth, Fact
from app.domain.playbook import Pain, Playbook
from app.persona.draw import Draw
from app.persona.identity import Identity
from app.persona.numbers import in_words, rounded
from app.persona.shelves import FactTemplate, shelves
from app.persona.vocabulary import MONTHS

_CHAIN = (
    # field of Pain, depth, trust needed
    ("today", Depth.SURFACE, 0.3),
    ("hurts", Depth.PROBLEM, 0.42),
    ("costs", Depth.IMPACT, 0.52),
    ("matters", Depth.PRIORITY, 0.56),
)
_AROUND = ("since", "often", "who", "why", "then", "noticed", "effort", "instead", "known")
"""What people ask on about a problem; as deep as the problem itself, and worded alike whatever it is."""
_AROUND_TRUST = 0.4


def situation_facts(
    draw: Draw, who: Identity, words: Mapping[str, str], *, true_of: Collection[str]
) -> tuple[Fact, ...]:
    """One fact of every group that suits the company; what templates need beyond its size is in `true_of`."""
    groups: dict[str, list[FactTemplate]] = {}
    for template in shelves().facts:
        if template.needs in ("", *true_of) and who.size >= template.min_size:
            groups.setdefault(template.group, []).append(template)
    return tuple(_fact(draw, draw.pick(options, group), words) for group, options in groups.items())


def pain_facts(draw: Draw, playbook: Playbook, words: Mapping[str, str], pains: frozenset[int]) -> tuple[Fact, ...]:
    """For each of the playbook's problems either the chain from today to its weight, or why it is none here."""
    return tuple(
        fact
        for index in range(len(playbook.problems))
        for fact in _problem(draw, playbook, words, index, is_pain=index in pains)
    )


def fact_slots(draw: Draw, words: Mapping[str, str], *purpose: object) -> dict[str, str]:
    """The persona's vocabulary plus this fact's own numbers, each also with a capital as `…_cap`."""
    n = draw.whole(3, 9, *purpose, "n")
    slots = dict(words)
    slots |= {
        "n": in_words(n),
        "n_plus": in_words(n + draw.whole(1, 3, *purpose, "plus")),
        "n_mid": in_words(draw.whole(11, 19, *purpose, "mid")),
        "pct": in_words(draw.whole(4, 28, *purpose, "pct")),
        "money": in_words(rounded(draw.whole(30, 480, *purpose, "money"))) + " thousand",
        "money_small": in_words(draw.whole(3, 24, *purpose, "money small")) + " thousand",
        "limit": in_words(draw.pick((2, 5, 10, 15, 20, 25), *purpose, "limit")) + " thousand",
        "month": draw.pick(MONTHS, *purpose, "month"),
        "q": draw.pick("1234", *purpose, "q"),
    }
    return slots | {f"{name}_cap": text[:1].upper() + text[1:] for name, text in slots.items()}


def _fact(draw: Draw, template: FactTemplate, words: Mapping[str, str]) -> Fact:
    slots = fact_slots(draw, words, template.group)
    return Fact(
        id=template.group,
        topic=template.topic,
        depth=Depth(template.depth),
        trust_needed=_trust(draw, template.trust, template.group),
        sayings=draw.sayings(template.say, slots, template.group),
        keywords=template.keywords,
        public=template.public.format_map(slots),
    )


def _problem(draw: Draw, playbook: Playbook, words: Mapping[str, str], index: int, *, is_pain: bool) -> Iterator[Fact]:
    pain = playbook.pains[index] if index < len(playbook.pains) else Pain()
    topics = pain.topics or tuple(
        word for word in playbook.problems[index].lower().replace(",", " ").split() if len(word) > 3
    )
    around = tuple((name, Depth.PROBLEM, _AROUND_TRUST) for name in _AROUND)
    chain = (*_CHAIN, *around) if is_pain else (("fine", Depth.SURFACE, 0.2),)
    for name, depth, trust in chain:
        fact_id = f"problem.{index}.{name}"
        templates = getattr(pain, name, ()) or shelves().generic_pain[name]
        if name in (*_AROUND, "today", "fine"):  # each tells another story
            templates = (draw.pick(templates, "story", fact_id),)
        yield Fact(
            id=fact_id,
            topic=f"problem.{index}",
            depth=depth,
            trust_needed=_trust(draw, trust, fact_id),
            sayings=draw.sayings(templates, fact_slots(draw, words, "problem", index), fact_id),
            hidden=name in ("hurts", "costs"),
            problem_index=index,
            keywords=topics,
        )


def _trust(draw: Draw, base: float, fact_id: str) -> float:
    return round(max(0.0, base - 0.05 + 0.1 * draw.unit("trust", fact_id)), 3)
