"""What a number of calls say together: speed, understanding, manners at pauses, and the client's own health."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from bench.client import CallLog
from bench.exercise import Exercise
from bench.figures import TurnFigures, summary, turn_figures
from bench.pauses import INSIDE, SENTENCE
from bench.script import Pause
from bench.wer import Wer

BINS_MS = (150, 300, 450, 600, 750, 900)


def turns_of(exercises: Iterable[Exercise]) -> list[TurnFigures]:
    """Every turn of the calls that asks for an answer."""
    return [turn for exercise in exercises for turn in turn_figures(exercise.log) if not turn.listening]


def call_figures(exercises: Sequence[Exercise]) -> dict[str, Any]:
    """The figures that any talk gives."""
    turns = turns_of(exercises)
    logs = [exercise.log for exercise in exercises]
    rate = sum((turn.errors for turn in turns if turn.errors is not None), Wer(0, 0)).rate
    spoken = [spoken for log in logs for spoken in log.spoken if not spoken.turn.listening]
    return {
        "turns": len(turns),
        "v2v_ms": summary([turn.v2v_ms for turn in turns]),
        "barge_in_ms": summary([turn.barge_in_ms for turn in turns if turn.over]),
        "wer": None if rate is None else round(rate, 4),
        "unanswered": sum(not one.answered for one in spoken),
        "taken_back": sum(turn.taken_back for turn in turns),
        "taken_back_share": share(sum(turn.taken_back for turn in turns), len(turns)),
        "cut_in": cut_in(turns),
        "talked_on": sum(turn.talked_on for turn in turns),
        "pick_up_ms": summary([pick_up_ms(log) for log in logs]),
        "server_v2v_ms": summary([m.data["v2v_ms"] for log in logs for m in log.of_type("metrics")]),
        "stages_ms": stages(logs),
        "client": client_health(logs),
    }


def cut_in(turns: Sequence[TurnFigures]) -> dict[str, Any]:
    """How often the prospect started a line while the trainee had not finished, by kind and length of the pause.

    `share` is over the turns that hold a pause inside a sentence; a start at a pause after a complete sentence is
    counted apart, since people take such a pause for the end as well.
    """
    inside = [turn for turn in turns if _holds(turn, INSIDE)]
    after = [turn for turn in turns if _holds(turn, SENTENCE)]
    early = [turn for turn in turns if turn.cut_in]
    unfair = [turn for turn in early if turn.cut_in_pause is None or turn.cut_in_pause.kind == INSIDE]
    held = Counter(bin_ms(pause) for turn in turns for pause in turn.pauses if pause.kind == INSIDE)
    broken = Counter(bin_ms(turn.cut_in_pause) for turn in unfair if turn.cut_in_pause is not None)
    return {
        "turns": len([turn for turn in unfair if turn in inside]),
        "of": len(inside),
        "share": share(len([turn for turn in unfair if turn in inside]), len(inside)),
        "without_a_pause": sum(turn.cut_in_pause is None for turn in early),
        "after_a_sentence": {"turns": len(early) - len(unfair), "of": len(after)},
        "by_pause_ms": {str(ms): {"cut_in": broken[ms], "of": held[ms]} for ms in BINS_MS},
    }


def bin_ms(pause: Pause) -> int:
    """The nominal length nearest to a pause."""
    return min(BINS_MS, key=lambda nominal: abs(nominal - pause.length_ms))


def stages(logs: Iterable[CallLog]) -> dict[str, Any]:
    """What the server says each stage of a turn took, by stage."""
    found: dict[str, list[float | None]] = defaultdict(list)
    for log in logs:
        for message in log.of_type("metrics"):
            for stage, value in message.data["stages"].items():
                found[stage].append(value)
    return {stage: summary(values) for stage, values in sorted(found.items())}


def pick_up_ms(log: CallLog) -> float | None:
    """Phase `live` → first sample of the pick-up line."""
    live = next((m.at for m in log.of_type("phase") if m.data["phase"] == "live"), None)
    first = log.segments[0] if log.segments else None
    if live is None or first is None or first.gen != 1:
        return None
    return round(first.start / log.out_rate * 1000 - live / 16, 0)


def client_health(logs: Sequence[CallLog]) -> dict[str, float | int]:
    """Whether the measuring client itself kept up, and what it got that the wire does not allow."""
    return {
        "worst_late_ms": max((log.worst_late_ms for log in logs), default=0.0),
        "underruns": sum(log.underruns for log in logs),
        "stale_pieces": sum(log.stale_pieces for log in logs),
        "misplaced_pieces": sum(log.misplaced_pieces for log in logs),
        "lost_frames": sum(log.lost_frames for log in logs),
    }


def share(part: int, whole: int) -> float | None:
    """A share, None of nothing."""
    return round(part / whole, 4) if whole else None


def _holds(turn: TurnFigures, kind: str) -> bool:
    return any(pause.kind == kind for pause in turn.pauses)
