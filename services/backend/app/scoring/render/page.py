"""A call as one HTML page: opens anywhere, fetches nothing, plays its quotes, and shows what was said as mere words."""

import html
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from app.scoring.render import plainly, sound
from app.scoring.render.plainly import Packet, clean, clock, titled

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Even markup that slipped through could not run or fetch anything."""
_STYLE = Path(__file__).parent / "page.css"


@cache
def _style() -> str:
    return _STYLE.read_text(encoding="utf-8")


def escaped(text: str) -> str:
    """`text` as HTML that renders as exactly these words, inside an element or a quoted attribute."""
    return html.escape(clean(text), quote=True)


def as_html(packet: Packet, mp3: bytes = b"") -> str:
    """The whole page, with the call's sound where there is one; without it no script is in the page."""
    return "\n".join(_lines(packet, mp3)) + "\n"


def _lines(packet: Packet, mp3: bytes) -> Iterator[str]:
    loud = bool(mp3)
    head = escaped(plainly.title(packet))
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}{sound.policy() if loud else ""}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{head}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n<main>\n<h1>{head}</h1>"
    yield f'<p class="total">{escaped(plainly.headline(packet))}</p>\n<dl>'
    for label, value in plainly.facts(packet):
        yield f"<dt>{label}</dt><dd>{escaped(value)}</dd>"
    yield f'</dl>\n<p class="note">{plainly.NOT_VALIDATED}{"" if loud else f" {plainly.NO_AUDIO}"}</p>'
    if loud:
        yield sound.player(mp3)
    yield from _feedback(packet["scorecard"])
    yield from _dimensions(packet["scorecard"], loud)
    yield from _disputes(packet)
    yield from _figures(packet["scorecard"])
    yield from _transcript(packet, loud)
    if loud:
        yield f"<script>{sound.script()}</script>"
    yield "</main>\n</body>\n</html>"


def _feedback(card: dict[str, Any]) -> Iterator[str]:
    yield "<h2>What went well</h2>"
    for win in card["wins"]:
        yield f"<p><strong>{titled(win['criterion'])}</strong>: {escaped(win['why'])}</p>{_quoted(win['quote'])}"
    if not card["wins"]:
        yield "<p>Nothing stood out yet.</p>"
    yield "<h2>What to try</h2>"
    for miss in card["misses"]:
        yield f"<p><strong>{titled(miss['criterion'])}</strong>: {escaped(miss['why'])}</p>{_quoted(miss['quote'])}"
        if miss["suggestion"]:
            yield f"<p>Say instead: “{escaped(miss['suggestion'])}”</p>"
    if not card["misses"]:
        yield "<p>No chance was missed.</p>"


def _quoted(text: str) -> str:
    return f"<blockquote>{escaped(text)}</blockquote>" if text.strip() else ""


def _dimensions(card: dict[str, Any], loud: bool) -> Iterator[str]:
    yield "<h2>Scorecard</h2>"
    for name, dimension in plainly.dimensions(card):
        score = "not tested" if dimension["score"] is None else f"{dimension['score']} of 100"
        yield f"<h3>{titled(name)}: {score}</h3>"
        if not dimension["criteria"]:
            continue
        yield "<table>\n<tr><th>Criterion</th><th>State</th><th>Points</th><th>Why</th></tr>"
        for criterion in dimension["criteria"]:
            cells = titled(criterion["id"]), plainly.STATES[criterion["state"]], plainly.points(criterion)
            why = escaped(criterion["why"]) + "".join(_evidence(quote, loud) for quote in criterion["quotes"])
            yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}<td>{why}</td></tr>"
        yield "</table>"


def _evidence(quote: dict[str, Any], loud: bool) -> str:
    play = sound.hear(quote, int(quote["turn"])) if loud else ""
    who = f'<a href="#u{int(quote["turn"])}">{plainly.PARTIES[quote["speaker"]]}, turn {int(quote["turn"])}</a>'
    return f"<blockquote>{play}{who}: {escaped(quote['text'])}</blockquote>"


def _disputes(packet: Packet) -> Iterator[str]:
    if found := plainly.disputes(packet):
        yield "<h2>Disputed</h2>\n<p>Marked as wrongly judged; the score is as it was given.</p>\n<dl>"
        yield from (f"<dt>{name}</dt><dd>{escaped(note)}</dd>" for name, note in found)
        yield "</dl>"


def _figures(card: dict[str, Any]) -> Iterator[str]:
    yield "<h2>Figures</h2>\n<dl>"
    for name, value in sorted(card["metrics"].items()):
        yield f"<dt>{titled(name)}</dt><dd>{plainly.figure(value)}. {escaped(value['definition'])}</dd>"
    yield "</dl>"


def _transcript(packet: Packet, loud: bool) -> Iterator[str]:
    yield '<h2>Transcript</h2>\n<ol class="transcript">'
    real = plainly.timed(packet)
    for said in packet["transcript"]:
        at = f" {clock(said['start_ms'])}" if real else ""
        cut = "" if said["heard"] else " (cut off)"
        who = f"<strong>{plainly.PARTIES[said['party']]}</strong>{at}{cut}"
        side = "trainee" if said["speaker"] == "trainee" else "prospect"
        play = sound.hear(said, int(said["index"])) if loud else ""
        yield f'<li id="u{int(said["index"])}" class="{side}">{play}{who}: {escaped(said["text"])}</li>'
    yield "</ol>"
