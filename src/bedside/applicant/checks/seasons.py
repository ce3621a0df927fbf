"""Cycles, the target and the decision that do not agree with each other or with the day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bedside.applicant.checks.known import Known, caution, mistake
from bedside.applicant.dossier import Dossier
from bedside.applicant.mistakes import Finding, Path, field_name
from bedside.applicant.parts.cycles import Cycle, CycleResult
from bedside.applicant.parts.decision import Decision, StopContract, Target
from bedside.applicant.parts.shape import Answer

_FUNNEL = ("applications", "invitations", "interviews", "ranked")


def cycles_of_one_year(known: Known) -> Iterator[Finding]:
    """Two cycles of the same Match, or a cycle of a Match nobody can have applied for yet."""
    seen: dict[int, Path] = {}
    for path, cycle in known.all(Cycle):
        at = (*path, "match_year")
        if cycle.match_year in seen:
            what = f"The {cycle.match_year} Match is already `{field_name(seen[cycle.match_year])}`."
            yield mistake(at, what, "Put both into one entry, or correct the year.")
        seen.setdefault(cycle.match_year, path)
        if cycle.match_year > known.as_of.year + 1:
            what = f"Nobody can have applied for the {cycle.match_year} Match by {known.as_of}."
            yield mistake(at, what, "If it is a plan, put it under `target`.")


def cycles_that_do_not_add_up(known: Known) -> Iterator[Finding]:
    """Cautions: a funnel that widens, a result the numbers contradict, a day outside the season, one said not to be."""
    dossier = known.one(Dossier)
    if dossier is not None and dossier.applied_before is Answer.NO and dossier.cycles:
        what = "You say that you have not applied before, and `cycles` has a season."
        yield caution(("applied_before",), what, "Take out the one that is not so.")
    for path, cycle in known.all(Cycle):
        yield from _widening_funnel(path, cycle)
        if cycle.result is CycleResult.NO_INTERVIEWS and cycle.interviews:
            what = f"The result is no interviews, and there are {cycle.interviews}."
            yield caution((*path, "result"), what, "Write unmatched, or correct the number.")
        if cycle.result is CycleResult.WAITING and cycle.match_year < known.as_of.year:
            what = f"The {cycle.match_year} Match is over, and the result is waiting."
            yield caution((*path, "result"), what, "Write how it ended.")
        if cycle.submitted is not None and cycle.submitted.year not in (cycle.match_year - 1, cycle.match_year):
            what = f"You submitted on {cycle.submitted}, which is not in the season of the {cycle.match_year} Match."
            yield caution((*path, "submitted"), what, "The Match of a year is applied for in the autumn before it.")


def target_in_the_past(known: Known) -> Iterator[Finding]:
    """A target that is over."""
    for path, target in known.all(Target):
        if target.match_year is not None and target.match_year < known.as_of.year:
            what = f"The {target.match_year} Match is over."
            yield caution((*path, "match_year"), what, "Write a later year, or leave it out and Bedside proposes one.")


def contract_beside_the_decision(known: Known) -> Iterator[Finding]:
    """A stop contract with another number of cycles than the decision stands for."""
    decision = known.one(Decision)
    for path, contract in known.all(StopContract):
        if decision is not None and contract.cycles != decision.kind.cycles:
            yield caution(
                (*path, "cycles"),
                f"The contract allows {contract.cycles}, and the decision “{decision.kind}” stands for "
                f"{decision.kind.cycles}.",
                "Bring the two together; until then the page shows both.",
            )


def _widening_funnel(path: Path, cycle: Cycle) -> Iterator[Finding]:
    steps = [(name, getattr(cycle, name)) for name in _FUNNEL if getattr(cycle, name) is not None]
    for (wider, more), (narrower, fewer) in pairwise(steps):
        if fewer > more:
            what = f"There are more {_plural(narrower)} ({fewer}) than {_plural(wider)} ({more})."
            yield caution((*path, narrower), what, "Check both numbers.")


def _plural(name: str) -> str:
    return "ranked programs" if name == "ranked" else name
