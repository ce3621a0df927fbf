"""Odds, list and next move as the keys they have in the report as JSON."""

from __future__ import annotations

from typing import Any

from bedside.documents.content.odds.as_json import odds_as_json
from bedside.documents.content.report.of_the_match import OfTheMatch
from bedside.documents.content.season.as_json import rank_as_json
from bedside.documents.content.targeting.as_json import target_as_json
from bedside.documents.content.what_if.as_json import what_if_as_json


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
