"""Programs, and lists of them, for the tests of targeting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bedside.odds.chances import Applicant, Grid
from bedside.programs.program import Listed
from bedside.targeting.program_list.best import FULL, Way, list_for
from bedside.targeting.program_list.prepared import Prepared, prepared_list
from bedside.targeting.program_list.problem import Wanted
from bedside.targeting.program_list.results import BestList
from tests.odds.applicants import EVIDENCE, an_applicant
from tests.programs.directories import a_listed

SMALL = Grid(4, 3, 3)
APPLICANT = an_applicant()
_STARTS = {"internal-medicine": 1400000000, "family-medicine": 1200000000}


def programs_of(specialty: str, rates: Sequence[float | None], state: str = "OH", **values: Any) -> list[Listed]:
    """A program of the specialty for each interview rate; None for one that tells none."""
    start = _STARTS[specialty] + 1000 * (ord(state[0]) - ord("A"))
    return [
        a_listed(
            str(start + at),
            f"{specialty} {state} {at}",
            "Troy",
            state,
            specialty=specialty,
            **({} if rate is None else {"interview_rate__img": rate}),
            **values,
        )
        for at, rate in enumerate(rates)
    ]


def the_list(programs: list[Listed], way: Way = FULL, applicant: Applicant = APPLICANT, **wanted: Any) -> BestList:
    """The best list among the programs, over few scenarios."""
    return list_for(prepared_list(applicant, programs, programs, EVIDENCE, SMALL), Wanted(**wanted), way)


def ready_for(programs: list[Listed]) -> Prepared:
    """The programs made ready, over few scenarios."""
    return prepared_list(APPLICANT, programs, programs, EVIDENCE, SMALL)
