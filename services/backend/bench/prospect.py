"""Plays scripted trainees against sampled prospects and prints how calls end: `python -m bench.prospect`."""

import argparse
import itertools
import json
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.dialogue import BankWording, generate_prospect_turn, pick_up
from app.domain.call import CallType, EndReason, Scene
from app.domain.persona import Persona
from app.domain.playbook import Playbook
from app.domain.prospect import Move, ProspectState
from app.persona import PersonaGenerator, brief_for, load_playbooks
from app.reading import Reader, load_heads
from app.runtime.models import default_models_dir
from bench.prospect_figures import digest, leaks, rates, verdicts, wording_figures
from bench.prospect_samples import write_samples
from bench.typed_trainees import TRAINEES, Talk

MAX_TURNS = 20
P95_MS = 25.0
CHUNK = 10
_MIXED = ("good", "average", "excellent", "good", "script_reader")
"""Who plays the calls that the words are judged by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """One finished call."""

    persona: Persona
    state: ProspectState
    ends: EndReason | None
    lines: tuple[str, ...]
    """What the prospect said, turn by turn."""
    said: tuple[str, ...]
    """What the trainee said."""
    moves: tuple[tuple[Move, ...], ...]
    turn_ms: tuple[float, ...]
    """Processor time of every turn, mind and words."""

    @property
    def booked(self) -> bool:
        """Whether a meeting stands in the calendar."""
        return "booked_slot" in self.state.notes


def cast(seed: int, level: int) -> tuple[Persona, Playbook]:
    """The prospect of a seed and what is sold to it; the ready-made playbooks take turns."""
    playbooks = load_playbooks()
    playbook = playbooks[seed % len(playbooks)]
    return PersonaGenerator().generate(seed, difficulty=level, playbook=playbook), playbook


def play(
    trainee: str, seed: int, level: int, wording: BankWording | None = None, reader: Reader | None = None
) -> Played:
    """One call from the pick-up to its end or the last turn."""
    persona, playbook = cast(seed, level)
    scene = Scene(
        code=persona.code,
        difficulty=level,
        call_type=CallType.COLD,
        brief=brief_for(persona, playbook, "Alex"),
    )
    talk = Talk(playbook=playbook, persona=persona, key=f"{trainee} {seed}")
    turn = pick_up(persona, scene)
    lines, mine, moves, took = [turn.text], [], [turn.moves], []
    for _ in range(MAX_TURNS):
        said = TRAINEES[trainee](talk, turn)
        start = time.process_time()
        turn = generate_prospect_turn(
            turn.next_state, said, persona, scene=scene, wording=wording or BankWording(), reader=reader
        )
        took.append((time.process_time() - start) * 1000)
        lines.append(turn.text)
        mine.append(said)
        moves.append(turn.moves)
        if turn.ends is not None or Move.HANG_UP in turn.moves:
            break
    if wording is not None:
        wording.remember(lines)
    return Played(
        persona=persona,
        state=turn.next_state,
        ends=turn.ends,
        lines=tuple(lines),
        said=tuple(mine),
        moves=tuple(moves),
        turn_ms=tuple(took),
    )


@cache
def default_reader() -> Reader:
    """The reader as the product has it: with trained heads where their model is on disk."""
    return Reader(load_heads(default_models_dir()))


def played_in_turn(job: tuple[str, int, Sequence[int], bool]) -> list[Played]:
    """A chunk of calls of one trainee on one level; runs in a process of its own."""
    trainee, level, seeds, by_patterns = job
    reader = None if by_patterns else default_reader()
    return [play(trainee, seed, level, reader=reader) for seed in seeds]


def table(
    levels: Sequence[int], trainees: Sequence[str], seeds: range, *, by_patterns: bool, workers: int
) -> Iterator[tuple[int, str, list[Played]]]:
    """The calls of every cell, in order."""
    cells = list(itertools.product(levels, trainees))
    jobs = [
        (trainee, level, seeds[at : at + CHUNK], by_patterns)
        for level, trainee in cells
        for at in range(0, len(seeds), CHUNK)
    ]
    per_cell = -(-len(seeds) // CHUNK)
    with ProcessPoolExecutor(workers) as pool:
        chunks = pool.map(played_in_turn, jobs)
        for level, trainee in cells:
            yield level, trainee, [call for chunk in itertools.islice(chunks, per_cell) for call in chunk]


def mixed_calls(count: int, *, by_patterns: bool) -> list[Played]:
    """Consecutive calls of one trainee's life: all levels, several skills, one wording that remembers."""
    wording, reader = BankWording(), None if by_patterns else default_reader()
    return [play(_MIXED[index % len(_MIXED)], 50_000 + index, 1 + index % 5, wording, reader) for index in range(count)]


def main(argv: list[str] | None = None) -> int:
    """Prints a line per level and trainee, then what holds and what does not, and one JSON object last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=200, help="prospects per level and trainee")
    parser.add_argument("--levels", type=int, nargs="*", default=[1, 2, 3, 4, 5])
    parser.add_argument("--trainees", nargs="*", default=list(TRAINEES), choices=list(TRAINEES))
    parser.add_argument("--first-seed", type=int, default=1000)
    parser.add_argument("--words", type=int, default=500, help="consecutive calls that the wording is judged by")
    parser.add_argument("--patterns", action="store_true", help="read by patterns alone")
    parser.add_argument("--samples", type=Path, help="folder for twenty readable calls")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--json", action="store_true", help="nothing but the JSON object")
    options = parser.parse_args(argv)
    by_patterns = options.patterns or default_reader().heads is None
    seeds = range(options.first_seed, options.first_seed + options.calls)
    cells: dict[str, Any] = {}
    took: list[float] = []
    leaked = 0
    for level, trainee, calls in table(
        options.levels, options.trainees, seeds, by_patterns=by_patterns, workers=options.workers
    ):
        cells[f"{level} {trainee}"] = rates(calls)
        took += [ms for call in calls for ms in call.turn_ms]
        leaked += sum(leaks(call) for call in calls)
        if not options.json:
            print(level, f"{trainee:14}", json.dumps(cells[f"{level} {trainee}"]), flush=True)
    figures: dict[str, Any] = {"reader": "patterns" if by_patterns else "patterns and heads", "cells": cells}
    figures["words"] = wording_figures(mixed_calls(options.words, by_patterns=by_patterns)) if options.words else {}
    figures["leaks"] = leaked
    took.sort()
    figures["turn_ms"] = {"p50": round(took[len(took) // 2], 2), "p95": round(took[int(len(took) * 0.95)], 2)}
    figures["same_in_two_processes"] = _same_twice(options.first_seed, by_patterns=by_patterns)
    figures["checks"] = verdicts(figures, p95_ms=P95_MS)
    if options.samples:
        figures["samples"] = write_samples(options.samples, reader=None if by_patterns else default_reader())
    if not options.json:
        for name, check in figures["checks"].items():
            print("ok  " if check["met"] else "FAIL", name, check["value"], flush=True)
    print(json.dumps(figures))
    return 0


def _same_twice(seed: int, *, by_patterns: bool) -> bool:
    """Whether two other processes play the same call to the letter."""
    job = ("excellent", 2, range(seed, seed + 5), by_patterns)
    seen = []
    for _ in range(2):
        with ProcessPoolExecutor(1) as pool:
            seen.append(digest(pool.submit(played_in_turn, job).result()))
    return seen[0] == seen[1]


if __name__ == "__main__":
    sys.exit(main())
