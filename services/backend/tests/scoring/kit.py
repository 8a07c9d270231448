"""Sample calls and the ways to bend them."""

import json
import random
import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from app import reading
from app.domain.scorecard import Criterion
from app.reading import lexicon_for
from app.scoring import load_rubric, score_session, session
from app.scoring.ceilings import ceilings
from app.scoring.criteria import JUDGES
from app.scoring.evidence import settle
from app.scoring.graph import Call
from app.scoring.intake import brief_from, outcomes_from, script_from
from app.scoring.turns import Reader

Line = dict[str, Any]
Card = dict[str, Any]
CALLS = Path(__file__).parent / "calls"
NAMES = tuple(sorted(path.stem for path in CALLS.glob("*.json")))
GRADED = tuple(sorted(path.stem for path in (CALLS.parent / "graded").glob("*.toml")))
EVERY = (*NAMES, *GRADED)
GOOD = ("excellent_freight", "good_clinic", "fair_mail", "bare_good", "dental_strong", "esl_honest", "security_good")
READING = reading.Reader()
"""Reads by patterns; the bench puts one with trained heads in its place."""
BEST = ("excellent_freight", "good_clinic")


def call(name: str) -> dict[str, Any]:
    """A sample or graded call: `brief` (None for some graded ones), `outcomes`, `transcript`."""
    if name in GRADED:
        found = tomllib.loads((CALLS.parent / "graded" / f"{name}.toml").read_text(encoding="utf-8"))
        lines = script(found["transcript"]) if found.get("timed", True) else untimed(found["transcript"])
        return {"brief": found.get("brief"), "outcomes": found["outcomes"], "transcript": lines}
    loaded: dict[str, Any] = json.loads((CALLS / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def score(sample: dict[str, Any], transcript: list[Line] | None = None) -> Card:
    """The card of a sample call, or of the same call with another transcript."""
    lines = sample["transcript"] if transcript is None else transcript
    return score_session(lines, sample["outcomes"], brief=sample["brief"], reader=READING)


@cache
def _reader(brief: str) -> Reader:
    """One reader for all bent versions of a call: only the bent lines are read again."""
    return Reader(lexicon_for(brief_from(json.loads(brief))), READING)


def bent(sample: dict[str, Any], transcript: list[Line]) -> Call:
    """A sample call with another transcript, read and linked."""
    return Call(
        script_from(transcript),
        rubric=load_rubric("cold_call"),
        outcomes=outcomes_from(sample["outcomes"]),
        brief=brief_from(sample["brief"]),
        reader=_reader(json.dumps(sample["brief"])),
    )


def judged(sample: dict[str, Any], transcript: list[Line], name: str) -> Criterion:
    """One criterion of a bent sample call, without the rest of the card."""
    call = bent(sample, transcript)
    spec = next(spec for spec in call.rubric.criteria() if spec.id == name)
    return settle(spec, JUDGES[name](call, spec))


def total(sample: dict[str, Any], transcript: list[Line] | None = None) -> int:
    """The total of a bent sample call, -1 for a partial one; without feedback, so that many can be tried."""
    call = bent(sample, sample["transcript"] if transcript is None else transcript)
    found = session.total(call, session.judge(call), ceilings(call, call.rubric)).total
    return -1 if found is None else found


def points(card: Card, *dimensions: str) -> float:
    """Points of the named dimensions, of all without names."""
    return sum(card["dimensions"][name]["points"] for name in dimensions or card["dimensions"])


def criterion(card: Card, name: str) -> dict[str, Any]:
    """One criterion of a card; an absent penalty comes as zero points."""
    for dimension in card["dimensions"].values():
        for found in dimension["criteria"]:
            if found["id"] == name:
                return dict(found)
    return {"id": name, "state": "not_tested", "points": 0.0, "max": 0.0, "quotes": [], "why": ""}


def script(text: str) -> list[Line]:
    """`T: …` and `P: …` lines as a transcript, timed like speech: 2.6 words a second, short gaps."""
    lines: list[Line] = []
    clock = 0
    for raw in text.strip().splitlines():
        side, words = raw.strip().split(": ", 1)
        start = clock + (900 if side == "T" else 600)
        clock = start + int(len(words.split()) / 2.6 * 1000) + 200
        speaker = "prospect" if side == "P" else "trainee"
        lines.append({"speaker": speaker, "text": words, "start_ms": start, "end_ms": clock})
    return lines


def untimed(text: str) -> list[Line]:
    """The same without times."""
    return [{"speaker": line["speaker"], "text": line["text"]} for line in script(text)]


def mapped(transcript: list[Line], change: Callable[[str], str], *, both: bool = False) -> list[Line]:
    """Every trainee text changed, the prospect's too with `both`."""
    return [
        {**line, "text": change(line["text"])} if both or line["speaker"] == "trainee" else line for line in transcript
    ]


def shuffled(transcript: list[Line], seed: int) -> list[Line]:
    """Trainee texts in another order; hardly one of them stays where it was."""
    places = [place for place, line in enumerate(transcript) if line["speaker"] == "trainee"]
    for attempt in range(100):
        order = places.copy()
        random.Random(f"{seed} {attempt}").shuffle(order)
        if sum(a == b for a, b in zip(places, order, strict=True)) * 10 <= len(places):
            break
    changed = [dict(line) for line in transcript]
    for place, source in zip(places, order, strict=True):
        changed[place]["text"] = transcript[source]["text"]
    return changed


def shuffle_drops(name: str, seeds: int) -> list[int]:
    """How far the total falls with the trainee's turns in other orders; orders that get no total are left out."""
    sample = call(name)
    after = [total(sample, shuffled(sample["transcript"], seed)) for seed in range(seeds)]
    return [total(sample) - one for one in after if one >= 0]


def against(mine: list[Line], theirs: list[Line]) -> list[Line]:
    """The trainee's turns of one call between the prospect's turns of another."""
    ours = [line["text"] for line in mine if line["speaker"] == "trainee"]
    others = [line["text"] for line in theirs if line["speaker"] == "prospect"]
    mixed: list[Line] = []
    for place in range(max(len(ours), len(others))):
        if place < len(others):
            mixed.append({"speaker": "prospect", "text": others[place]})
        if place < len(ours):
            mixed.append({"speaker": "trainee", "text": ours[place]})
    return mixed


def bare(text: str) -> str:
    """Lower case, no punctuation: what many recognisers deliver."""
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s']", " ", text)).strip().lower()


def filled(text: str) -> str:
    """A filler after every sixth word."""
    return " ".join(word if place % 6 else f"{word} um" for place, word in enumerate(text.split()))


def misheard(text: str, seed: int) -> str:
    """One word in ten lost, doubled by a stray one, or clipped."""
    chance, words = random.Random(f"{seed} {text}"), []
    for word in text.split():
        roll = chance.random()
        if roll < 0.04:
            continue
        words.append(word[:-1] if 0.07 <= roll < 0.10 and len(word) > 3 else word)
        if 0.04 <= roll < 0.07:
            words.append("the")
    return " ".join(words)


def paraphrased(name: str) -> list[Line]:
    """A sample call with the trainee's lines in other words of the same meaning, where somebody wrote them."""
    other: dict[str, dict[str, str]] = json.loads((CALLS.parent / "paraphrases.json").read_text(encoding="utf-8"))
    lines = other.get(name, {})
    return [{**line, "text": lines.get(str(i), line["text"])} for i, line in enumerate(call(name)["transcript"])]


def sentences_of(text: str) -> list[str]:
    """Sentences by their punctuation."""
    return [piece.strip() for piece in re.findall(r"[^.?!]+[.?!]+", text)]
