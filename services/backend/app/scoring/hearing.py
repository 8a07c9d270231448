"""Signs that a trainee's turn heard what the prospect had just said, from plain to loose."""

from app.domain.acts import Act
from app.scoring.subjects import shared_words, tie
from app.scoring.turns import Said, Turn
from app.scoring.words import content_words

TAKEN_UP, TAKEN_WORDS = 0.8, 2
"""Credit for taking a line up without acknowledging it in so many words, and the words of it that takes."""
_HEARS = (Act.ACKNOWLEDGES_SPECIFIC, Act.REFLECTS)
_ANSWERS = frozenset({Act.ANSWERS_OBJECTION, Act.VALUE_CLAIM, Act.PROOF, Act.ANSWERS_PRICE, Act.ARGUES, Act.INSULT})
_UNTIED = 0.3
SAID_BACK, _BACK_WORDS = 0.5, 5
"""Credit for an opening sentence of so many words that is about the line and nothing else."""


def hearing(turn: Turn | None, theirs: Turn, *, asked: bool = True) -> tuple[float, Said | None]:
    """How plainly, in [0, 1], `turn` shows that it heard `theirs`, and the sentence that shows it.

    An acknowledgement or reflection counts by how it is tied to the line. So does a statement right after a nod: cut
    in two by a full stop it is still one acknowledgement. An opening sentence that takes words up without answering
    shows it less plainly; a question only with `asked`.
    """
    best: tuple[float, Said | None] = (0.0, None)
    nodded = False
    for place, said in enumerate(turn.said() if turn else ()):
        acts = {read.act for read in said.sentence.acts}
        tied = tie(said.sentence.text, theirs.text)
        if acts & set(_HEARS):
            credit = max(tied, _UNTIED)
        elif acts & _ANSWERS:
            credit = 0.0
        elif nodded and not said.sentence.is_question:
            credit = tied
        elif (
            place == 0
            and (asked or not said.sentence.is_question)
            and shared_words(said.sentence.text, theirs.text) >= TAKEN_WORDS
        ):
            credit = TAKEN_UP
        elif place == 0 and not said.sentence.is_question and _said_back(said.sentence.text, theirs.text):
            credit = SAID_BACK
        else:
            credit = 0.0
        nodded = Act.ACKNOWLEDGES_GENERIC in acts
        if credit > best[0]:
            best = (credit, said)
    return best


def _said_back(mine: str, theirs: str) -> bool:
    words = content_words(mine)
    return len(mine.split()) >= _BACK_WORDS and bool(words) and words <= content_words(theirs)
