"""A playbook in the making: what was found, what is missing, and the check before it can be used."""

import re
from dataclasses import dataclass, field

from app.domain.errors import Invalid
from app.domain.playbook import Playbook

MOST_LINES = 12
LONGEST = 400
"""Characters of one field or line: a playbook is five lines, not a brochure."""


@dataclass(slots=True)
class Draft:
    """Fields as they were found; lists in order, without doubles."""

    company: str = ""
    product: str = ""
    who_for: str = ""
    price_hint: str = ""
    problems: list[str] = field(default_factory=list)
    proof: list[str] = field(default_factory=list)
    competitors: list[str] = field(default_factory=list)

    def put(self, name: str, text: str) -> None:
        """Adds `text` to a field of that name; single fields keep what came first."""
        text = tidy(text)
        if not text:
            return
        if name in ("problems", "proof", "competitors"):
            found: list[str] = getattr(self, name)
            if text not in found and len(found) < MOST_LINES:
                found.append(text)
        elif not getattr(self, name):
            setattr(self, name, text)

    @property
    def missing(self) -> tuple[str, ...]:
        """Fields without which nobody can be called."""
        needed = (("company", self.company), ("product", self.product), ("problems", self.problems))
        return tuple(name for name, value in needed if not value)


def tidy(text: str) -> str:
    """One line without bullets, control characters and trailing stops, cut to a length that can be read."""
    text = "".join(char if char.isprintable() else " " for char in text)
    text = re.sub(r"^[\s\-*•·–—\d.)]+(?=\S)", "", text)
    text = " ".join(text.split()).strip(" ;,")
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit(" ", 1)[0]
    return text.removesuffix(".")


def checked(draft: Draft, playbook_id: str) -> Playbook:
    """The playbook of a draft; `Invalid` names what is missing."""
    if draft.missing:
        raise Invalid(
            f"The playbook lacks {', '.join(draft.missing)}.",
            "Give the seller's company, the product in half a sentence, and at least one problem it solves.",
        )
    return Playbook(
        id=playbook_id,
        company=draft.company,
        product=draft.product,
        who_for=draft.who_for,
        problems=tuple(draft.problems),
        proof=tuple(draft.proof),
        price_hint=draft.price_hint,
        competitors=tuple(draft.competitors),
        field_name=draft.company,
    )


def slug(company: str) -> str:
    """An id made of the company's name: `Northwind Audit` → `northwind-audit`."""
    return "-".join(re.findall(r"[a-z0-9]+", company.lower()))[:48] or "playbook"
