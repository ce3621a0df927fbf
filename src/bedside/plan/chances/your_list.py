"""The best list for a dossier, its odds, and beside it as many programs as an untargeted season takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.evidence.library import Evidence
from bedside.evidence.specialties import specialties_named
from bedside.odds.chances import Applicant
from bedside.odds.results import Odds
from bedside.plan.chances.your_odds import ChosenPrograms, planned_count
from bedside.programs.directory import Directory
from bedside.programs.program import Listed
from bedside.programs.targeting_facts import state_shares
from bedside.targeting.program_list.best import FULL, LIVE, Way, list_for
from bedside.targeting.program_list.curves import Curves, curves_for
from bedside.targeting.program_list.landing import Landing, landings
from bedside.targeting.program_list.prepared import Prepared, prepared_list
from bedside.targeting.program_list.problem import TYPES, Wanted
from bedside.targeting.program_list.results import BestList

WORKING_DAYS = "reading.interview-working-days"
_FEWEST_DAYS = 0.1
NO_DAYS = "You keep no paid day for interviews, so none would fit; the list is made as if enough days were kept."

NONE_PLANNED = "Your file plans 0 programs, which is read as none told; they are {count} then, unless you set a limit."


@dataclass(frozen=True, slots=True, eq=False)
class YourList:
    """The best list with its odds; `untargeted` are those of the list drawn evenly, None without any program.

    `says` are sentences about which programs could be chosen; `way` is FULL or LIVE. With more than one specialty on
    the list, `landings` say in which of them the match would be, from the most preferred down.
    """

    as_of: date
    match_year: int
    wanted: Wanted
    says: tuple[str, ...]
    best: BestList
    odds: Odds
    untargeted: Odds | None
    landings: tuple[Landing, ...] = ()
    way: Way = FULL


@dataclass(frozen=True, slots=True, eq=False)
class PreparedList:
    """Everything that what is wanted does not change; keep it while dossier, directory, evidence and day are the same.

    It holds the chances of every candidate: some 40 MB for every 1,000 programs.
    """

    applicant: Applicant
    directory: Directory
    candidates: ChosenPrograms
    evidence: Evidence
    days: float | None
    ready: Prepared


def article_mix(evidence: Evidence) -> tuple[float, ...]:
    """The article's share for each type of program."""
    return tuple(evidence.number(f"article.mix.{one}") / 100 for one in TYPES)


def specialties_wanted(dossier: Dossier, wanted: Wanted, evidence: Evidence) -> tuple[str, ...]:
    """The specialties to choose from: those aimed at, and those a worth or a number of programs is told for.

    Nothing where the wishes name none, because then the search itself takes those aimed at.
    """
    named = (*wanted.preferences, *wanted.counts)
    aimed_at = specialties_named(dossier.target.specialties, evidence)
    return tuple(dict.fromkeys([*aimed_at, *named])) if named else ()


def prepared(
    applicant: Applicant, directory: Directory, candidates: ChosenPrograms, dossier: Dossier, evidence: Evidence
) -> PreparedList:
    """All that does not depend on what is wanted: budget, count, mix, states, preferences and pins.

    The untargeted list is drawn from all programs of the candidates' specialties, also those with a limit in the way.
    """
    own = evidence.with_readings(dossier.readings)
    specialties = {one.specialty for one in candidates.listed}
    everyone = [one for one in directory if one.specialty in specialties]
    shares = state_shares(directory.state_results)
    ready = prepared_list(applicant, candidates.listed, everyone, own, shares=shares)
    candidates = replace(candidates, says=(*candidates.says, *_none_planned(dossier, evidence)))
    return PreparedList(applicant, directory, candidates, own, days_kept(dossier), ready)


def _none_planned(dossier: Dossier, evidence: Evidence) -> Iterator[str]:
    if dossier.target.programs_planned == 0:
        yield NONE_PLANNED.format(count=planned_count(dossier, evidence))


def days_kept(dossier: Dossier) -> float | None:
    """The paid days kept for interviews; None where the file says nothing of them."""
    leave = dossier.constraints.paid_leave
    return leave.kept_for_interviews if leave else None


def within_days(wanted: Wanted, days: float | None, evidence: Evidence) -> Wanted:
    """What is wanted, within the interviews the days kept leave room for; no day is no limit, or no list would fit."""
    return replace(wanted, interview_days=days / days_for_an_interview(evidence) if days else None)


def days_for_an_interview(evidence: Evidence) -> float:
    """The working days an interview takes; never next to none, whatever the applicant's own number."""
    return max(evidence.number(WORKING_DAYS), _FEWEST_DAYS)


def as_planned(wanted: Wanted, dossier: Dossier, evidence: Evidence) -> Wanted:
    """What is wanted; where it sets no number and no budget, as many programs as the dossier plans."""
    if wanted.count is None and wanted.budget is None and not wanted.counts:
        return replace(wanted, count=planned_count(dossier, evidence))
    return wanted


def says_of(candidates: ChosenPrograms, days: float | None) -> tuple[str, ...]:
    """How the candidates came about, and that no day is kept where that is so."""
    return (*candidates.says, *((NO_DAYS,) if days == 0 else ()))


def pinned_beside(listed: Sequence[Listed], directory: Directory, wanted: Wanted) -> tuple[Listed, ...]:
    """The programs that are pinned and not among these."""
    keys = {one.key for one in listed}
    return tuple(directory.one(key) for key in sorted(wanted.pinned_in - keys) if key in directory)


def answer(before: PreparedList, wanted: Wanted, way: Way = LIVE) -> YourList:
    """The best list for what is wanted; LIVE answers while a control is moved, FULL proves more and draws again."""
    says, wanted = says_of(before.candidates, before.days), within_days(wanted, before.days, before.evidence)
    ready = _with_pins(before, wanted)
    best = list_for(ready, wanted, way)
    found = ready.odds_of(best.applied)
    several = len({one.listed.specialty for one in best.on_it}) > 1
    where = landings(ready, best.applied, wanted.preferences, bool(found.leans_on)) if several else ()
    beside = best.untargeted.odds if best.untargeted else None
    applicant = before.applicant
    return YourList(applicant.asker.as_of, applicant.season, wanted, says, best, found, beside, where, way)


def curves(before: PreparedList, wanted: Wanted) -> Curves:
    """The chance against programs and dollars, within everything else that is wanted."""
    wanted = within_days(wanted, before.days, before.evidence)
    return curves_for(_with_pins(before, wanted), wanted)


def _with_pins(before: PreparedList, wanted: Wanted) -> Prepared:
    """The candidates, and what is pinned beside them."""
    pinned = pinned_beside(before.ready.programs, before.directory, wanted)
    if not pinned:
        return before.ready
    shares = state_shares(before.directory.state_results)
    wider = prepared_list(before.applicant, (*before.ready.programs, *pinned), (), before.evidence, shares=shares)
    return replace(wider, untargeted=before.ready.untargeted)
