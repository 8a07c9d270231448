"""How the voice call performs, from the audio on both sides and outside the server; one JSON object last.

`python -m bench.voice [--json] [--scenario NAME …|all] [--minutes N] [--seed N] [--difficulty N] [--models-dir M]
[--url ADDRESS [--token T]] [--peer]`; without a scenario, everything that the budgets need.
"""

import argparse
import json
import platform
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from bench.address import Address, BenchError
from bench.budgets import verdict
from bench.figures import summary
from bench.machine import cores
from bench.peer import environment
from bench.peer_pipecat import COMPARED, compare
from bench.report import call_figures, pick_up_ms
from bench.rtf import measure
from bench.runs import Run, make
from bench.scenarios import BUDGETED, SCENARIOS
from bench.scenarios.soak import growth_mb
from bench.script import ScriptError
from bench.server import Server
from bench.tell import call_row, print_run

SEED = 11
DIFFICULTY = 1


def main(argv: list[str] | None = None) -> int:
    """Run the scenarios and print the figures; 1 with a reason when they cannot be had."""
    args = _arguments(argv)
    try:
        if args.peer:
            environment.python()  # a peer that is missing is told before a quarter of an hour, not after
        with ExitStack() as stack:
            report = _measure(stack, args)
        if args.peer:
            report["peer"] = compare(COMPARED, models_dir=args.models_dir, tell=not args.json)
    except (BenchError, ScriptError, OSError) as failure:
        print(f"No figures: {failure}", file=sys.stderr)
        return 1
    print(json.dumps(report, ensure_ascii=False))
    return 0


def report_of(runs: dict[str, Run]) -> dict[str, Any]:
    """What the calls alone give: talk over `calls` and `pauses`, each scenario's own figures, the budget table."""
    talk = [exercise for name in ("calls", "pauses") if name in runs for exercise in runs[name].exercises]
    picked_up = [pick_up_ms(e.log) for name, run in runs.items() if name != "silence" for e in run.exercises]
    scenarios = {name: SCENARIOS[name].figures(run.exercises) | run.machine for name, run in runs.items()}
    if "soak" in runs:
        scenarios["soak"]["rss_growth_mb"] = growth_mb(runs["soak"].watch.rss_mb)
    report: dict[str, Any] = call_figures(talk) if talk else {}
    report |= {"pick_up_ms": summary(picked_up), "scenarios": scenarios}
    if "bargein" in scenarios:
        report["barge_in_ms"] = scenarios["bargein"]["barge_in_ms"]
    return report


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.voice", description="Measure voice calls from outside.")
    names = [*SCENARIOS, "all"]
    parser.add_argument("--json", action="store_true", help="print nothing but the JSON object")
    parser.add_argument("--scenario", nargs="+", choices=names, metavar="NAME", help=", ".join(names))
    parser.add_argument("--minutes", type=float, default=0.0, help="how long the soak goes on, or the one scenario")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--difficulty", type=int, default=DIFFICULTY, choices=range(1, 6))
    parser.add_argument("--models-dir", type=Path, metavar="DIR", help="default: the user's models folder")
    parser.add_argument("--url", metavar="ADDRESS", help="measure a server that runs already and speaks the wire")
    parser.add_argument("--token", default="", help="what that server asks for")
    parser.add_argument("--peer", action="store_true", help="afterwards the same calls beside the peer, with ratios")
    args = parser.parse_args(argv)
    args.names = _names(args.scenario, args.minutes)
    return args


def _names(asked: list[str] | None, minutes: float) -> list[str]:
    if asked is None:
        return [*BUDGETED, *(["soak"] if minutes else [])]
    names = list(SCENARIOS) if "all" in asked else list(dict.fromkeys(asked))
    return names if minutes or asked == ["soak"] else [name for name in names if name != "soak"]


def _measure(stack: ExitStack, args: argparse.Namespace) -> dict[str, Any]:
    if args.url:
        runs = _runs(Address(args.url, args.token), None, args)
        return _judged(runs, {})
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="ringside-bench-"))
    with Server(Path(folder), args.models_dir) as server:
        engines = {engine["purpose"]: engine["name"] for engine in server.wait_can_call()["engines"]}
        runs = _runs(server, server.pid, args)
    exercises = [exercise for run in runs.values() for exercise in run.exercises]
    clips = [one.turn.pcm for exercise in exercises for one in exercise.log.spoken if one.turn.text]
    lines = [u["text"] for exercise in exercises for u in exercise.utterances if u["speaker"] == "prospect"]
    own = {
        "ready_s": round(server.ready_s, 2),
        "can_call_s": round(server.can_call_s, 2),
        "rss_mb": max(run.watch.peak_rss_mb or 0.0 for run in runs.values()),
        "engines": engines,
        "rtf": measure(engines, clips, lines, args.models_dir),
    }
    return _judged(runs, own)


def _runs(server: Address, pid: int | None, args: argparse.Namespace) -> dict[str, Run]:
    runs: dict[str, Run] = {}
    for name in args.names:
        minutes = args.minutes if name == "soak" or len(args.names) == 1 else 0.0
        runs[name] = make(server, pid, SCENARIOS[name], minutes=minutes, seed=args.seed, difficulty=args.difficulty)
        if not args.json:
            print_run(name, runs[name], SCENARIOS[name])
    return runs


def _judged(runs: dict[str, Run], own: dict[str, Any]) -> dict[str, Any]:
    found = report_of(runs) | own
    exercises = [(name, exercise) for name, run in runs.items() for exercise in run.exercises]
    return {
        **verdict(found),
        **found,
        "stolen_share": max((run.watch.stolen_share or 0.0 for run in runs.values()), default=None),
        "busy_share": max((run.watch.busy_share or 0.0 for run in runs.values()), default=None),
        "cores": cores(),
        "machine": platform.machine(),
        "calls": [call_row(name, exercise) for name, exercise in exercises],
    }


if __name__ == "__main__":
    sys.exit(main())
