"""How the voice call performs, from the audio on both sides and outside the server; one JSON object last.

`python -m bench.voice [--json] [--scenario NAME …] [--minutes N] [--seed N] [--difficulty N] [--models-dir M]`
"""

import argparse
import json
import platform
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from bench.client import CallLog
from bench.exercise import Exercise, run_exercise
from bench.figures import TurnFigures, summary, turn_figures
from bench.machine import Watch, cores
from bench.rtf import measure
from bench.script import Script, ScriptError, clip_sets, load_set
from bench.server import BenchError, Server
from bench.tape import tape_report
from bench.wer import Wer

SEED = 11
DIFFICULTY = 1


def main(argv: list[str] | None = None) -> int:
    """Run the scenarios and print the figures; 1 with a reason when they cannot be had."""
    parser = argparse.ArgumentParser(prog="bench.voice", description="Measure voice calls from outside.")
    parser.add_argument("--json", action="store_true", help="print nothing but the JSON object")
    parser.add_argument("--scenario", nargs="+", choices=clip_sets(), default=clip_sets(), metavar="NAME")
    parser.add_argument("--minutes", type=float, default=0.0, help="go on with new prospects for at least this long")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--difficulty", type=int, default=DIFFICULTY, choices=range(1, 6))
    parser.add_argument("--models-dir", type=Path, metavar="DIR", help="default: the user's models folder")
    args = parser.parse_args(argv)
    try:
        with tempfile.TemporaryDirectory(prefix="ringside-bench-") as folder:
            report = _measure(Path(folder), args)
    except (BenchError, ScriptError, OSError) as failure:
        print(f"No figures: {failure}", file=sys.stderr)
        return 1
    print(json.dumps(report, ensure_ascii=False))
    return 0


def report_of(exercises: list[tuple[str, Exercise]]) -> dict[str, Any]:
    """The figures that the calls alone give; the machine's come on top."""
    turns = [(name, turn) for name, exercise in exercises for turn in turn_figures(exercise.log)]
    known = [turn.errors for _, turn in turns if turn.errors is not None]
    rate = sum(known, Wer(0, 0)).rate
    spoken = [spoken for _, exercise in exercises for spoken in exercise.log.spoken]
    logs = [exercise.log for _, exercise in exercises]
    return {
        "v2v_ms": summary([turn.v2v_ms for _, turn in turns]),
        "barge_in_ms": summary([turn.barge_in_ms for _, turn in turns]),
        "wer": None if rate is None else round(rate, 4),
        "turns": len(turns),
        "unanswered": sum(not one.answered for one in spoken),
        "taken_back": sum(turn.taken_back for _, turn in turns),
        "cut_in": sum(turn.cut_in for _, turn in turns),
        "talked_on": sum(turn.talked_on for _, turn in turns),
        "pick_up_ms": summary([pick_up_ms(log) for log in logs]),
        "server_v2v_ms": summary([m.data["v2v_ms"] for log in logs for m in log.of_type("metrics")]),
        "stages_ms": stages(logs),
        "client": {
            "worst_late_ms": max((log.worst_late_ms for log in logs), default=0.0),
            "underruns": sum(log.underruns for log in logs),
            "stale_pieces": sum(log.stale_pieces for log in logs),
            "misplaced_pieces": sum(log.misplaced_pieces for log in logs),
        },
        "calls": [_call_row(name, exercise) for name, exercise in exercises],
    }


def stages(logs: list[CallLog]) -> dict[str, Any]:
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


def _measure(data_dir: Path, args: argparse.Namespace) -> dict[str, Any]:
    exercises: list[tuple[str, Exercise]] = []
    with Server(data_dir, args.models_dir) as server:
        readiness = server.wait_can_call()
        with Watch(server.pid) as watch:
            for number, script in enumerate(_scenarios(args.scenario, args.minutes)):
                exercise = run_exercise(server, script, seed=args.seed + number, difficulty=args.difficulty)
                exercises.append((script.name, exercise))
                if not args.json:
                    _print_call(script.name, exercise)
    engines = engine_names(readiness)
    clips = [spoken.turn.pcm for _, exercise in exercises for spoken in exercise.log.spoken]
    lines = [u["text"] for _, exercise in exercises for u in exercise.utterances if u["speaker"] == "prospect"]
    return report_of(exercises) | {
        "rtf": measure(engines, clips, lines, args.models_dir),
        "rss_mb": watch.peak_rss_mb,
        "ready_s": round(server.ready_s, 2),
        "can_call_s": round(server.can_call_s, 2),
        "cores": cores(),
        "engines": engines,
        "stolen_share": watch.stolen_share,
        "busy_share": watch.busy_share,
        "machine": platform.machine(),
    }


def engine_names(readiness: dict[str, Any]) -> dict[str, str]:
    """Engine of each purpose."""
    return {engine["purpose"]: engine["name"] for engine in readiness["engines"]}


def _scenarios(names: list[str], minutes: float) -> Iterator[Script]:
    """Each scenario once, then again in turn until the time is up."""
    scripts = [load_set(name) for name in names]
    until = time.monotonic() + minutes * 60
    for round_number in count():
        for script in scripts:
            if round_number and time.monotonic() >= until:
                return
            yield script


def _call_row(name: str, exercise: Exercise) -> dict[str, Any]:
    return {
        "scenario": name,
        "ended": exercise.ended,
        "recording": tape_report(exercise.log, exercise.recording),
        "turns": [_turn_row(turn) for turn in turn_figures(exercise.log)],
    }


def _turn_row(turn: TurnFigures) -> dict[str, Any]:
    return {
        "name": turn.name,
        "v2v_ms": turn.v2v_ms,
        "barge_in_ms": turn.barge_in_ms,
        "wer": None if turn.errors is None or turn.errors.rate is None else round(turn.errors.rate, 3),
        "taken_back": turn.taken_back,
        "cut_in": turn.cut_in,
        "talked_on": turn.talked_on,
    }


def _print_call(name: str, exercise: Exercise) -> None:
    print(f"{name}: ended {exercise.ended}")
    for turn in turn_figures(exercise.log):
        errors = "" if turn.errors is None else f"{turn.errors.errors}/{turn.errors.words} wrong"
        barge = "" if turn.barge_in_ms is None else f"yielded after {turn.barge_in_ms} ms"
        notes = [word for word, on in (("cut in", turn.cut_in), ("talked on", turn.talked_on)) if on]
        notes += [f"{turn.taken_back} taken back"] if turn.taken_back else []
        answer = "no reply" if turn.v2v_ms is None else f"{turn.v2v_ms} ms"
        print(f"  {turn.name:<14} {answer:>9}  {errors:<12} {barge} {', '.join(notes)}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
