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
from bedside.programs.directory import Directory
from bedside.programs.program import Listed
from bedside.season.results import Entry

_INVITED = (ApplicationState.INVITED, ApplicationState.INTERVIEWED, ApplicationState.DECLINED)


def match_of_the_list(dossier: Dossier, as_of: date, evidence: Evidence) -> int:
    """The Match the list is for: the first one not over in which there is an interview or a place.

    Without any, the first one an application is for; without any of those, the one aimed at, else the next.
    """
    coming, unnamed = _coming(as_of, evidence), _of_no_year(dossier, as_of, evidence)
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
    by_name = _by_name(directory, (one for one in dossier.applications if one.program not in directory))
    return tuple(
        _entry(at, one, _listed(one, directory, by_name, evidence), evidence)
        for at, one in in_the_season(dossier.applications, match_year)
        if one.match_year or is_for_the_unnamed
    )


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


def _by_name(directory: Directory, applications: Iterable[Application]) -> dict[str, list[Listed]]:
    """Own names that are names in the directory, each with the programs called so."""
    wanted = {one.program.casefold() for one in applications}
    found: dict[str, list[Listed]] = {}
    for listed in directory if wanted else ():
        for name in {listed.name.casefold(), f"{listed.name}, {listed.city}".casefold()} & wanted:
            found.setdefault(name, []).append(listed)
    return found


def _listed(
    one: Application, directory: Directory, by_name: dict[str, list[Listed]], evidence: Evidence
) -> Listed | None:
    """The program of a key; of a name the only one called so, in the specialty where one is written."""
    if one.program in directory:
        return directory.one(one.program)
    specialty = find_specialty(one.specialty, evidence) if one.specialty else None
    called = by_name.get(one.program.casefold(), ())
    meant = [listed for listed in called if specialty is None or listed.specialty == specialty.key]
    return meant[0] if len(meant) == 1 else None


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
