"""All chance of one persona: a hash of library, seed, playbook and purpose."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.domain import chance
from app.domain.phrasing import phrase
from app.persona.shelves import LIBRARY_VERSION

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Draw:
    """Draws that depend on their purpose alone, so that adding one never shifts another."""

    seed: int
    playbook_hash: str

    def unit(self, *purpose: object) -> float:
        """A number in [0, 1)."""
        return chance.unit("persona", LIBRARY_VERSION, self.seed, self.playbook_hash, *purpose)

    def pick(self, options: Sequence[T], *purpose: object) -> T:
        """One of `options`."""
        return options[int(self.unit(*purpose) * len(options))]

    def weighted(self, options: Sequence[tuple[T, float]], *purpose: object) -> T:
        """One of the options by weight."""
        return chance.weighted(options, "persona", LIBRARY_VERSION, self.seed, self.playbook_hash, *purpose)

    def whole(self, low: int, high: int, *purpose: object) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self.unit(*purpose) * (high - low + 1))

    def centred(self, *purpose: object) -> float:
        """A number in [0, 1) that is more often near the middle: mean of two."""
        return (self.unit(*purpose, "a") + self.unit(*purpose, "b")) / 2

    def sayings(self, templates: Sequence[str], slots: Mapping[str, str], *purpose: object) -> tuple[str, ...]:
        """Every template once or twice in other words, without doubles; nobody names two numbers for one thing."""
        said: dict[str, None] = {}
        for index, template in enumerate(templates):
            forms = [phrase(template, slots, self.seed, self.playbook_hash, *purpose, index, form) for form in range(3)]
            said |= {form: None for form in forms if _numbers(form) == _numbers(forms[0])}
        return tuple(said)


_NUMBER = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|hundred|thousand|half|twice|first|second|third|fourth|\d+)\b"
)


def _numbers(line: str) -> list[str]:
    return _NUMBER.findall(line.lower())
