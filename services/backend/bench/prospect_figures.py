"""What the simulated calls amount to: rates with intervals, leaks, how far words repeat, and which bands hold."""

import collections
import hashlib
import itertools
import math
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.dialogue.words.guard import faults
from app.dialogue.words.sentences import is_long, same, sentences_of
from app.domain.call import EndReason
from app.domain.prospect import Move
from bench.prospect_calls import Played

BANDS: dict[tuple[str, str], dict[int, tuple[float, float]]] = {
    # trainee and rate: level → least and most
    ("pitch_dumper", "gone_in_60_s"): {1: (0.0, 0.40), 3: (0.60, 1.0), 5: (0.85, 1.0)},
    ("good", "booked"): {1: (0.55, 0.80), 3: (0.30, 0.55), 5: (0.10, 0.30)},
    ("excellent", "booked"): {1: (0.70, 0.92), 3: (0.45, 0.70), 5: (0.20, 0.45)},
    ("rude", "booked"): dict.fromkeys(range(1, 6), (0.0, 0.0)),
}
RANKS = ("excellent", "good", "average", "script_reader", "pitch_dumper")
TALKERS = ("average", "good", "excellent", "script_reader")
"""Trainees with whom a call lasts long enough for an objection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the table needs of a call."""

    fits: bool
    booked: bool
    hung_up: bool
    spoken_ms: int
    objections: int
    """Objections and brush-offs that were raised, each once."""
    turns: int
    leaks: int


def outcome(call: Played) -> Outcome:
    """A finished call in numbers."""
    return Outcome(
        fits=call.persona.fits,
        booked=call.booked,
        hung_up=call.ends is EndReason.PROSPECT_HUNG_UP,
        spoken_ms=call.state.spoken_ms,
        objections=sum(1 for moves in call.moves if {Move.OBJECT, Move.BRUSH_OFF} & set(moves)),
        turns=len(call.lines),
        leaks=leaks(call),
    )


def rates(calls: Sequence[Outcome]) -> dict[str, Any]:
    """Shares over the prospects that fit; those that honestly do not are counted apart."""
    fit = [call for call in calls if call.fits]
    gone = [call for call in fit if call.hung_up and call.spoken_ms <= 60_000]
    return {
        "fit": len(fit),
        "booked": share(call.booked for call in fit),
        "booked_95": interval(sum(call.booked for call in fit), len(fit)),
        "no_fit": len(calls) - len(fit),
        "no_fit_booked": sum(call.booked for call in calls if not call.fits),
        "hung_up": share(call.hung_up for call in fit),
        "gone_in_60_s": round(len(gone) / max(1, len(fit)), 3),
        "gone_95": interval(len(gone), len(fit)),
        "objected": share(call.objections > 0 for call in fit),
        "objections": round(statistics.fmean(call.objections for call in fit), 2) if fit else 0.0,
        "turns": round(statistics.fmean(call.turns for call in fit), 1) if fit else 0.0,
    }


def share(values: Iterable[object]) -> float:
    """How many are true, of one."""
    listed = [bool(value) for value in values]
    return round(sum(listed) / max(1, len(listed)), 3)


def interval(hits: int, count: int) -> list[float]:
    """Wilson's interval of a share, 95 %."""
    if not count:
        return [0.0, 1.0]
    z, p = 1.96, hits / count
    middle = (p + z * z / (2 * count)) / (1 + z * z / count)
    reach = z / (1 + z * z / count) * math.sqrt(p * (1 - p) / count + z * z / (4 * count * count))
    return [round(max(0.0, middle - reach), 3), round(min(1.0, middle + reach), 3)]


def leaks(call: Played) -> int:
    """Hidden pains that were heard without having been told on purpose, or told when nothing was asked."""
    hidden = {fact.id: fact for fact in call.persona.facts if fact.hidden}
    heard = same(" ".join(call.lines))
    slipped = [fact for id_, fact in hidden.items() if id_ not in call.state.disclosed]
    unasked = sum(
        id_ in hidden for said, told in zip(call.said, call.told, strict=True) if "?" not in said for id_ in told
    )
    return unasked + sum(any(same(saying) in heard for saying in fact.sayings) for fact in slipped)


def digest(calls: Sequence[Played]) -> str:
    """The words and states of calls in one number."""
    text = repr([(call.lines, sorted(call.state.notes.items()), call.state.trust) for call in calls])
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def wording_figures(calls: Sequence[Played], window: int = 20) -> dict[str, Any]:
    """How rarely a long sentence comes back within `window` consecutive calls, and how openings differ."""
    own = [[same(s) for line in call.lines for s in sentences_of(line) if is_long(s)] for call in calls]
    repeated = within = 0
    for index, sentences in enumerate(own):
        before = collections.Counter(s for other in own[max(0, index - window + 1) : index] for s in other)
        repeated += sum(before[s] > 0 for s in sentences)
        within += len(sentences) - len(set(sentences))
    total = sum(map(len, own))
    firsts = {_masked(call) for call in calls[:100]}
    longest = max((len(s.split()) for sentences in own for s in sentences), default=0)
    return {
        "calls": len(calls),
        "sentences": total,
        "unique_long": round(1 - (repeated + within) / max(1, total), 4),
        "twice_in_a_call": within,
        "distinct_openings": len(firsts),
        "longest_sentence": longest,
        "unspeakable": sum(bool(faults(line)) for call in calls for line in call.lines),
    }


def verdicts(figures: Mapping[str, Any], *, p95_ms: float) -> dict[str, Any]:
    """Every demand that the played cells can answer, with its value and whether it holds."""
    cells = figures["cells"]
    levels = sorted({int(name.split()[0]) for name in cells})
    found: dict[str, Any] = {}

    def rate(level: int, trainee: str, name: str = "booked") -> float | None:
        cell = cells.get(f"{level} {trainee}")
        return None if cell is None else float(cell[name])

    for (trainee, name), bands in BANDS.items():
        for level, (low, high) in bands.items():
            if (value := rate(level, trainee, name)) is not None:
                found[f"{trainee} {name} level {level}"] = {"value": value, "met": low <= value <= high}
    for one, other in itertools.pairwise(levels):
        for trainee in RANKS:
            a, b = rate(one, trainee), rate(other, trainee)
            if a is not None and b is not None:
                strict = trainee in ("good", "excellent")
                met = a > b if strict else a >= b - _noise(cells, one, other, trainee)
                found[f"{trainee} books less on {other} than on {one}"] = {"value": [a, b], "met": met}
            a, b = rate(one, trainee, "hung_up"), rate(other, trainee, "hung_up")
            if a is not None and b is not None and trainee == "pitch_dumper":
                found[f"{trainee} leaves no less on {other} than on {one}"] = {"value": [a, b], "met": b >= a}
    for level in levels:
        for better, worse in itertools.pairwise(RANKS):
            a, b = rate(level, better), rate(level, worse)
            if a is None or b is None:
                continue
            met = a >= b if worse == "pitch_dumper" else a > b
            found[f"{better} over {worse} level {level}"] = {"value": [a, b], "met": met}
    talked = [cell for name, cell in cells.items() if name.split()[1] in TALKERS]
    if talked:
        objected = round(statistics.fmean(cell["objected"] for cell in talked), 3)
        mean = round(statistics.fmean(cell["objections"] for cell in talked), 2)
        found["calls with an objection"] = {"value": objected, "met": objected >= 0.9}
        found["objections a call"] = {"value": mean, "met": 1.5 <= mean <= 2.6}
    found["no trainee always books"] = {
        "value": max(cell["booked"] for cell in cells.values()),
        "met": all(cell["booked"] < 1 for cell in cells.values()),
    }
    no_fit = sum(cell["no_fit_booked"] for cell in cells.values())
    found["nobody books who does not fit"] = {"value": no_fit, "met": no_fit == 0}
    found["leaks"] = {"value": figures["leaks"], "met": figures["leaks"] == 0}
    found["same in two processes"] = {
        "value": figures["same_in_two_processes"],
        "met": bool(figures["same_in_two_processes"]),
    }
    p95 = figures["turn_ms"]["p95"]
    found["turn p95 ms"] = {"value": p95, "met": p95 <= p95_ms}
    if words := figures.get("words"):
        found["long sentences unique in 20 calls"] = {
            "value": words["unique_long"],
            "met": words["unique_long"] >= 0.99,
        }
        found["distinct openings in 100"] = {
            "value": words["distinct_openings"],
            "met": words["distinct_openings"] >= min(80, 0.8 * words["calls"]),
        }
        found["no sentence over 30 words"] = {
            "value": words["longest_sentence"],
            "met": words["longest_sentence"] <= 30,
        }
        found["no broken slot, bracket or star"] = {"value": words["unspeakable"], "met": words["unspeakable"] == 0}
    return found


def _noise(cells: Mapping[str, Any], one: int, other: int, trainee: str) -> float:
    """Half a reach of the wider interval: where nearly nobody books, a call more or less is no order."""
    a, b = cells[f"{one} {trainee}"]["booked_95"], cells[f"{other} {trainee}"]["booked_95"]
    return float(max(a[1] - a[0], b[1] - b[0])) / 4


def _masked(call: Played) -> str:
    text = " / ".join(call.lines[:2])
    for name in (call.persona.given_name, call.persona.surname, call.persona.company, "Alex"):
        text = text.replace(name, "X")
    return same(text)
