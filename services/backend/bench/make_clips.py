"""Make the trainee's clips anew: speak every script with Kokoro, give its pauses their length, measure the labels.

`python -m bench.make_clips [SET …] [--models-dir DIR]` reads `voice`, `speed`, `name`, `when` and `say` (or `sound`)
from each `clips/SET/script.toml`, writes the clips beside it and the measured `file`, `speech_ms` and `pauses` into
it; a turn may have a `speed` of its own. Needs the models `kokoro-82m-int8` and `whisper-base`. A number inside `say`
is a pause in milliseconds from the last voiced window before it to the first one after it; natural pauses of 150 ms
or more are labelled as well.
"""

import argparse
import json
import sys
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
import platformdirs
import soundfile

from bench import noises
from bench.align import Aligner
from bench.kokoro_voice import MODEL, kokoro
from bench.pauses import Paused, Turn, gaps, paused
from bench.script import CLIPS, clip_sets
from bench.sound import RATE_HZ, Samples, level_dbfs, room_noise, voiced_ms

LEVEL_DBFS = -20.0
"""Level of a turn over all of its voiced stretches."""
EDGE_MS = 120
"""Room noise before the first and after the last voiced window of a clip."""

Speak = Callable[[str], Samples]
"""Text to mono int16 at 16 kHz, not yet levelled."""


def levelled(raw: Samples) -> Samples:
    """A turn at the level of all the others, its peaks under the limit."""
    loud = raw.astype(np.float64)
    for _ in range(2):
        pcm = loud.clip(-32768, 32767).astype(np.int16)
        voiced = np.concatenate([pcm[start * 16 : end * 16] for start, end in voiced_ms(pcm)])
        loud *= 10 ** ((LEVEL_DBFS - level_dbfs(voiced)) / 20)
    loud *= min(1.0, 0.89 * 32768 / np.abs(loud).max())
    result: Samples = np.round(loud).astype(np.int16)
    return result


def clip(part: Paused, seed: int) -> tuple[Samples, list[tuple[int, int]]]:
    """A turn in its room, with its labels moved along."""
    shift = EDGE_MS - part.speech_ms[0][0]
    labels = [(start + shift, end + shift) for start, end in part.speech_ms]
    noisy = room_noise((labels[-1][1] + EDGE_MS) * RATE_HZ // 1000, seed).astype(np.int32)
    at = shift * RATE_HZ // 1000
    noisy[at : at + part.pcm.size] += part.pcm
    return noisy.clip(-32768, 32767).astype(np.int16), labels


def spoken(say: list[str | int], speak: Speak, aligner: Aligner) -> Paused:
    """One turn spoken whole, its pauses as the script names them."""
    turn = Turn.of(say)
    pcm = levelled(speak(" ".join(turn.words)))
    starts = aligner.starts_ms(pcm, list(turn.words)) if len(turn.words) > 1 else [0]
    return paused(pcm, gaps(pcm, turn, starts))


def made(sound: str, speak: Speak, seed: int) -> Paused:
    """Something that is no word: a hum or a noise, by its name."""
    return paused(levelled(noises.hum(speak("Mm.")) if sound == noises.HUM else noises.SOUNDS[sound](seed)), [])


def make_set(name: str, models_dir: Path) -> None:
    """Write the clips of one set and its script with fresh labels."""
    folder = CLIPS / name
    script = tomllib.loads((folder / "script.toml").read_text())
    say, aligner = kokoro(models_dir, script["voice"]), Aligner(models_dir)
    for old in folder.glob("*.flac"):
        old.unlink()
    for number, turn in enumerate(script["turn"], start=1):
        seed = crc32(f"{name}/{turn['name']}".encode())
        speak = partial(say, speed=turn.get("speed", script["speed"]))
        part = spoken(turn["say"], speak, aligner) if "say" in turn else made(turn["sound"], speak, seed)
        samples, turn["speech_ms"] = clip(part, seed)
        turn["file"], turn["pauses"] = f"{number:02}_{turn['name']}.flac", part.kinds
        soundfile.write(folder / turn["file"], samples, RATE_HZ, subtype="PCM_16")
    (folder / "script.toml").write_text(toml(script))


def toml(script: dict[str, Any]) -> str:
    """The script as a file: what people edit first, what is measured after it."""
    lines = ["# `file`, `speech_ms` and `pauses` are written by bench.make_clips; edit the rest and run it again."]
    lines += [f"{key} = {json.dumps(script[key], ensure_ascii=False)}" for key in ("voice", "speed")]
    for turn in script["turn"]:
        when = ", ".join(f"{key} = {value}" for key, value in turn["when"].items())
        lines += ["", "[[turn]]", f'name = "{turn["name"]}"', f"when = {{ {when} }}"]
        for key in ("speed", "say", "sound", "file", "speech_ms", "pauses"):
            if key in turn:
                lines.append(f"{key} = {json.dumps(turn[key], ensure_ascii=False)}")
    return "\n".join(lines) + "\n"


def main(argv: list[str] | None = None) -> int:
    """Make the named sets, or all."""
    parser = argparse.ArgumentParser(prog="bench.make_clips", description="Make the trainee's clips anew.")
    parser.add_argument("sets", nargs="*", metavar="SET", help="default: all")
    parser.add_argument(
        "--models-dir",
        type=Path,
        default=Path(platformdirs.user_data_dir("Ringside", appauthor=False)) / "models",
        help="folder that holds kokoro-82m-int8 and whisper-base",
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
