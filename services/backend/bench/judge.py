"""A foreign judge: the package `voicebench` plays the shipped clips to the product and measures with its own rules.

`python -m bench.judge [--set NAME …] [--url ADDRESS] [--out DIR]`; one JSON object last.
"""

import argparse
import asyncio
import json
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
from voicebench import audio
from voicebench.adapters import AdapterError
from voicebench.bench import BenchResult, run_benchmark
from voicebench.report import render_console, write_json
from voicebench.scenario import Scenario, parse_scenario

from bench.address import BenchError
from bench.script import Script, ScriptError, Turn, clip_sets, load_set
from bench.server import Server
from bench.sound import FRAME_SAMPLES, RATE_HZ

ADAPTER = "bench.voicebench_adapter:RingsideAdapter"
RINGS_FOR_MS = 20_000
"""A first turn that hears nobody pick up starts anyway after this."""
BREATH_MS = 900
"""Silence that ends a prospect's line for the judge: breaths between sentences are shorter."""
SETS = ("plain", "barge_in_emma", "listening_sarah")
LIMITS = {
    "respond": {
        "p50_response_latency_ms": 700,
        "p90_response_latency_ms": 1_300,
        "max_missed_responses": 0,
        "max_wer": 0.1,
    },
    "stop": {"min_barge_in_success_rate": 1.0},
    "ignore": {"max_false_barge_ins": 0},
}
"""The budgets of a call, as far as the judge has a word for them, by what a turn expects."""
STOPPED_MS = 750


def scenario_of(script: Script, folder: Path) -> Scenario:
    """A shipped set in the judge's own words, its clips as WAV files in `folder`."""
    turns = [_turn(turn, first=not number, folder=folder) for number, turn in enumerate(script.turns)]
    frame_ms = FRAME_SAMPLES * 1000 / RATE_HZ
    vad = {"agent": {"min_silence_ms": BREATH_MS}}
    limits = {
        key: limit for expect in sorted({turn["expect"] for turn in turns}) for key, limit in LIMITS[expect].items()
    }
    call: dict[str, Any] = {
        "name": script.name,
        "sample_rate": RATE_HZ,
        "frame_ms": frame_ms,
        "max_duration_ms": 600_000,
    }
    return parse_scenario(call | {"vad": vad, "turns": turns, "assert": limits}, folder)


def judge(url: str, token: str, names: list[str], folder: Path) -> dict[str, BenchResult]:
    """One session for each set."""
    results = {}
    for seed, name in enumerate(names):
        options = {"url": url, "token": token, "seed": seed}
        scenario = scenario_of(load_set(name), folder)
        results[name] = asyncio.run(run_benchmark(scenario, ADAPTER, options))
    return results


def _turn(turn: Turn, *, first: bool, folder: Path) -> dict[str, Any]:
    file = folder / f"{turn.name}.wav"
    audio.write_wav(file, (turn.pcm / 32768).astype(np.float32), RATE_HZ)
    when = turn.when
    into_s = when.interrupt_s if when.interrupt_s is not None else when.over_s
    after, delay_s = ("agent_speech_end", when.after_line_s) if into_s is None else ("agent_speech_start", into_s)
    expect = "respond" if into_s is None else "stop" if when.over_s is None else "ignore"
    start = {"after": after, "delay_ms": (delay_s or 0.0) * 1000, "timeout_ms": RINGS_FOR_MS if first else 10_000}
    told: dict[str, Any] = {"id": turn.name, "audio": {"file": str(file)}, "start": start, "expect": expect}
    if turn.text and expect != "ignore":
        told["text"] = turn.text
    return told | {"max_stop_ms": STOPPED_MS}


def main(argv: list[str] | None = None) -> int:
    """Judge and print; 1 when a limit is missed, 2 when no call could be made."""
    parser = argparse.ArgumentParser(prog="bench.judge", description="Let voicebench judge the call.")
    parser.add_argument("--set", nargs="+", choices=clip_sets(), default=list(SETS), metavar="NAME")
    parser.add_argument("--url", help="a server that runs already; else one is started")
    parser.add_argument("--token", default="")
    parser.add_argument("--models-dir", type=Path, metavar="DIR")
    parser.add_argument("--out", type=Path, metavar="DIR", help="keep the judge's full reports there")
    args = parser.parse_args(argv)
    try:
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ringside-judge-")))
            url, token = args.url, args.token
            if url is None:
                server = stack.enter_context(Server(folder, args.models_dir))
                server.wait_can_call()
                url, token = f"http://{server.host}", server.token
            results = judge(url, token, args.set, folder)
    except (AdapterError, BenchError, ScriptError, OSError) as failure:
        print(f"No verdict: {failure}", file=sys.stderr)
        return 2
    for name, result in results.items():
        print(render_console(result.report, result.sessions))
        if args.out:
            args.out.mkdir(parents=True, exist_ok=True)
            write_json(result.report, args.out / f"{name}.json")
    print(json.dumps({name: {"passed": r.passed, **r.summary} for name, r in results.items()}))
    return 0 if all(result.passed for result in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
