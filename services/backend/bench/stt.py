"""How well and how fast the recogniser hears: short window, padded window and the small model; JSON last.

`python -m bench.stt [--json] [--set NAME …] [--condition NAME …] [--models-dir DIR]`. Reference texts are the labels
of the shipped clips; every recogniser gets the same names as a prompt, as in a call.
"""

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from app.domain.errors import RingsideError
from app.settings import Settings
from app.stt import SttEngine
from bench.figures import summary
from bench.machine import Watch, cores
from bench.report import share
from bench.script import Turn, clip_sets, load_set
from bench.sound import Samples
from bench.speech_conditions import CONDITIONS
from bench.stt_engines import RECOGNISERS
from bench.wer import Wer, wer, words

PROMPT = "Tarrowgate, Halden Paper, Maria Keller, Oliver Grant, Sophie, Leah Park"
SHORT_WORDS = 3
"""A short answer: where a recogniser that loops or invents shows."""
LENGTHS_S = (1.5, 3.0, 6.0, 12.0, 29.0)
"""Upper ends of the length classes."""


class Attempt(NamedTuple):
    """One clip given to one recogniser."""

    length_s: float
    errors: Wer
    short: bool
    took_ms: float


@dataclass(frozen=True, slots=True)
class Clip:
    """Sound with the words in it."""

    text: str
    pcm: Samples
    length_s: float
    """Voiced part with its pauses."""


def main(argv: list[str] | None = None) -> int:
    """Recognise every clip with everything; 1 with a reason when that cannot be done."""
    parser = argparse.ArgumentParser(prog="bench.stt", description="Measure the recogniser on the shipped clips.")
    parser.add_argument("--json", action="store_true", help="print nothing but the JSON object")
    parser.add_argument("--set", nargs="+", choices=clip_sets(), default=clip_sets(), metavar="NAME")
    parser.add_argument("--condition", nargs="+", choices=CONDITIONS, default=list(CONDITIONS), metavar="NAME")
    parser.add_argument("--recogniser", nargs="+", choices=RECOGNISERS, default=list(RECOGNISERS), metavar="NAME")
    parser.add_argument("--models-dir", type=Path, metavar="DIR", help="default: the user's models folder")
    args = parser.parse_args(argv)
    clips = [clip_of(turn) for name in args.set for turn in load_set(name).turns if turn.text and not turn.listening]
    folder = args.models_dir or Settings().models_dir
    found: dict[str, dict[str, Any]] = {}
    try:
        with Watch(None) as watch:
            for name in args.recogniser:
                engine = RECOGNISERS[name](folder)
                engine.load()
                found[name] = {each: heard(engine, clips, each) for each in args.condition}
                if not args.json:
                    tell(name, found[name])
    except RingsideError as failure:
        print(f"No figures: {failure.message} {failure.hint}", file=sys.stderr)
        return 1
    machine = {"cores": cores(), "stolen_share": watch.stolen_share, "busy_share": watch.busy_share}
    print(json.dumps({"clips": len(clips), "recognisers": found, "points": points(found), **machine}))
    return 0


def clip_of(turn: Turn) -> Clip:
    """A trainee's turn as the recogniser gets it."""
    length_ms = turn.speech_ms[-1][1] - turn.speech_ms[0][0]
    return Clip(text=turn.text or "", pcm=turn.pcm, length_s=length_ms / 1000)


def heard(engine: SttEngine, clips: Iterable[Clip], condition: str) -> dict[str, Any]:
    """Every clip once, under one condition."""
    attempts = []
    for number, clip in enumerate(clips):
        pcm = CONDITIONS[condition](clip.pcm, number).tobytes()
        began = time.perf_counter()
        text = engine.transcribe(pcm, prompt=PROMPT).text
        took_ms = (time.perf_counter() - began) * 1000
        short = len(words(clip.text)) <= SHORT_WORDS
        attempts.append(Attempt(clip.length_s, wer(clip.text, text), short, round(took_ms, 1)))
    return figures(attempts)


def figures(attempts: Iterable[Attempt]) -> dict[str, Any]:
    """Errors over all words and over short answers; latency over all clips and by their length."""
    known = list(attempts)
    classes: dict[str, list[Attempt]] = defaultdict(list)
    for attempt in known:
        classes[length_class(attempt.length_s)].append(attempt)
    by_length = {
        name: {"clips": len(of), "wer": _rate(of), "median_ms": _median(of)} for name, of in sorted(classes.items())
    }
    short = [attempt for attempt in known if attempt.short]
    return {
        "clips": len(known),
        "wer": _rate(known),
        "short_answers": {"clips": len(short), "wrong": sum(attempt.errors.errors > 0 for attempt in short)},
        "latency_ms": summary([attempt.took_ms for attempt in known]),
        "by_length": by_length,
    }


def length_class(length_s: float) -> str:
    """`up to N s` of the first class that holds it, sortable by name."""
    end = next((end for end in LENGTHS_S if length_s <= end), LENGTHS_S[-1])
    return f"up to {end:04.1f} s"


def points(found: dict[str, dict[str, Any]]) -> dict[str, float | None]:
    """How many points of word-error rate the short window costs against the padded one, by condition."""
    short, padded = found.get("base", {}), found.get("base-padded", {})
    both = [name for name in short if name in padded]
    return {name: round((short[name]["wer"] - padded[name]["wer"]) * 100, 2) for name in both}


def tell(name: str, conditions: dict[str, Any]) -> None:
    """One recogniser for a reader."""
    print(name)
    for condition, found in conditions.items():
        speed = ", ".join(f"{key}: {value['median_ms']:.0f} ms" for key, value in found["by_length"].items())
        print(f"  {condition:<10} wer {found['wer']:.4f}, short answers wrong {found['short_answers']}; {speed}")


def _rate(attempts: list[Attempt]) -> float | None:
    total = sum((attempt.errors for attempt in attempts), Wer(0, 0))
    return share(total.errors, total.words)


def _median(attempts: list[Attempt]) -> float:
    return sorted(attempt.took_ms for attempt in attempts)[len(attempts) // 2]


if __name__ == "__main__":
    sys.exit(main())
