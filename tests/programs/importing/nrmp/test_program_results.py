"""The NRMP's program results, read from invented reports in several layouts: no layout and no year is built in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bedside.evidence.library import load_evidence
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.nrmp.program_results import NrmpProgramResults
from bedside.programs.mention import Reading
from bedside.programs.program import Season, Track, TrackKind
from tests.programs.importing.nrmp import invented_reports as reports

EVIDENCE = load_evidence()
LAYOUTS = (
    reports.as_published,
    reports.oldest_first_with_cities_above,
    reports.head_on_the_first_page_only,
    reports.code_first,
    reports.grouped_by_kind,
)
PLACES = {"District of Columbia": "DC", "New York": "NY", "Washington": "WA"}


def _read(content: bytes) -> Reading:
    file = SourceFile("report.pdf", content)
    importer = NrmpProgramResults()
    assert importer.recognises(file)
    return importer.read(file, EVIDENCE)


def _all_that_was_written(states: tuple[reports.State, ...]) -> set[tuple[str, str, str, Track]]:
    return {
        (PLACES[state.name], institution.name, institution.city, _track(line))
        for state in states
        for institution in state.institutions
        for line in institution.lines
    }


def _track(line: reports.Line) -> Track:
    pairs = zip(reports.YEARS, line.numbers, strict=True)
    seasons = tuple(Season(year, *numbers) for year, numbers in pairs if numbers is not None)
    return Track(line.code, TrackKind(line.code[7]), line.label, seasons)


def _all_that_was_read(reading: Reading) -> set[tuple[str, str, str, Track]]:
    return {
        (row.mention.state, row.mention.institution, row.mention.city, track)
        for row in reading.rows
        for track in row.tracks
    }


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_every_layout_gives_the_same_programs(layout: Callable[[], bytes]) -> None:
    reading = _read(layout())
    assert _all_that_was_read(reading) == _all_that_was_written(reports.STATES)
    assert reading.unread == ()


def test_other_years_in_the_head_are_read_as_they_stand() -> None:
    reading = _read(reports.as_published(shift=7))
    years = {season.match_year for row in reading.rows for track in row.tracks for season in track.seasons}
    assert (reading.edition, years) == ("2038", {2038, 2037, 2036})


def test_an_institution_continued_on_the_next_page_stays_one_institution() -> None:
    reading = _read(reports.continued_on_a_new_page())
    assert _all_that_was_read(reading) == {one for one in _all_that_was_written(reports.STATES) if one[0] == "DC"}


def test_pages_stored_on_their_side_are_read_as_they_are_seen() -> None:
    reading = _read(reports.on_its_side())
    assert _all_that_was_read(reading) == {one for one in _all_that_was_written(reports.STATES) if one[0] == "DC"}


def test_a_report_of_one_year_takes_the_year_from_its_title() -> None:
    reading = _read(reports.one_year())
    rows = {row.mention.nrmp_codes[0]: row for row in reading.rows}
    assert reading.edition == str(reports.YEARS[0])
    assert rows["9002120C0"].tracks[1].seasons == (Season(reports.YEARS[0], 2, 1),)
    assert rows["9002120C0"].mention.city == "New York"


def test_the_tracks_of_one_specialty_at_one_institution_are_one_row() -> None:
    rows = {row.mention.specialty: row for row in _read(reports.as_published()).rows}
    internal_medicine = rows["internal-medicine"]
    assert internal_medicine.mention.nrmp_codes == ("9001140C0", "9001140P0", "9001140P10")
    assert internal_medicine.place == "page 2"
    assert {track.kind for track in internal_medicine.tracks} == {TrackKind.CATEGORICAL, TrackKind.PRELIMINARY}


def test_the_month_on_the_cover_dates_the_report() -> None:
    assert _read(reports.as_published()).said_on == date(reports.YEARS[0], 3, 1)
    assert _read(reports.one_year()).said_on is None


def test_a_line_that_fills_more_than_it_offers_is_named_and_left_out() -> None:
    line = reports.Line("Neurology", "9004180A0", ((3, 4), None, None))
    reading = _read(reports.as_published(states=reports.with_line(line)))
    assert [(one.place, one.what, one.why) for one in reading.unread] == [
        ("page 2", "Neurology 9004180A0 3 4 -- -- -- --", "Not read: it fills 4 positions in 2031 and offers 3.")
    ]


def test_a_line_without_a_code_is_named_and_left_out() -> None:
    line = reports.Line("Neurology", "900-4180", ((3, 3), None, None))
    reading = _read(reports.as_published(states=reports.with_line(line)))
    assert [one.why for one in reading.unread] == ["Not read: no NRMP code stands on this line."]


def test_a_code_that_stands_twice_with_other_numbers_is_named() -> None:
    line = reports.Line("Psychiatry", "9003400C0", ((9, 9), None, None))
    reading = _read(reports.as_published(states=reports.with_line(line)))
    assert [one.why for one in reading.unread] == [
        "Not read: this code stands in the file twice with other numbers; the first was kept."
    ]


def test_a_code_in_small_letters_is_the_same_code() -> None:
    line = reports.Line("Neurology", "9004180a0", ((3, 3), None, None))
    reading = _read(reports.as_published(states=reports.with_line(line)))
    assert reading.rows[-1].mention.nrmp_codes == ("9004180A0",)


def test_a_page_without_text_among_others_is_named() -> None:
    reading = _read(reports.with_a_scanned_page())
    assert [(one.place, one.why) for one in reading.unread] == [("page 3", "Not read: it holds no text.")]


def test_an_institution_without_a_name_is_not_given_that_of_another() -> None:
    nameless = (
        reports.Institution("", "Springfield", (reports.Line("Neurology", "9009180C0", ((3, 3), None, None)),)),
    )
    states = (reports.STATES[1], reports.State("Washington", nameless))
    last = _read(reports.as_published(states=states)).rows[-1].mention
    assert (last.institution, last.city, last.state) == ("", "Springfield", "WA")
