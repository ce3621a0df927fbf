"""The best list as JSON with stable keys; chances are parts of one."""

from __future__ import annotations

from typing import Any

from bedside.documents.as_json import as_json
from bedside.documents.odds_as_json import OfSample, chances_as_json
from bedside.plan.your_list import YourList
from bedside.targeting.program_problem import TYPES
from bedside.targeting.program_results import Choice


def target_as_json(found: YourList, directory: OfSample) -> dict[str, Any]:
    """Everything the page says, and every program that is not on the list."""
    best, drawn = found.best, found.best.untargeted
    return {
        "as_of": found.as_of.isoformat(),
        "match_year": found.match_year,
        "is_sample": directory.is_sample,
        "says": list(found.says),
        "notes": [*best.notes, *found.odds.notes],
        "missing": list(found.odds.missing),
        "odds": {**chances_as_json(found.odds), "leans_on": list(found.odds.leans_on)},
        "status": best.status.name.lower(),
        "gap": best.gap,
        "dollars": best.dollars,
        "interviews": best.interviews,
        "mix": as_json(best.mix) if best.mix else None,
        "untargeted": {
            "keys": [one.key for one in drawn.listed],
            "asked_for": drawn.asked_for,
            "dollars": drawn.dollars,
            "odds": chances_as_json(found.untargeted) if found.untargeted else None,
        }
        if drawn
        else None,
        "draws": best.draws,
        "on_the_list": [_choice(one) for one in best.on_it],
        "not_on_it": [_choice(one) for one in best.off_it],
        "because": [as_json(reason) for reason in found.odds.because],
    }


def _choice(one: Choice) -> dict[str, Any]:
    return {
        "key": one.listed.key,
        "name": one.listed.name,
        "specialty": one.listed.specialty,
        "type": TYPES[one.type] if one.type < len(TYPES) else None,
        "signal": one.signal.name.lower(),
        "why": one.why.value,
        "blocked_by": list(one.blocked_by),
        "adds": one.adds,
        "chosen_in": one.chosen_in,
    }
