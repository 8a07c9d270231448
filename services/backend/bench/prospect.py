"""Plays scripted trainees against sampled prospects and prints how calls end: `python -m bench.prospect`."""

import argparse
import collections
import itertools
import json
import statistics
import time
from dataclasses import dataclass
from typing import Any

from app.dialogue import BankWording, ProspectState, generate_prospect_turn, pick_up
from app.dialogue.words.sentences import is_long, same, sentences_of
from app.domain.call import EndReason, Scene
from app.domain.persona import Persona
from app.domain.playbook import Playbook
from app.domain.prospect import Move
from app.persona import PersonaGenerator, brief_for, load_playbooks
from bench.typed_trainees import TRAINEES, Talk

MAX_TURNS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """One finished call."""

    persona: Persona
    state: ProspectState
    ends: EndReason | None
    lines: tuple[str, ...]
    """What the prospect said, turn by turn."""
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


def play(trainee: str, seed: int, level: int, wording: BankWording | None = None) -> Played:
    """One call from the pick-up to its end or the last turn."""
    persona, playbook = cast(seed, level)
    scene = Scene(code=persona.code, difficulty=level, brief=brief_for(persona, playbook, "Alex"))
    talk = Talk(playbook=playbook, persona=persona, key=f"{trainee} {seed}")
    turn = pick_up(persona, scene)
    lines, took = [turn.text], []
    for _ in range(MAX_TURNS):
        said = TRAINEES[trainee](talk, turn)
        start = time.process_time()
        turn = generate_prospect_turn(turn.next_state, said, persona, scene=scene, wording=wording or BankWording())
        took.append((time.process_time() - start) * 1000)
        lines.append(turn.text)
        if turn.ends is not None or Move.HANG_UP in turn.moves:
            break
    return Played(persona=persona, state=turn.next_state, ends=turn.ends, lines=tuple(lines), turn_ms=tuple(took))


def rates(calls: list[Played]) -> dict[str, Any]:
    """Shares over the prospects that fit; those that honestly do not are counted apart."""
    fit = [call for call in calls if call.persona.fits]
    gone = EndReason.PROSPECT_HUNG_UP
    return {
        "fit": len(fit),
        "booked": _share(call.booked for call in fit),
        "no_fit_booked": sum(call.booked for call in calls if not call.persona.fits),
        "hung_up": _share(call.ends is gone for call in fit),
        "gone_in_60_s": _share(call.ends is gone and call.state.spoken_ms <= 60_000 for call in fit),
        "objected": _share(bool(call.state.objections) for call in fit),
        "objections": round(statistics.fmean(len(call.state.objections) for call in fit), 2),
        "turns": round(statistics.fmean(len(call.lines) for call in fit), 1),
    }


def wording_figures(calls: list[Played], window: int = 20) -> dict[str, float]:
    """How rarely a long sentence comes back within `window` consecutive calls, and how openings differ."""
    repeated = total = 0
    for index, call in enumerate(calls):
        before = collections.Counter(
            same(s)
            for other in calls[max(0, index - window) : index]
            for line in other.lines
            for s in sentences_of(line)
        )
        own = [same(s) for line in call.lines for s in sentences_of(line) if is_long(s)]
        total += len(own)
        repeated += sum(before[s] > 0 for s in own) + (len(own) - len(set(own)))
    firsts = {_masked(call) for call in calls[:100]}
    return {"unique_long": round(1 - repeated / max(1, total), 4), "distinct_openings": len(firsts), "sentences": total}


def _masked(call: Played) -> str:
    text = " / ".join(call.lines[:2])
    for name in (call.persona.given_name, call.persona.surname, call.persona.company, "Alex"):
        text = text.replace(name, "X")
    return same(text)


def _share(values: Any) -> float:
    listed = [bool(value) for value in values]
    return round(sum(listed) / max(1, len(listed)), 3)


def main(argv: list[str] | None = None) -> int:
    """Prints a line per level and trainee, and one JSON object last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=200)
    parser.add_argument("--levels", type=int, nargs="*", default=[1, 2, 3, 4, 5])
    parser.add_argument("--trainees", nargs="*", default=list(TRAINEES))
    parser.add_argument("--first-seed", type=int, default=1000)
    options = parser.parse_args(argv)
    figures: dict[str, Any] = {}
    took: list[float] = []
    for level, trainee in itertools.product(options.levels, options.trainees):
        seeds = range(options.first_seed, options.first_seed + options.calls)
        calls = [play(trainee, seed, level) for seed in seeds]
        took += [ms for call in calls for ms in call.turn_ms]
        figures[f"{level} {trainee}"] = rates(calls)
        print(level, f"{trainee:14}", json.dumps(figures[f"{level} {trainee}"]), flush=True)
    wording = BankWording()
    mixed = [play(("good", "average", "excellent")[i % 3], 50_000 + i, 1 + i % 5, wording) for i in range(200)]
    figures["words"] = wording_figures(mixed)
    took.sort()
    figures["turn_ms_p95"] = round(took[int(len(took) * 0.95)], 2)
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
