"""What the trainee promised and what figures they named: kept for the whole call and the next one."""

import re
from collections.abc import Iterator

from app.dialogue.mind.effects import Effect
from app.dialogue.mind.moment import Moment
from app.dialogue.mind.notes import Note
from app.reading import normalise

_I_WILL = r"\b(?:i will|i am going to|i can|let me|i would|i shall)(?: \w+)?"
_PROMISES = (
    ("send", re.compile(rf"{_I_WILL} (?:send|e-?mail|mail|forward|drop you|shoot)\b(?!.*\binvite\b)")),
    ("call", re.compile(rf"{_I_WILL} (?:(?:call|ring|phone|try) (?:you )?(?:back|again|on|next)|get back to you)\b")),
    ("find_out", re.compile(rf"{_I_WILL} (?:find out|check (?:that|it|with)|look into|ask (?:our|my|the))\b")),
    (
        "bring",
        re.compile(
            rf"{_I_WILL} (?:bring|put you in touch|introduce you|get you (?:a|the|their) (?:reference|name|number))\b"
        ),
    ),
)
_NUMBER = (
    r"(?:(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -]?)?"
    r"(?:one|two|three|four|five|six|seven|eight|nine|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:a |one )?hundred)"
)
_FIGURES = (
    ("price", re.compile(r"(?:\$|£|€)\s?(\d[\d,.]*)|(\d[\d,.]*) (?:dollars|pounds|euros|bucks)")),
    ("percent", re.compile(rf"(\d+(?:\.\d+)?|{_NUMBER}) ?(?:percent\b|%)")),
    ("length", re.compile(r"\b(ten|fifteen|twenty|thirty|forty five|sixty|\d+) minutes\b")),
)

_SUPPOSED = re.compile(
    r"\b(?:if|suppose|say|imagine) (?:you|it|that|we|they|i|your \w+)\b.*?(?:\bwould\b|\bcould\b|\bwhat\b|$)"
)
"""What is only supposed is no claim: "If you got two percent back, would that help?"."""


def memory(moment: Moment) -> Iterator[Effect]:
    """Keeps promises; a figure that is not the one named before is noticed."""
    line = normalise(moment.heard.text)
    promised = moment.note(Note.PROMISED)
    for kind, pattern in _PROMISES:
        if pattern.search(line):
            promised = also_promised(promised, kind)
    if promised != moment.note(Note.PROMISED):
        yield Effect(notes={Note.PROMISED: promised})
    yield from _figures(moment, line)


def also_promised(promised: str, kind: str) -> str:
    """The promises with one more, each kind once."""
    kinds = [one for one in promised.split(",") if one]
    return ",".join(kinds if kind in kinds else [*kinds, kind])


def contradiction(moment: Moment) -> tuple[str, str, str] | None:
    """What is said differently now: name of the figure, what it was, what it is; None when nothing is."""
    before = _claimed(moment.note(Note.CLAIMED))
    now = figures_in(normalise(moment.heard.text))
    for name in ("price", "percent"):
        if name in before and name in now and before[name] != now[name]:
            return name, before[name], now[name]
    return None


def figures_in(line: str) -> dict[str, str]:
    """Figures that a normalised line claims, by name."""
    found: dict[str, str] = {}
    claimed = _SUPPOSED.sub("", line)
    for name, pattern in _FIGURES:
        if hit := pattern.search(claimed):
            found[name] = next(group for group in hit.groups() if group)
    return found


def _figures(moment: Moment, line: str) -> Iterator[Effect]:
    now = figures_in(line)
    if not now:
        return
    if (slip := contradiction(moment)) is not None:
        yield Effect(what=f"said {slip[2]} where it had been {slip[1]} before", trust=-0.1, resistance=0.05)
    claimed = now | _claimed(moment.note(Note.CLAIMED))
    yield Effect(notes={Note.CLAIMED: "|".join(f"{name}:{value}" for name, value in claimed.items())})


def _claimed(note: str) -> dict[str, str]:
    return {name: value for name, _, value in (part.partition(":") for part in note.split("|")) if name}
