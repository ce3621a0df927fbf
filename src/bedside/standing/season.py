"""Which season everything is measured against: the one aimed at, or the first one that still fits."""

from __future__ import annotations

from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.calendar.months import add_months
from bedside.calendar.season import Event, Season, Service
from bedside.calendar.seasons import season, service_for
from bedside.evidence.citing import day_in_words
from bedside.evidence.library import Evidence
from bedside.evidence.specialties import find_specialty


def choose_season(dossier: Dossier, as_of: date, evidence: Evidence) -> tuple[Season, str]:
    """The season of the dossier's target Match, or the earliest one with enough time, and why."""
    wanted = dossier.target.match_year
    if wanted is not None:
        return _season(dossier, wanted, evidence), _why_wanted(dossier, wanted, as_of, evidence)
    months = evidence.number("reading.preparation-months-needed")
    year = next(y for y in range(as_of.year, as_of.year + 4) if _fits(y, as_of, int(months), evidence))
    return _season(dossier, year, evidence), (
        f"No target Match is in your file. The {year} Match is the first whose applications open at least "
        f"{months:g} months from now."
    )


def service_of_target(dossier: Dossier, match_year: int, evidence: Evidence) -> Service:
    """The application service of the first specialty aimed at; ERAS where it is not known."""
    for words in dossier.target.specialties:
        found = find_specialty(words, evidence)
        service = service_for(found.key, match_year, evidence)[0] if found else None
        if service is not None:
            return service
    return Service.ERAS


def _season(dossier: Dossier, match_year: int, evidence: Evidence) -> Season:
    return season(match_year, service_of_target(dossier, match_year, evidence), evidence)


def _fits(match_year: int, as_of: date, months: int, evidence: Evidence) -> bool:
    submission = season(match_year, Service.ERAS, evidence).on(Event.SUBMISSION_OPENS)
    return submission >= add_months(as_of, months)


def _why_wanted(dossier: Dossier, match_year: int, as_of: date, evidence: Evidence) -> str:
    files_opened = _season(dossier, match_year, evidence).on(Event.FILES_OPENED)
    if files_opened < as_of:
        return (
            f"Your file aims at the {match_year} Match. Programs opened its files on {day_in_words(files_opened)}, "
            "which is past: what you do from now on shows in the season after."
        )
    return f"Your file aims at the {match_year} Match."
