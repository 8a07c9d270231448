"""Trained heads: small logistic models over meaning and signs that add the acts which patterns miss."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from importlib import resources
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.domain.acts import Act
from app.reading.admission import admitted
from app.reading.context import NO_DISCOVERY_ACT
from app.reading.embedder import MODEL_ID, WIDTH, Embedder, MiniLm, masked, on_disk
from app.reading.evidence import CERTAIN, Evidence, whole
from app.reading.lexicon import Lexicon
from app.reading.normal import View, view
from app.reading.signs import (
    ACTS,
    LINE_SIZE,
    OBJECTION_SIZE,
    PAIR_SIZE,
    SIZE,
    Sensed,
    signs_of,
    signs_of_line,
    signs_of_objection,
    signs_of_pair,
)
from app.reading.wanted import PLANE, WANTED_SIZE, seconded, signs_of_question

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from app.reading.embedder import Vector

HIGHEST = 0.95
"""No head is surer than this."""
SURE_ENOUGH = 0.9
"""What patterns hold for so sure no head takes away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The trained numbers as `training/train_heads.py` writes them."""

    acts: "Vector"
    """`(len(ACTS), SIZE + 1)`, the last column the offset."""
    thresholds: "Vector"
    """`(len(ACTS),)`: from this probability an act is added; above 1 for acts left to the patterns."""
    floors: "Vector"
    """`(len(ACTS),)`: below this probability an act that a pattern only holds likely is dropped; 0 for never."""
    uptake: "Vector"
    """`(PAIR_SIZE + 1,)`, linear in uptake as people rate it, 0 the least and 1 the most."""
    asks: "Vector"
    """`(LINE_SIZE + 1,)`."""
    objections: "Vector"
    """`(OBJECTION_SIZE + 1,)`."""
    wanted: "Vector"
    """`(len(matters), WANTED_SIZE + 1)`."""
    matters: tuple[str, ...]
    """What a question can be after, see `app.reading.wanted`."""
    plane: "Vector"
    """`(WIDTH, PLANE)`: what of a sentence's vector is compared with known ways to ask."""
    ways: "Vector"
    """`(ways, PLANE)`: the known ways to ask, scaled to one length."""
    ways_of: "NDArray[Any]"
    """`(ways,)`: the number of the matter each is after."""


class Heads:
    """The heads over one embedder."""

    def __init__(self, embedder: Embedder, weights: Weights | None = None) -> None:
        self._embedder = embedder
        self._given = weights

    def load(self) -> None:
        """Read weights and model from disk now rather than at the first sentence."""
        self._embedder.embed(masked(view("ready"), Lexicon()))
        _ = self._weights

    def prepare(self, stretches: Sequence[View], lexicon: Lexicon | None = None) -> None:
        """Embed `stretches` now; reading them later finds their vectors in memory."""
        for seen in stretches:
            if seen.words:
                self._embedder.embed(masked(seen, lexicon or Lexicon()))

    @cached_property
    def _weights(self) -> Weights:
        return self._given or load_weights()

    @cached_property
    def _floors(self) -> dict[Act, float]:
        return dict(zip(ACTS, self._weights.floors.tolist(), strict=True))

    def probabilities(self, sensed: Sensed) -> dict[Act, float]:
        """How likely each act is, rounded so that the last bit of a sum cannot tip a decision."""
        scores = self._weights.acts[:, :-1] @ signs_of(sensed, self._embedder) + self._weights.acts[:, -1]
        return {act: round(_sigmoid(score), 3) for act, score in zip(ACTS, scores.tolist(), strict=True)}

    def weighed(self, sensed: Sensed) -> list[Evidence]:
        """The evidence of patterns and heads; "other question" gives way, and so does what neither holds for sure."""
        if not sensed.seen.words:
            return sensed.evidence
        chances = self.probabilities(sensed)
        kept = self._kept(sensed.evidence, chances)
        likely = {
            act: chance
            for (act, chance), limit in zip(chances.items(), self._weights.thresholds.tolist(), strict=True)
            if chance >= limit
        }
        new = admitted(replace(sensed, evidence=kept), likely)
        if not kept and not new:
            return sensed.evidence
        gone = {Act.ASKS_OTHER} if new.keys() & _NOT_JUST_ASKING else set()
        span = whole(sensed.seen)
        return [item for item in kept if item.act not in gone] + [
            Evidence(act, min(HIGHEST, max(CERTAIN, probability)), *span) for act, probability in new.items()
        ]

    def _kept(self, evidence: list[Evidence], chances: dict[Act, float]) -> list[Evidence]:
        sure = {item.act for item in evidence if item.confidence >= SURE_ENOUGH}
        return [item for item in evidence if item.act in sure or chances[item.act] >= self._floors[item.act]]

    def uptake(self, text: str, previous_line: str, lexicon: Lexicon | None = None) -> float:
        """How far `text` takes up `previous_line`, in [0, 1]; 0 with nothing to take up."""
        if not text.strip() or not previous_line.strip():
            return 0.0
        signs = signs_of_pair(text, previous_line, lexicon or Lexicon(), self._embedder)
        score = float(self._weights.uptake[:-1] @ signs + self._weights.uptake[-1])
        return round(min(1.0, max(0.0, score)), 3)

    def wanted(self, seen: View) -> dict[str, float]:
        """How likely a question is after each matter, see `app.reading.wanted`; together 1."""
        if not seen.words:
            return {}
        scores = self._weights.wanted[:, :-1] @ signs_of_question(seen, self._embedder) + self._weights.wanted[:, -1]
        highest = float(scores.max())
        grown = [exp(score - highest) for score in scores.tolist()]
        total = sum(grown)
        return {matter: round(one / total, 3) for matter, one in zip(self._weights.matters, grown, strict=True)}

    def alike(self, seen: View) -> dict[str, float]:
        """The matters that known ways to ask which come near to a question are after, and how near the nearest is."""
        if not seen.words:
            return {}
        held = self._weights
        found = seconded(self._embedder.embed(masked(seen, Lexicon())), held.plane, held.ways, held.ways_of)
        return {held.matters[number]: round(likeness, 3) for number, likeness in found.items()}

    def likeness(self, one: View, other: View, lexicon: Lexicon | None = None) -> float:
        """How near two sentences are in meaning, names apart: the cosine of their vectors; 0 for one without words."""
        if not one.words or not other.words:
            return 0.0
        both = (self._embedder.embed(masked(seen, lexicon or Lexicon())) for seen in (one, other))
        return round(float(next(both) @ next(both)), 3)

    def asks(self, sensed: Sensed) -> float:
        """How likely a sentence asks the other to commit to something, in [0, 1]."""
        if not sensed.seen.words:
            return 0.0
        signs = signs_of_line(sensed, self._embedder)
        return round(_sigmoid(float(self._weights.asks[:-1] @ signs + self._weights.asks[-1])), 3)

    def objects(self, seen: View) -> float:
        """How likely a sentence, by whomever, objects or refuses, in [0, 1]; from .5 on it rather does."""
        if not seen.words:
            return 0.0
        signs = signs_of_objection(seen, self._embedder)
        return round(_sigmoid(float(self._weights.objections[:-1] @ signs + self._weights.objections[-1])), 3)


_NOT_JUST_ASKING = NO_DISCOVERY_ACT | {Act.ASKS_SITUATION, Act.ASKS_PROBLEM, Act.ASKS_IMPACT, Act.ASKS_PROCESS}
"""A question found to be one of these is no other question."""


def load_heads(models_dir: Path) -> Heads | None:
    """The heads over the model under `models_dir`; None without it, and `heads_status` says so.

    Nothing is read yet: `Heads.load` does, or the first sentence.
    """
    return Heads(MiniLm(models_dir)) if on_disk(models_dir) else None


def heads_status(models_dir: Path) -> str:
    """Plain words on what the reader reads with."""
    if on_disk(models_dir):
        return "Reading by patterns and trained heads."
    return f"Reading by patterns alone: the model {MODEL_ID} is not on disk."


_FILES = ("acts", "uptake", "asks", "objections", "wanted")


def load_weights() -> Weights:
    """The weights in the package; `ValueError` when they were trained for other signs than this reader's."""
    import numpy as np

    read: dict[str, Any] = {}
    for name in (*_FILES, "ways"):
        with (resources.files("app.reading.heads") / f"{name}.npz").open("rb") as file, np.load(file) as saved:
            read |= {f"{name}.{key}": saved[key] for key in saved.files}
    read = {key: one.astype(np.float32) if one.dtype.kind == "f" else one for key, one in read.items()}
    matters = tuple(map(str, read["wanted.matters"]))
    shapes = [(len(ACTS), SIZE + 1), (PAIR_SIZE + 1,), (LINE_SIZE + 1,), (OBJECTION_SIZE + 1,)]
    shapes += [(len(matters), WANTED_SIZE + 1)]
    if [read[f"{name}.weights"].shape for name in _FILES] != shapes or read["ways.plane"].shape != (WIDTH, PLANE):
        raise ValueError("the heads were trained for other signs; run training/train_heads.py")
    return Weights(
        acts=read["acts.weights"],
        thresholds=read["acts.thresholds"],
        floors=read["acts.floors"],
        uptake=read["uptake.weights"],
        asks=read["asks.weights"],
        objections=read["objections.weights"],
        wanted=read["wanted.weights"],
        matters=matters,
        plane=read["ways.plane"],
        ways=_of_one_length(read["ways.ways"]),
        ways_of=read["ways.matters"],
    )


def _of_one_length(ways: "NDArray[Any]") -> "Vector":
    import numpy as np

    grown: Vector = ways.astype(np.float32)
    grown /= np.maximum(np.linalg.norm(grown, axis=1, keepdims=True), 1e-9)
    return grown


def _sigmoid(score: float) -> float:
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score))))
