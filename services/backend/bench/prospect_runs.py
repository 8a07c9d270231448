"""The simulated calls by the hundred: all cells of the table, a trainee's life, turns against the clock."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, as_completed
from functools import cache
from typing import Any

from app.dialogue import BankWording
from app.reading import Heads, Reader, load_heads
from app.runtime.models import default_models_dir
from bench.prospect_calls import Played, Remembering, play
from bench.prospect_figures import Outcome, digest, outcome, wording_figures

CHUNK = 5
"""Prospects a job: each is rung by every trainee on every level, so that nobody is made up or read twice."""
_MIXED = ("good", "average", "excellent", "good", "script_reader")
"""Who plays the calls that the words are judged by, and the clock."""

Cell = tuple[int, str]
Job = tuple[Sequence[int], Sequence[int], Sequence[str], bool]


@cache
def heads() -> Heads | None:
    """The trained heads where their model is on disk."""
    return load_heads(default_models_dir())


def fresh_reader(*, by_patterns: bool) -> Reader | None:
    """The reader as the product has it, with an empty memory."""
    return None if by_patterns else Reader(load_heads(default_models_dir()))


def all_cells(job: Job) -> dict[Cell, list[Outcome]]:
    """Calls of every trainee on every level with the same few prospects."""
    seeds, levels, trainees, by_patterns = job
    reader = Remembering(None if by_patterns else heads())
    return {
        (level, trainee): [outcome(play(trainee, seed, level, reader=reader)) for seed in seeds]
        for level in levels
        for trainee in trainees
    }


def table(
    pool: Executor, seeds: Sequence[int], levels: Sequence[int], trainees: Sequence[str], *, by_patterns: bool
) -> Iterator[dict[Cell, list[Outcome]]]:
    """The calls chunk by chunk, as they are finished."""
    chunks = [seeds[at : at + CHUNK] for at in range(0, len(seeds), CHUNK)]
    for done in as_completed([pool.submit(all_cells, (chunk, levels, trainees, by_patterns)) for chunk in chunks]):
        yield done.result()


def mixed_calls(count: int, *, by_patterns: bool) -> list[Played]:
    """Consecutive calls of one trainee's life: all levels, several skills, one wording that remembers."""
    wording, reader = BankWording(), Remembering(None if by_patterns else heads())
    return [_mixed(index, wording, reader) for index in range(count)]


def words_of_a_life(count: int, *, by_patterns: bool) -> dict[str, Any]:
    """What `wording_figures` finds in so many consecutive calls."""
    return wording_figures(mixed_calls(count, by_patterns=by_patterns))


def turn_times(count: int, *, by_patterns: bool, ahead: bool) -> dict[str, float]:
    """Processor time of a turn over so many calls, none of which knows a line from another call.

    With `ahead` all but a line's last sentence was overheard, as in a voice call; without, as in a typed one, the
    whole line arrives at once.
    """
    took: list[float] = []
    for index in range(count):
        reader = fresh_reader(by_patterns=by_patterns)
        if reader is not None and reader.heads is not None:
            reader.heads.load()
        took += _mixed(index, BankWording(), reader, ahead=ahead).turn_ms
    return percentiles(took)


def percentiles(values: Iterable[float]) -> dict[str, float]:
    """How many, the median and the 95th percentile."""
    ranked = sorted(values)
    return {
        "n": len(ranked),
        "p50": round(ranked[len(ranked) // 2], 2),
        "p95": round(ranked[int(len(ranked) * 0.95)], 2),
    }


def digest_of_some(seed: int, *, by_patterns: bool) -> str:
    """Five calls to the letter, in one number."""
    reader = fresh_reader(by_patterns=by_patterns)
    return digest([play("excellent", one, 2, reader=reader) for one in range(seed, seed + 5)])


def _mixed(index: int, wording: BankWording, reader: Reader | None, *, ahead: bool = False) -> Played:
    return play(_MIXED[index % len(_MIXED)], 50_000 + index, 1 + index % 5, wording, reader, ahead=ahead)
