"""Whisper by CTranslate2 with a window as short as the clip allows: the default recogniser."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from app.domain.audio import CALL_RATE_HZ
from app.domain.errors import EngineFailed
from app.domain.speech import Transcript
from app.runtime.priority import giving_way
from app.stt.engines.loops import collapse, impossible, looks_looped
from app.stt.engines.mel import LogMel
from app.stt.engines.model_files import read
from app.stt.engines.window import MAX_WINDOW_S, MIN_WINDOW_S, split_quietly, window_samples

if TYPE_CHECKING:
    import ctranslate2
    from tokenizers import Tokenizer

SILENT_RMS = 10 ** (-65 / 20)
"""A clip quieter than -65 dBFS throughout holds nothing to recognise."""
NO_SPEECH_GATES = ((0.85, 0.0), (0.6, -1.0), (0.4, -1.5))
"""`(p, l)`: no words if the no-speech probability is above p and the mean log-probability below l.

The middle pair is Whisper's own (Radford et al. 2022, section 4.5). The others come from fan noise, hum, typing and
rumble, against speech 8 dB above noise (highest no-speech probability: 0.34 for base, 0.75 for tiny.en).
"""
LANES = 2
"""Clips recognised at a time: a final goes beside a partial that is still under way. The weights are shared."""
PROMPT_FROM_S = 2.2
"""Shorter clips, pre-roll included, are short answers, in which a prompt's names displace what was said."""
_RETRY_WINDOW_S = 15
_TOKENS_PER_S = 8
_TOKENS_SLACK = 12
"""CTranslate2 writes at most half of `max_length`, and never more than it leaves beside the prompt."""
_MAX_TOKENS = 224
_MAX_PROMPT_TOKENS = 80
_QUIET_BLOCK = CALL_RATE_HZ // 20


@dataclass(frozen=True, slots=True)
class _Loaded:
    """Everything that exists only once the model is in memory."""

    model: "ctranslate2.models.Whisper"
    tokenizer: "Tokenizer"
    mel: LogMel
    start: tuple[int, ...]
    previous: int
    end: int


class WhisperEngine:
    """One Whisper model; greedy decoding, so the same audio gives the same text."""

    def __init__(self, model_dir: Path, threads: int = 2) -> None:
        self.name = model_dir.name
        self._dir = model_dir
        self._threads = threads
        self._loaded: _Loaded | None = None

    def load(self) -> None:
        """Read the model as int8 and run it once; raises `ModelMissing` or `EngineFailed`."""
        if self._loaded is not None:
            return
        loaded = self._loaded = read(self.name, self._dir, ("model.bin", "config.json", "tokenizer.json"), self._read)
        self._decode(loaded, np.zeros(CALL_RATE_HZ, np.float32), [], MIN_WINDOW_S)

    def _read(self) -> _Loaded:
        import ctranslate2
        from tokenizers import Tokenizer

        # It mostly looks at speech that goes on: the short work of a turn's end comes first.
        with giving_way():
            model = ctranslate2.models.Whisper(
                str(self._dir), device="cpu", compute_type="int8", intra_threads=self._threads, inter_threads=LANES
            )
        tokenizer = Tokenizer.from_file(str(self._dir / "tokenizer.json"))

        def token(name: str) -> int:
            found = tokenizer.token_to_id(f"<|{name}|>")
            if found is None:
                raise ValueError(f"no <|{name}|> in the vocabulary")
            return int(found)

        task = (token("en"), token("transcribe")) if model.is_multilingual else ()
        return _Loaded(
            model=model,
            tokenizer=tokenizer,
            mel=LogMel(model.n_mels),
            start=(token("startoftranscript"), *task, token("notimestamps")),
            previous=token("startofprev"),
            end=token("endoftext"),
        )

    def transcribe(self, pcm: bytes, *, prompt: str = "", fast: bool = False) -> Transcript:
        """Recognise int16 mono 16 kHz `pcm`; `prompt` holds names, `fast` skips the second look at suspicious text."""
        self.load()
        loaded = self._loaded
        assert loaded is not None
        wave = np.frombuffer(pcm, dtype="<i2").astype(np.float32) / np.float32(32768)
        names = self._prompt_tokens(loaded, prompt)
        return _join([self._piece(loaded, piece, names, fast) for piece in split_quietly(wave)])

    def _piece(self, loaded: _Loaded, wave: NDArray[np.float32], names: list[int], fast: bool) -> Transcript:
        """One stretch of at most 29 s, gated and guarded against loops."""
        if _loudest_rms(wave) < SILENT_RMS:
            return Transcript("", no_speech_prob=1.0)
        clip_s = len(wave) / CALL_RATE_HZ
        heard, complete = self._decode(loaded, wave, names if clip_s >= PROMPT_FROM_S else [], MIN_WINDOW_S)
        if not fast and (not complete or looks_looped(heard.text, clip_s)):
            window_s = max(_RETRY_WINDOW_S, min(MAX_WINDOW_S, 2 * round(clip_s)))
            heard, _ = self._decode(loaded, wave, [], window_s)
        if impossible(heard.text, clip_s):
            heard = replace(heard, text=collapse(heard.text))
        return heard if _is_speech(heard) else replace(heard, text="")

    def _decode(
        self, loaded: _Loaded, wave: NDArray[np.float32], names: list[int], min_window_s: int
    ) -> tuple[Transcript, bool]:
        """One greedy pass in a window of at least `min_window_s`, and whether it came to an end by itself."""
        from ctranslate2 import StorageView

        features = loaded.mel.frames(wave, window_samples(len(wave), min_window_s))
        prompt = [*names, *loaded.start]
        tokens_allowed = min(_MAX_TOKENS, int(len(wave) / CALL_RATE_HZ * _TOKENS_PER_S) + _TOKENS_SLACK)
        try:
            result = loaded.model.generate(
                StorageView.from_array(features),
                [prompt],
                beam_size=1,
                max_length=max(2 * tokens_allowed, len(prompt) + tokens_allowed),
                return_scores=True,
                return_no_speech_prob=True,
            )[0]
        except RuntimeError as error:
            raise EngineFailed(f"The speech recogniser {self.name} failed: {error}") from error
        tokens = [token for token in result.sequences_ids[0] if token < loaded.end]
        heard = Transcript(
            text=loaded.tokenizer.decode(tokens).strip(),
            avg_logprob=result.scores[0] * len(tokens) / (len(tokens) + 1),
            no_speech_prob=result.no_speech_prob,
        )
        return heard, len(tokens) < tokens_allowed

    @staticmethod
    def _prompt_tokens(loaded: _Loaded, prompt: str) -> list[int]:
        """Names as if they had just been said, in a sentence: a bare list makes Whisper answer in lists."""
        names = prompt.strip(" .,")
        if not names:
            return []
        ids = loaded.tokenizer.encode(f" This call mentions {names}.", add_special_tokens=False).ids
        return [loaded.previous, *ids[-_MAX_PROMPT_TOKENS:]]


def _is_speech(heard: Transcript) -> bool:
    """False for text without letters or digits, and for text the model itself does not believe in."""
    if not any(char.isalnum() for char in heard.text):
        return False
    return not any(heard.no_speech_prob > p and heard.avg_logprob < logprob for p, logprob in NO_SPEECH_GATES)


def _loudest_rms(wave: NDArray[np.float32]) -> float:
    """RMS of the loudest 50 ms."""
    blocks = wave[: len(wave) // _QUIET_BLOCK * _QUIET_BLOCK].reshape(-1, _QUIET_BLOCK)
    return float(np.sqrt(np.square(blocks).mean(axis=1).max())) if len(blocks) else 0.0


def _join(parts: list[Transcript]) -> Transcript:
    """Pieces of one clip as one transcript: worst confidence, least silence."""
    if len(parts) == 1:
        return parts[0]
    spoken = [part for part in parts if part.text]
    return Transcript(
        text=" ".join(part.text for part in spoken),
        avg_logprob=min((part.avg_logprob for part in spoken), default=0.0),
        no_speech_prob=min(part.no_speech_prob for part in parts),
    )
