"""The sample that ships says what the published lists say, row by row, and is what the script would choose again."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from bedside.evidence.library import load_evidence
from bedside.programs.claim import Confidence
from bedside.programs.mention import Reading, Row
from bedside.programs.sample.sample import sample_programs
from bedside.programs.sample.sample_file import SampleProgram, sample_text
from docs.generate.sample_candidates import candidates
from docs.generate.sample_directory import SAMPLE, chosen, real_readings

pytestmark = pytest.mark.skipif(
    "BEDSIDE_REAL_DATA" not in os.environ, reason="BEDSIDE_REAL_DATA names no folder of published files"
)
PROGRAMS = sample_programs()


@pytest.fixture(scope="module")
def published() -> Mapping[str, Reading]:
    return real_readings(Path(os.environ["BEDSIDE_REAL_DATA"]), load_evidence())


def by_number(reading: Reading) -> dict[str | None, Row]:
    return {row.mention.acgme_id: row for row in reading.rows}


def said(row: Row, field: str) -> object:
    return next((one.value for one in row.stated if one.field == field), "")


def test_sponsor_place_and_positions_are_those_of_the_nrmp(published: Mapping[str, Reading]) -> None:
    there = {track.nrmp_code: (row, track) for row in published["nrmp"].rows for track in row.tracks}
    for program in PROGRAMS:
        for track in program.tracks:
            row, same = there[track.nrmp_code]
            assert (track.label, track.kind, track.seasons) == (same.label, same.kind, same.seasons[:1])
            assert (program.institution, program.page) == (row.mention.institution, row.place)
            assert (program.city, program.state, program.specialty) == (
                row.mention.city,
                row.mention.state,
                row.mention.specialty,
            )


def test_no_track_of_2025_is_left_out(published: Mapping[str, Reading]) -> None:
    shipped = {track.nrmp_code for program in PROGRAMS for track in program.tracks}
    for row in published["nrmp"].rows:
        active = {track.nrmp_code for track in row.tracks if track.offered_in(2025)}
        assert active & shipped in (active, set())


def test_names_types_and_websites_are_those_of_the_list_that_is_named(published: Mapping[str, Reading]) -> None:
    lists = {key: by_number(published[key]) for key in ("freida", "eras", "new")}
    for program in PROGRAMS:
        row = lists[program.listed_by][program.acgme_id]
        assert program.name == row.mention.name
        assert (program.type, program.website) == (said(row, "type"), said(row, "website"))
        assert (row.mention.state, row.mention.specialty) == (program.state, program.specialty)


def test_visas_are_those_of_the_programs_own_pages(published: Mapping[str, Reading]) -> None:
    new = by_number(published["new"])
    for program in (one for one in PROGRAMS if one.visa_url):
        row = new[program.acgme_id]
        visas = {"visa.j1": program.visa_j1, "visa.h1b": program.visa_h1b}
        pages = [one for one in row.stated if one.field.startswith("visa.")]
        assert {one.field: one.value for one in pages} == {
            key: value for key, value in visas.items() if value is not None
        }
        assert {(one.url, one.said_on, one.confidence) for one in pages} == {
            (program.visa_url, program.visa_checked, Confidence.PROGRAM)
        }


def test_in_medicine_the_crosswalk_knows_no_other_number(published: Mapping[str, Reading]) -> None:
    numbers = {code: row.mention.acgme_id for row in published["crosswalk"].rows for code in row.mention.nrmp_codes}

    def others(program: SampleProgram) -> set[str | None]:
        return {numbers.get(track.nrmp_code, program.acgme_id) for track in program.tracks} - {program.acgme_id}

    assert [program.name for program in PROGRAMS if others(program)] == []


def test_the_script_chooses_the_same_programs_again(published: Mapping[str, Reading]) -> None:
    assert sample_text(chosen(candidates(**published))) == SAMPLE.read_text(encoding="utf-8")
