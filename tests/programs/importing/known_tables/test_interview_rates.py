"""Interview rates by applicant group: which columns there are differs, and the specialty is known by a name at best."""

from __future__ import annotations

import pytest

from bedside.evidence.library import load_evidence
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.known_tables.interview_rates import InterviewRates
from bedside.programs.importing.recognising import read_file
from bedside.programs.mention import Reading
from bedside.programs.mistakes import FileNotRead
from tests.programs.importing.known_tables.made_up import RATES

EVIDENCE = load_evidence()


def _read(content: str = RATES, name: str = "Psychiatry.csv", specialty: str = "") -> Reading:
    file = SourceFile(name, content.encode(), specialty)
    assert InterviewRates().recognises(file)
    return read_file(file, EVIDENCE)


def test_each_rate_is_a_claim_rounded_to_whole_percents() -> None:
    first = _read().rows[0]
    assert {stated.field.removeprefix("interview-rate."): stated.value for stated in first.stated} == {
        "silver-signal": 0.25,
        "gold-signal": 0.26,
        "no-signal": 0.01,
        "in-state": 0.27,
        "out-of-state": 0.07,
        "md": 0.06,
        "do": 0.08,
        "us-img": 0.08,
        "non-us-img": 0.13,
    }
    assert {stated.rounded_to for stated in first.stated} == {0.01}


def test_a_dash_is_no_claim_and_a_zero_is_one() -> None:
    second = _read().rows[1]
    told = {stated.field: (stated.value, stated.rounded_to) for stated in second.stated}
    assert told == {
        "interview-rate.no-signal": (0.0, 0.01),
        "interview-rate.in-state": (1.0, 0.01),
        "interview-rate.out-of-state": (0.5, 0.01),
        "interview-rate.md": (0.314, 0.001),
        "interview-rate.non-us-img": (0.0, 0.01),
    }
    assert (second.mention.name, second.mention.state, second.place) == (
        "Second Test Hospital, South Program",
        "MO",
        "row 3",
    )


def test_programs_that_report_nothing_are_counted_and_claim_nothing() -> None:
    reading = _read()
    assert reading.rows[2].stated == ()
    assert reading.notes[-1] == "1 of 3 programs report no rate; for them nothing is claimed."


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Internal Medicine.csv", "internal-medicine"),
        ("IM Peds.csv", "internal-medicine-pediatrics"),
        ("Rad Onc.csv", "radiation-oncology"),
        ("PM&R.csv", "physical-medicine-and-rehabilitation"),
        ("interview_rates_vascular_surgery (2).csv", "vascular-surgery"),
        ("2026 Neurology interview rates by signal.csv", "neurology"),
        ("C:\\Downloads\\Family Medicine.csv", "family-medicine"),
    ],
)
def test_the_specialty_is_taken_from_the_name_and_said_to_be(name: str, key: str) -> None:
    reading = _read(name=name)
    assert (reading.covers, {row.mention.specialty for row in reading.rows}) == (key, {key})
    assert reading.notes[0].startswith(f"The table does not say of which specialty it is. Its name is “{name}”")


def test_the_users_word_goes_before_the_name() -> None:
    reading = _read(name="Psychiatry.csv", specialty="peds")
    assert (reading.covers, reading.notes[0]) == ("pediatrics", "You said that these rates are of Pediatrics.")


def test_a_column_with_the_specialty_goes_before_the_name() -> None:
    head, *rows = RATES.splitlines()
    told = "\n".join([f"{head},Specialty", *(f"{row},Neurology" for row in rows)])
    reading = _read(told, name="Psychiatry.csv")
    assert (reading.covers, len(reading.rows)) == ("neurology", 3)


@pytest.mark.parametrize("name", ["rates.csv", "download (3).csv", "path.to.somewhere.csv"])
def test_rates_of_no_known_specialty_are_refused(name: str) -> None:
    with pytest.raises(FileNotRead, match="neither the table nor its name says of which specialty"):
        _read(name=name)


def test_a_word_that_is_no_specialty_is_refused_with_the_nearest() -> None:
    with pytest.raises(FileNotRead, match=r"“phsychiatry” is no specialty that Bedside knows.*“Psychiatry”"):
        _read(specialty="phsychiatry")


@pytest.mark.parametrize("cell", ["", "-", "–", "N/A", "nan", "None", "not reported"])
def test_a_cell_that_says_nothing_is_no_claim_and_nothing_unread(cell: str) -> None:
    reading = _read(RATES.replace(",0.06,0.08,0.08,0.13,", f",{cell},0.08,0.08,0.13,"))
    assert (len(reading.rows[0].stated), reading.unread) == (8, ())


@pytest.mark.parametrize("cell", ["1.2", "-0.1", "often", "inf", "nan%"])
def test_a_cell_that_is_no_rate_is_named_and_the_rest_is_kept(cell: str) -> None:
    reading = _read(RATES.replace(",0.06,0.08,0.08,0.13,", f",{cell},0.08,0.08,0.13,"))
    assert [(one.place, one.what) for one in reading.unread] == [("row 2, “MD”", cell)]
    assert len(reading.rows[0].stated) == 8


def test_a_heading_that_stands_twice_is_refused() -> None:
    head, *rows = RATES.splitlines()
    twice = "\n".join([f"{head},MD", *(f"{row},0.5" for row in rows)])
    with pytest.raises(FileNotRead, match="more than one column is called “MD”"):
        _read(twice)


def test_a_table_that_says_more_is_the_users_own() -> None:
    head, *rows = RATES.splitlines()
    more = "\n".join([f"{head},Visa", *(f"{row},J-1" for row in rows)])
    file = SourceFile("Psychiatry.csv", more.encode())
    assert not InterviewRates().recognises(file)
    assert read_file(file, EVIDENCE).kind == "own-table"


def test_what_each_column_was_taken_for_is_told() -> None:
    columns = dict(_read().columns)
    assert (columns["Non US IMG"], columns["City"], columns["Region"]) == (
        "interview rate (non-us-img)",
        "its city",
        "not needed",
    )
