"""A question is weighed with pronouns for the trouble it names, too."""

import pytest

from app.dialogue.mind.pronouns import alike, wanted, with_pronouns
from app.dialogue.mind.subjects import stems
from app.reading import Reader
from tests.dialogue.test_retrieval import talking

NAMED = stems("carrier freight bills invoices close")


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("How are your carrier bills being checked right now?", "How are them being checked right now?"),
        ("How many days does your close take?", "How many days does it take?"),
        ("And a redone invoice, what does that cost you?", "And it, what does that cost you?"),
        ("How do you close that?", "How do you close that?"),
        ("Who looks after your warehouse?", "Who looks after your warehouse?"),
        ("How many invoices do you get?", "How many invoices do you get?"),
    ],
)
def test_what_is_named_becomes_a_pronoun_and_what_is_done_does_not(question: str, plain: str) -> None:
    assert with_pronouns(question, NAMED) == plain


class Asked(Reader):
    """Knows what questions with pronouns want, and takes others for what nobody tells."""

    def wanted(self, question: str) -> dict[str, float]:
        return {"problem.effort": 0.9, "else": 0.1} if " it " in question else {"problem.effort": 0.3, "else": 0.7}

    def alike(self, question: str) -> dict[str, float]:
        return {"problem.effort": 0.8} if " it " in question else {"problem.effort": 0.5, "else": 0.6}


def test_what_it_wants_lies_halfway_between_the_two() -> None:
    call = talking(3)
    facts = {fact.id: fact for fact in call.persona.facts}
    question = "How long does the invoice take?"
    assert wanted(Asked(), question, ["0"], facts) == pytest.approx({"problem.effort": 0.6, "else": 0.4})
    assert wanted(Asked(), question, [], facts)["problem.effort"] == 0.3
    assert alike(Asked(), question, ["0"], facts) == {"problem.effort": 0.8, "else": 0.6}
