"""From the applications of a season to the scenarios in which its ranks are counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice

from bedside.applicant.dossier import Dossier
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, from_dossier
from bedside.evidence.specialties import specialties_named
from bedside.odds.chances import Applicant
from bedside.odds.given_interviews import AppliedTo, RankScenarios, program_nobody_lists, rank_scenarios
from bedside.odds.readings import APPLICATIONS, reading
from bedside.odds.signals import signal_sent
from bedside.programs.directory import Directory
from bedside.programs.targeting_facts import state_shares
from bedside.season.results import Entry

TELL_IT = "To tell it, write this season under `cycles` with its `applications`, and the result waiting."


@dataclass(frozen=True, slots=True)
class Season:
    """The applications as they are counted: `specialties` by entry (None where it is not), and how many there were.

    `says` is a sentence about how many applications stand behind the interviews.
    """

    specialties: dict[Entry, str | None]
    applied: tuple[AppliedTo, ...]
    interviews: int
    says: str
    because: tuple[Reason, ...]


def counted_season(
    entries: Sequence[Entry], dossier: Dossier, match_year: int, directory: Directory, evidence: Evidence
) -> Season:
    """What was applied to, and what came of it.

    1. A program that is not in the directory counts as a random one of its specialty; one whose specialty nobody tells
       as one of the first specialty aimed at.
    2. What brought no invitation counts as an application without one, also where no answer came yet.
    3. Applications that are counted somewhere in the file but not named are added as random ones.
    """
    aimed_at = specialties_named(dossier.target.specialties, evidence)
    specialties = {one: one.specialty or next(iter(aimed_at), None) for one in entries}
    named = tuple(_each(entries, specialties, directory))
    total, says, because = _total(len(named), dossier, match_year, evidence)
    of = sorted({one.listed.specialty for one in named})
    more = max(0, total - len(named)) if of else 0
    unnamed = tuple(
        AppliedTo(program_nobody_lists(f"not named {number}", specialty), False)
        for number, specialty in enumerate(islice(cycle(of), more))
    )
    interviews = sum(one.is_invited for one in named)
    return Season(specialties, (*named, *unnamed), interviews, says, because)


def scenarios_of(
    found: Season, applicant: Applicant, match_year: int, directory: Directory, evidence: Evidence
) -> RankScenarios:
    """The scenarios after these interviews, for every specialty of the season."""
    specialties = {one for one in found.specialties.values() if one is not None}
    shares = state_shares(directory.state_results)
    return rank_scenarios(replace(applicant, season=match_year), found.applied, specialties, evidence, shares=shares)


def _each(entries: Sequence[Entry], specialties: dict[Entry, str | None], directory: Directory) -> Iterator[AppliedTo]:
    """Each program once, with the best that came of it."""
    seen: dict[tuple[str, str], AppliedTo] = {}
    for one in entries:
        specialty = specialties[one]
        if one.is_invited is None or specialty is None:
            continue
        at = (one.key or one.program.casefold(), specialty)
        name = f"not in the directory {at[0]}"
        listed = directory.one(one.key) if one.key else program_nobody_lists(name, specialty)
        before = seen.get(at)
        invited = one.is_invited or (before is not None and before.is_invited)
        seen[at] = AppliedTo(listed, invited, signal_sent(one.signal))
    yield from seen.values()


def _total(named: int, dossier: Dossier, match_year: int, evidence: Evidence) -> tuple[int, str, tuple[Reason, ...]]:
    """How many applications there were, and from where that is known; never fewer than are named."""
    for at, told in enumerate(dossier.cycles):
        if told.match_year == match_year and told.applications:
            says = f"You applied to {told.applications} programs."
            return max(named, told.applications), "", (from_dossier(f"cycles[{at}].applications", says),)
    planned = dossier.target.programs_planned
    total = max(named, planned or int(reading(APPLICATIONS, evidence)))
    because = (from_dossier("target.programs_planned", f"You planned {planned} programs."),) if planned else ()
    where = (
        "as you planned" if planned == total else "which you name" if named == total else "as behind published lists"
    )
    says = f"Your file does not say how many programs you applied to; {total} are taken, {where}. {TELL_IT}"
    return total, says, because or evidence.cite(APPLICATIONS)
