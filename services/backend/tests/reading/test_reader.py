"""What the reader makes of whole utterances: spans, context, negation, other people's words, the brief."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.acts import Act
from app.domain.call import Brief, Seller
from app.reading import Lexicon, lexicon_for, read

WORDS = [
    *[
        "hi",
        "this",
        "is",
        "alex",
        "from",
        "northwind",
        "can",
        "i",
        "take",
        "thirty",
        "seconds",
        "thursday",
        "at",
        "two",
    ],
    *["um", "do", "not", "you", "we", "help", "what", "does", "that", "cost", "send", "me", "it", "a", "meeting", "he"],
    *["said", ",", ".", "?", "—", "'quote'", '"'],
]

BRIEF = Brief(
    trainee_name="Alex",
    seller=Seller(
        company="Northwind",
        product="invoice matching",
        problems=("carrier invoices do not match the agreed rates",),
        proof=("Harbor sees mismatches the day the invoice lands",),
    ),
    prospect_name="Dana Whitfield",
    prospect_title="VP Operations",
    prospect_company="Whitfield Freight",
    prospect_industry="freight",
    prospect_size="240 people",
    public_facts=("opened a third warehouse in Dayton in March",),
)


def test_an_opening_is_read_act_by_act_with_the_words_that_show_it() -> None:
    text = (
        "Hi Dana, this is Alex with Northwind. You weren't expecting me. Can I take thirty seconds to say why I called?"
    )
    reading = read(text, lexicon=lexicon_for(BRIEF))
    shown = {item.act: text[item.start_char : item.end_char] for s in reading.sentences for item in s.acts}
    assert shown[Act.IDENTIFIES_SELF] == "this is Alex"
    assert shown[Act.IDENTIFIES_COMPANY] == "with Northwind"
    assert shown[Act.OWNS_INTERRUPTION] == "You weren't expecting me"
    assert shown[Act.ASKS_PERMISSION].startswith("Can I take thirty seconds")
    assert [sentence.is_question for sentence in reading.sentences] == [False, False, True]


def test_the_same_words_do_something_else_after_an_objection() -> None:
    line = "What would they need to do better?"
    assert Act.EXPLORES_OBJECTION in read(line, previous_line="We already have a vendor for that.").acts
    assert Act.EXPLORES_OBJECTION not in read(line, previous_line="We do it in a spreadsheet.").acts


def test_minutes_for_what_one_could_show_are_a_meeting_and_seconds_are_not() -> None:
    meeting = read("If I could show you that on your own figures, would you give me twenty minutes?").acts
    now = read("If I can show you how, will you give me thirty seconds?").acts
    assert Act.ASKS_MEETING in meeting
    assert Act.ASKS_PERMISSION not in meeting
    assert Act.ASKS_PERMISSION in now
    assert Act.ASKS_MEETING not in now


def test_what_one_would_change_tomorrow_is_no_date() -> None:
    assert Act.PROPOSES_TIME not in read("Anything about it you'd change tomorrow if you could?").acts
    assert Act.PROPOSES_TIME in read("Could you do tomorrow at ten?").acts


def test_answers_are_measured_against_the_question() -> None:
    asked = "What's this about?"
    assert Act.ANSWERS_QUESTION in read("It's about your carrier invoices.", previous_line=asked).acts
    assert Act.ANSWERS_QUESTION not in read("How are you doing today?", previous_line=asked).acts


@pytest.mark.parametrize(
    "text",
    [
        "I'm not asking for a meeting.",
        "He said let's meet Thursday at two.",
        'My boss told me: "ask for a meeting on Thursday at two".',
        "We won't book a meeting today.",
    ],
)
def test_negated_and_quoted_asks_are_not_asks(text: str) -> None:
    assert not read(text).acts & {Act.ASKS_MEETING, Act.PROPOSES_TIME}


@pytest.mark.parametrize(
    "text",
    [
        "Why don't we meet on Thursday at two?",
        "If it's not too much, could we meet Thursday at two?",
        "I'm not sure it fits, but could we meet Thursday at two?",
        "Wouldn't it make sense to meet for fifteen minutes?",
    ],
)
def test_a_not_that_denies_nothing_leaves_the_ask(text: str) -> None:
    assert Act.ASKS_MEETING in read(text).acts


def test_the_brief_gives_away_research_and_proof() -> None:
    text = "That third warehouse in Dayton must keep people busy. Harbor gets its mismatches the day an invoice lands."
    assert {Act.RESEARCH, Act.PROOF} <= read(text, lexicon=lexicon_for(BRIEF)).acts
    assert lexicon_for(None) == Lexicon()


def test_silence_and_noise() -> None:
    assert read("").acts == {Act.SILENCE}
    assert read(" … ").acts == {Act.SILENCE}
    assert read("um the").acts == {Act.UNCLEAR}


def test_names_and_companies_change_nothing() -> None:
    def acts(name: str, company: str) -> list[frozenset[Act]]:
        text = f"Hi, this is {name} from {company}. How do you match invoices today?"
        return [frozenset(item.act for item in sentence.acts) for sentence in read(text).sentences]

    assert acts("Dana", "Northwind") == acts("Bartholomew", "Kowalczyk Freight") == acts("Ngozi", "Tallyline")


def test_a_line_reads_much_the_same_without_punctuation() -> None:
    text = (
        "Makes sense, nobody wants a second system. When you say talk to it, is it the rate tables or the exceptions?"
    )
    before = "We're on BlueYonder, so unless it talks to that there's no point."
    bare = text.lower().translate(str.maketrans("", "", ",.?"))
    wanted = {Act.ACKNOWLEDGES_GENERIC, Act.EXPLORES_OBJECTION}
    assert wanted <= read(text, previous_line=before).acts
    assert wanted <= read(bare, previous_line=before).acts


@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=30,
    ).map(" ".join),
    st.sampled_from(["", "Who's this?", "We're all set.", "It's a spreadsheet, mostly."]),
)
def test_any_utterance_reads_with_spans_inside_its_sentences(text: str, before: str) -> None:
    reading = read(text, previous_line=before)
    assert reading == read(text, previous_line=before)
    assert reading.sentences
    for sentence in reading.sentences:
        assert text[sentence.start_char : sentence.end_char] == sentence.text
        for item in sentence.acts:
            assert sentence.start_char <= item.start_char <= item.end_char <= sentence.end_char
            assert 0 < item.confidence <= 1


def test_a_rambling_minute_is_read_without_choking() -> None:
    ramble = "so we help teams like yours and they save time and what happens is they do not retype and " * 12
    started = time.process_time()
    read(ramble, previous_line="What's this about?")
    assert time.process_time() - started < 2.0
