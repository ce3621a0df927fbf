"""The report as JSON with stable keys: standing and plan, its one page, and what it says of the Match."""

from __future__ import annotations

from typing import Any

from bedside.applicant.dossier import Dossier
from bedside.documents.as_json import REPORT_VERSION, as_json
from bedside.documents.content.odds.as_json import odds_as_json
from bedside.documents.content.report.of_the_match import OfTheMatch
from bedside.documents.content.season.as_json import rank_as_json
from bedside.documents.content.targeting.as_json import target_as_json
from bedside.documents.content.what_if.as_json import what_if_as_json
from bedside.plan.results import Plan
from bedside.standing.results import Standing


def report_as_json(dossier: Dossier, standing: Standing, plan: Plan) -> dict[str, Any]:
    """The whole report: its version, for whom and as of when, the standing and the plan."""
    return {**_opening(dossier, standing), "standing": as_json(standing), "plan": as_json(plan)}


def summary_as_json(dossier: Dossier, standing: Standing, plan: Plan) -> dict[str, Any]:
    """The page with three headers, opened like the whole report."""
    return {**_opening(dossier, standing), "three_headers": as_json(plan.three_headers)}


def match_as_json(found: OfTheMatch | str) -> dict[str, Any]:
    """Each under its own key, with the keys its command gives it; where they cannot be told, a sentence why."""
    if isinstance(found, str):
        return {"says": found, **dict.fromkeys(("odds", "target", "whatif", "rank"))}
    match = found.match
    return {
        "says": "",
        "odds": odds_as_json(match.odds, found),
        "target": target_as_json(match.best, found, match.curves),
        "whatif": what_if_as_json(match.what_ifs, found),
        "rank": None if found.rank is None else rank_as_json(found.rank, found),
    }


def _opening(dossier: Dossier, standing: Standing) -> dict[str, Any]:
    as_of = standing.as_of.isoformat()
    return {"report_version": REPORT_VERSION, "name": dossier.identity.name, "as_of": as_of}
