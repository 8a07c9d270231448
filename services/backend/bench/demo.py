"""A whole voice call with the real default models, no human and no sound card: transcript, moves, scorecard, recording.

`python -m bench.demo [--json] [--audio DIR] [--data-dir D] [--models-dir M] [--seed N] [--difficulty N]`
"""

import argparse
import json
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from bench.exercise import Exercise, run_exercise
from bench.figures import prospect_lines, summary, turn_figures
from bench.script import Script, ScriptError, load_folder, load_set
from bench.server import BenchError, Server
from bench.tape import tape_report

SEED = 7
DIFFICULTY = 1
"""A prospect who lets a trainee finish, so that the demonstration shows every part of a call."""


def main(argv: list[str] | None = None) -> int:
    """Make the call and print it; 1 with a reason when it cannot be made."""
    args = _arguments(argv)
    try:
        script = load_folder(args.audio) if args.audio else load_set("demo")
        with ExitStack() as stack:
            data_dir = args.data_dir or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ringside-demo-")))
            data_dir.mkdir(parents=True, exist_ok=True)
            report = _call(script, data_dir.resolve(), args)
    except (BenchError, ScriptError, OSError) as failure:
        print(f"The demo call could not be made: {failure}", file=sys.stderr)
        return 1
    if args.json:
        print(json.dumps(report, ensure_ascii=False))
    return 0


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.demo", description="A whole voice call with no human in it.")
    parser.add_argument("--json", action="store_true", help="print one JSON object last")
    parser.add_argument("--audio", type=Path, metavar="DIR", help="play these recordings, one turn a file")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="keep the session here; default: thrown away")
    parser.add_argument("--models-dir", type=Path, metavar="DIR", help="default: the user's models folder")
    parser.add_argument("--seed", type=int, default=SEED, help="which prospect picks up")
    parser.add_argument("--difficulty", type=int, default=DIFFICULTY, choices=range(1, 6))
    return parser.parse_args(argv)


def _call(script: Script, data_dir: Path, args: argparse.Namespace) -> dict[str, Any]:
    with Server(data_dir, args.models_dir) as server:
        print(f"Server ready after {server.ready_s:.1f} s; loading models …", flush=True)
        readiness = server.wait_can_call()
        engines = {engine["purpose"]: engine["name"] for engine in readiness["engines"]}
        print(f"Can call after {server.can_call_s:.1f} s: " + ", ".join(f"{k} {v}" for k, v in engines.items()))
        print("Calling …", flush=True)
        exercise = run_exercise(server, script, seed=args.seed, difficulty=args.difficulty, on_message=Ticker())
        recording = _keep_recording(exercise, data_dir if args.data_dir else None)
    replies = reply_latencies(exercise)
    _print_call(exercise, replies)
    print(f"\nRecording (left you, right the prospect): {recording}")
    return {
        "session_id": exercise.session_id,
        "turns": [
            {key: utterance[key] for key in ("index", "speaker", "text", "start_ms", "end_ms")}
            | {"v2v_ms": replies.get(utterance["index"])}
            for utterance in exercise.utterances
        ],
        "ended": exercise.ended,
        "scorecard": exercise.scorecard,
        "recording": str(recording),
        "recording_check": tape_report(exercise.log, exercise.recording),
        "engines": engines,
        "v2v_ms": summary(list(replies.values())),
        "trainee_turns": [
            {
                "name": turn.name,
                "heard": turn.heard,
                "word_errors": turn.errors and turn.errors.errors,
                "words": turn.errors and turn.errors.words,
                "v2v_ms": turn.v2v_ms,
                "barge_in_ms": turn.barge_in_ms,
            }
            for turn in turn_figures(exercise.log)
        ],
        "ready_s": round(server.ready_s, 2),
        "can_call_s": round(server.can_call_s, 2),
    }


def reply_latencies(exercise: Exercise) -> dict[int, int]:
    """Index of each prospect utterance that answers a trainee turn → its voice-to-voice time in ms."""
    began_ms = {line.gen: line.began_s * 1000 for line in prospect_lines(exercise.log)}
    prospect = [u for u in exercise.utterances if u["speaker"] == "prospect"]
    found: dict[int, int] = {}
    for turn in turn_figures(exercise.log):
        if turn.gen is not None and turn.v2v_ms is not None and prospect:
            began = began_ms[turn.gen]
            nearest = min(prospect, key=lambda utterance: abs(float(utterance["start_ms"]) - began))
            found[int(nearest["index"])] = turn.v2v_ms
    return found


class Ticker:
    """Prints a call while it goes on; a trainee's line may be taken back until the prospect answers it."""

    def __init__(self) -> None:
        self._unanswered = ""

    def __call__(self, message: dict[str, Any]) -> None:
        """Take one message of the call socket."""
        match message:
            case {"type": "transcript", "speaker": "trainee", "final": True, "text": text}:
                self._unanswered = text
            case {"type": "transcript", "speaker": "prospect", "final": True, "text": text, "party": party}:
                print(f"  {party}: {text}", flush=True)
            case {"type": "speaking", "who": "prospect", "on": True}:
                self._flush()
            case {"type": "phase", "phase": phase}:
                self._flush()
                print(f"  · {phase}", flush=True)
            case {"type": "error", "code": code, "message": text}:
                print(f"  ! {code}: {text}", flush=True)

    def _flush(self) -> None:
        if self._unanswered:
            print(f"  trainee: {self._unanswered}", flush=True)
        self._unanswered = ""


def _keep_recording(exercise: Exercise, data_dir: Path | None) -> Path:
    folder = data_dir or Path(tempfile.mkdtemp(prefix="ringside-demo-"))
    path = folder / f"call-{exercise.session_id}.wav"
    path.write_bytes(exercise.recording)
    return path


def _print_call(exercise: Exercise, replies: dict[int, int]) -> None:
    moves = {e["data"].get("turn"): e["data"].get("moves", []) for e in exercise.events if e["kind"] == "decision"}
    print("\nTranscript")
    for said in exercise.utterances:
        clock = f"{said['start_ms'] / 1000:6.1f} s"
        cut = "" if said["heard"] else " —"
        late = f"  [{replies[said['index']]} ms]" if said["index"] in replies else ""
        print(f"{clock}  {said['party']:>8}: {said['text']}{cut}{late}")
        if said["speaker"] == "trainee" and moves.get(said["index"]):
            print(f"{'':>20}→ {', '.join(moves[said['index']])}")
    ended = exercise.ended or {"reason": "unknown", "by": "unknown"}
    print(f"\nEnded: {ended['reason']}, by {ended['by']}")
    card = exercise.scorecard
    total = "no headline total" if card["total_score"] is None else f"{card['total_score']} of 100"
    print(f"\nScorecard ({card['status']}): {total}")
    for name, dimension in card["dimensions"].items():
        score = "not tested" if dimension["score"] is None else dimension["score"]
        print(f"  {name:<20} {score}")
    for miss in card["misses"]:
        print(f"  missed {miss['criterion']}: {miss['why']}")
        if miss["suggestion"]:
            print(f"    try: {miss['suggestion']}")


if __name__ == "__main__":
    sys.exit(main())
