"""Which program of the directory an application of the dossier means, written by key or by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bedside.applicant.parts.applications import Application
from bedside.evidence.library import Evidence
from bedside.evidence.specialties import find_specialty
from bedside.programs.directory import Directory
from bedside.programs.program import Listed


def programs_meant(
    applications: Sequence[Application], directory: Directory, evidence: Evidence
) -> tuple[Listed | None, ...]:
    """The program of each application: that of its key; of a name the only one called so, in its specialty if told."""
    by_name = _by_name(directory, (one for one in applications if one.program not in directory))
    return tuple(_meant(one, directory, by_name, evidence) for one in applications)


def keys_meant(applications: Sequence[Application], directory: Directory, evidence: Evidence) -> tuple[str, ...]:
    """The key of each application's program; what is written, where the directory does not know it."""
    found = programs_meant(applications, directory, evidence)
    return tuple(listed.key if listed else one.program for one, listed in zip(applications, found, strict=True))


def _by_name(directory: Directory, applications: Iterable[Application]) -> dict[str, list[Listed]]:
    """Own names that are names in the directory, each with the programs called so."""
    wanted = {one.program.casefold() for one in applications}
    found: dict[str, list[Listed]] = {}
    for listed in directory if wanted else ():
        for name in {listed.name.casefold(), f"{listed.name}, {listed.city}".casefold()} & wanted:
            found.setdefault(name, []).append(listed)
    return found


def _meant(
    one: Application, directory: Directory, by_name: dict[str, list[Listed]], evidence: Evidence
) -> Listed | None:
    if one.program in directory:
        return directory.one(one.program)
    specialty = find_specialty(one.specialty, evidence) if one.specialty else None
    called = by_name.get(one.program.casefold(), ())
    meant = [listed for listed in called if specialty is None or listed.specialty == specialty.key]
    return meant[0] if len(meant) == 1 else None
