"""Files are known by what is in them; what cannot be read is refused with a sentence, never with a traceback."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.evidence.library import load_evidence
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.recognising import read_file
from bedside.programs.mistakes import FileNotRead
from tests.programs.importing.known_tables.made_up import FREIDA, RATES
from tests.programs.importing.nrmp import invented_reports as reports
from tests.programs.importing.nrmp.invented_state_results import side_by_side

EVIDENCE = load_evidence()
WHOLE = reports.as_published()
BAD = {
    "empty": (b"", "is empty"),
    "blank": (b"\n \r\n\t", "is empty"),
    "cut short": (WHOLE[:-3000], "damaged or was not downloaded to its end"),
    "without its end": (reports.without_its_end(), "damaged or was not downloaded to its end"),
    "a beginning only": (b"%PDF-1.7\n", "damaged or was not downloaded to its end"),
    "locked": (reports.locked(), "locked with a password"),
    "without its page": (reports.damaged_inside(), "Page 1 of this PDF is damaged"),
    "scanned": (reports.scanned(), "holds pictures of pages and no text"),
    "a bomb": (reports.bomb(), "unpack to far more than a report ever holds"),
    "a bomb in a wrapping": (reports.bomb(packed_twice=True), "unpack to far more than a report ever holds"),
    "a heap of streams": (reports.bomb(streams=50_001), "unpack to far more than a report ever holds"),
    "a letter": (reports.of_something_else(), "none that Bedside knows"),
}


@pytest.mark.parametrize(("content", "sentence"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_with_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(FileNotRead, match=sentence):
        read_file(SourceFile("list.pdf", content), EVIDENCE)


def test_the_name_of_a_file_does_not_matter() -> None:
    report = SourceFile("holiday.jpg", reports.as_published())
    results = SourceFile("Program_Results.csv", side_by_side())
    assert [read_file(file, EVIDENCE).kind for file in (report, results)] == [
        "nrmp-program-results",
        "nrmp-results-by-state",
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_a_known_table_is_read_in_other_encodings(encoding: str) -> None:
    told = RATES.replace("First Test Program", "Hôpital Test Program")
    reading = read_file(SourceFile("Neurology.csv", told.encode(encoding)), EVIDENCE)
    assert (reading.kind, reading.rows[0].mention.name) == ("interview-rates", "Hôpital Test Program")


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_a_known_table_is_read_with_other_separators(separator: str) -> None:
    plain = RATES.replace('"Second Test Hospital, South Program"', "Second Test Program").replace(",", separator)
    reading = read_file(SourceFile("Neurology.csv", plain.encode()), EVIDENCE)
    assert (reading.kind, len(reading.rows)) == ("interview-rates", 3)


def test_headings_below_a_title_are_found_and_rows_keep_their_numbers() -> None:
    reading = read_file(SourceFile("x.csv", f"Exported list\n\n{FREIDA}".encode()), EVIDENCE)
    assert (reading.kind, [row.place for row in reading.rows]) == ("freida", ["row 4", "row 5", "row 6"])


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    with pytest.raises(FileNotRead, match="has 1501 pages; Bedside reads at most 1500"):
        read_file(SourceFile("x.pdf", reports.of_many_pages(1501)), EVIDENCE)


def test_a_pdf_that_is_too_large_is_refused_before_it_is_opened() -> None:
    with pytest.raises(FileNotRead, match="larger than 60 MB"):
        read_file(SourceFile("x.pdf", b"%PDF-1.7\n" + bytes(60_000_000)), EVIDENCE)


@settings(max_examples=25)
@given(where=st.floats(0, 1), how_long=st.integers(1, 40), filling=st.binary(min_size=1, max_size=40))
def test_a_spoilt_pdf_is_read_in_part_or_refused_with_a_sentence(where: float, how_long: int, filling: bytes) -> None:
    at = int(where * len(WHOLE))
    outcome = _outcome(WHOLE[:at] + filling + WHOLE[at + how_long :])
    assert outcome.endswith(".")


def _outcome(content: bytes) -> str:
    """The first note on what was read, or the sentence with which the file was refused."""
    try:
        return read_file(SourceFile("x.pdf", content), EVIDENCE).notes[0]
    except FileNotRead as refused:
        return str(refused)
