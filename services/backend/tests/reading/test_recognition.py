"""A recogniser's slips, mended before reading: clipped endings, stray articles, lost stops, or none at all."""

import pytest

from app.domain.acts import Act, ProspectSays
from app.reading import read, read_prospect, sentences
from app.reading.normal import normalise, view
from app.reading.slips import mended


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ("i'm callin becaus of a meetin", "i am calling because of a meeting"),
        ("wha does tha cost", "what does that cost"),
        ("could we talk on thursda for thirt minutes", "could we talk on thursday for thirty minutes"),
    ],
)
def test_clipped_words_come_back_whole(heard: str, said: str) -> None:
    assert mended(view(heard)).line == said


@pytest.mark.parametrize("line", ["i read about you", "our provider is slow", "you and your bus", "quit the state"])
def test_whole_words_stay_as_they_are(line: str) -> None:
    assert mended(view(line)).line == line


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ("we the help clinics", "we help clinics"),
        ("talk the about your staffing", "talk about your staffing"),
        ("It' fine and they'r okay", "it is fine and they are okay"),
        ("I wouldn' do that", "i would not do that"),
        ("the team and the filter", "the team and the filter"),
    ],
)
def test_stray_articles_and_cut_contractions(heard: str, said: str) -> None:
    assert normalise(heard) == said


def test_an_act_survives_a_clipped_word() -> None:
    assert Act.STATES_REASON in read("I'm callin becaus freight firms tell us it costs them").acts
    assert read_prospect("we already hav a syste for tha") == read_prospect("we already have a system for that")


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("It is opened Do you use a filter today?", ["It is opened", "Do you use a filter today?"]),
        ("How are you today I'm calling because it costs.", ["How are you today", "I'm calling because it costs."]),
        ("That is the reason I'm calling you.", ["That is the reason I'm calling you."]),
        ("We supply The North Face.", ["We supply The North Face."]),
    ],
)
def test_a_capital_begins_a_sentence_whose_stop_was_lost(text: str, cut: list[str]) -> None:
    assert pieces(text) == cut


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("the desk does it when they have time", ["the desk does it when they have time"]),
        ("what happens with the people who do not answer", ["what happens with the people who do not answer"]),
        ("we stop that letter so you need no luck", ["we stop that letter so you need no luck"]),
        ("twice what did the guard see there", ["twice", "what did the guard see there"]),
        ("cool how do you plan the menus right now", ["cool", "how do you plan the menus right now"]),
        ("how are you today i am calling about your vans", ["how are you today", "i am calling about your vans"]),
        ("the reason i am calling is that you moved", ["the reason i am calling is that you moved"]),
    ],
)  # fmt: skip
def test_bare_words_are_cut_where_clauses_begin(text: str, cut: list[str]) -> None:
    assert pieces(text) == cut


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("so what do is ask shoppers which brand fits them which means fewer people order two sizes", Act.VALUE_CLAIM),
        ("shall call you back tomorrow at nine", Act.PROPOSES_TIME),
        ("monday at eight or tuesday at four", Act.PROPOSES_TIME),
        ("I'm calling we help companies stop fake invoices", Act.STATES_REASON),
        ("Hello, this is the Karen Pike from Formwell.", Act.IDENTIFIES_SELF),
        ("When you say they aren't great, what tends to go wrong with them?", Act.ASKS_PROBLEM),
    ],
)
def test_an_act_survives_a_lost_or_a_stray_word(line: str, act: Act) -> None:
    assert act in read(line, previous_line="Hm.").acts


def test_how_a_question_ends_tells_it_where_its_verb_was_lost() -> None:
    heard = "it the building itself or looking after it later that worries you"
    assert Act.EXPLORES_OBJECTION in read(heard, previous_line="We haven't got developers for that.").acts


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("I'm because most shops your size pay twice", Act.STATES_REASON),
        ("yeah hi, I want to the talk about your staffing", Act.STATES_REASON),
        ("so what we do ask shoppers which brand fits them", Act.VALUE_CLAIM),
        ("then how a twenty minute call so I can show you", Act.ASKS_MEETING),
        ("so you don't depend the on luck", Act.VALUE_CLAIM),
    ],
)
def test_what_is_done_survives_one_lost_or_stray_word(line: str, act: Act) -> None:
    assert act in read(line).acts


@pytest.mark.parametrize("line", ["We already a supplier.", "I'm not the interested."])
def test_so_does_an_objection(line: str) -> None:
    assert read_prospect(line) & {ProspectSays.OBJECTION, ProspectSays.BRUSH_OFF}


def test_the_piece_that_is_added_answers_and_what_they_have_does_not() -> None:
    before = "We've already got texting in our software."
    added = read("That's the piece we add: when somebody ignores the text, it rings them.", previous_line=before)
    assert {Act.ANSWERS_OBJECTION, Act.VALUE_CLAIM} <= added.acts
    heard = read("Right, so you do have texts going out.", previous_line=before)
    assert not {Act.ANSWERS_OBJECTION, Act.VALUE_CLAIM} & heard.acts
