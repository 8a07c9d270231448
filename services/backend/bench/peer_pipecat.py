"""The product and its peer on the same machine in the same run: same client, same clips, same words; JSON last.

`python -m bench.peer_pipecat --install` makes the peer's environment, once. Then
`python -m bench.peer_pipecat [--setup NAME] [--set KEY=VALUE …] [--scenario NAME …] [--only SET …] [--rounds N]
[--peer-only]`; all of it takes half an hour on a quiet machine.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from bench.exercise import Exercise, run_together
from bench.machine import Watch, cores
from bench.peer import environment
from bench.peer.server import PeerServer
from bench.peer.setups import SETUPS, Setup
from bench.report import call_figures
from bench.runs import Run
from bench.scenarios import SCENARIOS
from bench.script import ScriptError
from bench.server import BenchError, Server
from bench.tell import call_row, print_run

SEED, DIFFICULTY = 11, 1
COMPARED = ("calls", "pauses", "bargein", "backchannels")
TALK = ("calls", "pauses")
"""Scenarios whose turns give the voice-to-voice figures."""

Figures = dict[str, Any]


@dataclass(slots=True)
class Sides:
    """Finished calls by scenario; the product's are empty when only the peer is measured."""

    product: dict[str, list[Exercise]] = field(default_factory=dict)
    peer: dict[str, list[Exercise]] = field(default_factory=dict)

    def report(self) -> Figures:
        """The figures of each side and their ratios."""
        product, peer = figures(self.product), figures(self.peer)
        return {"product": product, "peer": peer, "ratio": ratios(product, peer), "calls": self._rows()}

    def _rows(self) -> list[Figures]:
        sides = (("product", self.product), ("peer", self.peer))
        made = [(side, name, exercise) for side, found in sides for name, calls in found.items() for exercise in calls]
        return [{"side": side, **call_row(name, exercise)} for side, name, exercise in made]


def main(argv: list[str] | None = None) -> int:
    """Measure both; 1 with a reason when that cannot be done."""
    parser = argparse.ArgumentParser(prog="bench.peer_pipecat", description="Measure the product beside pipecat.")
    parser.add_argument("--install", action="store_true", help="make the peer's environment (750 MB) and stop")
    parser.add_argument("--json", action="store_true", help="print nothing but the JSON object")
    parser.add_argument("--setup", choices=SETUPS, default="best")
    parser.add_argument("--set", nargs="+", default=[], metavar="KEY=VALUE", help="change parameters of the set-up")
    parser.add_argument("--scenario", nargs="+", choices=COMPARED, default=COMPARED, metavar="NAME")
    parser.add_argument("--only", nargs="+", metavar="SET", help="of the scenarios' calls only those with these clips")
    parser.add_argument("--rounds", type=int, default=1, help="how often each scenario is played")
    parser.add_argument("--peer-only", action="store_true", help="to tune the peer")
    parser.add_argument("--models-dir", type=Path, metavar="DIR", help="default: the user's models folder")
    args = parser.parse_args(argv)
    try:
        if args.install:
            print(environment.install())
            return 0
        setup = changed(SETUPS[args.setup], args.set)
        names = [name for name in args.scenario for _ in range(args.rounds)]
        options = {"only": args.only, "peer_only": args.peer_only, "tell": not args.json}
        report = compare(names, setup, args.models_dir, **options)
    except (BenchError, ScriptError, OSError) as failure:
        print(f"No comparison: {failure}", file=sys.stderr)
        return 1
    print(json.dumps(report, ensure_ascii=False))
    return 0


def compare(
    names: Sequence[str],
    setup: Setup = SETUPS["best"],
    models_dir: Path | None = None,
    *,
    only: Sequence[str] | None = None,
    peer_only: bool = False,
    tell: bool = False,
) -> Figures:
    """Make each call with the product, and at once with the peer, whose prospect then says the same words."""
    sides, began = Sides(), time.monotonic()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ringside-peer-")))
        peer = stack.enter_context(PeerServer(folder, setup, models_dir))
        product = None if peer_only else stack.enter_context(Server(folder, models_dir))
        if product:
            product.wait_can_call()
        watch = stack.enter_context(Watch(peer.pid))
        for name in names:
            for plans in SCENARIOS[name].calls():
                if only and plans[0].script.name not in only:
                    continue
                if product:
                    seed = SEED + sum(map(len, sides.product.values()))
                    made = run_together(product, plans, seed=seed, difficulty=DIFFICULTY)
                    sides.product.setdefault(name, []).extend(made)
                    peer.words = words_of(made)
                made = run_together(peer, plans, seed=None, difficulty=DIFFICULTY, bare=True)
                sides.peer.setdefault(name, []).extend(made)
    if tell:
        for side, calls in (("product", sides.product), ("peer", sides.peer)):
            for name, exercises in calls.items():
                run = Run(exercises=exercises, watch=watch, seconds=time.monotonic() - began)
                print_run(f"{side}, {name}", run, SCENARIOS[name])
    return sides.report() | {
        "setup": asdict(setup),
        "cores": cores(),
        "peer_rss_mb": watch.peak_rss_mb,
        "stolen_share": watch.stolen_share,
        "busy_share": watch.busy_share,
    }


def figures(made: dict[str, list[Exercise]]) -> Figures:
    """Each scenario's figures, and under `talk` those of the scenarios that are conversation, together."""
    talk = [exercise for name in TALK for exercise in made.get(name, [])]
    each = {name: SCENARIOS[name].figures(exercises) for name, exercises in made.items()}
    return each | ({"talk": call_figures(talk)} if talk else {})


def ratios(product: Figures, peer: Figures) -> dict[str, float | None]:
    """The product's time over the peer's, under 1 where the product is faster; None where either has no figure."""

    def ratio(scenario: str, name: str, percentile: str) -> float | None:
        ours, theirs = (side.get(scenario, {}).get(name, {}).get(percentile) for side in (product, peer))
        return round(ours / theirs, 3) if ours is not None and theirs else None

    return {
        "v2v_p50": ratio("talk", "v2v_ms", "p50"),
        "v2v_p95": ratio("talk", "v2v_ms", "p95"),
        "barge_in_p50": ratio("bargein", "barge_in_ms", "p50"),
        "barge_in_p95": ratio("bargein", "barge_in_ms", "p95"),
    }


def words_of(exercises: Iterable[Exercise]) -> list[str]:
    """What the product's prospect said in a call, in order: the peer's prospect says it after it."""
    said = [u["text"] for exercise in exercises for u in exercise.utterances if u["speaker"] == "prospect"]
    return [text for text in said if text.strip()]


def changed(setup: Setup, settings: Iterable[str]) -> Setup:
    """`setup` with each `KEY=VALUE`, values as JSON; raises `BenchError` for a parameter it does not have."""
    for setting in settings:
        key, _, value = setting.partition("=")
        try:
            setup = replace(setup, **{key: json.loads(value)})
        except (TypeError, ValueError):
            raise BenchError(f"{setting!r} is no parameter; there are: {', '.join(asdict(setup))}") from None
    return setup


if __name__ == "__main__":
    sys.exit(main())
