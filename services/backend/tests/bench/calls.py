"""Finished calls built by hand: what was said when, and when the prospect could be heard."""

import io
import wave
from collections.abc import Sequence

import numpy as np
import soxr

from bench.client import CallLog, Message
from bench.exercise import Exercise
from bench.playout import Segment
from bench.script import Turn, When
from bench.sound import RATE_HZ
from bench.trainee import Spoken

OUT_HZ = 22_050


def said(
    text: str, start_s: float, end_s: float, pauses: Sequence[tuple[float, float]] = (), *, listening: bool = False
) -> Spoken:
    """A trainee turn that is voiced from `start_s` to `end_s` but for its pauses, with 100 ms of room around it."""
    length_ms = round((end_s - start_s) * 1000)
    borders = [start_s, *(at for pause in pauses for at in pause), end_s]
    ms = [100 + round((at - start_s) * 1000) for at in borders]
    turn = Turn(
        name=text,
        pcm=np.zeros((length_ms + 200) * RATE_HZ // 1000, np.int16),
        speech_ms=tuple(zip(ms[::2], ms[1::2], strict=True)),
        when=When(over_s=1.0) if listening else When(after_line_s=0.5),
        text=text,
    )
    return Spoken(turn=turn, start=round((start_s - 0.1) * RATE_HZ), answered=True)


def call(spoken: list[Spoken], lines: list[tuple[float, float]], cleared: dict[int, float] | None = None) -> CallLog:
    """A call in which line k (gen k + 1) sounds from `begin_s` to `end_s`, after 10 ms of its own silence."""
    prospect = np.zeros(30 * OUT_HZ, np.int16)
    segments = []
    for gen, (begin_s, end_s) in enumerate(lines, start=1):
        begin, end = int(begin_s * OUT_HZ), int(end_s * OUT_HZ)
        prospect[begin:end] = 6_000
        segments.append(Segment(gen, begin - OUT_HZ // 100, end - begin + OUT_HZ // 100))
    return CallLog(
        session_id="s",
        out_rate=OUT_HZ,
        trainee=np.zeros(30 * RATE_HZ, np.int16),
        prospect=prospect,
        spoken=spoken,
        segments=segments,
        heard_out=set(),
        cleared={gen: int(at_s * OUT_HZ) for gen, at_s in (cleared or {}).items()},
    )


def caption(turn: int, text: str, start_ms: int, end_ms: int, *, final: bool = True) -> Message:
    """A trainee caption as the socket sends it."""
    data = {"type": "transcript", "speaker": "trainee", "turn": turn, "text": text, "final": final}
    return Message(0, {**data, "start_ms": start_ms, "end_ms": end_ms})


def exercise() -> Exercise:
    """Pick-up line, two trainee turns with a wrong word, two replies after 500 and 600 ms."""
    log = call([said("yes we do", 2.0, 4.0), said("bye", 7.0, 8.0)], [(0.5, 1.0), (4.5, 6.0), (8.6, 9.0)])
    stages = {"stt": 200.0, "tts": 90.0}
    log.messages = [
        caption(1, "yes we due", 2_000, 4_000),
        Message(0, {"type": "metrics", "turn": 1, "v2v_ms": 510, "stages": stages}),
        caption(3, "bye", 7_000, 8_000),
        Message(0, {"type": "ended", "reason": "goodbye", "by": "prospect", "score_ready": True}),
    ]
    times = [(500, 1_000), (2_000, 4_000), (4_480, 6_000), (7_000, 8_000), (8_590, 9_000)]
    utterances = [
        {
            "index": index,
            "speaker": "trainee" if index % 2 else "prospect",
            "party": "trainee" if index % 2 else "prospect",
            "text": f"line {index}",
            "start_ms": start,
            "end_ms": end,
            "heard": True,
        }
        for index, (start, end) in enumerate(times)
    ]
    return Exercise(
        session={"session_id": "s"}, log=log, utterances=utterances, events=[], scorecard={}, recording=tape(log)
    )


def tape(log: CallLog) -> bytes:
    """A true recording of a call."""
    right = soxr.resample(log.prospect.astype(np.float64), log.out_rate, RATE_HZ)
    both = np.stack([log.trainee, np.resize(right, log.trainee.size)], axis=1)
    file = io.BytesIO()
    with wave.open(file, "wb") as wav:
        wav.setnchannels(2)
        wav.setsampwidth(2)
        wav.setframerate(RATE_HZ)
        wav.writeframes(both.astype("<i2").tobytes())
    return file.getvalue()
