"""Moonshine by ONNX Runtime: its encoder takes sound of any length, so a few seconds cost a few dozen milliseconds."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from app.domain.audio import CALL_RATE_HZ
from app.domain.errors import EngineFailed
from app.domain.speech import Transcript
from app.runtime.onnx import open_session
from app.stt.engines.loops import collapse, impossible
from app.stt.engines.model_files import read
from app.stt.engines.window import split_quietly

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

ENCODER, DECODER, TOKENIZER = "encoder_model.ort", "decoder_model_merged.ort", "tokenizer.json"
START, END = 1, 2
_TOKENS_PER_S, _TOKENS_SLACK = 7, 8
"""The model's authors allow six and a half tokens a second: more is a loop (Jeffries et al. 2024)."""
_LEAST_LOGPROB = -1.0
"""Words that the model believes in less were made out of noise."""
_LEAST_SAMPLES = CALL_RATE_HZ // 4
"""The encoder's three strides need a few blocks of sound; shorter clips get silence behind them."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    encoder: "InferenceSession"
    decoder: "InferenceSession"
    tokenizer: "Tokenizer"
    outputs: list[str]
    cache_shape: tuple[int, int, int, int]


class MoonshineEngine:
    """One Moonshine model; greedy decoding, so the same audio gives the same text. It takes no prompt."""

    def __init__(self, model_dir: Path, threads: int = 1) -> None:
        self.name = model_dir.name
        self._dir, self._threads = model_dir, threads
        self._loaded: _Loaded | None = None

    def load(self) -> None:
        """Read the model and run it once; raises `ModelMissing` or `EngineFailed`."""
        if self._loaded is not None:
            return
        loaded = read(self.name, self._dir, (ENCODER, DECODER, TOKENIZER), self._read)
        self._decode(loaded, np.zeros(CALL_RATE_HZ, np.float32))
        self._loaded = loaded

    def transcribe(self, pcm: bytes, *, prompt: str = "", fast: bool = False) -> Transcript:  # noqa: ARG002
        """Recognise int16 mono 16 kHz `pcm`; every pass is as fast as it gets."""
        self.load()
        loaded = self._loaded
        assert loaded is not None
        wave = np.frombuffer(pcm, dtype="<i2").astype(np.float32) / np.float32(32768)
        pieces = [self._decode(loaded, piece) for piece in split_quietly(wave)]
        return Transcript(
            text=" ".join(text for text, _ in pieces if text),
            avg_logprob=min(logprob for _, logprob in pieces),
        )

    def _read(self) -> _Loaded:
        from tokenizers import Tokenizer

        encoder, decoder = (open_session(self._dir / file, self._threads) for file in (ENCODER, DECODER))
        shape = next(each.shape for each in decoder.get_inputs() if each.name == "past_key_values.0.decoder.key")
        return _Loaded(
            encoder=encoder,
            decoder=decoder,
            tokenizer=Tokenizer.from_file(str(self._dir / TOKENIZER)),
            outputs=[each.name for each in decoder.get_outputs()],
            cache_shape=(1, shape[1], 0, shape[3]),
        )

    def _decode(self, loaded: _Loaded, wave: NDArray[np.float32]) -> tuple[str, float]:
        """Text of one stretch of at most 29 s and the mean log-probability of its tokens."""
        wave = np.pad(wave, (0, max(0, _LEAST_SAMPLES - len(wave))))
        most = int(len(wave) / CALL_RATE_HZ * _TOKENS_PER_S) + _TOKENS_SLACK
        try:
            tokens, logprob = _greedy(loaded, wave, most)
        except Exception as error:  # ONNX Runtime raises its own classes straight from Exception
            raise EngineFailed(f"The speech recogniser {self.name} failed: {error}") from error
        text = loaded.tokenizer.decode(tokens).strip()
        if impossible(text, len(wave) / CALL_RATE_HZ):
            text = collapse(text)
        believed = logprob >= _LEAST_LOGPROB and any(char.isalnum() for char in text)
        return (text if believed else ""), logprob


def _greedy(loaded: _Loaded, wave: NDArray[np.float32], most: int) -> tuple[list[int], float]:
    """The likeliest tokens one by one, and their mean log-probability (that of the end included)."""
    heard = np.ones((1, len(wave)), np.int64)
    (states,) = loaded.encoder.run(None, {"input_values": wave[None], "attention_mask": heard})
    steady: dict[str, Any] = {
        "encoder_hidden_states": _value(states),
        "encoder_attention_mask": _value(heard),
    }
    empty = _value(np.zeros(loaded.cache_shape, np.float32))
    cache = {name.replace("present", "past_key_values"): empty for name in loaded.outputs[1:]}
    wanted, total, last = loaded.outputs, 0.0, START
    tokens: list[int] = []
    while True:
        again = _value(np.array([wanted is not loaded.outputs]))
        step = {"input_ids": _value(np.array([[last]], np.int64)), "use_cache_branch": again}
        logits, *fresh = loaded.decoder.run_with_ort_values(wanted, steady | step | cache)
        cache |= {
            name.replace("present", "past_key_values"): kept for name, kept in zip(wanted[1:], fresh, strict=True)
        }
        # The encoder's share of the cache never changes after the first step: copying it out would be most of the work.
        wanted = [name for name in loaded.outputs if "encoder" not in name]
        scores = logits.numpy()[0, -1]
        last = int(scores.argmax())
        total -= float(np.log(np.exp(scores - scores[last]).sum()))
        if last == END or len(tokens) >= most:
            return tokens, total / (len(tokens) + 1)
        tokens.append(last)


def _value(array: NDArray[Any]) -> Any:
    from onnxruntime import OrtValue

    return OrtValue.ortvalue_from_numpy(array)
