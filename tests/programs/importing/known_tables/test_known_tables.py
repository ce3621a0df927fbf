"""FREIDA, the crosswalk, ERAS, new programs and hospitals: what is not told is never a “no”."""

from __future__ import annotations

from datetime import date

from bedside.evidence.library import load_evidence
from bedside.programs.claim import Confidence, Stated
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.recognising import IMPORTERS, read_file
from bedside.programs.mention import Hospital, Reading, Row
from tests.programs.importing.known_tables import made_up as known_tables

EVIDENCE = load_evidence()
TABLES = {
    "interview-rates": known_tables.RATES,
    "freida": known_tables.FREIDA,
    "crosswalk": known_tables.CROSSWALK,
    "eras-participating": known_tables.ERAS,
    "new-programs": known_tables.NEW,
    "cms-hospitals": known_tables.HOSPITALS,
}


def _read(content: str, name: str = "table.csv") -> Reading:
    return read_file(SourceFile(name, content.encode()), EVIDENCE)


def _values(row: Row) -> dict[str, object]:
    return {stated.field: stated.value for stated in row.stated}


def _problems(reading: Reading) -> list[tuple[str, str]]:
    return [(one.place, one.why) for one in reading.unread]


def test_each_table_is_known_by_one_importer_only_and_never_by_its_name() -> None:
    for kind, content in TABLES.items():
        file = SourceFile("Neurology.pdf", content.encode())
        assert [importer.key for importer in IMPORTERS if importer.recognises(file)] == [kind]


def test_freida_says_type_shares_visas_and_dates_each_row() -> None:
    first = _read(known_tables.FREIDA).rows[0]
    assert _values(first) == {
        "type": "university",
        "first-year-positions": 95,
        "interviews-last-year": 500,
        "img-share": 0.023,
        "us-md-share": 0.958,
        "do-share": 0.02,
        "visa.j1": True,
        "visa.h1b": False,
        "visa.f1-opt": False,
        "website": "http://www.example.org/residency",
        "first-accredited": "2000 - 2001 or earlier",
        "application-service": "ERAS",
    }
    assert {(stated.said_on, stated.confidence) for stated in first.stated} == {(date(2025, 3, 28), Confidence.PROGRAM)}


def test_freida_claims_nothing_of_visas_that_are_not_reported_nor_of_no_interviews() -> None:
    second = _read(known_tables.FREIDA).rows[1]
    assert _values(second) == {
        "type": "university-affiliated",
        "first-year-positions": 12,
        "first-accredited": "2019 - 2020",
    }


def test_cells_of_freida_that_cannot_be_read_are_named_one_by_one() -> None:
    reading = _read(known_tables.FREIDA)
    assert _problems(reading) == [
        ("row 4, “program_type”", "Not read: “Moon-based” is no type of program that Bedside knows."),
        ("row 4, “first_year_positions”", "Not read: “twelve” is no number."),
        ("row 4, “pct_img”", "Not read: “104” is no share of a hundred."),
        ("row 4, “j1”", "Not read: “perhaps” is neither yes nor no."),
        ("row 4, “website”", "Not read: “http://nowhere” is no address of a page."),
    ]
    assert _values(reading.rows[2])["visa.h1b"] is True


def test_the_edition_of_freida_is_its_newest_row() -> None:
    reading = _read(known_tables.FREIDA)
    assert (reading.edition, reading.said_on, reading.covers) == ("2025-05", date(2025, 5, 15), "internal-medicine")


def test_the_crosswalk_puts_the_tracks_of_one_program_together() -> None:
    reading = _read(known_tables.CROSSWALK, "crosswalk_2024-08.tsv")
    first = reading.rows[0].mention
    assert (first.acgme_id, first.nrmp_codes, first.city, first.state) == (
        "1400000001",
        ("1744140C0", "1744140P0"),
        "Athens",
        "GA",
    )
    assert (reading.edition, reading.said_on) == ("2024-08", date(2024, 8, 1))


def test_an_id_that_lost_its_leading_zero_gets_it_back() -> None:
    last = _read(known_tables.CROSSWALK).rows[-1].mention
    assert (last.acgme_id, last.specialty) == ("0400000003", "anesthesiology")


def test_a_rounded_id_is_refused_and_says_how_to_mend_it() -> None:
    rounded = _read(known_tables.CROSSWALK).unread[0]
    assert (rounded.place, rounded.why) == (
        "row 4",
        "“1.40E+09”: A spreadsheet has rounded this ID, and its last digits are gone.",
    )
    assert rounded.how_to_fix.startswith("Format the column as text")


def test_numbers_of_two_specialties_and_missing_numbers_are_refused() -> None:
    assert _problems(_read(known_tables.CROSSWALK))[1:] == [
        ("row 5", "Not read: 1330320C0 and 1400000002 are of different specialties."),
        ("row 6", "Not read: one of the two numbers is missing, and alone neither says anything."),
    ]


def test_eras_says_the_service_only_of_programs_that_take_part() -> None:
    rows = _read(known_tables.ERAS, "eras_2021-04.csv").rows
    assert rows[0].stated[0] == Stated(
        "application-service", "ERAS", said_on=date(2021, 4, 1), quote="status: Participating"
    )
    assert _values(rows[2]) == {}


def test_eras_is_not_believed_of_specialties_that_have_left_it() -> None:
    assert _values(_read(known_tables.ERAS).rows[1]) == {}


def test_specialties_are_known_by_the_spelling_of_eras() -> None:
    assert [row.mention.specialty for row in _read(known_tables.ERAS).rows] == [
        "psychiatry",
        "obstetrics-and-gynecology",
        "otolaryngology",
    ]


def test_a_state_that_is_none_leaves_the_row_out() -> None:
    assert _problems(_read(known_tables.ERAS)) == [
        ("row 4, “url”", "Not read: “http://www.The Test Program” is no address of a page."),
        ("row 5", "Not read: “ZZ” is no state."),
    ]


def test_a_visa_of_a_new_program_is_as_sure_as_its_evidence() -> None:
    rows = _read(known_tables.NEW).rows
    visas = [
        {one.field: (one.value, one.confidence) for one in row.stated if one.field.startswith("visa")} for row in rows
    ]
    assert visas == [
        {},
        {"visa.j1": (True, Confidence.PROGRAM)},
        {"visa.j1": (False, Confidence.COMPILED), "visa.h1b": (False, Confidence.COMPILED)},
        {"visa.j1": (True, Confidence.UNSURE), "visa.h1b": (True, Confidence.UNSURE)},
    ]
    assert rows[1].stated[-1].url == "https://example.org/visas"


def test_beds_that_are_not_told_are_unknown_and_numbers_get_their_zero_back() -> None:
    reading = _read(known_tables.HOSPITALS)
    assert reading.hospitals == (
        Hospital("240057", "FIRST TEST HOSPITAL", "MINNEAPOLIS", "MN", 609),
        Hospital("030094", "SECOND TEST HOSPITAL", "GLENDALE", "AZ", None),
    )
    assert _problems(reading) == [
        ("row 4", "Not read: “24-0057” is no Medicare number: that has six characters."),
    ]
    assert reading.edition == "2022"
