"""Which season everything is measured against: the one aimed at, or the first one that still fits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.calendar.months import add_months
from bedside.calendar.season import Event, Season, Service
from bedside.calendar.seasons import season, service_for
from bedside.evidence.citing import day_in_words
from bedside.evidence.library import Evidence
from bedside.evidence.specialties import find_specialty

OWN_MATCH = "own match"
"""What the evidence names as the service of a specialty with a match of its own."""


@dataclass(frozen=True, slots=True)
class Served:
    """An application service, its season, and the specialties aimed at that use it."""

    season: Season
    specialties: tuple[str, ...]

    @property
    def service(self) -> Service:
        """The service."""
        return self.season.service

    @property
    def files_opened(self) -> date:
        """The day its programs open files."""
        return self.season.on(Event.FILES_OPENED)


def choose_season(dossier: Dossier, as_of: date, evidence: Evidence) -> tuple[Season, str]:
    """The season of the dossier's target Match, or the earliest one with enough time, and why.

    Where the specialties use two services, it is that of the service whose programs open files first.
    """
    wanted = dossier.target.match_year
    if wanted is not None:
        year, why = wanted, _why_wanted(dossier, wanted, as_of, evidence)
    else:
        year, first = first_season_in_reach(as_of, evidence)
        why = f"No target Match is in your file. {first}"
    sentences = (_own_matches(dossier, year, evidence), why, _two_services(dossier, year, evidence))
    return season_of_target(dossier, year, evidence), " ".join(one for one in sentences if one)


def first_season_in_reach(as_of: date, evidence: Evidence) -> tuple[int, str]:
    """The year of the first Match that leaves enough time to prepare, and why it is that one."""
    months = evidence.number("reading.preparation-months-needed")
    year = next(y for y in range(as_of.year, as_of.year + 4) if _fits(y, as_of, int(months), evidence))
    return year, f"The {year} Match is the first whose applications open at least {months:g} months from now."


def season_of_target(dossier: Dossier, match_year: int, evidence: Evidence) -> Season:
    """The season whose programs open files first, of the services that the target specialties use."""
    return services_of_target(dossier, match_year, evidence)[0].season


def services_of_target(dossier: Dossier, match_year: int, evidence: Evidence) -> tuple[Served, ...]:
    """The services that the specialties aimed at use in the season of a Match, the first to open files first.

    ERAS alone, without a specialty, where none of them uses a service that is known.
    """
    using: dict[Service, list[str]] = {}
    for words in dossier.target.specialties:
        found = find_specialty(words, evidence)
        service = service_for(found.key, match_year, evidence)[0] if found else None
        if found is not None and service is not None and found.name not in using.setdefault(service, []):
            using[service].append(found.name)
    services = using or {Service.ERAS: []}
    served = [Served(season(match_year, service, evidence), tuple(names)) for service, names in services.items()]
    return tuple(sorted(served, key=lambda one: (one.files_opened, list(Service).index(one.service))))


def own_matches_of_target(dossier: Dossier, match_year: int, evidence: Evidence) -> tuple[str, ...]:
    """The specialties aimed at that have a match of their own, by their full names, each once."""
    names = []
    for words in dossier.target.specialties:
        found = find_specialty(words, evidence)
        if found is None:
            continue
        if has_own_match(found.key, match_year, evidence):
            names.append(found.name)
    return tuple(dict.fromkeys(names))


def has_own_match(key: str, match_year: int, evidence: Evidence) -> bool:
    """Whether a specialty has a match of its own in the season of a Match."""
    service, reason = service_for(key, match_year, evidence)
    return service is None and reason.figure is not None and reason.figure.value == OWN_MATCH


def _fits(match_year: int, as_of: date, months: int, evidence: Evidence) -> bool:
    submission = season(match_year, Service.ERAS, evidence).on(Event.SUBMISSION_OPENS)
    return submission >= add_months(as_of, months)


def _why_wanted(dossier: Dossier, match_year: int, as_of: date, evidence: Evidence) -> str:
    says = f"Your file aims at the {match_year} Match."
    served = services_of_target(dossier, match_year, evidence)
    past = [one for one in served if one.files_opened < as_of]
    if not past:
        return says
    if len(past) < len(served):
        return f"{says} {past[0].service} programs have opened their files; what you do from now on they do not see."
    return (
        f"{says} Programs opened its files on {day_in_words(past[-1].files_opened)}, "
        "which is past: what you do from now on shows in the season after."
    )


def _two_services(dossier: Dossier, match_year: int, evidence: Evidence) -> str:
    served = services_of_target(dossier, match_year, evidence)
    if len(served) < 2:
        return ""
    parts = [
        f"{_listed(one.specialties)} {'uses' if len(one.specialties) == 1 else 'use'} {one.service}, where programs "
        f"open files on {day_in_words(one.files_opened)}"
        for one in served
    ]
    return f"You need two application services: {'; '.join(parts)}. Everything is measured on the earlier day."


def _own_matches(dossier: Dossier, match_year: int, evidence: Evidence) -> str:
    names = own_matches_of_target(dossier, match_year, evidence)
    if not names:
        return ""
    shown = _listed([one.service for one in services_of_target(dossier, match_year, evidence)])
    has = "has a match of its own" if len(names) == 1 else "have matches of their own"
    return (
        f"{_listed(names)} {has}, whose calendar Bedside does not know. For {'it' if len(names) == 1 else 'them'} the "
        f"days shown, those of {shown} and the NRMP, are for orientation only."
    )


def _listed(parts: list[Service] | list[str] | tuple[str, ...]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)
