"""A list in simulated seasons: which track a place is, what is left out and why, whose type it is, and both looks."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from bedside.applicant.dossier import Dossier
from bedside.market.applicant_types import ApplicantType
from bedside.market.keeping import EACH, played_for_questions
from bedside.market.kept import Kept
from bedside.market.recipe import Recipe
from bedside.market.tracks import Tracks
from bedside.programs.directory import Directory
from bedside.programs.program import Program, Season, Track, TrackKind
from bedside.season.asked import NOTHING, Asked
from bedside.season.in_simulated_seasons import (
    NO_LIST,
    NOBODY,
    NOTHING_COUNTS,
    InSimulatedSeasons,
    ListInASeason,
    in_simulated_seasons,
    list_in_a_season,
    types_of,
)
from tests.applicant.dossiers import a_dossier
from tests.market.small import small_recipe
from tests.programs.directories import whole
from tests.season.lists import DIRECTORY, EVIDENCE, a_season, an_application, hospitals, the_list

US, NON_US = ApplicantType.US_IMG, ApplicantType.NON_US_IMG
IN_2025 = (Season(2025, 10, 10),)
TRACKS = {
    "1400000001": (Track("1111140C0", TrackKind.CATEGORICAL, "", IN_2025),),
    "1400000002": (
        Track("2222140C0", TrackKind.CATEGORICAL, "", IN_2025),
        Track("2222140M0", TrackKind.PRIMARY_CARE, "", IN_2025),
    ),
    "1400000003": (Track("3333140P0", TrackKind.PRELIMINARY, "", IN_2025),),
    "1400000004": (Track("4444140R0", TrackKind.RESERVED, "", IN_2025),),
    "1400000005": (Track("5555140C0", TrackKind.CATEGORICAL, "", (Season(2026, 4, None),)),),
}


@cache
def directory() -> Directory:
    """The small directory, as if some programs had tracks."""

    def find(key: str) -> Program:
        return replace(whole(DIRECTORY.one(key)), tracks=TRACKS.get(key, ()))

    return Directory(DIRECTORY.listed, find)


@cache
def recipe() -> Recipe:
    """The small season, where the first tracks of internal medicine and a year of it are those of the directory."""
    small = small_recipe()
    fields = small.tables.fields
    main = np.flatnonzero(small.tracks.field == fields.index("internal-medicine"))
    year = np.flatnonzero(small.tracks.field == fields.index("internal-medicine-preliminary"))
    codes, keys = list(small.tracks.codes), [f"key of {code}" for code in small.tracks.codes]
    named = ((main[0], "1111140C0", 1), (main[1], "2222140C0", 2), (main[2], "2222140M0", 2), (year[0], "3333140P0", 3))
    for row, code, number in named:
        codes[row], keys[row] = code, f"140000000{number}"
    positions = small.tracks.positions.copy()
    positions[main[1]], positions[main[2]] = 9, 4
    return replace(small, tracks=replace(small.tracks, codes=tuple(codes), keys=tuple(keys), positions=positions))


@cache
def kept() -> tuple[Kept, ...]:
    return played_for_questions(recipe(), (), 5 * EACH, workers=1)


def listed(*applications: dict[str, object], tracks: Tracks | None = None, **parts: object) -> ListInASeason:
    found = the_list(list(applications), **parts)
    dossier = a_season(list(applications), **parts)
    return list_in_a_season(found, dossier, directory(), tracks or recipe().tracks, recipe().tables)


def simulated(*applications: dict[str, object], asked: Asked = NOTHING, **parts: object) -> InSimulatedSeasons:
    found, dossier = the_list(list(applications), asked, **parts), a_season(list(applications), **parts)
    here = list_in_a_season(found, dossier, directory(), recipe().tracks, recipe().tables)
    return in_simulated_seasons(here, kept(), found, recipe().tracks, EVIDENCE)


def citizen_of(*countries: str, **status: object) -> Dossier:
    return a_dossier(
        identity={"name": "Ada", "citizenships": list(countries)}, **({"status": status} if status else {})
    )


# Which track a place is


def test_a_program_with_one_track_counts_as_it() -> None:
    (one,) = listed(*hospitals(1)).counted
    assert (one.place, one.title, one.code, one.note) == (1, "Hospital 1", "1111140C0", "")


def test_of_several_tracks_the_largest_counts_and_the_others_are_named() -> None:
    (one,) = listed(*hospitals(1, 2)).counted
    assert one.code == "2222140C0"
    assert one.note == "Taken for 2222140C0, the largest of its tracks; also there: 2222140M0."


def test_the_track_that_the_file_names_counts() -> None:
    (one,) = listed(an_application("1400000002", 1, track="2222140m0")).counted
    assert (one.code, one.note) == ("2222140M0", "")


@pytest.mark.parametrize(
    ("application", "why"),
    [
        (
            an_application("1400000003", 2),
            "3333140P0 is a preparatory year, which is no match of the list itself here.",
        ),
        (
            an_application("1400000003", 2, track="3333140P0"),
            "A preparatory year: here it is asked for only after the list itself, and is no match of it.",
        ),
        (
            an_application("1400000004", 2),
            "4444140R0 is reserved for physicians who trained before, and is not simulated.",
        ),
        (
            an_application("1400000005", 2),
            "5555140C0 offered no position in the 2025 Match, which is the one that is simulated.",
        ),
        (an_application("1400000006", 2), "Your directory knows no track of it, only the program."),
        (an_application("1400000002", 2, track="9"), "The directory knows no track 9 of it."),
        (
            an_application("Somewhere", 2, specialty="Internal Medicine"),
            "It is not in your directory. Write its key, or the NRMP code of its `track`.",
        ),
        (
            an_application("1400000002", 2, state="applied"),
            "It stands as applied: simulated tracks rank only those they interviewed.",
        ),
        (
            an_application("1400000001", 2, track="1111140C0"),
            "It is the same track as a place further up. Write the `track` of each.",
        ),
    ],
)
def test_a_place_that_does_not_count_is_named_with_the_reason(application: dict[str, object], why: str) -> None:
    found = listed(an_application("1400000001", 1), application)
    assert [(one.place, one.why) for one in found.left_out] == [(2, why)]
    assert [one.code for one in found.counted] == ["1111140C0"]


def test_interviews_that_do_not_count_still_tell_that_there_were_so_many() -> None:
    interviews = [an_application("1400000006", 1), an_application("1400000001", 2), an_application("1400000002")]
    (asked,) = listed(*interviews, status={"kind": "H-1B"}).asked
    assert (asked.interviews, asked.places, asked.order) == (3, (1,), (0,))


def test_a_preparatory_year_is_no_interview_of_the_list() -> None:
    (asked,) = listed(*hospitals(1), an_application("1400000003", 2), status={"kind": "H-1B"}).asked
    assert (asked.interviews, asked.places) == (1, (0,))


def test_where_nothing_counts_that_is_said() -> None:
    found = listed(an_application("Somewhere", 1, specialty="Internal Medicine"))
    assert (found.asked, found.says, len(found.left_out)) == ((), (NOTHING_COUNTS,), 1)


def test_without_the_national_list_nothing_is_asked() -> None:
    found = listed(*hospitals(2), tracks=small_recipe().tracks)
    assert (found.asked, found.counted, found.says) == ((), (), (NO_LIST,))


# Whose type


@pytest.mark.parametrize(
    ("dossier", "types"),
    [
        (citizen_of("Peru"), (NON_US,)),
        (citizen_of("Peru", "United States"), (US,)),
        (citizen_of(), (US, NON_US)),
        (citizen_of(kind="US citizen"), (US,)),
        (citizen_of(kind="permanent resident"), (NON_US,)),
        (citizen_of("Peru", kind="unknown"), (NON_US,)),
        (citizen_of(kind="unknown"), (US, NON_US)),
    ],
)
def test_the_type_follows_from_the_citizenship(dossier: Dossier, types: tuple[ApplicantType, ...]) -> None:
    assert types_of(dossier) == types


# The answer


def test_both_types_are_told_where_the_citizenship_is_not_known() -> None:
    found = simulated(*hospitals(2), identity={"name": "Ada"}, status=None)
    assert [one.kind for one in found.answers] == [US, NON_US]
    assert [one[: one.index(":")] for one in found.beside] == ["US IMGs", "Non-US IMGs"]


def test_an_order_that_is_tried_moves_places_and_not_the_chance_of_a_match() -> None:
    own = simulated(*hospitals(2), status={"kind": "H-1B"}).answers[0].rules[0].files[0]
    turned = simulated(*hospitals(2), asked=Asked(order=("2",)), status={"kind": "H-1B"})
    assert [one.title for one in turned.listed.counted] == ["Hospital 2", "Hospital 1"]
    tried = turned.answers[0].rules[0].files[0]
    assert tried.match == own.match
    assert tried.here[0].mean >= own.here[1].mean


def test_where_nobody_is_like_the_asker_that_is_said() -> None:
    many = [an_application("1400000001", 1), *(an_application(f"Hospital of {n}", n) for n in range(2, 40))]
    found, dossier = the_list(many), a_season(many, status={"kind": "US citizen"})
    here = list_in_a_season(found, dossier, directory(), recipe().tracks, recipe().tables)
    told = in_simulated_seasons(here, kept()[:1], found, recipe().tracks, EVIDENCE)
    assert (told.answers, told.says) == ((), (f"US IMGs: {NOBODY}",))


def test_the_two_looks_are_held_against_each_other() -> None:
    found = simulated(*hospitals(1), status={"kind": "H-1B"})
    (says,) = found.beside
    mean = found.answers[0].rules[0].files[0].match.mean
    assert says.startswith("The odds say ")
    assert f"the simulated seasons {round(100 * mean)}." in says
    match = the_list(hospitals(1)).match
    assert match is not None
    assert ("They lie apart" in says) == (abs(match.middle - mean) >= 0.15)
    assert len(found.because) == 1
