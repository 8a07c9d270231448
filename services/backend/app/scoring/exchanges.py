"""Links between turns: a question with its answer, an objection with what was done about it."""

from dataclasses import dataclass

from app.domain.acts import ProspectSays
from app.scoring.turns import Said, Turn
from app.scoring.words import content_words, normalise


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """A question of the trainee's and what came of it."""

    question: Said
    reply: Turn | None
    disclosed: bool
    """The reply gave something away; False for a deflection."""
    fitting: bool
    """The reply is a reply to this question: the log says so, its words do, or the trainee went on to use it."""


@dataclass(frozen=True, slots=True, eq=False)
class Raised:
    """An objection or brush-off with everything the trainee did about it."""

    turn: Turn
    responses: tuple[Turn, ...]
    """Trainee turns up to the next objection, three at most."""
    replies: tuple[Turn, ...]
    """What the prospect said in between."""
    busy: bool
    """A true time constraint: it wants a dated call-back."""
    firm: bool
    """At least the second no, and one without a question in it."""
    stages: frozenset[str] = frozenset()
    """How far the prospect took it to be handled, as the log knows; empty without a log."""

    def concern(self, before: Turn) -> str:
        """The stated concern and what exploring it brought out by the time of `before`."""
        known = [turn for turn in self.replies if turn.number < before.number]
        return " ".join([self.turn.text, *(self._told(reply) for reply in known)])

    def _told(self, reply: Turn) -> str:
        asked = next((turn for turn in self.responses if turn.number == reply.number - 1), None)
        return reply.text if asked is None else with_question(reply, asked)


BRIEF_WORDS = 4
"""Content words up to which an answer leaves its subject to the question."""


def with_question(answer: Turn, asked: Turn) -> str:
    """What a prospect's turn gave away: a brief answer together with the question it answers ("No. We guess.").

    It answers by a yes or no or in a word of the question; else one's own question would be taken for their words.
    """
    brief = len(content_words(answer.text)) <= BRIEF_WORDS and ProspectSays.QUESTION not in answer.says
    last = max(asked.questions(repeated=True), key=lambda said: said.place, default=None)
    if not brief or last is None:
        return answer.text
    yes_or_no = normalise(answer.text).split()[:1] in (["yes"], ["no"])
    answers = yes_or_no or bool(content_words(answer.text) & content_words(last.sentence.text))
    return f"{last.sentence.text} {answer.text}" if answers else answer.text
