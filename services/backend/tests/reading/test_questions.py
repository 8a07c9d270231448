"""Questions are told by their form, with or without a mark, and filed under what they are about."""

import pytest

from app.domain.acts import QUESTION_ACTS, Act
from app.reading import is_question, read


@pytest.mark.parametrize(
    "text",
    [
        "How do you handle it today?", "how do you handle it today", "who signs off on that", "worth fifteen minutes",
        "Who on your team ends up doing that.", "sorry before you go on who in finance looks at it",
        "is that anywhere near you", "so where does it show up", "got a minute", "what happens when they miss one",
        "when they miss one where does it show up", "it is a spreadsheet isn't it", "walk me through that",
        "i was wondering if you use a tool for that", "Do you use a tool for that.",
    ],
)  # fmt: skip
def test_these_ask(text: str) -> None:
    assert is_question(text)


@pytest.mark.parametrize(
    "text",
    [
        "What we do is match invoices.", "when they miss one it shows up in the margin", "that is what it costs",
        "who decides is up to you", "I called because your invoices are late.", "we help teams who are short of people",
        "how nice", "", "do not worry about it", "the people who are on nights",
    ],
)  # fmt: skip
def test_these_do_not(text: str) -> None:
    assert not is_question(text)


@pytest.mark.parametrize(
    ("text", "act", "topic"),
    [
        ("Which tool do you use for that?", Act.ASKS_SITUATION, "tools"),
        ("who handles the returns today", Act.ASKS_SITUATION, "team"),
        ("When does your contract end?", Act.ASKS_PROCESS, "contract"),
        ("who else has to sign off on that", Act.ASKS_PROCESS, "deciders"),
        ("Is there a budget for it this year?", Act.ASKS_PROCESS, "budget"),
        ("What goes wrong most often?", Act.ASKS_PROBLEM, "incidents"),
        ("how much does that cost you", Act.ASKS_IMPACT, "cost"),
        ("What happened last time you tried a tool like that?", None, "past_experience"),
        ("Are you opening any new sites this year?", None, "growth"),
        ("what is top of your priorities this quarter", None, "priorities"),
        ("Are you happy with your current vendor?", None, "vendor"),
    ],
)
def test_questions_have_a_kind_and_a_topic(text: str, act: Act | None, topic: str) -> None:
    found = [item for sentence in read(text).sentences for item in sentence.acts if item.act in QUESTION_ACTS]
    assert len(found) == 1
    assert act is None or found[0].act is act
    assert found[0].slots["topic"] == topic
