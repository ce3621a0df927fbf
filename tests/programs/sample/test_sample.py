"""The sample directory: real programs of five specialties, every fact with its source, and no interview rate."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from bedside.evidence.library import Evidence, load_evidence
from bedside.evidence.specialties import all_specialties
from bedside.programs.building.build import build
from bedside.programs.claim import Confidence
from bedside.programs.directory import Directory
from bedside.programs.field import FIELDS, PROGRAM_TYPES
from bedside.programs.program import Program, TrackKind
from bedside.programs.sample.sample import sample_collection, sample_programs
from bedside.programs.sample.sample_file import read_sample, sample_text

EVIDENCE = load_evidence()
HOW_MANY = {"internal-medicine": 90, "family-medicine": 70, "psychiatry": 45, "pediatrics": 40, "neurology": 35}
MAY_SHIP = {"type", "website", "first-accredited", "visa.j1", "visa.h1b"}


@pytest.fixture(scope="module")
def directory() -> Directory:
    return build(sample_collection(EVIDENCE), EVIDENCE, is_sample=True).directory


@pytest.fixture(scope="module")
def programs(directory: Directory) -> list[Program]:
    return [directory.whole(one.key) for one in directory]


def test_it_has_programs_of_the_five_specialties(directory: Directory) -> None:
    assert Counter(one.specialty for one in directory) == HOW_MANY
    assert set(HOW_MANY) <= {one.key for one in all_specialties(EVIDENCE)}


def test_each_row_is_one_program_and_raises_no_question(directory: Directory) -> None:
    assert {one.key for one in directory} == {one.acgme_id for one in sample_programs()}
    assert (len(directory), directory.questions) == (len(sample_programs()), ())


def test_nothing_but_these_fields_ships_and_no_interview_rate(programs: list[Program]) -> None:
    assert {claims.field for program in programs for claims in program.claims} == MAY_SHIP
    assert set(FIELDS) >= MAY_SHIP


def test_every_claim_names_its_publisher_and_its_day(programs: list[Program]) -> None:
    best = [claims.best for program in programs for claims in program.claims]
    assert {
        bool(claim.origin.publisher and claim.origin.licence and claim.said_on and claim.place) for claim in best
    } == {True}


def test_what_a_program_says_on_visas_stands_on_its_own_page(programs: list[Program]) -> None:
    said = [claims.best.stated for program in programs for claims in program.claims if claims.field.startswith("visa.")]
    assert len(said) > 10
    assert {one.confidence for one in said} == {Confidence.PROGRAM}
    assert all(one.url.startswith("http") and one.said_on == date(2026, 9, 1) for one in said)


def test_every_program_was_in_the_match_of_2025_or_has_been_accredited_since(programs: list[Program]) -> None:
    new = [one for one in programs if not one.tracks]
    assert all(one.listed.text("first-accredited") for one in new)
    assert {one.listed.match_year for one in programs if one.tracks} == {2025}
    assert len(new) < 20


def test_no_more_than_the_newest_year_of_positions_ships(programs: list[Program]) -> None:
    years = {season.match_year for program in programs for track in program.tracks for season in track.seasons}
    assert years == {2025}


def test_every_program_offers_training_to_the_end(programs: list[Program]) -> None:
    whole = {TrackKind.CATEGORICAL, TrackKind.PRIMARY_CARE, TrackKind.ADVANCED}
    assert all(whole & {track.kind for track in program.tracks} for program in programs if program.tracks)


def test_all_types_and_nearly_all_states_are_in_it(directory: Directory) -> None:
    assert {one.text("type") for one in directory} == {*PROGRAM_TYPES, None}
    assert len({one.state for one in directory}) >= 48


def test_the_same_program_has_one_type_and_one_website(directory: Directory) -> None:
    assert {one.disagreeing for one in directory} == {frozenset()}


def test_the_sample_does_not_depend_on_the_evidence() -> None:
    assert sample_collection(EVIDENCE) is sample_collection(Evidence({}, {}))


def test_what_is_written_is_read_again() -> None:
    assert read_sample(sample_text(sample_programs()), 2025) == sample_programs()
