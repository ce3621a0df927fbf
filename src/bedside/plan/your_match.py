"""Odds, best list and next move of one dossier together, as they stand without any further wish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.applications import Application, in_the_season, interviews_in_hand
from bedside.evidence.library import Evidence
from bedside.odds.chances import Applicant
from bedside.odds.signals import Signal, signal_sent
from bedside.plan.chances.your_list import YourList, answer, curves, prepared
from bedside.plan.chances.your_odds import (
    ChosenPrograms,
    YourOdds,
    applicant_of,
    candidates_for,
    planned_count,
    programs_named,
    programs_searched,
    your_odds,
)
from bedside.plan.what_if.asking import what_if
from bedside.plan.what_if.results import WhatIfs
from bedside.programs.as_written import keys_meant
from bedside.programs.directory import Directory
from bedside.programs.search import Search, Sort
from bedside.targeting.program_list.best import FULL
from bedside.targeting.program_list.curves import Curves
from bedside.targeting.program_list.problem import Wanted

FROM_YOUR_FILE = "The programs in your file, with the signals that stand there."


@dataclass(frozen=True, slots=True, eq=False)
class YourMatch:
    """Odds, best list and next move; `interviews` counts those that are in the dossier for this season.

    `sample` is how many programs the sample has, None for the whole directory.
    """

    odds: YourOdds
    best: YourList
    curves: Curves
    what_ifs: WhatIfs
    interviews: int
    sample: int | None

    @property
    def is_sample(self) -> bool:
        """Whether the programs are the sample."""
        return self.sample is not None


def your_match(dossier: Dossier, directory: Directory, as_of: date, evidence: Evidence) -> YourMatch:
    """The odds of the applications in the file, or of what answers best to it; and the best list of as many as planned.

    The list is looked for among all programs of the specialties aimed at that have no limit in the way.
    """
    applicant = applicant_of(dossier, as_of, evidence)
    search = Search(sort=Sort.VERDICT)
    chosen, signals = _applied_to(dossier, directory, applicant, evidence)
    candidates = candidates_for(directory, applicant, dossier, search, evidence)
    wanted = Wanted(count=planned_count(dossier, evidence))
    ready = prepared(applicant, directory, candidates, dossier, evidence)
    return YourMatch(
        odds=your_odds(applicant, directory, chosen, dossier, evidence, signals),
        best=answer(ready, wanted, FULL),
        curves=curves(ready, wanted),
        what_ifs=what_if(
            applicant, directory, candidates, wanted, dossier, evidence, as_of, search=search, ready=ready
        ),
        interviews=interviews_in_hand(dossier.applications, applicant.season),
        sample=sum(not one.is_private for one in directory) if directory.is_sample else None,
    )


def _applied_to(
    dossier: Dossier, directory: Directory, applicant: Applicant, evidence: Evidence
) -> tuple[ChosenPrograms, Mapping[str, Signal]]:
    """The applications of this season of which something may still come; without any, the programs that answer best."""
    kept = _open(dossier, applicant)
    if not kept:
        search = Search(sort=Sort.VERDICT)
        return programs_searched(directory, applicant, dossier, search, None, evidence), {}
    keys = keys_meant(kept, directory, evidence)
    signals = {key: signal_sent(one.signal) for key, one in zip(keys, kept, strict=True)}
    named = programs_named(directory, tuple(signals))
    return ChosenPrograms(named.listed, named.applied, (FROM_YOUR_FILE,)), signals


def _open(dossier: Dossier, applicant: Applicant) -> list[Application]:
    """The applications of this season of which something may still come."""
    return [one for _, one in in_the_season(dossier.applications, applicant.season) if one.state.is_open]
