"""What the last sentence calls for."""

import pytest

from app.turn.endings import Ending, ending_of, says_goodbye

EXAMPLES = {
    Ending.QUESTION: [
        "Do you have thirty seconds for me?",
        "We work with clinics. How long has it been like that?",
        "so how do you handle that today",
        "Sorry, who checks them at the moment.",
        "When you say that, who exactly do you mean?",
        "And you?",
        "When one of them is late, how do you find out.",
        "If a bill is wrong, would you see it.",
        "Okay, but what would that look like.",
        "Before you go on, how many carriers do you have.",
        "Does Tuesday the 14th work for you?",
        "When it does go wrong with a late truck who pays for it.",
        "So if I heard you right, it's the surcharges that hurt.",
        "It sounds like the rates are what costs you sleep.",
        "I wanted to ask you how your people check the bills.",
        "I was wondering whether you see that as well.",
        "I'll say why I rang. And then you tell me if it's worth more.",
        "Is that because the rates change? Or because nobody has the time.",
        "Could you put a number on it? Say per quarter.",
        "How many people? Roughly, look at that.",
        "I could show you on Monday, on Wednesday or on Friday morning.",
    ],
    Ending.STATEMENT: [
        "I asked around who pays for it and nobody could say.",
        "We know how that goes.",
        "We compare every bill with the contract.",
        "You weren't expecting my call.",
        "About 350 a month.",
        "If the rates change, nobody notices.",
        "We read the surcharge, which is where most of it hides.",
        "I spoke to Dana, who is in your team.",
        "We look at every bill, however it comes.",
        "You told me about Ruth, who handles it.",
        "We can check the rates or the surcharges.",
        "Did I say that? Every carrier sends its bills in another shape, and nobody has the time.",
    ],
    Ending.FAREWELL: ["Great. Thank you. Bye.", "Have a good day.", "I'll let you go. Talk soon."],
    Ending.INTRODUCTION: ["Hi, this is Alex with Delta.", "Hello, my name is Ben Carter."],
    Ending.LEAD: [
        "Thanks for your time.",
        "I understand.",
        "Okay, that's fair.",
        "And when one slips through.",
        "If I could show you on your own numbers.",
        "Would Thursday at ten.",
        "How many people on your team?",
        "I'll be brief.",
    ],
    Ending.OPEN: [
        "I wanted to ask you about...",
        "The reason I'm calling is that.",
        "With a wrong address or",
        "I show you what we f-",
        "um",
        "",
    ],
}


@pytest.mark.parametrize(("text", "ending"), [(text, ending) for ending, texts in EXAMPLES.items() for text in texts])
def test_the_ending_of(text: str, ending: Ending) -> None:
    assert ending_of(text) is ending


@pytest.mark.parametrize("text", ["I won't keep you, good-bye.", "keep you any longer good buys", "Longer good by."])
def test_a_goodbye_is_one_however_a_quick_look_spells_it(text: str) -> None:
    assert ending_of(text) is Ending.FAREWELL
    assert says_goodbye(text)


@pytest.mark.parametrize("text", ["That was a good buy for us.", "He came by.", "We are standing by for"])
def test_what_only_sounds_like_one_is_none(text: str) -> None:
    assert ending_of(text) is not Ending.FAREWELL


def test_a_thing_and_who_pays_for_it_is_asked_and_a_person_who_does_is_told() -> None:
    assert ending_of("Or a wrong address or a missing pallet who pays for it.") is Ending.QUESTION
    assert ending_of("I spoke to the guy who pays for it.") is Ending.STATEMENT


def test_a_last_good_is_a_goodbye_whose_bye_was_too_soft() -> None:
    assert ending_of("Good then, I won't keep you any longer. Good") is Ending.FAREWELL
    assert ending_of("Good") is Ending.STATEMENT
