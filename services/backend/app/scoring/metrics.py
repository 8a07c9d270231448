"""Speech figures with their definitions; null where the transcript cannot know them, never guessed from text."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from app.domain.call import Speaker
from app.scoring.graph import Call
from app.scoring.turns import Turn

Stretch = tuple[int, int]

MERGE_GAP_MS = 1_000
CUT_IN_MS = 500
CUT_IN_WORDS = 3
_FILLER = re.compile(r"\b(?:um+|uh+|er+m?|ehm|hm+)\b", re.IGNORECASE)

DEFINITIONS = {
    "talk_share": ("share", "Your voiced time divided by all voiced time."),
    "longest_monologue": (
        "s",
        "Your longest stretch of speech; gaps under one second and the prospect's “mm-hm” do not break it.",
    ),
    "articulation_rate": ("words/s", "Your words per second of your voiced time."),
    "patience": ("s", "Median gap between the end of the prospect's turn and the start of yours."),
    "patience_after_objections": ("s", "The same gap, after objections only."),
    "interruptions": (
        "count",
        "Times you began over half a second before the prospect's end, with three words or more.",
    ),
    "floor_changes": ("per min", "How often the floor changed hands, per minute of the call."),
    "fillers": ("per 100 words", "Um, uh and the like; not available when the recogniser leaves them out."),
}


def figures(call: Call) -> dict[str, dict[str, Any]]:
    """Every figure as `{value, unit, definition}`; times in seconds."""
    words = sum(len(turn.text.split()) for turn in call.mine)
    fillers = sum(len(_FILLER.findall(turn.text)) for turn in call.mine)
    values: dict[str, float | int | None] = dict.fromkeys(DEFINITIONS)
    values["fillers"] = round(100 * fillers / words, 1) if fillers else None
    if call.timed:
        mine = sum(end - start for start, end in voiced(call, Speaker.TRAINEE))
        gaps = [gap for turn in call.mine if (gap := gap_before(call, turn)) is not None]
        tested = [gap for raised in call.objections if (gap := _first_gap(call, raised.responses)) is not None]
        values |= {
            "talk_share": _rounded(talk_share(call)),
            "longest_monologue": round(longest_monologue_ms(call) / 1000, 1),
            "articulation_rate": round(words * 1000 / mine, 2) if mine else None,
            "patience": round(median(gaps) / 1000, 2) if gaps else None,
            "patience_after_objections": round(median(tested) / 1000, 2) if tested else None,
            "interruptions": len(interruptions(call)),
            "floor_changes": _rounded(floor_changes(call)),
        }
    return {
        name: {"value": values[name], "unit": unit, "definition": text} for name, (unit, text) in DEFINITIONS.items()
    }


def voiced(call: Call, speaker: Speaker, *, fresh: bool = False) -> list[Stretch]:
    """Voiced stretches of one side, from voice activity, else from utterance times; `fresh` counts repetitions out."""
    if call.voiced is not None and speaker.value in call.voiced and not fresh:
        return sorted((int(start), int(end)) for start, end in call.voiced[speaker.value] if end > start)
    found = []
    for turn in call.turns:
        for line in turn.lines if turn.speaker is speaker else ():
            start, end = line.utterance.start_ms, line.utterance.end_ms
            length = round((end - start) * line.new) if fresh else end - start
            if length > 0:
                found.append((start, start + length))
    return sorted(found)


def talk_share(call: Call, *, fresh: bool = False) -> float | None:
    """The trainee's share of all voiced time, in [0, 1]; None when nobody was voiced."""
    mine, theirs = (sum(end - start for start, end in voiced(call, who, fresh=fresh)) for who in Speaker)
    return mine / (mine + theirs) if mine + theirs else None


def longest_monologue_ms(call: Call) -> int:
    """The trainee's longest stretch; a prospect's turn breaks it, a gap under one second does not."""
    breaks = [turn.start_ms for turn in call.theirs]
    longest, current = 0, None
    for start, end in voiced(call, Speaker.TRAINEE):
        broken = current is not None and (
            start - current[1] >= MERGE_GAP_MS or any(current[0] < at <= start for at in breaks)
        )
        current = (start, end) if current is None or broken else (current[0], max(current[1], end))
        longest = max(longest, current[1] - current[0])
    return longest


def gap_before(call: Call, turn: Turn) -> int | None:
    """Milliseconds between the prospect's end and the trainee's start; 0 for an overlap, None for a first turn."""
    before = call.before(turn)
    return None if before is None else max(0, turn.start_ms - before.end_ms)


def interruptions(call: Call) -> list[tuple[Turn, Turn]]:
    """Prospect turns the trainee cut into, with the turn that did it."""
    found = []
    for turn in call.mine:
        before = call.before(turn)
        if before is None or len(turn.text.split()) < CUT_IN_WORDS:
            continue
        overlap = before.end_ms - turn.start_ms
        cut_short = not before.lines[-1].utterance.heard
        if cut_short or (overlap > CUT_IN_MS and turn.end_ms > before.end_ms):
            found.append((before, turn))
    return found


def floor_changes(call: Call, *, fresh: bool = False) -> float | None:
    """Changes of the floor per minute; `fresh` leaves turns that only repeat out."""
    turns = [turn for turn in call.turns if not fresh or any(line.new > 0 for line in turn.lines)]
    if len(turns) < 2:
        return None
    changes = sum(a.speaker is not b.speaker for a, b in pairwise(turns))
    minutes = (max(turn.end_ms for turn in turns) - min(turn.start_ms for turn in turns)) / 60_000
    return changes / minutes if minutes > 0 else None


def _first_gap(call: Call, responses: Sequence[Turn]) -> int | None:
    return gap_before(call, responses[0]) if responses else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
