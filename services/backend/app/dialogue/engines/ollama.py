"""Any Ollama-compatible server on this computer: `/api/chat`, streamed, and `/api/tags`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.dialogue.engines.chat import Message, Sampling
from app.dialogue.engines.loopback import Loopback, json_of
from app.domain.errors import EngineFailed

LIST_TIMEOUT_S = 1.5
KEEP_ALIVE = "30m"
"""The server keeps the model in memory between calls: loading takes seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OllamaModel:
    """One model that the server offers."""

    name: str
    size_bytes: int


class OllamaChat:
    """One model of one server; an empty name means the first that the server lists."""

    name = "ollama"

    def __init__(self, url: str, model: str) -> None:
        self._server, self._model = Loopback(url), model

    def stream(self, messages: Sequence[Message], sampling: Sampling, timeout_s: float) -> Iterator[str]:
        """Pieces of the answer as they come; raises `EngineFailed`, at `timeout_s` at the latest."""
        self._model = self._model or next((one.name for one in offered(self._server.url)), "")
        body = {
            "model": self._model,
            "messages": [{"role": one.role, "content": one.content} for one in messages],
            "stream": True,
            "think": False,
            "keep_alive": KEEP_ALIVE,
            "options": {
                "seed": sampling.seed,
                "temperature": sampling.temperature,
                "num_predict": sampling.max_tokens,
            },
        }
        answer = self._server.lines("/api/chat", body, timeout_s)
        try:
            for line in answer:
                piece, done = _piece(line)
                if piece:
                    yield piece
                if done:
                    return
        finally:
            answer.close()  # type: ignore[attr-defined] # a generator: closing it closes the connection
        raise EngineFailed("The model server stopped in the middle of an answer.")

    def drop(self) -> None:
        """Close the connection that is open, if any."""
        self._server.drop()


def offered(url: str) -> tuple[OllamaModel, ...]:
    """The server's models, as it lists them; raises `EngineFailed` when none answers, `Invalid` for a far one."""
    found = Loopback(url).get("/api/tags", LIST_TIMEOUT_S)
    listed = found.get("models") if isinstance(found, Mapping) else None
    if not isinstance(listed, list):
        raise EngineFailed(f"{url} is no Ollama-compatible server.")
    return tuple(
        OllamaModel(name=str(one["name"]), size_bytes=int(one.get("size") or 0))
        for one in listed
        if isinstance(one, Mapping) and one.get("name")
    )


def _piece(line: bytes) -> tuple[str, bool]:
    said = json_of(line)
    if not isinstance(said, Mapping) or said.get("error"):
        raise EngineFailed("The model server reported an error.")
    message = said.get("message")
    piece = message.get("content") if isinstance(message, Mapping) else ""
    return (piece if isinstance(piece, str) else ""), bool(said.get("done"))
