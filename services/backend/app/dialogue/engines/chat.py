"""What a wording engine needs of a language model: a streamed answer that can be dropped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message of a chat."""

    role: str
    """`system`, `user` or `assistant`."""
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampling:
    """How an answer is drawn."""

    seed: int
    temperature: float
    max_tokens: int


class ChatModel(Protocol):
    """A language model on this computer; blocking, one answer at a time."""

    name: str
    """Name of the engine, as shown."""

    def stream(self, messages: Sequence[Message], sampling: Sampling, timeout_s: float) -> Iterator[str]:
        """Pieces of the answer as they come; raises `EngineFailed`, at `timeout_s` at the latest."""
        ...

    def drop(self) -> None:
        """End the answer under way, if any; callable from any thread."""
        ...
