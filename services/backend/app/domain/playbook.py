"""What the trainee sells: a few lines that feed personas, reader, scorer and suggestions."""

import json
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b

from app.domain.call import Seller
from app.domain.plain import to_plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Pain:
    """How one of the playbook's problems sounds from the buyer's side; every field may stay empty.

    Sayings are first-person lines in the notation of `app.domain.phrasing`.
    """

    short: str = ""
    """The matter in a few words, after "the": `invoice matching`."""
    topics: tuple[str, ...] = ()
    """Words by which a question about it is known."""
    today: tuple[str, ...] = ()
    """How it is done now."""
    hurts: tuple[str, ...] = ()
    """What goes wrong."""
    costs: tuple[str, ...] = ()
    """What that costs them."""
    matters: tuple[str, ...] = ()
    """Why it is, or is not, high on the list."""
    fine: tuple[str, ...] = ()
    """Why somebody honestly does not have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbook:
    """One seller's offer."""

    id: str
    company: str
    product: str
    """What it is, in half a sentence without the company's name."""
    who_for: str = ""
    problems: tuple[str, ...] = ()
    proof: tuple[str, ...] = ()
    price_hint: str = ""
    competitors: tuple[str, ...] = ()
    field_name: str = ""
    """Field of business in a word or two, for lists."""
    roles: tuple[str, ...] = ()
    """Ids of the roles that own these problems; empty means any."""
    industries: tuple[str, ...] = ()
    """Ids of the industries where they occur; empty means any."""
    pains: tuple[Pain, ...] = field(default=())
    """The buyer's side of `problems`, index by index; may be shorter."""

    @property
    def hash(self) -> str:
        """Sixteen hex digits that change with any word of the playbook."""
        return _hash(self)

    @property
    def seller(self) -> Seller:
        """The part that a briefing shows."""
        return Seller(
            company=self.company,
            product=self.product,
            problems=self.problems,
            proof=self.proof,
            price_hint=self.price_hint,
        )


@lru_cache(maxsize=64)
def _hash(playbook: Playbook) -> str:
    text = json.dumps(to_plain(playbook), sort_keys=True, ensure_ascii=False)
    return blake2b(text.encode(), digest_size=8).hexdigest()
