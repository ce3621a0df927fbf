"""Odds, list and next move as the keys they have in the report as JSON."""

from __future__ import annotations

from typing import Any

from bedside.documents.odds_as_json import odds_as_json
from bedside.documents.target_as_json import target_as_json
from bedside.documents.what_if_as_json import what_if_as_json
from bedside.plan.your_match import YourMatch


def match_as_json(found: YourMatch | str) -> dict[str, Any]:
    """Each under its own key, with the keys its command gives it; where they cannot be told, a sentence why."""
    if isinstance(found, str):
        return {"says": found, "odds": None, "target": None, "whatif": None}
    return {
        "says": "",
        "odds": odds_as_json(found.odds, found),
        "target": target_as_json(found.best, found, found.curves),
        "whatif": what_if_as_json(found.what_ifs, found),
    }
