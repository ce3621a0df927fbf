"""The best list for a dossier, its odds, and beside it as many programs as an untargeted season takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.evidence.library import Evidence
from bedside.odds.chances import Applicant
from bedside.odds.results import Odds
from bedside.plan.your_odds import ChosenPrograms, your_odds
from bedside.programs.directory import Directory
from bedside.programs.targeting_facts import state_shares
from bedside.targeting.program_list import BestList, best_list
from bedside.targeting.program_problem import TYPES, Wanted

NO_DAYS = "You keep no paid day for interviews, so none would fit; the list is made as if enough days were kept."


@dataclass(frozen=True, slots=True, eq=False)
class YourList:
    """The best list with its odds; `untargeted` are those of the list drawn evenly, None without any program.

    `says` are sentences about which programs could be chosen.
    """

    as_of: date
    match_year: int
    wanted: Wanted
    says: tuple[str, ...]
    best: BestList
    odds: Odds
    untargeted: Odds | None


def article_mix(evidence: Evidence) -> tuple[float, ...]:
    """The article's share for each type of program."""
    return tuple(evidence.number(f"article.mix.{one}") / 100 for one in TYPES)


def your_list(
    applicant: Applicant,
    directory: Directory,
    candidates: ChosenPrograms,
    wanted: Wanted,
    dossier: Dossier,
    evidence: Evidence,
) -> YourList:
    """The best list among the candidates and what is pinned, within the days kept for interviews.

    The untargeted list is drawn from all programs of the candidates' specialties, also those with a limit in the way.
    """
    own = evidence.with_readings(dossier.readings)
    keys = {one.key for one in candidates.listed}
    pinned = tuple(directory.one(key) for key in sorted(wanted.pinned_in - keys) if key in directory)
    listed = (*candidates.listed, *pinned)
    everyone = [one for one in directory if one.specialty in {one.specialty for one in listed}]
    leave = dossier.constraints.paid_leave
    kept = leave.kept_for_interviews if leave else None
    says = (*candidates.says, *((NO_DAYS,) if kept == 0 else ()))
    wanted = replace(wanted, interview_days=float(kept) if kept else None)
    best = best_list(applicant, listed, everyone, wanted, own, shares=state_shares(directory.state_results))
    chosen = ChosenPrograms(tuple(one.listed for one in best.on_it), tuple(best.applied), ())
    odds = your_odds(applicant, directory, chosen, dossier, evidence, best.applied).odds
    evenly = best.untargeted.listed if best.untargeted else ()
    drawn = ChosenPrograms(evenly, tuple(one.key for one in evenly), ())
    beside = your_odds(applicant, directory, drawn, dossier, evidence).odds if evenly else None
    return YourList(applicant.asker.as_of, applicant.season, wanted, says, best, odds, beside)
