"""A second reader of a card: a language model that answers yes or no about single exchanges, and may move little."""

from app.scoring.verifier.asking import Examiner
from app.scoring.verifier.opinion import second_opinion

__all__ = ["Examiner", "second_opinion"]
