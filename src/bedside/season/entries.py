"""The applications of one season, each with the program it is where the directory knows it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.applications import Application, ApplicationState, in_the_season
from bedside.calendar.season import Event, Service
from bedside.calendar.seasons import season
from bedside.evidence.library import Evidence
from bedside.evidence.specialties import find_specialty
from bedside.programs.as_written import programs_meant
from bedside.programs.directory import Directory
from bedside.programs.program import Listed
from bedside.season.results import Entry
from bedside.standing.season import choose_season

_INVITED = (ApplicationState.INVITED, ApplicationState.INTERVIEWED, ApplicationState.DECLINED)


def match_of_the_list(dossier: Dossier, as_of: date, evidence: Evidence) -> int:
    """The Match the list is for: the first one not over in which there is an interview or a place.

    Without any, the first one an application is for; without any application, the one everything else is measured
    against, so that every page speaks of the same Match.
    """
    coming, unnamed = _coming(as_of, evidence), _of_no_year(dossier, as_of, evidence)
    if not dossier.applications:
        return choose_season(dossier, as_of, evidence)[0].match_year
    begun = [one for one in dossier.applications if one.state.has_an_interview or one.rank is not None]
    for some in (begun, dossier.applications):
        years = [one.match_year or unnamed for one in some]
        if any(year >= coming for year in years):
            return min(year for year in years if year >= coming)
    return unnamed


def entries_of(
    dossier: Dossier, match_year: int, as_of: date, directory: Directory, evidence: Evidence
) -> tuple[Entry, ...]:
    """Every application of a Match, in the order of the file; one without a year is of the one aimed at."""
    is_for_the_unnamed = match_year == _of_no_year(dossier, as_of, evidence)
    chosen = [
        (at, one) for at, one in in_the_season(dossier.applications, match_year) if one.match_year or is_for_the_unnamed
    ]
    found = programs_meant([one for _, one in chosen], directory, evidence)
    return tuple(_entry(at, one, listed, evidence) for (at, one), listed in zip(chosen, found, strict=True))


def in_their_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Those with a place, the first place first; at one place the one further up in the file."""
    return tuple(sorted((one for one in entries if one.rank is not None), key=lambda one: (one.rank or 0, one.at)))


def _is_invited(one: Application) -> bool | None:
    if one.invited is not None or one.state in _INVITED:
        return True
    return None if one.state in (ApplicationState.PLANNED, ApplicationState.WITHDRAWN) else False


def _coming(as_of: date, evidence: Evidence) -> int:
    """The first Match that is not over."""
    return as_of.year if as_of <= _match_day(as_of.year, evidence) else as_of.year + 1


def _of_no_year(dossier: Dossier, as_of: date, evidence: Evidence) -> int:
    """The Match of an application that names none."""
    return dossier.target.match_year or _coming(as_of, evidence)


def _match_day(year: int, evidence: Evidence) -> date:
    return season(year, Service.ERAS, evidence).on(Event.MATCH_DAY)


def _entry(at: int, one: Application, listed: Listed | None, evidence: Evidence) -> Entry:
    named = find_specialty(one.specialty, evidence) if one.specialty else None
    return Entry(
        at=at,
        program=one.program,
        title=listed.name if listed else one.name or one.program,
        where=", ".join(part for part in (listed.city, listed.state) if part) if listed else "",
        key=listed.key if listed else None,
        specialty=listed.specialty if listed else named.key if named else None,
        track=one.track,
        state=one.state,
        is_invited=_is_invited(one),
        signal=one.signal,
        interview=one.interview,
        rank=one.rank,
        note=one.note,
    )
