"""Which wording engines there are on this computer, and which of them can be used right now."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.dialogue.engines.bank import BankWording
from app.dialogue.engines.chat import ChatModel
from app.dialogue.engines.loopback import NOT_THERE
from app.dialogue.engines.model import ModelWording
from app.dialogue.engines.ollama import OllamaChat, OllamaModel, offered
from app.dialogue.ports import WordingEngine
from app.domain.errors import Invalid, ModelMissing, RingsideError

BANK, OLLAMA, LLAMA_CPP = "bank", "ollama", "llama_cpp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One engine: whether it could word a call now, and if not, what to do about it."""

    name: str
    ready: bool
    detail: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """The engines as they are set up; asking costs nothing until one is used."""

    ollama_url: str = "http://127.0.0.1:11434"
    ollama_model: str = ""
    """Empty: the first one that the server lists."""
    llama_cpp: Callable[[], ChatModel] | None = None
    """The model in this process, made once; raises `ModelMissing`. None: no file was chosen."""

    def engine(self, name: str, bank: BankWording) -> WordingEngine:
        """The engine called `name`, with `bank` where it fails."""
        model = self.model(name)
        return bank if model is None else ModelWording(model, bank)

    def model(self, name: str) -> ChatModel | None:
        """The language model behind the engine called `name`; None where there is none."""
        if name == OLLAMA:
            return OllamaChat(self.ollama_url, self.ollama_model)
        if name == LLAMA_CPP and self.llama_cpp is not None:
            return self.llama_cpp()
        return None

    def require(self, name: str) -> None:
        """Raises what stands in the way of a call worded by `name`; may wait for a server for a second or two."""
        if name == OLLAMA:
            self._chosen()
        elif name == LLAMA_CPP:
            if self.llama_cpp is None:
                raise ModelMissing(
                    "No model file for the wording is set.", "Set RINGSIDE_GGUF to a .gguf file you have."
                )
            self.llama_cpp()

    def standing(self) -> tuple[Standing, ...]:
        """How each engine stands, the built-in one first; asks the server, so it may take a second."""
        return (
            Standing(name=BANK, ready=True, detail="built in"),
            self._stands(OLLAMA, lambda: f"{self._chosen().name} at {self.ollama_url}"),
            self._stands(LLAMA_CPP, self._file),
        )

    def _stands(self, name: str, found: Callable[[], str]) -> Standing:
        try:
            return Standing(name=name, ready=True, detail=found())
        except RingsideError as error:
            return Standing(name=name, ready=False, detail=error.message, hint=error.hint)

    def _file(self) -> str:
        self.require(LLAMA_CPP)
        return "the model file is there"

    def _chosen(self) -> OllamaModel:
        models = offered(self.ollama_url)
        if not models:
            raise ModelMissing(f"{self.ollama_url} has no model.", "Fetch one there first: ollama pull NAME.")
        if not self.ollama_model:
            return models[0]
        for model in models:
            if self.ollama_model in (model.name, model.name.removesuffix(":latest")):
                return model
        names = ", ".join(model.name for model in models)
        raise Invalid(f"{self.ollama_url} has no model {self.ollama_model!r}.", f"It has: {names}. {NOT_THERE}")


def gguf(path: Path | None) -> Callable[[], ChatModel] | None:
    """A way to the model in `path`; nothing is read before it is used."""
    return None if path is None else lambda: _llama_cpp(path)


def _llama_cpp(path: Path) -> ChatModel:
    from app.dialogue.engines.llama_cpp import shared

    return shared(path)
