"""Does speech over the prospect's voice only say "I am listening", judged by its first third of a second.

A recogniser needs two or three times as long to be sure of so short a word, and by then the prospect should have
stopped for somebody who interrupts. The sound goes through Moonshine's encoder (Jeffries et al. 2024), and a small
logistic model over its states, trained by `training/train_backchannels.py`, knows the few words and noises that ask
for nothing.
"""

from importlib import resources
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from app.domain.audio import ms_to_samples
from app.domain.errors import EngineFailed, ModelMissing
from app.runtime.onnx import open_session
from app.turn.barge_in import LOOK_MS

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

MODEL_ID, FILE = "moonshine-tiny-en", "encoder_model.ort"
LEAD_MS = 96
"""Sound before an onset that belongs to it: the detector needs a moment."""
SAMPLES = ms_to_samples(LEAD_MS + LOOK_MS)
SEGMENTS = 4
"""The encoder's states are averaged over so many parts of the sound: what came first and what came last differ."""

States = NDArray[np.float64]


class MoonshineBackchannel:
    """One session on one thread; shared between calls, stateless."""

    def __init__(self, model_dir: Path) -> None:
        self._path = model_dir / FILE
        self._session: InferenceSession | None = None
        self._weights: States | None = None

    def load(self) -> None:
        """Read and warm the model; raises `ModelMissing` or `EngineFailed`."""
        if self._session is not None:
            return
        if not self._path.is_file():
            raise ModelMissing(
                f"The quick recogniser lacks its file {FILE}.",
                "Run the set-up again; until then the prospect also stops for a yeah or a cough.",
            )
        try:
            session = open_session(self._path)
        except Exception as failure:  # ONNX Runtime raises its own classes straight from Exception
            raise EngineFailed(
                "The quick recogniser could not be loaded.", "Its file may be damaged: run the set-up again."
            ) from failure
        with (resources.files(__package__) / "backchannel.npz").open("rb") as file:
            self._weights = np.load(file)["weights"].astype(np.float64)
        self._session = session
        self.probability(b"")

    def probability(self, pcm: bytes) -> float:
        """Probability in [0, 1] that speech which set in `LOOK_MS` before the end of `pcm` is a backchannel or a noise.

        `pcm` is int16 mono 16 kHz; only its last `SAMPLES` count, and silence is put before a shorter one.
        """
        self.load()
        assert self._session is not None
        assert self._weights is not None
        score = float(self._weights[:-1] @ signs(self._session, pcm) + self._weights[-1])
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score))))


def signs(encoder: "InferenceSession", pcm: bytes) -> States:
    """`(SEGMENTS * width,)`: what the encoder makes of the last `SAMPLES` of `pcm`, averaged over each segment."""
    wave = np.frombuffer(pcm, dtype="<i2")[-SAMPLES:].astype(np.float32) / np.float32(32768)
    wave = np.pad(wave, (SAMPLES - len(wave), 0))
    (states,) = encoder.run(None, {"input_values": wave[None], "attention_mask": np.ones((1, SAMPLES), np.int64)})
    return np.concatenate([part.mean(axis=0) for part in np.array_split(states[0].astype(np.float64), SEGMENTS)])
