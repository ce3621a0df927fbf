"""Rank order lists for the tests of the season: a small directory, applications, and their scenarios by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from bedside.applicant.dossier import Dossier
from bedside.evidence.library import load_evidence
from bedside.odds.given_interviews import RankScenarios
from bedside.plan.chances.your_odds import applicant_of
from bedside.season.asked import NOTHING, Asked
from bedside.season.rank_order_list import rank_order_list
from bedside.season.results import RankOrderList
from bedside.season.what_to_know import Binding
from tests.applicant.dossiers import a_dossier
from tests.programs.directories import a_directory, a_listed

AS_OF = date(2026, 11, 22)
EVIDENCE = load_evidence()
DIRECTORY = a_directory(
    *(a_listed(f"140000000{n}", f"Hospital {n}", "Columbus", "OH") for n in range(1, 9)),
    *(a_listed(f"120000000{n}", f"Family {n}", "Toledo", "OH", specialty="family-medicine") for n in range(1, 4)),
)


def an_application(program: str, rank: int | None = None, **parts: Any) -> dict[str, Any]:
    """An application with an interview that was held, unless said otherwise."""
    placed = {} if rank is None else {"rank": rank}
    return {"program": program, "state": "interviewed", **placed, **parts}


def hospitals(count: int, first: int = 1) -> list[dict[str, Any]]:
    """So many ranked programs of internal medicine."""
    return [an_application(f"140000000{first + n}", n + 1) for n in range(count)]


def a_season(applications: list[dict[str, Any]], **parts: Any) -> Dossier:
    """Someone who aims at internal medicine in the 2027 Match, with these applications."""
    target = {"specialties": ["Internal Medicine"], "match_year": 2027, "programs_planned": 100}
    exams = [{"exam": "Step 2 CK", "date": "2024-05-01", "result": "passed", "score": 240}]
    return a_dossier(applications=applications, **({"target": target, "exams": exams} | parts))


def the_list(
    applications: list[dict[str, Any]], asked: Asked = NOTHING, binding: Binding | None = None, **parts: Any
) -> RankOrderList:
    """The list of such a dossier."""
    dossier = a_season(applications, **parts)
    applicant = applicant_of(dossier, AS_OF, EVIDENCE)
    return rank_order_list(applicant, dossier, DIRECTORY, AS_OF, EVIDENCE, asked, binding)


def scenarios(*chances: tuple[float, dict[str, float]]) -> RankScenarios:
    """One draw, with these scenarios: the weight of each, and by specialty the chance of a rank."""
    weights = tuple(weight for weight, _ in chances)
    keys = chances[0][1]
    success = {key: tuple(one[key] for _, one in chances) for key in keys}
    return RankScenarios((0,) * len(chances), weights, weights, success, frozenset(), ())
