"""From a file to a draft: labelled or plain text, a table with names in a row or a column, the text of a PDF."""

import csv
import io
import logging
import re
from collections.abc import Iterable, Sequence

from app.domain.errors import Invalid
from app.persona.imports.draft import Draft

MOST_BYTES = 1_000_000
MOST_PAGES = 20
MOST_CHARACTERS = 40_000
_NAMES = {
    # what people write → field
    "company": "company", "seller": "company", "vendor": "company", "name": "company", "we are": "company",
    "product": "product", "offer": "product", "solution": "product", "what": "product", "what we sell": "product",
    "who for": "who_for", "who_for": "who_for", "customers": "who_for", "audience": "who_for", "target": "who_for",
    "for": "who_for", "ideal customer": "who_for", "icp": "who_for",
    "problem": "problems", "problems": "problems", "pain": "problems", "pains": "problems", "solves": "problems",
    "problems solved": "problems", "pain points": "problems",
    "proof": "proof", "reference": "proof", "references": "proof", "results": "proof", "case": "proof",
    "customers say": "proof", "case studies": "proof",
    "price": "price_hint", "pricing": "price_hint", "price_hint": "price_hint", "price hint": "price_hint",
    "cost": "price_hint",
    "competitor": "competitors", "competitors": "competitors", "alternatives": "competitors",
}  # fmt: skip
_LABEL = re.compile(r"^[\s#*\-]*([A-Za-z][A-Za-z _]{1,24}?)\s*(?:\*\*)?\s*(?::|–|—|\t|-\s)\s*(?:\*\*)?(.*)$")
_HEADING = re.compile(r"^[\s#*]+([A-Za-z][A-Za-z _]{1,24}?)[\s*:]*$")
_LISTS = frozenset({"problems", "proof", "competitors"})
_PLAIN = ("company", "product", "who_for", "problems", "proof", "price_hint", "competitors")
"""Order of the lines where nothing is labelled."""


def read_playbook_file(data: bytes, name: str) -> Draft:
    """The draft in a .txt, .md, .csv or .pdf file; `Invalid` says why it cannot be read."""
    if len(data) > MOST_BYTES:
        raise Invalid("The file is larger than 1 MB.", "Five lines are enough for a playbook.")
    ending = name.lower().rsplit(".", 1)[-1] if "." in name else "txt"
    if ending == "pdf" or data[:5] == b"%PDF-":
        return from_text(pdf_text(data))
    text = _decoded(data)
    if ending == "csv":
        return from_table(text)
    if ending in ("txt", "md", "text", "markdown"):
        return from_text(text)
    raise Invalid(f"A .{ending[:12]} file cannot be read.", "Use .txt, .md, .csv or .pdf.")


def from_text(text: str) -> Draft:
    """Labelled lines (`Product: …`, lists below their label), or plain ones: company, product, for whom, problems …"""
    draft, field, plain = Draft(), "", []
    for line in text[:MOST_CHARACTERS].splitlines():
        if not line.strip():
            continue
        label, rest = _labelled(line)
        if label:
            field = label
            _put(draft, field, rest)
        elif field in _LISTS or (field and not getattr(draft, field)):
            _put(draft, field, line)
        elif not field:
            plain.append(line)
    if not field:
        _plain(draft, plain)
    return draft


def from_table(text: str) -> Draft:
    """A header with field names over rows of values, or one `name, value` pair per row."""
    try:
        dialect: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(text[:4_000], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    try:
        rows = [row for row in csv.reader(io.StringIO(text[:MOST_CHARACTERS]), dialect) if any(map(str.strip, row))]
    except csv.Error as error:
        raise Invalid(f"The table cannot be read: {error}.", "Save it as CSV with commas or semicolons.") from error
    draft = Draft()
    if not rows:
        return draft
    header = [_NAMES.get(cell.strip().lower(), "") for cell in rows[0]]
    if sum(map(bool, header)) >= 2:
        for row in rows[1:]:
            for field, cell in zip(header, row, strict=False):
                if field:
                    _put(draft, field, cell)
        return draft
    for number, row in enumerate(rows, start=1):
        field = _NAMES.get(row[0].strip().lower(), "")
        if not field and number == 1 and len(row) > 1:
            continue
        if not field:
            raise Invalid(
                f"Row {number}: {row[0].strip()[:40]!r} is no field of a playbook.",
                "Known: company, product, who for, problems, proof, price, competitors.",
            )
        for cell in row[1:]:
            _put(draft, field, cell)
    return draft


def pdf_text(data: bytes) -> str:
    """The text of the first pages; `Invalid` for a file that is damaged, locked or only pictures."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    # The library quotes damaged files in its warnings; what people drop here belongs in no log.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise Invalid("The PDF is locked.", "Save it without a password, or paste its text.")
        text = ""
        for page in reader.pages[:MOST_PAGES]:
            text += page.extract_text() + "\n"
            if len(text) > MOST_CHARACTERS:
                break
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise Invalid("The PDF is damaged or no PDF.", "Open it, print it to a new PDF, or paste its text.") from error
    if not text.strip():
        raise Invalid("The PDF holds pictures, no text.", "Paste its text, or type five lines.")
    return text


def _decoded(data: bytes) -> str:
    if b"\x00" in data[:4_000]:
        raise Invalid("This is no text file.", "Use .txt, .md, .csv or .pdf.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _labelled(line: str) -> tuple[str, str]:
    for pattern in (_LABEL, _HEADING):
        found = pattern.match(line)
        if found and (field := _NAMES.get(found[1].strip().lower())):
            return field, found[2] if pattern is _LABEL else ""
    return "", ""


def _put(draft: Draft, field: str, text: str) -> None:
    parts: Iterable[str] = [text]
    if field == "competitors":
        parts = re.split(r"[,;|]", text)
    elif field in _LISTS:
        parts = re.split(r"[;|]", text)
    for part in parts:
        draft.put(field, part)


def _plain(draft: Draft, lines: Sequence[str]) -> None:
    """One field a line; with more lines than fields the middle ones are problems."""
    spare = max(0, len(lines) - 6)
    order = [*_PLAIN[:3], *["problems"] * (1 + spare), *_PLAIN[4:]]
    for field, line in zip(order, lines, strict=False):
        _put(draft, field, line)
