"""Searching a directory: places, words, limits, bands, verdicts, order."""

from __future__ import annotations

import csv
import gc
import os
from pathlib import Path
from typing import Any
from weakref import ref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedside.evidence.library import load_evidence
from bedside.programs.directory import Directory
from bedside.programs.eligibility.results import VerdictKind
from bedside.programs.identity.known import Known
from bedside.programs.mistakes import PlaceNotKnown, ProgramNotInDirectory, SeveralPrograms
from bedside.programs.places import division_of, region_of, regions, state_name, states_in
from bedside.programs.search import Search, Sort, find, find_judged, find_one, img_bands
from tests.programs.directories import SMALL, a_listed
from tests.programs.eligibility.listing import an_asker

EVIDENCE = load_evidence()


def found(**asked: Any) -> list[int]:
    """The numbers of the programs that answer, in their order."""
    return [int(one.key[-1]) for one in find(SMALL, Search(**asked))]


@pytest.mark.parametrize(
    ("asked", "programs"),
    [
        ({}, [1, 2, 3, 4, 5]),
        ({"specialties": ("pediatrics",)}, [4]),
        ({"states": ("OH", "TX")}, [2, 3, 4]),
        ({"types": ("community",)}, [1, 3, 4, 5]),
        ({"types": ("community",), "only_reported": True}, [3]),
        ({"visas": ("visa.j1",)}, [1, 3, 4, 5]),
        ({"visas": ("visa.j1",), "only_reported": True}, [1]),
        ({"visas": ("visa.j1", "visa.h1b"), "only_reported": True}, [1, 5]),
        ({"graduated_years_ago": 6}, [1, 2, 4, 5]),
        ({"graduated_years_ago": 5}, [1, 2, 3, 4, 5]),
        ({"step_2_ck": 229}, [1, 2, 3, 4]),
        ({"step_2_ck": 230, "only_reported": True}, [5]),
        ({"img_share": (0.5, 1.01)}, [1, 2, 3, 5]),
        ({"img_share": (0.05, 0.6), "only_reported": True}, [4]),
        ({"img_share": (0.5, 1.01), "only_reported": True}, [1]),
    ],
    ids=str,
)
def test_what_is_not_reported_is_kept_unless_only_what_is_reported_is_asked_for(
    asked: dict[str, Any], programs: list[int]
) -> None:
    assert found(**asked) == programs


@pytest.mark.parametrize(
    ("words", "programs"),
    [
        ("riverside", [3, 4]),
        ("RIVERS columb", [3]),
        ("elodie", [1]),
        ("Élodies", [1]),
        ("st elodie hosp", [1]),
        ("saint louis", [1]),
        ("univ ohio", [2]),
        ("ohio", [2, 3]),
        ("OH", [2, 3]),
        ("1400000003", [3]),
        ("rivreside", [3, 4]),
        ("childrn", [4]),
        ("zzzzzz", []),
        ("1400000009", []),
        ("   ", [1, 2, 3, 4, 5]),
    ],
)
def test_words_are_found_by_their_beginning_their_abbreviation_and_last_of_all_misspelt(
    words: str, programs: list[int]
) -> None:
    assert found(text=words) == programs


KNOWN_AS = Directory(
    (
        a_listed("1400000001", "ECU Health", "Greenville", "NC"),
        a_listed("1400000002", "NYU Langone", "New York", "NY"),
        a_listed("1400000003", "Columbia University", "New York", "NY"),
    ),
    SMALL.whole,
    known=lambda: (
        Known("1400000001", "1400000001", "", (), (), ("Vidant Med Ctr-NC", "ECU Health"), ("3057140C0", "3057140P1")),
        Known("gone", None, "", (), (), ("Vidant",), ("3057140C9",)),
    ),
)


@pytest.mark.parametrize(
    ("words", "programs"),
    [
        ("3057140C0", ["1400000001"]),
        ("3057140p1", ["1400000001"]),
        ("3057", ["1400000001"]),
        ("greenville 3057140", ["1400000001"]),
        ("vidant", ["1400000001"]),
        ("140-00-00-003", ["1400000003"]),
        ("nyu", ["1400000002"]),
        ("3058140C0", []),
    ],
)
def test_a_program_is_found_by_the_codes_of_its_tracks_and_by_its_other_names(words: str, programs: list[str]) -> None:
    assert [one.key for one in find(KNOWN_AS, Search(text=words))] == programs


def test_a_directory_that_was_searched_goes_when_nobody_holds_it() -> None:
    directory = Directory(KNOWN_AS.listed, SMALL.whole)
    assert find(directory, Search(text="1400000002"))
    gone = ref(directory)
    del directory
    gc.collect()
    assert gone() is None


@given(st.text())
def test_any_text_is_searched_for_without_a_fault(text: str) -> None:
    assert {*found(text=text)} <= {1, 2, 3, 4, 5}


def test_a_list_is_sorted_with_the_unknown_last_and_the_rest_as_in_the_directory() -> None:
    assert found(sort=Sort.IMG_SHARE) == [1, 4, 2, 3, 5]
    assert found(sort=Sort.NAME) == [4, 3, 1, 5, 2]


def test_verdicts_narrow_a_list_and_sort_it_best_first_with_more_met_before_less() -> None:
    judged = find_judged(SMALL, Search(sort=Sort.VERDICT), an_asker())
    assert [(one.listed.key[-1], str(one.verdict.kind)) for one in judged] == [
        ("1", "eligible"),
        ("2", "ask"),
        ("5", "unknown"),
        ("4", "unknown"),
        ("3", "not"),
    ]
    only = find_judged(SMALL, Search(verdicts=(VerdictKind.NOT,)), an_asker())
    assert [one.listed.key[-1] for one in only] == ["3"]


def test_one_program_is_found_by_its_key_its_number_or_words_of_its_own() -> None:
    assert [find_one(SMALL, words).key[-1] for words in ("1400000002", "elodie", " austin ")] == ["2", "1", "4"]


def test_words_of_several_programs_name_them_with_their_keys() -> None:
    with pytest.raises(SeveralPrograms) as told:
        find_one(SMALL, "riverside")
    assert str(told.value) == (
        "2 programs answer to “riverside”. Give the key of one: 1400000003 (Riverside Community Hospital, Columbus); "
        "3200000004 (Riverside Children's Hospital, Austin)."
    )
    with pytest.raises(ProgramNotInDirectory):
        find_one(SMALL, "  ")


def test_every_state_lies_in_a_region_and_territories_in_none() -> None:
    assert [name for name, _ in regions(EVIDENCE)] == ["Midwest", "Northeast", "South", "West"]
    assert sum(len(divisions) for _, divisions in regions(EVIDENCE)) == 9
    assert len(states_in(("Midwest", "Northeast", "South", "West"), EVIDENCE)) == 51
    assert (region_of("OH", EVIDENCE), division_of("OH", EVIDENCE)) == ("Midwest", "East North Central")
    assert (region_of("PR", EVIDENCE), division_of("PR", EVIDENCE)) == (None, None)


@pytest.mark.skipif(
    "BEDSIDE_REAL_DATA" not in os.environ, reason="BEDSIDE_REAL_DATA names no folder of published files"
)
def test_the_divisions_are_those_of_a_published_table_but_for_puerto_rico_which_lies_in_none() -> None:
    path = Path(os.environ["BEDSIDE_REAL_DATA"], "interview_rates", "Family Medicine.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        published = {(row["State"], row["Region"]) for row in csv.DictReader(file)}
    other = {(state, name) for state, name in published if not (division_of(state, EVIDENCE) or "").startswith(name)}
    assert other == {("PR", "South Atlantic")}


def test_a_place_is_a_region_a_division_a_state_or_a_mistake() -> None:
    assert states_in(("new england",), EVIDENCE) == ("CT", "MA", "ME", "NH", "RI", "VT")
    assert states_in(("Ohio", "oh", "puerto rico"), EVIDENCE) == ("OH", "PR")
    assert (state_name("DC"), state_name("ZZ")) == ("District of Columbia", "ZZ")
    with pytest.raises(PlaceNotKnown):
        states_in(("Atlantis",), EVIDENCE)


def test_the_bands_of_imgs_follow_the_readings_and_leave_no_hole() -> None:
    bands = img_bands(EVIDENCE.with_readings({"reading.img-share.some-from": 20}))
    assert [(band.key, band.low, band.high) for band in bands] == [
        ("few", 0, 0.2),
        ("some", 0.2, 0.5),
        ("many", 0.5, 1.01),
    ]
