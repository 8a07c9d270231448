"""Sentences as vectors: MiniLM on one thread, loaded at the first sentence, with proper names masked before."""

import re
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

from app.domain.errors import RingsideError
from app.reading.lexicon import Lexicon
from app.reading.normal import View
from app.reading.slots import greeted_self, introduced, own_company

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

MODEL_ID = "minilm-l6-int8"
WIDTH = 384
"""Numbers in a vector."""
_FILES = ("model.onnx", "tokenizer.json")
_TOKENS = 96
"""Longer sentences are read up to here; spoken ones hardly ever are."""
_KEPT = 4096
"""Vectors kept, 1.5 KB each: every line of a call and every fact of its persona."""
MASK = "someone"
"""What stands for a proper name: a word that says a name was here and nothing else."""


class Embedder(Protocol):
    """Turns words into a vector of length one."""

    def embed(self, words: str) -> "Vector":
        """`(WIDTH,)` float32 of length one; the same words give the same vector in every process."""
        ...


class EmbedderUnusable(RingsideError):
    """The model is on disk and cannot be read."""

    code = "meaning_model_unusable"


def on_disk(models_dir: Path) -> bool:
    """Whether the files of the embedding model are there; their checksums are the model store's business."""
    return all((models_dir / MODEL_ID / name).is_file() for name in _FILES)


class MiniLm:
    """all-MiniLM-L6-v2, int8: mean of the token vectors, scaled to length one.

    One sentence at a time: the weights are quantised but activations are scaled per batch, so that a sentence
    would come out a little different in other company.
    """

    def __init__(self, models_dir: Path) -> None:
        self._folder = models_dir / MODEL_ID
        self._session: Any = None
        self._tokenizer: Any = None
        self._inputs: frozenset[str] = frozenset()
        self._kept: OrderedDict[str, Vector] = OrderedDict()
        self._lock = Lock()

    def load(self) -> None:
        """Read the model from disk, some 0.2 s; `EmbedderUnusable` when its files are missing or broken."""
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        try:
            self._tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
            session = onnxruntime.InferenceSession(
                str(self._folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # the runtimes raise their own, unrelated kinds
            raise EmbedderUnusable(
                "The model that compares meaning cannot be read.", hint="Fetch minilm-l6-int8 again."
            ) from error
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_TOKENS)
        self._inputs = frozenset(item.name for item in session.get_inputs())
        self._session = session

    def embed(self, words: str) -> "Vector":
        """`(WIDTH,)` float32 of length one, about 9 ms the first time, from memory after that; safe in any thread."""
        with self._lock:  # what is embedded ahead while somebody speaks is read by another thread
            if (known := self._kept.get(words)) is not None:
                self._kept.move_to_end(words)
                return known
            vector = self._kept[words] = self._embedded(words)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return vector

    def _embedded(self, words: str) -> "Vector":
        import numpy as np

        if self._session is None:
            self.load()
        ids = np.array([self._tokenizer.encode(words).ids], dtype=np.int64)
        given = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        tokens = self._session.run(None, {name: given[name] for name in self._inputs})[0]
        mean = tokens[0].mean(axis=0) if tokens.ndim == 3 else tokens[0]
        vector: Vector = (mean / max(float(np.linalg.norm(mean)), 1e-9)).astype(np.float32)
        vector.setflags(write=False)
        return vector


def masked(seen: View, lexicon: Lexicon) -> str:
    """The canonical words of a sentence with the names of people and companies taken out."""
    hidden = {index for index in range(len(seen.words)) if _named(seen, index)}
    known = _words_of(lexicon.trainee_name, lexicon.prospect_name)
    known |= _names_in(lexicon.seller_company, lexicon.prospect_company, lexicon.product)
    hidden |= {index for index, word in enumerate(seen.words) if word in known}
    for first, last in _said(seen, lexicon):
        hidden |= set(range(first, last + 1))
    words = [MASK if index in hidden else word for index, word in enumerate(seen.words)]
    return " ".join(word for index, word in enumerate(words) if word != MASK or index == 0 or words[index - 1] != MASK)


def _said(seen: View, lexicon: Lexicon) -> Sequence[tuple[int, int]]:
    if both := greeted_self(seen, lexicon):
        return ((both[2], both[3]),)
    spans = []
    named = introduced(seen, lexicon)
    if named is not None:
        spans.append((named[2] - named[0].count(" "), named[2]))
    firm = own_company(seen, lexicon, after_name=named[2] if named else None)
    if firm is not None:
        spans.append((firm[2] - firm[0].count(" "), firm[2]))
    return spans


def _named(seen: View, index: int) -> bool:
    """A capital inside a sentence that also has small letters, on a word that is none of the calendar's."""
    if index == 0:
        return False
    start, end = seen.spans[index]
    word = seen.text[start:end]
    return (
        word[:1].isupper()
        and seen.words[index] not in _CAPITAL_ANYWAY
        and word.lower().split("'")[0] not in _CAPITAL_ANYWAY
        and any(char.islower() for char in word)
        and not re.search(r"[.!?:\"“]\s*$", seen.text[:start])
    )


def _names_in(*texts: str) -> set[str]:
    """Their words with a capital: a product may be a whole phrase, and "the" or "from" in it name nothing."""
    return _words_of(*(word for text in texts for word in text.split() if word[:1].isupper()))


def _words_of(*names: str) -> set[str]:
    return {word for name in names for word in name.lower().split() if len(word) > 2}


_CAPITAL_ANYWAY = frozenset(
    (
        "i", "am", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
        "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "mr", "mrs",
        "ms", "dr", "email", "linkedin", "google", "zoom", "teams", "excel", "ai",
    )
)  # fmt: skip
