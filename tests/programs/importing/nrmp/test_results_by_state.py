"""The NRMP's results by state, read from invented pages with two tables side by side; every row has to add up."""

from __future__ import annotations

import pytest

from bedside.evidence.library import load_evidence
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.nrmp.agreement import Difference, differences
from bedside.programs.importing.nrmp.program_results import NrmpProgramResults
from bedside.programs.importing.nrmp.results_by_state import NrmpResultsByState
from bedside.programs.mention import Mention, Reading, Row, StateResult
from bedside.programs.mistakes import FileNotRead
from bedside.programs.program import Season, Track, TrackKind
from tests.programs.importing.nrmp.invented_state_results import LEFT, RIGHT, YEAR, side_by_side

EVIDENCE = load_evidence()
IN_ORDER = tuple(range(11))
LETTERS = {"DELAWARE": "DE", "DISTRICT OF COLUMBIA": "DC", "DISTRICT OF COLUMBIA (cont.)": "DC", "WASHINGTON": "WA"}
SPECIALTIES = {
    "Anesthesiology (PGY-1)": "anesthesiology",
    "Internal Medicine/Medical Genetics (PGY-1)": "internal-medicine-medical-genetics",
    "Surgery (PGY-1)": "general-surgery",
    "Physical Medicine and Rehabilitation (Physician)": "physical-medicine-and-rehabilitation",
    "Family Medicine (PGY-1)": "family-medicine",
}
WRITTEN = tuple(
    StateResult(YEAR, LETTERS[state], SPECIALTIES[row.label], row.label, row.offered, row.filled, row.matched)
    for state, rows in (*LEFT, *RIGHT)
    for row in rows
)


def _read(content: bytes) -> Reading:
    file = SourceFile("results.pdf", content)
    importer = NrmpResultsByState()
    assert importer.recognises(file)
    return importer.read(file, EVIDENCE)


@pytest.mark.parametrize(
    "order",
    [IN_ORDER, tuple(reversed(IN_ORDER)), (1, 0, *range(2, 11)), (*range(5), 6, 5, *range(7, 11))],
    ids=["as published", "backwards", "filled first", "US IMGs last of three"],
)
def test_the_columns_are_found_by_their_headings_in_any_order(order: tuple[int, ...]) -> None:
    reading = _read(side_by_side(order))
    assert (reading.state_results, reading.unread, reading.edition) == (WRITTEN, (), str(YEAR))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ((2, 1), "it does not add up: 22 applicants, but 21 positions filled"),
        ((1, -1), "it does not add up: 21 applicants, but 20 positions filled"),
        ((0, -1), "it does not add up: 21 positions filled of 20"),
        ((0, 1), "it does not add up: 18 of 22 is not 85.7 %"),
    ],
)
def test_a_row_that_does_not_add_up_is_named_and_left_out(wrong: tuple[int, int], why: str) -> None:
    reading = _read(side_by_side(wrong=wrong))
    assert reading.state_results == WRITTEN[1:]
    assert [(one.place, one.why) for one in reading.unread] == [("page 1", f"Not read: {why}.")]


def test_a_report_without_a_year_is_refused() -> None:
    with pytest.raises(FileNotRead, match="does not say of which year"):
        _read(side_by_side(year=None))


def test_it_is_not_taken_for_the_program_results() -> None:
    assert not NrmpProgramResults().recognises(SourceFile("results.pdf", side_by_side()))


def test_the_two_reports_differ_where_their_positions_do() -> None:
    track = Track("1111400C0", TrackKind.CATEGORICAL, "Psychiatry", (Season(2031, 6, 6), Season(2030, 9, 9)))
    programs = _reading(rows=(Row(Mention("A", state="NY", specialty="psychiatry"), "page 1", (track,)),))
    same = StateResult(2031, "NY", "psychiatry", "Psychiatry (PGY-1)", 6, 6, (6, 0, 0, 0, 0, 0, 0))
    more = StateResult(2031, "CT", "pathology", "Pathology (PGY-1)", 2, 0, (0,) * 7)
    found = differences(programs, _reading(state_results=(same, more)))
    assert (found, [one.missing for one in found]) == ((Difference("pathology", "CT", 0, 2),), [2])


def _reading(rows: tuple[Row, ...] = (), state_results: tuple[StateResult, ...] = ()) -> Reading:
    return Reading("x", "x", "NRMP", "2031", None, "", "", rows=rows, state_results=state_results)
