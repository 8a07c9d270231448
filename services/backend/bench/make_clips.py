"""Make the trainee's clips anew: speak every script with Kokoro, place its pauses, measure the labels.

`python -m bench.make_clips [SET …] [--models-dir DIR]` reads `voice`, `speed`, `name`, `when` and `say` from each
`clips/SET/script.toml` and writes the clips beside it and the measured `file` and `speech_ms` into it. Needs the
model `kokoro-82m-int8`. A number inside `say` is a pause in milliseconds from the last voiced window before it to
the first one after it.
"""

import argparse
import json
import sys
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
import platformdirs
import soundfile
import soxr

from bench.script import CLIPS, clip_sets
from bench.sound import RATE_HZ, Samples, level_dbfs, room_noise, voiced_ms

MODEL = "kokoro-82m-int8"
LEVEL_DBFS = -20.0
"""Level of the voiced part of every phrase."""
EDGE_MS = 120
"""Room noise before the first and after the last voiced window of a clip."""
_FADE = 80

Say = Callable[[str], Samples]


def kokoro(models_dir: Path, voice: str, speed: float) -> Say:
    """A speaker: text to mono int16 at 16 kHz, not yet levelled."""
    from kokoro_onnx import Kokoro

    folder = models_dir / MODEL
    style = np.fromfile(folder / "voices" / f"{voice}.bin", dtype=np.float32).reshape(-1, 1, 256)
    with tempfile.TemporaryDirectory() as scratch:
        voices = Path(scratch) / "voices.npy"
        np.save(voices, style)
        engine = Kokoro(str(folder / "model.onnx"), str(voices))
    lang = "en-gb" if voice.startswith("b") else "en-us"

    def say(text: str) -> Samples:
        sound, rate = engine.create(text, voice=style, speed=speed, lang=lang)
        pcm: Samples = np.round(soxr.resample(sound, rate, RATE_HZ) * 32767).clip(-32768, 32767).astype(np.int16)
        return pcm

    return say


def phrase(raw: Samples) -> Samples:
    """Level a phrase and cut it to exactly its voiced stretch, with edges short enough not to be heard."""
    loud = raw.astype(np.float64)
    for _ in range(2):
        speech = voiced_ms(loud.clip(-32768, 32767).astype(np.int16))
        start, end = (ms * RATE_HZ // 1000 for ms in (speech[0][0], speech[-1][1]))
        loud = loud[start:end] * 10 ** ((LEVEL_DBFS - level_dbfs(loud[start:end].astype(np.int16))) / 20)
    peak = np.abs(loud).max() / 32768
    loud *= min(1.0, 0.89 / peak)
    ramp = np.linspace(0, 1, _FADE)
    loud[:_FADE] *= ramp
    loud[-_FADE:] *= ramp[::-1]
    return np.round(loud).astype(np.int16)


def clip(say: list[str | int], speak: Say, seed: int) -> tuple[Samples, list[tuple[int, int]]]:
    """One turn with its labels: voiced stretches between the pauses that the script names."""
    silence = np.zeros(EDGE_MS * RATE_HZ // 1000, np.int16)
    parts, labels = [silence], []
    for part in say:
        if isinstance(part, int):
            parts.append(np.zeros(part * RATE_HZ // 1000, np.int16))
            continue
        start = sum(p.size for p in parts)
        parts.append(phrase(speak(part)))
        labels.append((start * 1000 // RATE_HZ, (start + parts[-1].size) * 1000 // RATE_HZ))
    parts.append(silence)
    clean = np.concatenate(parts)
    noisy = clean.astype(np.int32) + room_noise(clean.size, seed)
    return noisy.clip(-32768, 32767).astype(np.int16), labels


def make_set(name: str, models_dir: Path) -> None:
    """Write the clips of one set and its script with fresh labels."""
    folder = CLIPS / name
    script = tomllib.loads((folder / "script.toml").read_text())
    speak = kokoro(models_dir, script["voice"], script["speed"])
    for old in folder.glob("*.flac"):
        old.unlink()
    for number, turn in enumerate(script["turn"], start=1):
        turn["file"] = f"{number:02}_{turn['name']}.flac"
        samples, labels = clip(turn["say"], speak, crc32(f"{name}/{turn['name']}".encode()))
        turn["speech_ms"] = labels
        soundfile.write(folder / turn["file"], samples, RATE_HZ, subtype="PCM_16")
    (folder / "script.toml").write_text(toml(script))


def toml(script: dict[str, Any]) -> str:
    """The script as a file: what people edit first, what is measured after it."""
    lines = ["# `file` and `speech_ms` are written by bench.make_clips; edit the rest and run it again."]
    lines += [f"{key} = {json.dumps(script[key], ensure_ascii=False)}" for key in ("voice", "speed")]
    for turn in script["turn"]:
        when = ", ".join(f"{key} = {value}" for key, value in turn["when"].items())
        say = ", ".join(json.dumps(part, ensure_ascii=False) for part in turn["say"])
        speech = ", ".join(f"[{start}, {end}]" for start, end in turn["speech_ms"])
        lines += [
            "",
            "[[turn]]",
            f'name = "{turn["name"]}"',
            f"when = {{ {when} }}",
            f"say = [{say}]",
            f'file = "{turn["file"]}"',
            f"speech_ms = [{speech}]",
        ]
    return "\n".join(lines) + "\n"


def main(argv: list[str] | None = None) -> int:
    """Make the named sets, or all."""
    parser = argparse.ArgumentParser(prog="bench.make_clips", description="Make the trainee's clips anew.")
    parser.add_argument("sets", nargs="*", metavar="SET", help="default: all")
    parser.add_argument(
        "--models-dir",
        type=Path,
        default=Path(platformdirs.user_data_dir("Ringside", appauthor=False)) / "models",
        help="folder that holds kokoro-82m-int8",
    )
    args = parser.parse_args(argv)
    if not (args.models_dir / MODEL / "model.onnx").is_file():
        print(f"{MODEL} is not in {args.models_dir}; fetch it with scripts/fetch_models.py", file=sys.stderr)
        return 1
    for name in args.sets or clip_sets():
        print(f"{name} …", flush=True)
        make_set(name, args.models_dir)
    return 0


if __name__ == "__main__":
    sys.exit(main())
