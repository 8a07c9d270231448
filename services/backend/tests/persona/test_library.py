"""The library: as large as promised, and every line of it can be said."""

from collections import Counter

from app.domain.phrasing import phrase, slots_of
from app.persona import PersonaGenerator, load_playbooks
from app.persona.draw import Draw
from app.persona.facts import fact_slots
from app.persona.identity import identify
from app.persona.playbooks import ready_made
from app.persona.shelves import shelves
from app.persona.vocabulary import vocabulary


def test_the_pools_are_large_enough_that_nothing_recurs() -> None:
    library = shelves()
    assert len(library.industries) >= 20
    assert len(library.roles) >= 12
    assert len({name.text for name in library.names}) >= 400
    assert len({surname for group in library.surnames.values() for surname in group}) >= 400
    assert len(library.surnames) >= 12
    assert len(library.objections) >= 14
    assert len(library.company_words) >= 150


def test_no_name_stands_twice_with_two_genders() -> None:
    doubles = [name for name, count in Counter(name.text for name in shelves().names).items() if count > 1]
    genders = {name: {entry.gender for entry in shelves().names if entry.text == name} for name in doubles}
    assert {name: found for name, found in genders.items() if len(found) > 1} == {}


def test_every_template_can_be_said() -> None:
    draw = Draw(1, "x")
    words = vocabulary(draw, identify(draw, ready_made()), ready_made())
    slots = fact_slots(draw, words, "test")
    library = shelves()
    templates = [line for fact in library.facts for line in fact.say]
    templates += [line for kind in library.objections for line in kind.stated]
    templates += [line for kind in library.objections for why in kind.why for line in why.say]
    templates += [line for book in load_playbooks() for pain in book.pains for line in (*pain.today, *pain.hurts)]
    templates += [line for book in load_playbooks() for pain in book.pains for line in (*pain.costs, *pain.matters)]
    templates += [line for book in load_playbooks() for pain in book.pains for line in pain.fine]
    templates += [line for lines in library.generic_pain.values() for line in lines]
    for template in templates:
        assert slots_of(template) <= slots.keys(), template
        assert phrase(template, slots, "any").strip()


def test_every_objection_has_reasons_and_something_that_resolves_it() -> None:
    for kind in shelves().objections:
        assert len(kind.stated) >= 3, kind.kind
        assert len(kind.why) >= 2, kind.kind
        assert kind.resolved_by, kind.kind


def test_there_are_ready_made_playbooks_from_different_fields() -> None:
    books = load_playbooks()
    assert len(books) >= 3
    assert len({book.field_name for book in books}) == len(books)
    assert all(len(book.problems) == len(book.pains) == 3 and book.proof and book.price_hint for book in books)
    assert len({book.hash for book in books}) == len(books)


def test_rarely_does_a_company_or_a_name_recur_in_two_hundred_people() -> None:
    people = [PersonaGenerator().generate(seed) for seed in range(200)]
    assert len({person.name for person in people}) >= 195
    assert len({person.company for person in people}) >= 180
