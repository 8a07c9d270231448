"""Durations, days, times, prices and names are lifted out of a line."""

import pytest

from app.domain.acts import Act
from app.reading import Lexicon, read, seconds_of
from app.reading.normal import normalise
from app.reading.slots import slots_in


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Can I take thirty seconds?", {"duration": "thirty seconds"}),
        ("can i have 30 seconds", {"duration": "30 seconds"}),
        ("Half a minute?", {"duration": "half a minute"}),
        ("Thursday at two or Friday at ten thirty?", {"day": "thursday | friday", "time": "two | ten thirty"}),
        ("tomorrow afternoon at 3:30", {"day": "tomorrow afternoon", "time": "3:30"}),
        ("monday at 10 or 2", {"day": "monday", "time": "10 | 2"}),
        ("half past ten on the 14th", {"day": "the 14th", "time": "half past ten"}),
        ("Wednesday at half nine", {"day": "wednesday", "time": "half nine"}),
        ("it cut errors by forty percent", {"percent": "forty percent"}),
        ("it's about four hundred dollars a month", {"price": "four hundred dollars"}),
        ("$4,500 a year", {"price": "$4,500"}),
        ("dana.w@whitfield.com works", {"email": "dana.w@whitfield.com"}),
        ("my number is 555 0142", {"phone": "555 0142"}),
        ("we met two of their people", {}),
        ("what's the first thing you'd do", {}),
    ],
)
def test_slots(text: str, slots: dict[str, str]) -> None:
    found = slots_in(normalise(text))
    assert {name: found.get(name) for name in slots} == slots
    assert slots or not found


@pytest.mark.parametrize(
    ("duration", "seconds"),
    [("30 seconds", 30), ("thirty seconds", 30), ("a minute", 60), ("half a minute", 30), ("quarter of an hour", 900),
     ("half an hour", 1800), ("two minutes", 120), ("soon", None)],
)  # fmt: skip
def test_durations_have_a_length(duration: str, seconds: int | None) -> None:
    assert seconds_of(duration) == seconds


@pytest.mark.parametrize(
    ("text", "name", "company"),
    [
        ("Hi Dana, this is Alex with Northwind.", "Alex", "Northwind"),
        ("hi dana this is alex with northwind", "alex", "northwind"),
        ("My name is Ana Pereira and I'm calling from Delta Freight Audit.", "Ana Pereira", "Delta Freight Audit"),
        ("Morning, Tom from Fieldline.", "Tom", "Fieldline"),
    ],
)
def test_who_calls_and_for_whom(text: str, name: str, company: str) -> None:
    reading = read(text)
    assert (self_ := reading.first(Act.IDENTIFIES_SELF)) is not None
    assert (firm := reading.first(Act.IDENTIFIES_COMPANY)) is not None
    assert (self_.slots["name"], firm.slots["company"]) == (name, company)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Good morning, Ben Archer, Quillmere.", "Ben Archer"),
        ("Priya, Quillmere.", "Priya"),
        ("hello ben archer quillmere", "ben archer"),
        ("Hi Fabrice, Ben here, Quillmere.", "Ben"),
        ("Fabrice, hi, Ben calling, Quillmere.", "Ben"),
        ("Good morning Fabrice, Quillmere, my name's Ben.", "Ben"),
        ("Quillmere.", ""),
    ],
)
def test_the_company_of_the_brief_needs_no_from(text: str, name: str) -> None:
    reading = read(text, lexicon=Lexicon(seller_company="Quillmere", prospect_name="Fabrice Dupont"))
    assert (firm := reading.first(Act.IDENTIFIES_COMPANY)) is not None
    assert firm.slots["company"].lower() == "quillmere"
    named = reading.first(Act.IDENTIFIES_SELF)
    assert (named.slots["name"] if named else "") == name


def test_a_namesake_may_introduce_himself() -> None:
    lexicon = Lexicon(seller_company="Quillmere", prospect_name="Ben Dupont", trainee_name="Ben Archer")
    named = read("Hi Ben, Ben Archer, Quillmere.", lexicon=lexicon).first(Act.IDENTIFIES_SELF)
    assert named is not None
    assert named.slots["name"].endswith("Ben Archer")


def test_the_brief_tells_a_name_from_an_ordinary_word() -> None:
    reading = read("hey it is sunny from may corp", lexicon=Lexicon(trainee_name="Sunny", seller_company="May Corp"))
    assert (named := reading.first(Act.IDENTIFIES_SELF)) is not None
    assert named.slots["name"] == "sunny"


@pytest.mark.parametrize(
    "text",
    ["Alex here.", "Hello Paola, Alex here.", "Good morning, Alex here again.", "Alex is my name, from Fieldline."],
)
def test_a_name_with_here_behind_it_introduces(text: str) -> None:
    acts = read(text).sentences[0].acts
    assert [item.slots["name"] for item in acts if item.act is Act.IDENTIFIES_SELF] == ["Alex"]


@pytest.mark.parametrize("text", ["Right here.", "Is Priya here?", "Nobody here likes it.", "I'm still here."])
def test_other_words_before_here_are_no_names(text: str) -> None:
    assert Act.IDENTIFIES_SELF not in {item.act for item in read(text).sentences[0].acts}
