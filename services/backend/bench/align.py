"""When each word of a known text is spoken: forced alignment by the recogniser's own attention."""

import re
from pathlib import Path

import ctranslate2
import numpy as np
import tokenizers

from app.stt.engines.mel import LogMel
from bench.sound import RATE_HZ, Samples

MODEL = "whisper-base"
_FRAME_MS = 20
"""One encoder frame of Whisper."""
_WINDOW_S = 30


class Aligner:
    """Whisper told what it hears; for clips of up to 30 s."""

    def __init__(self, models_dir: Path) -> None:
        folder = models_dir / MODEL
        self._model = ctranslate2.models.Whisper(str(folder), device="cpu", compute_type="int8")
        self._tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._mel = LogMel(self._model.n_mels)

    def starts_ms(self, pcm: Samples, words: list[str]) -> list[int]:
        """When each of `words` begins in `pcm` (16 kHz), to about 50 ms."""
        spelled = [self._tokenizer.encode(f" {_plain(word)}", add_special_tokens=False).ids for word in words]
        wave = pcm.astype(np.float32) / np.float32(32768)
        features = self._mel.frames(wave, _WINDOW_S * RATE_HZ)
        start = [self._tokenizer.token_to_id(f"<|{name}|>") for name in ("startoftranscript", "en", "transcribe")]
        frames = min(pcm.size * 100 // RATE_HZ, _WINDOW_S * 100)
        tokens = [token for word in spelled for token in word]
        result = self._model.align(ctranslate2.StorageView.from_array(features), start, [tokens], [frames])[0]
        first: dict[int, int] = {}
        for text_index, time_index in result.alignments:
            first.setdefault(text_index, time_index)
        at = np.cumsum([0, *(len(word) for word in spelled)])
        return [first[int(i)] * _FRAME_MS for i in at[:-1]]


def _plain(word: str) -> str:
    """A word as the recogniser writes it: stray signs would take up time of their own."""
    return re.sub(r"[…—]", "", word) or word
