"""A finished call's card read again by a language model on this computer, if the user asks for that."""

from collections.abc import Callable
from typing import Any

from app.call.exercises import Exercises
from app.dialogue import ChatModel, Message, Sampling
from app.domain.errors import Conflict, EngineFailed
from app.domain.run import utterances
from app.scoring import second_opinion

ANSWER_S, CARD_S = 20.0, 120.0
"""Seconds that one answer, and all about one card, may take: a small model on two cores answers in one to four."""
MOST_TOKENS, MOST_CHARACTERS = 120, 2_000


class ModelExaminer:
    """Asks a chat model, coolly and within a time for the whole card."""

    def __init__(self, model: ChatModel, seconds: Callable[[], float]) -> None:
        self.name = model.name
        self._model, self._seconds = model, seconds
        self._until = seconds() + CARD_S

    def answer(self, system: str, question: str) -> str:
        """The answer as it came, cut where it rambles; raises `EngineFailed`."""
        left = min(ANSWER_S, self._until - self._seconds())
        if left <= 0:
            raise EngineFailed("There is no time left for another question.")
        messages = (Message(role="system", content=system), Message(role="user", content=question))
        heard = ""
        pieces = iter(self._model.stream(messages, Sampling(seed=0, temperature=0.0, max_tokens=MOST_TOKENS), left))
        try:
            for piece in pieces:
                heard += piece
                if len(heard) > MOST_CHARACTERS:
                    break
        finally:
            if hasattr(pieces, "close"):
                pieces.close()  # a generator: closing it ends the request
        return heard


def verified(
    exercises: Exercises, session_id: str, rubric: str | None, engine: str, seconds: Callable[[], float]
) -> dict[str, Any]:
    """The session's card with the second opinion of `engine`; nothing is stored, the card itself stays as it is.

    Blocking, for minutes at the most. Raises what keeps the engine from being used.
    """
    card = exercises.scorecard(session_id, rubric)
    sheet = exercises.rubric(card["rubric"]["id"])
    if sheet.version != card["rubric"]["version"]:
        raise Conflict("The rubric has changed since this card was made.", "Score the call by it again first.")
    exercises.wordings.require(engine)
    model = exercises.wordings.model(engine)
    if model is None:
        raise EngineFailed(f"{engine} has no language model.")
    said = utterances(exercises.journal.events(session_id))
    return second_opinion(card, said, sheet, ModelExaminer(model, seconds))
