"""Plays scripted trainees against sampled prospects and prints how calls end: `python -m bench.prospect`."""

import argparse
import json
import sys
import time
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path
from typing import Any

from bench.prospect_figures import Outcome, rates, verdicts
from bench.prospect_runs import (
    Cell,
    digest_of_some,
    fresh_reader,
    heads,
    table,
    turn_times,
    words_of_a_life,
)
from bench.prospect_samples import write_samples
from bench.typed_trainees import TRAINEES

P95_MS = 25.0


def main(argv: list[str] | None = None) -> int:
    """Prints how far it is, then a line per level and trainee, what holds and what does not, one JSON object last."""
    options = _options(argv)
    by_patterns = options.patterns or heads() is None
    figures: dict[str, Any] = {
        "reader": "patterns" if by_patterns else "patterns and heads",
        "seeds": [options.first_seed, options.first_seed + options.calls - 1],
    }
    with ProcessPoolExecutor(options.workers) as pool:
        figures |= _measured(pool, options, by_patterns=by_patterns)
    with ProcessPoolExecutor(1) as alone:
        figures["turn_ms"] = alone.submit(turn_times, options.timed, by_patterns=by_patterns, ahead=True).result()
        figures["turn_at_once_ms"] = alone.submit(
            turn_times, options.timed, by_patterns=by_patterns, ahead=False
        ).result()
    figures["checks"] = verdicts(figures, p95_ms=P95_MS)
    if options.samples:
        figures["samples"] = write_samples(options.samples, reader=fresh_reader(by_patterns=by_patterns))
    if not options.json:
        for name, cell in figures["cells"].items():
            print(f"{name:16}", json.dumps(cell))
        for name, check in figures["checks"].items():
            print("ok  " if check["met"] else "FAIL", name, check["value"], flush=True)
    print(json.dumps(figures))
    return 0


def _options(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=200, help="prospects per level and trainee")
    parser.add_argument("--levels", type=int, nargs="*", default=[1, 2, 3, 4, 5])
    parser.add_argument("--trainees", nargs="*", default=list(TRAINEES), choices=list(TRAINEES))
    parser.add_argument("--first-seed", type=int, default=1000)
    parser.add_argument("--words", type=int, default=500, help="consecutive calls that the wording is judged by")
    parser.add_argument("--timed", type=int, default=30, help="calls that the time of a turn is taken from")
    parser.add_argument("--patterns", action="store_true", help="read by patterns alone")
    parser.add_argument("--samples", type=Path, help="folder for twenty readable calls")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--json", action="store_true", help="nothing but the JSON object")
    return parser.parse_args(argv)


def _measured(pool: Executor, options: argparse.Namespace, *, by_patterns: bool) -> dict[str, Any]:
    """The table, the words, the leaks, and whether two processes agree."""
    words = pool.submit(words_of_a_life, options.words, by_patterns=by_patterns) if options.words else None
    again = [pool.submit(digest_of_some, options.first_seed, by_patterns=by_patterns)]
    cells: dict[Cell, list[Outcome]] = {(level, one): [] for level in options.levels for one in options.trainees}
    seeds = range(options.first_seed, options.first_seed + options.calls)
    start, done = time.monotonic(), 0
    for chunk in table(pool, seeds, options.levels, options.trainees, by_patterns=by_patterns):
        for cell, calls in chunk.items():
            cells[cell] += calls
            done += len(calls)
        print(f"{done}/{len(seeds) * len(cells)} calls, {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
    with ProcessPoolExecutor(1) as other:
        again.append(other.submit(digest_of_some, options.first_seed, by_patterns=by_patterns))
        one, two = (each.result() for each in again)
    return {
        "cells": {f"{level} {trainee}": rates(calls) for (level, trainee), calls in cells.items()},
        "leaks": sum(call.leaks for calls in cells.values() for call in calls),
        "words": words.result() if words is not None else {},
        "same_in_two_processes": one == two,
    }


if __name__ == "__main__":
    sys.exit(main())
