"""From a dropped file to a playbook: labelled, plain, a table, a PDF; and what cannot be read says why."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from app.domain.errors import Invalid
from app.persona import PersonaGenerator, checked, read_playbook_file, slug
from app.persona.checker import nonsense

TEXT = """# Northwind Audit
Company: Northwind
Product: checks freight bills on the day they land.
For: companies with several carriers
Problems:
- invoices stop matching the rates
- people check by hand
Proof: Halden Paper found four percent
Price: a share of what it finds
Competitors: Cass, Trax; nVision
"""


def test_labelled_text_with_lists() -> None:
    draft = read_playbook_file(TEXT.encode(), "northwind.md")
    assert draft.company == "Northwind"
    assert draft.product == "checks freight bills on the day they land"
    assert draft.problems == ["invoices stop matching the rates", "people check by hand"]
    assert draft.competitors == ["Cass", "Trax", "nVision"]
    assert draft.missing == ()


def test_five_plain_lines_in_order() -> None:
    lines = "Northwind\nfreight bill checks\nshippers\ninvoices are wrong\nHalden found four percent\n"
    draft = read_playbook_file(lines.encode(), "note.txt")
    assert (draft.company, draft.product, draft.who_for) == ("Northwind", "freight bill checks", "shippers")
    assert draft.problems == ["invoices are wrong"]
    assert draft.proof == ["Halden found four percent"]


@pytest.mark.parametrize(
    "table",
    [
        "company,product,problems,price\nNorthwind,bill checks,invoices are wrong;nobody looks,a share\n",
        "field;value\nCompany;Northwind\nProduct;bill checks\nProblem;invoices are wrong\nProblem;nobody looks\n",
    ],
)
def test_a_table_either_way_round(table: str) -> None:
    draft = read_playbook_file(table.encode("utf-8-sig"), "playbook.csv")
    assert draft.company == "Northwind"
    assert draft.problems == ["invoices are wrong", "nobody looks"]


def test_an_unknown_row_is_named() -> None:
    with pytest.raises(Invalid, match="Row 3: 'Colour'"):
        read_playbook_file(b"field,value\nCompany,Northwind\nColour,blue\n", "p.csv")


def pdf(text: str) -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(400, 400)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in text.splitlines())
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 10 Tf 20 380 Td {shown} ET".encode())
    page[NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_the_text_of_a_pdf() -> None:
    draft = read_playbook_file(
        pdf("Company: Northwind\nProduct: bill checks\nProblem: invoices are wrong"), "leaflet.pdf"
    )
    assert (draft.company, draft.product, draft.problems) == ("Northwind", "bill checks", ["invoices are wrong"])


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"%PDF-1.4 broken", "x.pdf", "damaged"),
        (pdf(""), "x.pdf", "pictures"),
        (b"\x00\x01\x02", "x.txt", "no text file"),
        (b"hello", "x.docx", ".docx"),
        (b"a" * 1_000_001, "x.txt", "larger than 1 MB"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, name: str, why: str) -> None:
    with pytest.raises(Invalid, match=why):
        read_playbook_file(data, name)


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=400) | st.text(max_size=400).map(str.encode), st.sampled_from(["a.txt", "a.csv", "a.pdf", "a"])
)
def test_whatever_is_dropped_it_is_read_or_refused(data: bytes, name: str) -> None:
    try:
        draft = read_playbook_file(data, name)
    except Invalid:
        return
    assert all("\n" not in line and len(line) <= 400 for line in [draft.company, draft.product, *draft.problems])


def test_an_imported_playbook_makes_sound_prospects() -> None:
    playbook = checked(read_playbook_file(TEXT.encode(), "n.txt"), slug("Northwind"))
    for seed in range(20):
        assert nonsense(PersonaGenerator().generate(seed, playbook=playbook)) == ()


def test_what_is_missing_is_named() -> None:
    with pytest.raises(Invalid, match="product, problems"):
        checked(read_playbook_file(b"Company: Northwind", "n.txt"), "n")
