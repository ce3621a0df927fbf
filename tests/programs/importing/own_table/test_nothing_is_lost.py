"""Whatever stands in a table, each of its cells is found again in what was read of it."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.evidence.library import load_evidence
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.own_table import OwnTable
from bedside.programs.importing.own_table.as_people_write.specialties import specialty_about
from bedside.programs.importing.own_table.as_people_write.words import is_missing
from bedside.programs.importing.states import state_named
from bedside.programs.mention import Mention, Reading
from bedside.programs.mistakes import FileNotRead

HEADINGS = (
    "Program", "Hospital", "City", "State", "City/State", "Specialty", "Accreditation ID", "ERAS/AAMC ID", "Visa",
    "J-1", "YOG", "Attempts", "Step 2 CK", "Step 3", "USCE", "LORs", "% IMG", "Type", "Website", "Seats", "Notes",
    "US IMG", "Vibes", "", "IMG friendly", "Last updated", "NRMP code",
)  # fmt: skip
WRITTEN = (
    "", "–", "?", "J1/H1b", "no visa", "5", "3-4", "4-Mar", "no cutoff", "230", "Chicago, IL", "Texas", "IM", "Mean",
    "Total", "x", "✓", "45%", "0.45", "1.20E+09", "1401200004", "1509140C0", "Foo Hospital", "2 LORs (1 US)",
    "3 mo hands on", "Com/Univ", "note: hi", "2025-03-28", "Program", "State", "Visa", "1", "2", "3",
    "Chicago, IL 60612",
)  # fmt: skip
WORDS = ("no", "yes", "J-1", "H1B", "5", "years", "pref", "strict", "(", ")", ",", "/", "US", "3–5", "~")
CELLS = st.one_of(
    st.sampled_from(WRITTEN),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Zs")), max_size=12),
    st.integers(0, 5_000_000_000).map(str),
    st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join),
)


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    headings = draw(st.lists(st.sampled_from(HEADINGS), min_size=1, max_size=6))
    rows = draw(st.lists(st.lists(CELLS, min_size=0, max_size=8), min_size=0, max_size=6))
    before = draw(st.lists(st.lists(CELLS, max_size=3), max_size=2))
    return [*before, ["Program", "State", "Visa", *headings], *rows]


def told(reading: Reading) -> Iterable[str]:
    """Everything the reading holds, as texts."""
    for row in reading.rows:
        yield from _identity(row.mention)
        for one in row.stated:
            yield from (one.quote, str(one.value), str(one.said_on))
    for unread in reading.unread:
        yield unread.what
    yield from reading.notes
    for column in reading.columns:
        yield from column


def _identity(mention: Mention) -> Iterable[str]:
    yield from (
        mention.name,
        mention.institution,
        mention.city,
        mention.state,
        mention.specialty,
        mention.acgme_id or "",
    )
    yield from mention.nrmp_codes
    yield f"{mention.city}, {mention.state}"


def is_found(cell: str, texts: set[str], reading: Reading) -> bool:
    plain = " ".join(cell.split())
    ways = {plain, state_named(plain), specialty_about(plain, load_evidence()), plain.zfill(10), plain.upper()} - {""}
    if ways & texts:
        return True
    in_lines = any(plain in line for line in (*reading.notes, *(one.what for one in reading.unread)))
    return in_lines or any(text.endswith(f": {plain}") or plain in text.split(" · ") for text in texts)


@settings(max_examples=150)
@given(tables())
def test_each_cell_is_in_a_claim_a_name_a_note_or_among_the_unread(rows: list[list[str]]) -> None:
    text = StringIO()
    csv.writer(text).writerows(rows)
    try:
        reading = OwnTable().read(SourceFile("list.csv", text.getvalue().encode()), load_evidence())
    except FileNotRead:
        return  # told as a whole: headings without a program below them
    texts = {" ".join(one.split()) for one in told(reading)}
    cells = {cell.strip() for row in rows for cell in row if not is_missing(cell.strip())}
    lost = [cell for cell in cells if not is_found(cell, texts, reading)]
    counted = any("only counts the rows" in note for note in reading.notes)
    assert [cell for cell in lost if not (counted and cell.isdecimal())] == []
