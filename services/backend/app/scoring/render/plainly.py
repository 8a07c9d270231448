"""The words around a packet that every format shares: titles, facts, clock times, and cleaned text."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from app.domain.scorecard import DIMENSIONS

Packet = Mapping[str, Any]
"""`{session, transcript, scorecard, recording}` in the shapes of the wire."""

PARTIES = {"trainee": "You", "prospect": "Prospect", "gatekeeper": "Gatekeeper", "voicemail": "Voicemail"}
STATES = {"met": "met", "partial": "partly met", "unmet": "missed", "not_tested": "not tested"}
NOT_VALIDATED = "This score is not yet validated against human raters."
NO_AUDIO = "The recording is not part of this file."


def clean(text: str) -> str:
    """`text` on one line, without control and direction-changing characters."""
    kept = (" " if char in "\n\r\t\u2028\u2029" else char for char in text)
    return "".join(char for char in kept if unicodedata.category(char) not in ("Cc", "Cf", "Cs")).strip()


def titled(name: str) -> str:
    """An id as people read it: `close_quality` is "Close quality"."""
    return name.replace("_", " ").capitalize()


def clock(at_ms: int) -> str:
    """Minutes and seconds of the call's clock."""
    return f"{at_ms // 60_000}:{at_ms // 1000 % 60:02d}"


def timed(packet: Packet) -> bool:
    """Whether the transcript's times are real: in a typed call they are not."""
    return bool(packet["session"]["mode"] == "voice")


def title(packet: Packet) -> str:
    """Who was called."""
    prospect = packet["session"]["briefing"]["prospect"]
    who = prospect["name"] or prospect["title"]
    return f"Call with {who}, {prospect['company']}"


def headline(packet: Packet) -> str:
    """The total, or why there is none."""
    card = packet["scorecard"]
    if card["total_score"] is not None:
        return f"Score {card['total_score']} of 100"
    return f"No total: {card.get('why_partial') or card['status']}"


def facts(packet: Packet) -> list[tuple[str, str]]:
    """What else the head of the file says, by label."""
    session, card = packet["session"], packet["scorecard"]
    brief = session["briefing"]
    ended = session["ended"]
    rows = [
        ("Date", session["created_at"]),
        ("Caller", brief["trainee_name"]),
        ("Selling", f"{brief['seller']['product']}, {brief['seller']['company']}"),
        ("Prospect", f"{brief['prospect']['title']}, {brief['prospect']['industry']}"),
        ("Call", f"{session['call_type']}, difficulty {session['difficulty']}, {session['mode']}"),
        ("Prospect code", session["prospect_code"]),
        ("Ended", f"{ended['reason'].replace('_', ' ')}, by {ended['by']}" if ended else "not ended"),
        ("Rubric", f"{card['rubric'].get('id', '')} {card['rubric'].get('version', '')}"),
    ]
    return [(label, value) for label, value in rows if value.strip(" ,")]


def dimensions(card: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    """The dimensions in the order of the sheet: a stored card has lost it."""
    return [(name, card["dimensions"][name]) for name in DIMENSIONS if name in card["dimensions"]]


def disputes(packet: Packet) -> list[tuple[str, str]]:
    """What the trainee holds to be judged wrong: criterion and note."""
    return [(titled(item["criterion"]), item["note"] or "No note.") for item in packet.get("disputes", ())]


def figure(value: Mapping[str, Any]) -> str:
    """A figure with its unit; what could not be measured says so."""
    return "not measured" if value["value"] is None else f"{value['value']} {value['unit']}"


def points(criterion: Mapping[str, Any]) -> str:
    """Points as "3 of 4"; a penalty has no maximum."""
    return f"{criterion['points']:g} of {criterion['max']:g}" if criterion["max"] else f"{criterion['points']:g}"
