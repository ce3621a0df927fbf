"""Invented program reports, typeset in several layouts: the same programs, wherever an edition may put them."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
import typst

Numbers = tuple[int, int] | None
"""Positions offered and filled in one year; None where the program took no part."""


@dataclass(frozen=True)
class Line:
    label: str
    code: str
    numbers: tuple[Numbers, ...]
    """One for each year, newest first."""


@dataclass(frozen=True)
class Institution:
    name: str
    city: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class State:
    name: str
    institutions: tuple[Institution, ...]


YEARS = (2031, 2030, 2029)

STATES = (
    State(
        "District of Columbia",
        (
            Institution(
                "Capital Test Univ Hosp-DC",
                "Washington",
                (
                    Line("Internal Medicine", "9001140C0", ((12, 11), (12, 12), None)),
                    Line("Medicine-Preliminary", "9001140P0", ((4, 0), (3, 3), (3, 1))),
                    Line("Med-Prelim/Radiology-Diagnostic", "9001140P10", (None, (2, 2), (2, 2))),
                    Line("Public Health & Preventive Med/2yr-MPH Available", "9001380R0", ((1, 1), None, None)),
                    Line("Transitional", "9001999P0", ((1200, 1199), (8, 8), (8, 8))),
                ),
            ),
        ),
    ),
    State(
        "New York",
        (
            Institution(
                "Empire Test Med Ctr-NY",
                "New York",
                (
                    Line("Family Medicine/Urban", "9002120C0", ((8, 8), (8, 7), (8, 8))),
                    Line("Family Medicine/Rural", "9002120C1", ((2, 1), None, None)),
                ),
            ),
            Institution("Lake Test Health Sys", "Buffalo", (Line("Psychiatry", "9003400C0", (None, None, (5, 5))),)),
        ),
    ),
    State(
        "Washington",
        (
            Institution(
                "Sound Test Family Med", "Port Angeles", (Line("Neurology", "9004180A0", ((3, 3), (3, 3), (3, 2))),)
            ),
        ),
    ),
)

_FOOTER = "text(7pt)[Reproduction prohibited. Page 1 of 9]"
_PAGE = f"#set page(width: 612pt, height: {{height}}pt, margin: 24pt, footer: {_FOOTER})\n"
_SETTING = "#set text(size: 8pt)\n#set par(leading: 3pt)\n#set grid(row-gutter: 5pt)\n"


def as_published(states: Sequence[State] = STATES, shift: int = 0) -> bytes:
    """States in capitals, the institution above each table, its city beside the table's head, newest year first.

    `shift` is added to every year that is printed.
    """
    parts = [_cover([year + shift for year in YEARS])]
    for state in states:
        parts.append(f"#v(8pt)\n#text(9pt)[{_said(state.name.upper())}]\n")
        for institution in state.institutions:
            parts.append(f"#v(10pt)\n#text(10pt)[{_said(institution.name)}]\n#v(2pt)\n")
            rows = [_row(line) for line in institution.lines]
            parts.append(_grid(_head(institution.city, [year + shift for year in YEARS]), rows))
    return _typeset(parts, 700)


def continued_on_a_new_page() -> bytes:
    """As published, with the second half of an institution on a page of its own, headed “(Continued)”."""
    institution = STATES[0].institutions[0]
    parts = [_cover(YEARS), f"#text(9pt)[{_said(STATES[0].name.upper())}]\n\n"]
    for mark, lines in (("", institution.lines[:2]), (" (Continued)", institution.lines[2:])):
        parts.append(f"#text(10pt)[{_said(institution.name + mark)}]\n#v(2pt)\n")
        parts.append(_grid(_head(institution.city), [_row(line) for line in lines]))
        parts.append("#pagebreak(weak: true)\n")
    return _typeset(parts, 400)


def oldest_first_with_cities_above(on_each_page: bool = True) -> bytes:
    """States as page headings in mixed case, cities above institutions, “Matched” before “Positions”, oldest first."""
    years = tuple(reversed(YEARS))
    parts = []
    for at, state in enumerate(STATES):
        parts.append(f"#align(center, text(12pt)[{_said(state.name)}])\n")
        head = _head("", years, ("Matched", "Positions")) if at == 0 or on_each_page else []
        rows: list[list[str]] = []
        for institution in state.institutions:
            rows += [[_whole_line(institution.city)], [_whole_line(institution.name)]]
            rows += [_row(line, years, filled_first=True) for line in institution.lines]
        parts.append(_grid(head, rows))
        parts.append("#pagebreak(weak: true)\n")
    return _typeset(parts, 500)


def head_on_the_first_page_only() -> bytes:
    """The same, where later pages go on without a head."""
    return oldest_first_with_cities_above(on_each_page=False)


def grouped_by_kind() -> bytes:
    """The positions of all years stand first, then those filled in all years."""
    parts = [_cover(YEARS)]
    for state in STATES:
        parts.append(f"#text(9pt)[{_said(state.name.upper())}]\n\n")
        for institution in state.institutions:
            parts.append(f"#text(10pt)[{_said(institution.name)}]\n#v(2pt)\n")
            over = [f"grid.cell(colspan: {len(YEARS)}, align: center, {_cell(kind)})" for kind in ("Quota", "Filled")]
            years = [f"align(center, {_cell(str(year))})" for _ in over for year in YEARS]
            head = [[_cell(institution.city), _cell("Program"), *over], ["[]", _cell("Code"), *years]]
            rows = [[*cells[:2], *cells[2::2], *cells[3::2]] for cells in map(_row, institution.lines)]
            parts.append(_grid(head, rows))
    return _typeset(parts, 700)


def code_first() -> bytes:
    """The code stands left of the label, and years without positions are blank."""
    parts = [_cover(YEARS)]
    for state in STATES:
        parts.append(f"#text(9pt)[{_said(state.name.upper())}]\n\n")
        for institution in state.institutions:
            parts.append(f"#text(10pt)[{_said(institution.name)}]\n\n#text(9pt)[{_said(institution.city)}]\n#v(3pt)\n")
            head = [[_cell("Code"), _cell("Program"), *_year_cells(YEARS)], ["[]", "[]", *_kinds()]]
            rows = [[code, label, *rest] for label, code, *rest in (_row(line, none="") for line in institution.lines)]
            parts.append(_grid(head, rows, columns="60pt, 150pt"))
    return _typeset(parts, 700)


def one_year() -> bytes:
    """A report of one Match, whose year stands only in the title."""
    parts = [f"#text(14pt)[{_said(f'Program Results, {YEARS[0]} Main Residency Match')}]\n\n"]
    letters = {"District of Columbia": "DC", "New York": "NY", "Washington": "WA"}
    for state in STATES:
        parts.append(f"#text(9pt)[{_said(state.name.upper())}]\n\n")
        for institution in state.institutions:
            where = f"{institution.name}, {institution.city}, {letters[state.name]}"
            parts.append(f"#text(10pt)[{_said(where)}]\n#v(3pt)\n")
            head = [[_cell("Program"), _cell("Code"), _cell("Quota"), _cell("Filled")]]
            parts.append(_grid(head, [_row(line, YEARS[:1]) for line in institution.lines], how_many=1))
    return _typeset(parts, 700)


def without_its_end() -> bytes:
    """As published, without the mark that ends a PDF: what is there still opens."""
    return _saved(pypdfium2.PdfDocument(as_published())).rpartition(b"%%EOF")[0]


def with_a_scanned_page() -> bytes:
    """As published, with a page at the end that holds a picture and no word."""
    report = pypdfium2.PdfDocument(as_published())
    report.import_pages(pypdfium2.PdfDocument(scanned()))
    return _saved(report)


def with_line(line: Line) -> tuple[State, ...]:
    """The programs of New York, and this line at an institution after them."""
    return (STATES[1], State("Washington", (Institution("Sound Test Family Med", "Port Angeles", (line,)),)))


def on_its_side() -> bytes:
    """Pages stored on their side, and turned when they are shown."""
    institution = STATES[0].institutions[0]
    grid = _grid(_head(institution.city), [_row(line) for line in institution.lines])
    names = f"{_said(STATES[0].name.upper())}\n\n#text(10pt)[{_said(institution.name)}]\n#v(2pt)\n"
    upright = f"#rotate(-90deg, reflow: true, block(width: 560pt)[{names}{grid}])\n"
    document = pypdfium2.PdfDocument(_typeset(["#set page(footer: none)\n", upright], 700))
    for index in range(len(document)):
        document[index].set_rotation(90)
    return _saved(document)


def locked() -> bytes:
    """A PDF that opens with a password only."""
    return _by_hand(b"<< /Type /Catalog /Pages 2 0 R >>", _LOCK)


def damaged_inside() -> bytes:
    """A PDF that opens, and whose only page is not there."""
    return _by_hand(b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Pages /Kids [9 0 R] /Count 1 >>")


def of_many_pages(how_many: int) -> bytes:
    """A PDF of so many blank pages."""
    kids = b"3 0 R " * how_many
    return _by_hand(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, how_many)
    )


def bomb(packed_twice: bool = False, streams: int = 1) -> bytes:
    """A small PDF with streams that unpack to far more than it is large."""
    packed = zlib.compress(bytes(13_000_000) if streams == 1 else b"")
    packed = zlib.compress(packed) if packed_twice else packed
    content = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\n" % (len(packed), packed)
    return b"%PDF-1.4\n" + content * streams + b"%%EOF\n"


_LOCK = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >> "


def _by_hand(catalog: bytes, trailer: bytes, pages: bytes = b"<< /Type /Pages /Kids [] /Count 0 >>") -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate((catalog, pages), start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 3\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size 3 /Root 1 0 R /ID [<31> <31>] %s>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, len(made))
    return made + table + end


def scanned() -> bytes:
    """A page with a picture on it and no word."""
    return typst.compile(b"#set page(width: 200pt, height: 200pt)\n#rect(width: 80pt, height: 40pt, fill: gray)\n")


def of_something_else() -> bytes:
    """A letter."""
    return typst.compile(
        b"#set page(width: 300pt, height: 300pt)\nDear Program Director, thank you for the interview.\n"
    )


def _typeset(parts: Sequence[str], height: int) -> bytes:
    return typst.compile((_PAGE.format(height=height) + _SETTING + "".join(parts)).encode())


def _cover(years: Sequence[int]) -> str:
    told = f"Program Results: Main Residency Match® {min(years)}-{max(years)} Appointment Years"
    return f"#text(14pt)[{_said(told)}]\n\n{_said(f'March {max(years)}')}\n#pagebreak()\n"


def _saved(document: pypdfium2.PdfDocument) -> bytes:
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _head(city: str, years: Sequence[int] = YEARS, kinds: tuple[str, str] = ("Quota", "Filled")) -> list[list[str]]:
    return [[_cell(city), _cell("Program"), *_year_cells(years)], ["[]", _cell("Code"), *_kinds(kinds)]]


def _year_cells(years: Sequence[int]) -> list[str]:
    return [f"grid.cell(colspan: 2, align: center, {_cell(str(year))})" for year in years]


def _kinds(kinds: tuple[str, str] = ("Quota", "Filled")) -> list[str]:
    return [_cell(kind) for _ in YEARS for kind in kinds]


def _row(line: Line, years: Sequence[int] = YEARS, filled_first: bool = False, none: str = "--") -> list[str]:
    cells = []
    for year in years:
        numbers = line.numbers[YEARS.index(year)]
        offered, filled = (none, none) if numbers is None else (f"{numbers[0]:,}", f"{numbers[1]:,}")
        cells += [filled, offered] if filled_first else [offered, filled]
    return [_cell(line.label), _cell(line.code), *(f"align(right, {_cell(cell)})" for cell in cells)]


def _whole_line(text: str) -> str:
    return f"grid.cell(colspan: {2 + 2 * len(YEARS)}, {_cell(text)})"


def _grid(
    head: list[list[str]], rows: list[list[str]], columns: str = "130pt, 70pt", how_many: int = len(YEARS)
) -> str:
    widths = ", ".join([columns, *["40pt"] * (2 * how_many)])
    cells = ",\n".join(cell for row in [*head, *rows] for cell in row)
    return f"#grid(columns: ({widths}), {cells})\n"


def _cell(text: str) -> str:
    return f"[{_said(text)}]"


def _said(text: str) -> str:
    quoted = text.replace('"', '\\"')
    return f'#"{quoted}"'
