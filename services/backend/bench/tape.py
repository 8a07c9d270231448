"""Whether the recording is what was heard: each prospect line of the tape against what the client's speaker played."""

from dataclasses import dataclass
from statistics import median
from typing import Any

import numpy as np
import numpy.typing as npt
import soxr

from bench.client import CallLog
from bench.figures import prospect_lines
from bench.sound import FRAME_SAMPLES, RATE_HZ, Samples, read_wav

REACH_MS = 1_200
"""How far from its place a line is looked for."""
SHORTEST_S = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class TapeMatch:
    """One prospect line on the recording."""

    gen: int
    shift_ms: float
    """Where the tape has it, relative to when it was heard."""
    likeness: float
    """Normalised correlation there: 1 is the same sound, gaps and overlaps inside the line bring it down."""


def trainee_is_exact(log: CallLog, tape: Samples) -> bool:
    """Whether the left channel holds the microphone's samples, in their place; the call's last 200 ms are forgiven.

    The tape ends when the call does, with the prospect's last sample or between two frames; the microphone goes on
    until the socket is closed, which is once the call is scored.
    """
    over = next((message.at for message in log.of_type("phase") if message.data["phase"] == "ended"), log.trainee.size)
    length = min(log.trainee.size, len(tape)) - FRAME_SAMPLES
    whole = min(over, log.trainee.size) - length <= RATE_HZ // 5
    return whole and bool(np.array_equal(log.trainee[:length], tape[:length, 0]))


def tape_matches(log: CallLog, tape: Samples) -> list[TapeMatch]:
    """Every prospect line, looked for on the right channel of `tape` (16 kHz, two channels).

    A line taken back within half a second is left out: it is too short to be told from its neighbours.
    """
    heard = soxr.resample(log.prospect.astype(np.float64), log.out_rate, RATE_HZ)
    reach = REACH_MS * RATE_HZ // 1000
    right = np.pad(tape[:, 1].astype(np.float64), (reach, reach + heard.size))
    found = []
    for line in prospect_lines(log):
        if line.cleared_s is not None and line.ended_s - line.began_s < SHORTEST_S:
            continue
        begin, end = round(line.began_s * RATE_HZ), round(line.ended_s * RATE_HZ) + 1
        shift, likeness = _best(heard[begin:end], right[begin : end + 2 * reach])
        found.append(TapeMatch(gen=line.gen, shift_ms=(shift - reach) * 1000 / RATE_HZ, likeness=round(likeness, 3)))
    return found


def tape_report(log: CallLog, recording: bytes) -> dict[str, Any]:
    """The check in short; `worst` and `median` over all lines, None without any."""
    tape, rate_hz = read_wav(recording)
    if rate_hz != RATE_HZ or tape.shape[1] != 2:
        return {"rate_hz": rate_hz, "channels": tape.shape[1], "trainee_exact": False, "lines": 0}
    matches = tape_matches(log, tape)
    return {
        "rate_hz": rate_hz,
        "channels": 2,
        "trainee_exact": trainee_is_exact(log, tape),
        "lines": len(matches),
        "worst_shift_ms": max((abs(match.shift_ms) for match in matches), default=None),
        "median_likeness": median([match.likeness for match in matches]) if matches else None,
        "worst_likeness": min((match.likeness for match in matches), default=None),
    }


def _best(sound: npt.NDArray[np.float64], within: npt.NDArray[np.float64]) -> tuple[int, float]:
    """Offset at which `sound` is most alike to a stretch of `within`, and how alike, in [0, 1]."""
    size = 1 << int(within.size + sound.size - 1).bit_length()
    products = np.fft.irfft(np.fft.rfft(within, size) * np.conj(np.fft.rfft(sound, size)), size)
    products = products[: within.size - sound.size + 1]
    energy = np.concatenate([[0.0], np.cumsum(np.square(within))])
    norms = np.sqrt(np.maximum(energy[sound.size :] - energy[: -sound.size], 1.0)) * np.linalg.norm(sound)
    alike = products / np.maximum(norms, 1.0)
    best = int(np.argmax(alike))
    return best, float(np.clip(alike[best], 0.0, 1.0))
