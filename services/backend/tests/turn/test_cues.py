"""What words alone say about a turn."""

import pytest

from app.turn.cues import asks_to_hold, ends_clause, is_backchannel, is_ghost, is_stop, trails_off, weighty, words


def test_words_are_bare_and_lower_case() -> None:
    assert words("Hi — I’m Ana, from Delta-4!") == ("hi", "i'm", "ana", "from", "delta-4")


@pytest.mark.parametrize("text", ["We help, um", "and so", "This is", "My name is", "Well...", "I want to go to the"])
def test_unfinished(text: str) -> None:
    assert trails_off(text)


@pytest.mark.parametrize(
    "text", ["I think so.", "I'd love to.", "Who am I speaking with?", "We are doing well.", "Yes it is.", ""]
)
def test_finished(text: str) -> None:
    assert not trails_off(text)


@pytest.mark.parametrize("text", ["Hold on.", "Let me check that for you.", "Give me a second", "One moment, please."])
def test_asking_for_a_moment(text: str) -> None:
    assert asks_to_hold(text)


@pytest.mark.parametrize(
    "text",
    [
        "Do you have a minute?",
        "Can you give me a minute?",
        "Give me one minute and I will tell you why I called.",
        "I need thirty seconds of your time.",
        "Let me check whether I understood what you said about your invoices.",
    ],
)
def test_asking_for_the_prospects_time_is_not_asking_for_a_moment(text: str) -> None:
    assert not asks_to_hold(text)


@pytest.mark.parametrize("text", ["Yeah.", "Mm-hmm.", "I see, I see.", "Got it", "Okay, right.", "That makes sense."])
def test_backchannels(text: str) -> None:
    assert is_backchannel(text)
    assert not weighty(text)


@pytest.mark.parametrize("text", ["", "No", "Yeah but", "I see your point differently", "Thursday"])
def test_not_backchannels(text: str) -> None:
    assert not is_backchannel(text)


def test_stop_phrases() -> None:
    assert is_stop("Wait, wait.")
    assert is_stop("No, no, that's not it")
    assert not is_stop("We can't stay")


def test_the_end_of_a_clause() -> None:
    assert ends_clause("Really?")
    assert ends_clause('He said "no."')
    assert not ends_clause("I was wondering...")
    assert not ends_clause("I was wondering")


def test_ghosts_need_little_voice_or_a_doubtful_recogniser() -> None:
    assert is_ghost("Thank you.", voiced_ms=300, no_speech_prob=0.1, avg_logprob=-0.3)
    assert is_ghost("Thank you.", voiced_ms=900, no_speech_prob=0.7, avg_logprob=-0.3)
    assert not is_ghost("Thank you.", voiced_ms=600, no_speech_prob=0.1, avg_logprob=-0.3)
    assert is_ghost("The cat sat.", voiced_ms=600, no_speech_prob=0.9, avg_logprob=-1.4)
    assert not is_ghost("The cat sat.", voiced_ms=600, no_speech_prob=0.1, avg_logprob=-1.4)
