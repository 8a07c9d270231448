"""Smart Turn v3.2 by ONNX Runtime: has the speaker finished, judged by the sound of up to 8 s of the turn."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import EngineFailed, ModelMissing
from app.runtime.onnx import open_session
from app.turn.engines.log_mel import log_mel

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FILE = "smart-turn-v3.2-cpu.onnx"


class SmartTurn:
    """One session on one thread; shared between calls, stateless."""

    def __init__(self, model_dir: Path) -> None:
        self._path = model_dir / FILE
        self._session: InferenceSession | None = None

    def load(self) -> None:
        """Read and warm the model; raises `ModelMissing` or `EngineFailed`."""
        if self._session is not None:
            return
        if not self._path.is_file():
            raise ModelMissing(
                f"The end-of-turn model lacks its file {FILE}.",
                "Run the set-up again, or put the file into the models folder; "
                "until then turns end by silence and words alone.",
            )
        try:
            self._session = open_session(self._path)
        except Exception as failure:  # ONNX Runtime raises its own classes straight from Exception
            raise EngineFailed(
                "The end-of-turn model could not be loaded.", "Its file may be damaged: run the set-up again."
            ) from failure
        self.probability(b"")

    def probability(self, pcm: bytes) -> float:
        """Probability in [0, 1] that the turn in `pcm` (int16 mono 16 kHz, its last 8 s count) is over."""
        self.load()
        if self._session is None:
            raise EngineFailed("The end-of-turn model is not loaded.")
        (answer,) = self._session.run(None, {"input_features": log_mel(pcm)[None]})
        return float(answer.reshape(-1)[0])
