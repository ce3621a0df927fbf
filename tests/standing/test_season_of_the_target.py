"""The season of specialties that use two application services, or have a match of their own."""

from __future__ import annotations

from datetime import date

import pytest

from bedside.calendar.season import Service
from bedside.evidence.library import load_evidence
from bedside.standing.results import Standing
from bedside.standing.standing import stand
from tests.applicant.dossiers import AS_OF, a_dossier

ERAS_OPENS, CAS_OPENS = date(2027, 9, 22), date(2027, 10, 1)


def aiming_at(*specialties: str, match_year: int = 2028, as_of: date = AS_OF) -> Standing:
    target = {"match_year": match_year, "specialties": list(specialties)}
    return stand(a_dossier(target=target), as_of, load_evidence())


@pytest.mark.parametrize(
    ("specialties", "service", "day"),
    [
        (("EM", "IM"), Service.ERAS, ERAS_OPENS),
        (("IM", "EM"), Service.ERAS, ERAS_OPENS),
        (("EM", "OB-GYN"), Service.RESIDENCY_CAS, CAS_OPENS),
        (("Urology", "EM"), Service.RESIDENCY_CAS, CAS_OPENS),
        (("Urology",), Service.ERAS, ERAS_OPENS),
    ],
)
def test_the_clock_runs_to_the_earliest_day_on_which_programs_open_files(
    specialties: tuple[str, ...], service: Service, day: date
) -> None:
    standing = aiming_at(*specialties)
    assert (standing.season.service, standing.files_opened) == (service, day)


def test_two_services_are_named_with_their_days() -> None:
    assert aiming_at("EM", "IM", "FM").season_because == (
        "Your file aims at the 2028 Match. You need two application services: Internal Medicine and Family Medicine "
        "use ERAS, where programs open files on 22 September 2027; Emergency Medicine uses ResidencyCAS, where "
        "programs open files on 1 October 2027. Everything is measured on the earlier day."
    )


def test_one_service_needs_no_word() -> None:
    assert aiming_at("IM", "FM").season_because == "Your file aims at the 2028 Match."


def test_between_the_two_days_only_the_programs_that_opened_are_past() -> None:
    assert aiming_at("IM", "EM", as_of=date(2027, 9, 27)).season_because.startswith(
        "Your file aims at the 2028 Match. ERAS programs have opened their files; what you do from now on they do not "
        "see. You need two application services:"
    )


@pytest.mark.parametrize(
    ("specialties", "says"),
    [
        (
            ("Urology",),
            "Urology has a match of its own, whose calendar Bedside does not know. For it the days shown, those of "
            "ERAS and the NRMP, are for orientation only. Your file aims at the 2028 Match.",
        ),
        (
            ("Urology", "EM", "Ophthalmology"),
            "Urology and Ophthalmology have matches of their own, whose calendar Bedside does not know. For them the "
            "days shown, those of ResidencyCAS and the NRMP, are for orientation only. Your file aims at the 2028 "
            "Match.",
        ),
    ],
)
def test_a_match_of_its_own_is_said_first(specialties: tuple[str, ...], says: str) -> None:
    assert aiming_at(*specialties).season_because == says
