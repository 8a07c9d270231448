"""Trains what tells "mm-hm" from an interruption: `python -m training.train_backchannels --models DIR --clips DIR`.

Kokoro's voices say the backchannels of `backchannels/signs.txt` and the first words of `backchannels/openers.txt`; the
clips are kept in `--clips`, which takes a quarter of an hour on two cores. The voices of the bench are never used.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt
import onnxruntime

from app.domain.audio import FRAME_SAMPLES, ms_to_samples
from app.turn.barge_in import LOOK_MS
from app.turn.engines import backchannel
from app.turn.engines.silero import SileroDetector
from app.turn.smoothing import OVER, Edge, hear
from app.turn.state import Voice
from bench.kokoro_voice import kokoro
from bench.noises import SOUNDS, hum
from bench.sound import Samples, level_dbfs, room_noise, voiced_ms
from training.fit import Array, logistic, scores

HERE = Path(__file__).parent / "backchannels"
WEIGHTS = Path(backchannel.__file__).with_name("backchannel.npz")
VOICES = HERE.joinpath("voices.txt").read_text(encoding="utf-8").split()
OPENERS_PER_VOICE, OPENING_WORDS = 46, 4
SIGN_SPEEDS, OPENER_SPEEDS = (1.0, 1.15, 1.3, 1.45), (0.95, 1.1, 1.25)
NOISE_SEEDS = range(100, 130)
ALSO_SIGNS = ("yes", "yeah", "okay", "right", "sure")
"""An opener that begins like a backchannel is known by what follows only: it teaches nothing here."""
LEVELS_DBFS = (-17.0, -23.0, -29.0)
PENALTY = 0.0008
FOLDS = 4
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Clip:
    """One start of speech."""

    voice: str
    text: str
    sign: bool
    pcm: Samples


def main() -> None:
    """Make the clips, measure on voices and openers that were left out, train on all, write the weights."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--models", type=Path, required=True, help="with kokoro-82m-int8 and moonshine-tiny-en in it")
    asked.add_argument("--clips", type=Path, required=True, help="where the spoken clips are kept")
    given = asked.parse_args()
    encoder = onnxruntime.InferenceSession(str(given.models / "moonshine-tiny-en" / backchannel.FILE))
    clips = [*spoken(given.models, given.clips), *noises()]
    rows = [(clip, each) for clip in clips for each in heard(clip, encoder)]
    signs = np.stack([each for _, each in rows])
    truth = np.array([[float(clip.sign)] for clip, _ in rows])
    ambiguous: Mask = np.array([not clip.sign and clip.text.lower().startswith(ALSO_SIGNS) for clip, _ in rows])
    middle, spread = signs.mean(axis=0), signs.std(axis=0) + 1e-6
    standard = (signs - middle) / spread
    fit = ~ambiguous
    report(rows, standard, truth, ambiguous)
    found = logistic(standard[fit], truth[fit], np.ones_like(truth[fit]), penalty=PENALTY)[0]
    weights = np.append(found[:-1] / spread, found[-1] - found[:-1] @ (middle / spread))
    np.savez_compressed(WEIGHTS, weights=weights.astype(np.float32))


def spoken(models: Path, folder: Path) -> Iterator[Clip]:
    """Every voice says every sign and its share of the openers."""
    folder.mkdir(parents=True, exist_ok=True)
    signs, openers = (
        HERE.joinpath(name).read_text(encoding="utf-8").splitlines() for name in ("signs.txt", "openers.txt")
    )
    for voice in VOICES:
        say = None
        own = sorted(openers, key=lambda text: crc32(f"{voice}{text}".encode()))[:OPENERS_PER_VOICE]
        for text in [*signs, *own]:
            sign = text in signs
            file = folder / f"{voice}_{crc32(text.encode()):08x}.npy"
            if not file.exists():
                say = say or kokoro(models, voice)
                speeds = SIGN_SPEEDS if sign else OPENER_SPEEDS
                words = text if sign else " ".join(text.split()[:OPENING_WORDS])
                np.save(file, say(words, speeds[crc32(file.name.encode()) % len(speeds)]))
            yield Clip(voice, text, sign, np.load(file))
        yield Clip(voice, "mm-hm", True, hum(np.load(folder / f"{voice}_{crc32(b'Mm.'):08x}.npy")))


def noises() -> Iterator[Clip]:
    """Short noises near a telephone: whoever hears one talks on."""
    for name, make in SOUNDS.items():
        for seed in NOISE_SEEDS:
            yield Clip(f"noise{seed % FOLDS}", name, True, make(seed))


def heard(clip: Clip, encoder: onnxruntime.InferenceSession) -> Iterator[Array]:
    """The signs of a clip at two levels, its onset where the detector sets it; none where it hears no speech."""
    for turn in range(2):
        chance = crc32(f"{clip.voice}{clip.text}{turn}".encode())
        loud = level_dbfs(np.concatenate([clip.pcm[a * 16 : b * 16] for a, b in voiced_ms(clip.pcm)] or [clip.pcm]))
        gain = 10 ** ((LEVELS_DBFS[chance % len(LEVELS_DBFS)] - loud) / 20)
        lead = 16_000 + chance % FRAME_SAMPLES
        room = room_noise(lead + clip.pcm.size + 16_000, chance).astype(np.float64)
        room[lead : lead + clip.pcm.size] += clip.pcm * gain
        pcm = room.clip(-32768, 32767).astype("<i2")
        onset = _onset(pcm)
        if onset is not None:
            end = onset + ms_to_samples(LOOK_MS)
            yield backchannel.signs(encoder, pcm[max(0, end - backchannel.SAMPLES) : end].tobytes())


def _onset(pcm: Samples) -> int | None:
    detector, voice = SileroDetector(), Voice()
    for end in range(FRAME_SAMPLES, pcm.size, FRAME_SAMPLES):
        p = detector.probability(pcm[end - FRAME_SAMPLES : end].tobytes())
        voice, edge = hear(voice, p, end, OVER)
        if edge is Edge.ON:
            return voice.onset
    return None


def report(rows: list[tuple[Clip, Array]], standard: Array, truth: Array, ambiguous: Mask) -> None:
    """Print what a threshold does to speech whose voice, and for openers whose words too, were left out."""
    voice = np.array(
        [VOICES.index(clip.voice) % FOLDS if clip.voice in VOICES else int(clip.voice[-1]) for clip, _ in rows]
    )
    words = np.array([crc32(clip.text.encode()) % FOLDS for clip, _ in rows])
    is_sign = truth[:, 0] > 0
    found = np.full(len(rows), np.nan)
    for fold in range(FOLDS):
        for part in range(FOLDS):
            train = (voice != fold) & (is_sign | (words != part)) & ~ambiguous
            test = (voice == fold) & (words == part)
            known = logistic(standard[train], truth[train], np.ones_like(truth[train]), penalty=PENALTY, steps=150)
            found[test] = scores(standard[test], known)[:, 0]
    chances = 1 / (1 + np.exp(-found))
    noise = np.array([clip.voice.startswith("noise") for clip, _ in rows])
    print(f"{is_sign.sum()} signs ({noise.sum()} noises), {(~is_sign).sum()} openers ({ambiguous.sum()} like a sign)")
    kinds = {"signs": is_sign & ~noise, "noises": noise, "openers": ~is_sign & ~ambiguous, "ambiguous": ambiguous}
    for limit in (0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9):
        below = chances < limit
        print(f"p < {limit}:", *(f"{name} {below[some].mean():.3f}" for name, some in kinds.items()))
    worst = sorted((float(chance), clip.text) for chance, (clip, _) in zip(chances, rows, strict=True) if clip.sign)
    print("signs most like an opener:", [f"{text} {chance:.2f}" for chance, text in worst[:25]])


if __name__ == "__main__":
    main()
