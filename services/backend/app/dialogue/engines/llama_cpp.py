"""A model file on this computer, run in this process by llama.cpp; loaded when the first line is asked for."""

import json
import secrets
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from time import monotonic
from typing import Any

from app.dialogue.engines.chat import Message, Sampling
from app.domain.errors import EngineFailed, ModelMissing

CONTEXT_TOKENS = 2_048
INSTALL = "Install it: pip install xllamacpp, into services/backend/.venv."


class LlamaCppChat:
    """One model file; one answer at a time, the next waits for it."""

    name = "llama_cpp"

    def __init__(self, path: Path, threads: int = 2) -> None:
        self._path, self._threads = path, threads
        self._server: Any = None
        self._turn, self._stop = Lock(), Event()

    def stream(self, messages: Sequence[Message], sampling: Sampling, timeout_s: float) -> Iterator[str]:
        """Pieces of the answer as they come; raises `EngineFailed`, at `timeout_s` at the latest."""
        until, stop = monotonic() + timeout_s, Event()
        self._stop = stop
        pieces: SimpleQueue[str | Exception | None] = SimpleQueue()
        request = json.dumps(
            {
                "messages": [{"role": one.role, "content": one.content} for one in messages],
                "stream": True,
                "cache_prompt": True,
                "seed": sampling.seed,
                "temperature": sampling.temperature,
                "max_tokens": sampling.max_tokens,
            }
        )
        Thread(target=self._run, args=(request, pieces, stop), name="llama.cpp", daemon=True).start()
        try:
            while (piece := pieces.get(timeout=max(0.0, until - monotonic()))) is not None:
                if isinstance(piece, Exception):
                    raise EngineFailed(f"{self._path.name} could not answer: {type(piece).__name__}.")
                yield piece
        except Empty:
            raise EngineFailed(f"{self._path.name} took too long.") from None
        finally:
            stop.set()

    def drop(self) -> None:
        """Stop at the next piece."""
        self._stop.set()

    def _run(self, request: str, pieces: "SimpleQueue[str | Exception | None]", stop: Event) -> None:
        def heard(chunk: str) -> bool:
            """True ends the answer."""
            said = json.loads(chunk)
            if "error" in said:
                pieces.put(EngineFailed("llama.cpp reported an error"))
                return True
            with suppress(LookupError, TypeError):
                if text := said["choices"][0]["delta"].get("content"):
                    pieces.put(text)
            return stop.is_set()

        try:
            with self._turn:
                if not stop.is_set():
                    self._loaded().handle_chat_completions(request, heard)
            pieces.put(EngineFailed("dropped") if stop.is_set() else None)
        except Exception as error:
            pieces.put(error)

    def _loaded(self) -> Any:
        if self._server is None:
            import xllamacpp

            params = xllamacpp.CommonParams()
            params.model.path = str(self._path)
            params.n_ctx, params.n_parallel, params.warmup = CONTEXT_TOKENS, 1, False
            params.cpuparams.n_threads = self._threads
            # It also listens on a port of this computer: nobody else may use that.
            params.api_keys = [secrets.token_urlsafe(32)]
            self._server = xllamacpp.Server(params)
        return self._server


@cache
def shared(path: Path) -> LlamaCppChat:
    """The one engine of this process for `path`; raises `ModelMissing` when file or runtime is not there."""
    if not path.is_file():
        raise ModelMissing(f"There is no file {path.name}.", "Set RINGSIDE_GGUF to a .gguf file you have.")
    if find_spec("xllamacpp") is None:
        raise ModelMissing("The package xllamacpp is not installed.", INSTALL)
    return LlamaCppChat(path)
