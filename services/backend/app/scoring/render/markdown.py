"""A call as Markdown in which nothing that was said can become markup."""

import re
from collections.abc import Iterator
from typing import Any

from app.scoring.render import plainly
from app.scoring.render.plainly import Packet, clean, clock, titled

_ACTIVE = re.compile(r"([\\`*_{}\[\]#!|~@$^])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_BARE_LINK = re.compile(r"(?<=www)\.|(?<=:)/(?=/)", re.IGNORECASE)
"""What makes some renderers link an address that stands in the text."""
_LINE_START = re.compile(r"^(\d*)([-+=.)])")


def escaped(text: str) -> str:
    """`text` as Markdown that renders as exactly these words, on one line."""
    marked = _ACTIVE.sub(r"\\\1", clean(text))
    marked = _LINE_START.sub(r"\1\\\2", marked)
    marked = _BARE_LINK.sub(lambda hit: f"\\{hit.group()}", marked)
    return "".join(_ENTITIES.get(char, char) for char in marked)


def as_markdown(packet: Packet) -> str:
    """The whole file."""
    return "\n".join(_lines(packet)) + "\n"


def _lines(packet: Packet) -> Iterator[str]:
    yield f"# {escaped(plainly.title(packet))}"
    yield ""
    yield f"**{escaped(plainly.headline(packet))}**"
    yield ""
    for label, value in plainly.facts(packet):
        yield f"- {label}: {escaped(value)}"
    yield ""
    yield f"{plainly.NOT_VALIDATED} {plainly.NO_AUDIO}"
    yield from _feedback(packet["scorecard"])
    yield from _dimensions(packet["scorecard"])
    yield from _disputes(packet)
    yield from _figures(packet["scorecard"])
    yield from _transcript(packet)


def _feedback(card: dict[str, Any]) -> Iterator[str]:
    yield from ("", "## What went well", "")
    for win in card["wins"]:
        yield f"- **{titled(win['criterion'])}**: {escaped(win['why'])} “{escaped(win['quote'])}”"
    if not card["wins"]:
        yield "Nothing stood out yet."
    yield from ("", "## What to try", "")
    for miss in card["misses"]:
        yield f"- **{titled(miss['criterion'])}**: {escaped(miss['why'])} “{escaped(miss['quote'])}”"
        if miss["suggestion"]:
            yield f"  - Say instead: “{escaped(miss['suggestion'])}”"
    if not card["misses"]:
        yield "No chance was missed."


def _dimensions(card: dict[str, Any]) -> Iterator[str]:
    yield from ("", "## Scorecard")
    for name, dimension in plainly.dimensions(card):
        score = "not tested" if dimension["score"] is None else f"{dimension['score']} of 100"
        yield from ("", f"### {titled(name)}: {score}", "")
        for criterion in dimension["criteria"]:
            state = plainly.STATES[criterion["state"]]
            head = f"- {titled(criterion['id'])}, {state}, {plainly.points(criterion)}: {escaped(criterion['why'])}"
            yield head.rstrip(": ")
            for quote in criterion["quotes"]:
                yield f"  - {plainly.PARTIES[quote['speaker']]}, turn {quote['turn']}: “{escaped(quote['text'])}”"


def _disputes(packet: Packet) -> Iterator[str]:
    if found := plainly.disputes(packet):
        yield from ("", "## Disputed", "", "Marked as wrongly judged; the score is as it was given.", "")
        yield from (f"- **{name}**: {escaped(note)}" for name, note in found)


def _figures(card: dict[str, Any]) -> Iterator[str]:
    yield from ("", "## Figures", "")
    for name, value in sorted(card["metrics"].items()):
        yield f"- {titled(name)}: {plainly.figure(value)}. {value['definition']}"


def _transcript(packet: Packet) -> Iterator[str]:
    yield from ("", "## Transcript", "")
    real = plainly.timed(packet)
    for said in packet["transcript"]:
        at = f" {clock(said['start_ms'])}" if real else ""
        cut = "" if said["heard"] else " (cut off)"
        yield f"{said['index']}. **{plainly.PARTIES[said['party']]}**{at}{cut}: {escaped(said['text'])}"
