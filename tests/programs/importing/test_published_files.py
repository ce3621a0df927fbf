"""The files as they are published, where `BEDSIDE_REAL_DATA` names them: every count as it was measured."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from bedside.evidence.library import load_evidence
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.nrmp.agreement import differences
from bedside.programs.importing.recognising import read_file
from bedside.programs.mention import Reading

pytestmark = pytest.mark.skipif(
    "BEDSIDE_REAL_DATA" not in os.environ, reason="BEDSIDE_REAL_DATA names no folder of published files"
)
EVIDENCE = load_evidence()
CROSSWALK = "nrmp_acgme_crosswalk_2024-08.tsv"
MISSING = {
    ("anesthesiology", "NY"): 2,
    ("diagnostic-radiology", "MO"): 1,
    ("internal-medicine", "KS"): 1,
    ("internal-medicine", "MA"): 2,
    ("internal-medicine", "MI"): 1,
    ("internal-medicine", "NY"): 1,
    ("internal-medicine", "TX"): 2,
    ("internal-medicine", "WI"): 1,
    ("neurological-surgery", "NY"): 2,
    ("pathology", "CT"): 1,
    ("pathology", "MA"): 1,
    ("pathology", "PA"): 1,
    ("pediatrics", "WI"): 1,
    ("transitional-year", "NY"): 2,
}
RATES = {
    "Anatomic and Clinical Pathology": ("pathology", 141, 857),
    "Anesthesiology": ("anesthesiology", 166, 1335),
    "Child Neurology": ("child-neurology", 80, 499),
    "Dermatology": ("dermatology", 143, 891),
    "Diagnostic Radiology": ("diagnostic-radiology", 197, 1475),
    "Emergency Medicine": ("emergency-medicine", 289, 1570),
    "Family Medicine": ("family-medicine", 777, 5331),
    "General Surgery": ("general-surgery", 364, 1714),
    "IM Peds": ("internal-medicine-pediatrics", 77, 449),
    "Internal Medicine": ("internal-medicine", 649, 3451),
    "Interventional Radiology": ("interventional-radiology", 98, 653),
    "Neurological Surgery": ("neurological-surgery", 118, 766),
    "Neurology": ("neurology", 187, 929),
    "Obstetrics and Gynecology": ("obstetrics-and-gynecology", 295, 2260),
    "Orthopedic Surgery": ("orthopaedic-surgery", 208, 1158),
    "Otolaryngology": ("otolaryngology", 131, 654),
    "PM&R": ("physical-medicine-and-rehabilitation", 108, 588),
    "Pediatrics": ("pediatrics", 217, 1553),
    "Psychiatry": ("psychiatry", 330, 1618),
    "Rad Onc": ("radiation-oncology", 88, 329),
    "Thoracic Surgery": ("thoracic-surgery", 36, 141),
    "Vasc Surg": ("vascular-surgery", 78, 319),
}


def _read(folder: str, name: str) -> Reading:
    path = Path(os.environ["BEDSIDE_REAL_DATA"], folder, name)
    return read_file(SourceFile(name, path.read_bytes()), EVIDENCE)


@pytest.fixture(scope="module")
def programs() -> Reading:
    return _read("nrmp", "Main_Match_Program_Results_2021-2025.pdf")


@pytest.fixture(scope="module")
def by_state() -> Reading:
    return _read("nrmp", "Main_Match_Results_by_State_Specialty_and_AppType_2025.pdf")


def test_the_program_results_hold_every_code_and_position(programs: Reading) -> None:
    tracks = [track for row in programs.rows for track in row.tracks]
    active = [track for track in tracks if track.offered_in(2025)]
    assert (programs.kind, programs.edition, programs.unread) == ("nrmp-program-results", "2025", ())
    assert (len(tracks), len({track.nrmp_code for track in tracks}), len(programs.rows)) == (7514, 7514, 4929)
    assert (len(active), sum(track.offered_in(2025) for track in active)) == (6513, 43218)


def test_every_program_has_an_institution_a_city_a_state_and_a_specialty(programs: Reading) -> None:
    mentions = [row.mention for row in programs.rows]
    assert [one for one in mentions if not (one.institution and one.city and one.state and one.specialty)] == []
    assert len({one.nrmp_codes[0][:4] for one in mentions}) == 961


def test_every_row_of_the_results_by_state_adds_up(by_state: Reading) -> None:
    assert (len(by_state.state_results), by_state.unread) == (1353, ())
    assert sum(one.offered for one in by_state.state_results) == 43237
    assert sum(one.filled for one in by_state.state_results) == sum(sum(one.matched) for one in by_state.state_results)
    assert [one.label for one in by_state.state_results if not one.specialty] == []


def test_the_nineteen_missing_positions_are_located(programs: Reading, by_state: Reading) -> None:
    found = differences(programs, by_state)
    assert {(one.specialty, one.state): one.missing for one in found} == MISSING
    by_specialty: Counter[str] = Counter()
    for one in found:
        by_specialty[one.specialty] += one.missing
    assert by_specialty == {
        "internal-medicine": 8,
        "pathology": 3,
        "anesthesiology": 2,
        "transitional-year": 2,
        "neurological-surgery": 2,
        "pediatrics": 1,
        "diagnostic-radiology": 1,
    }


@pytest.mark.parametrize("name", RATES)
def test_interview_rates_are_read_whole(name: str) -> None:
    reading = _read("interview_rates", f"{name}.csv")
    claims = [stated for row in reading.rows for stated in row.stated]
    assert (reading.covers, len(reading.rows), len(claims)) == RATES[name]
    assert (reading.unread, {stated.rounded_to for stated in claims}) == ((), {0.01})


def test_freida_claims_visas_only_where_a_program_reports_them() -> None:
    reading = _read("programs", "freida_internal_medicine_2025-05.csv")
    claimed = Counter(stated.field for row in reading.rows for stated in row.stated)
    assert (reading.covers, reading.edition, len(reading.rows), reading.unread) == (
        "internal-medicine",
        "2025-05",
        688,
        (),
    )
    assert (claimed["visa.j1"], claimed["visa.h1b"], claimed["type"], claimed["img-share"]) == (503, 503, 669, 526)


def test_the_crosswalk_groups_tracks_by_program() -> None:
    reading = _read("programs", CROSSWALK)
    codes = [code for row in reading.rows for code in row.mention.nrmp_codes]
    assert (len(codes), len({row.mention.acgme_id for row in reading.rows}), reading.unread) == (1302, 728, ())


def test_the_list_of_eras_is_read_with_every_specialty() -> None:
    reading = _read("programs", "eras_participating_2021-04.csv")
    assert (reading.edition, len(reading.rows), len(reading.unread)) == ("2021-04", 4963, 7)
    assert [row.place for row in reading.rows if not row.mention.specialty] == []


def test_new_programs_and_hospitals_are_read() -> None:
    new = _read("programs", "new_internal_medicine_programs_2026-10.csv")
    hospitals = _read("programs", "cms_teaching_hospitals.csv")
    assert (len(new.rows), new.unread, new.covers) == (50, (), "internal-medicine")
    assert (len(hospitals.hospitals), hospitals.unread, hospitals.edition) == (1637, (), "2024")
    assert sum(one.beds is None for one in hospitals.hospitals) == 28
