"""A run for a reader: one row a call, one line a turn."""

from typing import Any

from bench.exercise import Exercise
from bench.figures import TurnFigures, turn_figures
from bench.runs import Run
from bench.scenarios.scenario import Scenario
from bench.tape import tape_report


def call_row(name: str, exercise: Exercise) -> dict[str, Any]:
    """One call of the report."""
    return {
        "scenario": name,
        "set": exercise.log.script,
        "ended": exercise.ended,
        "recording": tape_report(exercise.log, exercise.recording) if exercise.recording else None,
        "turns": [_turn_row(turn) for turn in turn_figures(exercise.log)],
    }


def print_run(name: str, run: Run, scenario: Scenario) -> None:
    """Every call of a scenario, turn by turn, then its figures in short."""
    print(f"{name}: {len(run.exercises)} calls in {run.seconds:.0f} s, stolen {run.watch.stolen_share}")
    for exercise in run.exercises:
        print(f"  {exercise.log.script}: ended {exercise.ended}")
        for turn in turn_figures(exercise.log):
            print(f"    {_line(turn)}")
    for key, value in scenario.figures(run.exercises).items():
        print(f"  {key}: {value}", flush=True)


def _line(turn: TurnFigures) -> str:
    answer = "listens" if turn.listening else "no reply" if turn.v2v_ms is None else f"{turn.v2v_ms} ms"
    errors = "" if turn.errors is None else f"{turn.errors.errors}/{turn.errors.words} wrong"
    notes = [word for word, on in (("cut in", turn.cut_in), ("talked on", turn.talked_on)) if on]
    if turn.cut_in_pause:
        notes[0] += f" at {turn.cut_in_pause.length_ms} ms {turn.cut_in_pause.kind}"
    notes += ["stopped"] if turn.stopped and turn.listening else []
    notes += [f"{turn.taken_back} taken back"] if turn.taken_back else []
    notes += [] if turn.barge_in_ms is None else [f"yielded after {turn.barge_in_ms} ms"]
    return f"{turn.name:<14} {answer:>9}  {errors:<12} {', '.join(notes)}"


def _turn_row(turn: TurnFigures) -> dict[str, Any]:
    return {
        "name": turn.name,
        "v2v_ms": turn.v2v_ms,
        "barge_in_ms": turn.barge_in_ms,
        "wer": None if turn.errors is None or turn.errors.rate is None else round(turn.errors.rate, 3),
        "taken_back": turn.taken_back,
        "cut_in": turn.cut_in,
        "cut_in_pause_ms": turn.cut_in_pause.length_ms if turn.cut_in_pause else None,
        "talked_on": turn.talked_on,
        "listening": turn.listening,
        "over": turn.over,
        "stopped": turn.stopped,
    }
