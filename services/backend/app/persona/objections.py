"""The objection stack: two to four ways of saying no, each with the reason behind it."""

from collections.abc import Mapping

from app.domain.persona import Objection
from app.persona.draw import Draw
from app.persona.facts import fact_slots
from app.persona.identity import Identity
from app.persona.shelves import ObjectionKind, Role, shelves


def stack_kinds(draw: Draw, who: Identity, *, has_vendor: bool, owns_problem: bool) -> tuple[ObjectionKind, ...]:
    """The kinds in the order of likelihood, drawn by the published mix without doubles."""
    possible = [kind for kind in shelves().objections if _suits(kind, who.role, has_vendor=has_vendor)]
    chosen: list[ObjectionKind] = []
    for place in range(draw.whole(2, 4, "stack size")):
        left = [kind for kind in possible if kind not in chosen]
        if place == 1:  # one reason that is more than a reflex, so that there is something to explore
            left = [kind for kind in left if kind.family != "dismissive"]
            if not owns_problem:
                left = [kind for kind in left if kind.kind == "no_authority"] or left
        chosen.append(draw.weighted([(kind, kind.share) for kind in left], "objection", place))
    return tuple(chosen)


def worded(draw: Draw, kinds: tuple[ObjectionKind, ...], words: Mapping[str, str]) -> tuple[Objection, ...]:
    """The kinds in this persona's words."""
    return tuple(one_objection(draw, kind, words) for kind in kinds)


def one_objection(draw: Draw, kind: ObjectionKind, words: Mapping[str, str]) -> Objection:
    """One kind with its lines, and one of its reasons."""
    slots = fact_slots(draw, words, "objection", kind.kind)
    why = draw.pick(kind.why, "reason", kind.kind)
    low, high = kind.strength
    return Objection(
        kind=kind.kind,
        stated=draw.sayings(kind.stated, slots, "stated", kind.kind),
        real_reason=why.reason.format_map(slots),
        real_sayings=draw.sayings(why.say, slots, "why", kind.kind),
        strength=round(low + (high - low) * draw.unit("strength", kind.kind), 2),
        resolved_by=kind.resolved_by,
    )


def _suits(kind: ObjectionKind, role: Role, *, has_vendor: bool) -> bool:
    return role.id not in kind.not_roles and (kind.needs != "vendor" or has_vendor)
